package fr.sejour.api.bulk;

import fr.sejour.api.access.Caller;
import fr.sejour.api.cases.Act;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Does one act on many cases. Each case is a transaction of its own, under the rules that hold for the act on it alone; the work
 * goes on in the background, and after a crash where it was, without doing anything twice.
 */
@ProviderType
public interface BulkActs {

    /**
     * Looks at what an act would do on each case, and does nothing yet.
     *
     * @throws fr.sejour.api.fault.CaseException {@code NOT_YOURS_TO_DO} for an applicant; {@code NOT_ON_MANY_CASES} for an act
     *     that is never done on many; {@code NOT_FOUND} for a préfecture out of scope; {@code CONTRADICTORY_INPUT} for a filter
     *     that leaves no case or too many
     */
    BulkAct prepare(Caller caller, Selection selection, Act act);

    /**
     * How far it has come.
     *
     * @throws fr.sejour.api.fault.CaseException {@code NOT_FOUND} unless the caller prepared it, or is of the national services
     */
    BulkAct find(Caller caller, BulkActId id);

    /**
     * Has it done. One that runs, or has run, is left as it is.
     *
     * @throws fr.sejour.api.fault.CaseException {@code NOT_FOUND}
     */
    BulkAct run(Caller caller, BulkActId id);

    /**
     * Does no more of it; what is done stays done.
     *
     * @throws fr.sejour.api.fault.CaseException {@code NOT_FOUND}
     */
    BulkAct cancel(Caller caller, BulkActId id);
}
