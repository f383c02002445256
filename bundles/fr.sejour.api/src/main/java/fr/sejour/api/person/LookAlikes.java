package fr.sejour.api.person;

import fr.sejour.api.access.Caller;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The people who look alike, for agents. Each method is one transaction. Nothing here joins two people: whose cases, papers and
 * account are whose is never changed by what looks like it.
 */
@ProviderType
public interface LookAlikes {

    /**
     * Those who share a name and birth date, a permit number or a foreigner number with the person, whoever may read them: those
     * not kept apart first, and of these the ones that the caller may read. Somebody out of scope who was kept apart is left out.
     * At most 200 of each likeness are looked at.
     *
     * @throws fr.sejour.api.fault.CaseException {@code NOT_FOUND} when the person is unknown or out of scope;
     *     {@code NOT_YOURS_TO_DO} for an applicant
     */
    List<LookAlike> of(Caller caller, PersonId person);

    /**
     * Says that the two are two people, in place of what was said before; they are pointed out no more. Open cases of both say in
     * their journals that an agent did, and not of whom.
     *
     * @throws fr.sejour.api.fault.CaseException {@code NOT_FOUND} when either is unknown or out of scope; {@code NOT_YOURS_TO_DO}
     *     for an applicant, and for a préfecture that only reads the person; {@code CONTRADICTORY_INPUT} when nothing of the two
     *     is alike
     */
    LookAlike keepApart(Caller caller, PersonId person, PersonId other, TwoPeople said);

    /**
     * Takes that back, whoever said it: the two are pointed out again. Nothing happens when nobody had said it.
     *
     * @throws fr.sejour.api.fault.CaseException {@code NOT_FOUND} when either is unknown or out of scope; {@code NOT_YOURS_TO_DO}
     *     for an applicant, and for a préfecture that only reads the person
     */
    void takeBack(Caller caller, PersonId person, PersonId other);
}
