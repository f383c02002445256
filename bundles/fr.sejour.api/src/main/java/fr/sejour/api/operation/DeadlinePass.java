package fr.sejour.api.operation;

import org.osgi.annotation.versioning.ProviderType;

/** What the clock makes due: papers, silent refusals, escalations, transfers nobody received. */
@ProviderType
public interface DeadlinePass {

    /**
     * Does all that is due now, case by case, each in its own transaction. May be run at any time, twice, on several nodes, and
     * again after a crash: a second run finds nothing left to do.
     */
    Report run();

    /**
     * What one run did.
     *
     * @param failed cases that could not be served and will be tried again
     */
    record Report(int examined, int papers, int silentRefusals, int tasks, int transfers, int failed) {}
}
