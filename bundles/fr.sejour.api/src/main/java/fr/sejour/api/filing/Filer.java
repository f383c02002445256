package fr.sejour.api.filing;

import fr.sejour.api.person.CivilStatus;
import fr.sejour.api.person.Contact;
import fr.sejour.api.person.ForeignerNumber;
import fr.sejour.api.person.PersonId;
import java.time.LocalDate;

/** Whose filing an agent types in. None of them needs an account or an e-mail address. */
public sealed interface Filer {

    /** Somebody with a case that the agent may read. */
    record Known(PersonId person) implements Filer {}

    /** Whoever the register knows under that number; the birth date shows that it was read from their document. */
    record Registered(ForeignerNumber number, LocalDate birthDate) implements Filer {}

    /** Whoever shows the code that their account drew for the counter; the birth date shows that it is theirs. */
    record Presented(CounterCode code, LocalDate birthDate) implements Filer {}

    /** Somebody whom the platform does not know yet. What is said of them is declared. */
    record Newcomer(CivilStatus civilStatus, Contact contact) implements Filer {}
}
