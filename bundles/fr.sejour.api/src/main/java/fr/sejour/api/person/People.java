package fr.sejour.api.person;

import fr.sejour.api.access.Caller;
import java.time.LocalDate;
import org.osgi.annotation.versioning.ProviderType;

/** The people desk. Each method is one transaction. */
@ProviderType
public interface People {

    /**
     * A person in the caller's scope.
     *
     * @throws fr.sejour.api.fault.CaseException {@code NOT_FOUND} when unknown or out of scope
     */
    PersonProfile find(Caller caller, PersonId person);

    /**
     * Changes how the person is reached, at once; they are told where they were reached before, and where they are from now on.
     *
     * @throws fr.sejour.api.fault.CaseException {@code NOT_FOUND} when the person is unknown or out of scope;
     *     {@code NOT_YOURS_TO_DO} for anybody but the person
     */
    PersonProfile changeContact(Caller caller, PersonId person, Contact contact);

    /**
     * Names who acts for a person under eighteen, or says it anew. From then on until the eighteenth birthday what the person has to
     * be told goes to the representative.
     *
     * @throws fr.sejour.api.fault.CaseException {@code NOT_FOUND} when the person is unknown or out of scope;
     *     {@code NOT_YOURS_TO_DO} for an agent of a préfecture that only reads their cases; {@code CONTRADICTORY_INPUT} when the
     *     person is of age
     */
    PersonProfile nameRepresentative(Caller caller, PersonId person, Representative representative);

    /**
     * Links the person to what the State already knows of them: civil status and held permits become verified facts, and every
     * open case that rests on them gets at once what waited for that. Where the entry belongs to somebody whose cases were taken
     * over from an earlier system, and for whom nobody speaks yet, the caller's account speaks for that person from then on, if
     * its own has no case; the profile that comes back is then of another person than the one named.
     *
     * @throws fr.sejour.api.fault.CaseException {@code NOT_FOUND} when the person is unknown or out of scope;
     *     {@code LINK_REFUSED} when number, birth date and letter code do not belong together, or the entry is linked to
     *     somebody else, or the person to another entry; {@code TOO_MANY_ATTEMPTS} after ten refusals of one person, or a
     *     thousand of one number, in a day, with the seconds to wait
     */
    PersonProfile link(
            Caller caller, PersonId person, ForeignerNumber number, LocalDate birthDate, LetterCode letterCode);
}
