package fr.sejour.core.port;

import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.operation.Watchdog.Fault;
import fr.sejour.api.operation.Watchdog.Stray;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/** The queue of the cases that the watchdog could not mend. */
@ProviderType
public interface StrayRecords {

    /** Keeps a case in the queue with its faults of now; one that is there keeps the instant since when it is. */
    void keep(CaseNumber number, Set<Fault> faults, Instant now);

    /** Takes a case out of the queue; nothing when it is not there. */
    void settle(CaseNumber number);

    /** The queue, the longest known first. */
    List<Stray> waiting(int limit);

    long count();
}
