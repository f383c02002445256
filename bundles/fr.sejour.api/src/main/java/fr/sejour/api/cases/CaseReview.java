package fr.sejour.api.cases;

import fr.sejour.api.access.Caller;
import fr.sejour.api.filing.IdempotencyKey;
import fr.sejour.api.person.PersonId;
import java.util.List;
import java.util.OptionalLong;
import org.osgi.annotation.versioning.ProviderType;

/** Reads cases and acts on them. Each act is one transaction; every read is bounded by the caller's scope. */
@ProviderType
public interface CaseReview {

    /** @throws fr.sejour.api.fault.CaseException {@code NOT_FOUND} when unknown or out of scope */
    CaseFile find(Caller caller, CaseNumber number);

    /**
     * The cases of a person that the caller may see, newest first.
     *
     * @throws fr.sejour.api.fault.CaseException {@code NOT_FOUND} when the person is unknown or out of scope
     */
    List<CaseFile> ofPerson(Caller caller, PersonId person);

    /**
     * The agent's queue, by key: the cases whose proof of right ends first come first; of those that end together the ones with a
     * job at stake, then those the préfecture puts first, then the oldest filing.
     *
     * @throws fr.sejour.api.fault.CaseException {@code NOT_YOURS_TO_DO} for an applicant; {@code NOT_FOUND} for a préfecture
     *     out of scope; {@code UNKNOWN_PERMIT}; {@code MALFORMED_INPUT} for a key that no page gave
     */
    QueuePage queue(Caller caller, QueueQuery query);

    /**
     * The tasks within the caller's scope, by key: those of the préfectures of an agent, every one for national services. The
     * first due come first.
     *
     * @throws fr.sejour.api.fault.CaseException {@code NOT_YOURS_TO_DO} for an applicant; {@code NOT_FOUND} for a préfecture
     *     out of scope; {@code MALFORMED_INPUT} for a key that no page gave
     */
    TaskPage tasks(Caller caller, TaskQuery query);

    /**
     * Does an act.
     *
     * @param version the version the act was decided on; empty to act on whatever stands
     * @return the case after the act
     * @throws fr.sejour.api.fault.CaseException {@code NOT_FOUND}; {@code NOT_YOURS_TO_DO} when the role may not do it;
     *     {@code ACT_NOT_ALLOWED} with the acts that are, when the state forbids it; {@code CASE_CHANGED} when the version
     *     has moved on; both with what was done last on the case, by whom and when; {@code CONTRADICTORY_INPUT}; {@code PIECE_NOT_EXPECTED}
     */
    CaseFile act(Caller caller, CaseNumber number, OptionalLong version, Act act);

    /**
     * Does an act under a key: the same key again does nothing more, and answers the case as it stands.
     *
     * @throws fr.sejour.api.fault.CaseException as for an act without a key; {@code IDEMPOTENCY_KEY_REUSED} when the key stood
     *     for something else
     */
    CaseFile act(Caller caller, CaseNumber number, OptionalLong version, Act act, IdempotencyKey key);

    /**
     * The case that this one follows, and those that follow it, as far as the caller may know: a person sees the number that they
     * typed.
     *
     * @throws fr.sejour.api.fault.CaseException {@code NOT_FOUND}
     */
    CaseLinks links(Caller caller, CaseNumber number);

    /**
     * The letters of the préfecture on the case, oldest first, as long as their words are kept.
     *
     * @throws fr.sejour.api.fault.CaseException {@code NOT_FOUND}
     */
    List<Letter> letters(Caller caller, CaseNumber number);

    /**
     * What happened on the case, oldest first.
     *
     * @throws fr.sejour.api.fault.CaseException {@code NOT_FOUND}
     */
    List<JournalLine> journal(Caller caller, CaseNumber number);
}
