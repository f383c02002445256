package fr.sejour.core.port;

import fr.sejour.api.bulk.BulkAct.Line;
import fr.sejour.api.bulk.BulkAct.State;
import fr.sejour.api.bulk.BulkActId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Acts on many cases and what became of each. */
@ProviderType
public interface BulkRecords {

    void add(BulkRecord fresh, List<Line> lines);

    Optional<BulkRecord> find(BulkActId id);

    /** Every line, in order. */
    List<Line> lines(BulkActId id);

    /** The first lines that wait to be done, in order. */
    List<Line> ready(BulkActId id, int limit);

    /** Those that run, the oldest first. */
    List<BulkActId> running(int limit);

    /**
     * Goes from one state to another.
     *
     * @return false, and nothing is kept, when it is in another state already
     */
    boolean move(BulkActId id, State from, State to);

    /**
     * Keeps what became of a case. Whoever does it has the line to themselves until the end of the transaction.
     *
     * @return false, and nothing is kept, when something became of it before, or the act does not run any more
     */
    boolean settle(BulkActId id, Line settled);

    /** Forgets those that were prepared before that instant and do not run, with their lines. */
    void sweep(Instant before);
}
