package fr.sejour.api.filing;

import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.catalogue.Article;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.person.HeldPermit;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.person.Residence;
import java.time.LocalDate;
import java.util.Optional;

/** A filing as an agent types it in, from the counter, a letter or a message; each part as {@link Filing} says. */
public record Entry(
        Filer filer,
        FilingChannel channel,
        PermitCode permit,
        Optional<Article> article,
        Optional<HeldPermit> heldPermit,
        Residence residence,
        Optional<LocalDate> entryDate,
        boolean workAuthorisation,
        boolean employed,
        Optional<EarlierAttempt> attempt,
        Optional<Reception> reception,
        Optional<CaseNumber> follows) {

    /** The filing that it is, once it is known whose. */
    public Filing by(PersonId person) {
        return new Filing(
                person,
                channel,
                permit,
                article,
                heldPermit,
                residence,
                entryDate,
                workAuthorisation,
                employed,
                attempt,
                reception,
                follows);
    }
}
