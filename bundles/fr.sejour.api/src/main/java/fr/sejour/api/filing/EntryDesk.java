package fr.sejour.api.filing;

import fr.sejour.api.access.Caller;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.person.CivilStatus;
import fr.sejour.api.person.ForeignerNumber;
import fr.sejour.api.person.HeldPermit;
import fr.sejour.api.person.PersonProfile;
import fr.sejour.api.person.Residence;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Where agents type in what came to the counter, by post or by e-mail. What is typed in here has the receipt, the clocks, the papers
 * and the rights that the law gives its channel, from the day on which it was received.
 *
 * <p>Every operation answers {@code NOT_YOURS_TO_DO} to an applicant.
 */
@ProviderType
public interface EntryDesk {

    /** No more people than that are found by a name. */
    int MOST = 20;

    /**
     * What the State knows of the person with that number, so that nobody types it again (CRPA L. 113-12). Any agent may ask who
     * has read number and birth date.
     *
     * @throws fr.sejour.api.fault.CaseException {@code NOT_FOUND} when the register has no such number, or another birth date
     */
    Registration registered(Caller caller, Filer.Registered filer);

    /**
     * What the register knows.
     *
     * @param residence where the person lives, when the platform knows it
     */
    record Registration(
            ForeignerNumber number,
            CivilStatus civilStatus,
            Optional<HeldPermit> heldPermit,
            Optional<PermitCode> protection,
            Optional<Residence> residence) {}

    /**
     * Whoever shows that code, so that nobody types again who they are. Any agent may ask who has been given code and birth date.
     *
     * @throws fr.sejour.api.fault.CaseException {@code NOT_FOUND} when the code is nobody's or serves no more, or with another
     *     birth date: which of these, nobody is told
     */
    Presence presented(Caller caller, Filer.Presented filer);

    /**
     * What the platform knows of whoever shows a code.
     *
     * @param residence where the person lives, when they have said so
     */
    record Presence(PersonProfile person, Optional<Residence> residence) {}

    /** The people in the caller's scope whose names hold all these words and who were born that day, at most {@link #MOST}. */
    List<PersonProfile> named(Caller caller, String name, LocalDate birthDate);

    /**
     * The person whom the register knows under that number, for an agent who has a form or a permit before them.
     *
     * @throws fr.sejour.api.fault.CaseException {@code NOT_FOUND} when it is the number of nobody in the caller's scope
     */
    PersonProfile numbered(Caller caller, ForeignerNumber number);

    /** A serial number for a form that is about to be printed. Nothing is kept of it, and nobody has to say for whom it is. */
    FormSerial drawForm();

    /** What the law says of the filing; writes nothing. Throws as {@link #enter}. */
    Assessment assess(Caller caller, Entry entry);

    /**
     * Opens a case as {@link FilingDesk#file} does; somebody whom the platform does not know yet is kept in the same transaction,
     * with what the register knows of them.
     *
     * @throws fr.sejour.api.fault.CaseException as {@link FilingDesk#file}; {@code NOT_FOUND} as {@link #registered}
     *     and {@link #presented};
     *     {@code CONTRADICTORY_INPUT} for a reception after today, one before today without a reason, a piece that the permit does
     *     not ask for; {@code FORM_ALREADY_ENTERED} when the printed form is that of another filing
     */
    FilingReceipt enter(Caller caller, IdempotencyKey key, Entry entry);
}
