package fr.sejour.spi.rules;

import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.prefecture.CollectionMode;
import fr.sejour.api.prefecture.CommuneCode;
import fr.sejour.api.prefecture.ServicePoint;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * How one préfecture organises its work. Publish it as a service with {@link ForPrefecture}.
 *
 * <p>Every method answers "I say nothing" by default, and the core then takes the national answer. A method gets values and
 * returns values: it keeps no state between calls, does no input or output, and answers within 200 milliseconds. It is called
 * from any thread, several at once. An exception or a late answer counts as a fault of this bundle and the core goes on
 * without it; after ten faults in a row the bundle is asked no more until it is restarted.
 *
 * <p>Rules organise; they never take a right away. A commune they send nowhere stays with the préfecture, and no answer of
 * theirs refuses or delays a filing.
 */
@ConsumerType
public interface PrefectureRules {

    /**
     * The counters of the préfecture, each with an identifier of its own. A counter whose texts are too long or hold control
     * characters cannot be made: trying to is a fault.
     */
    default List<ServicePoint> servicePoints() {
        return List.of();
    }

    /**
     * Which counter is competent for somebody who lives in that commune and asks for that permit.
     *
     * @return the identifier of one of {@link #servicePoints()}; empty to leave it to the préfecture's seat
     */
    default Optional<String> competentServicePoint(CommuneCode commune, PermitCode permit) {
        return Optional.empty();
    }

    /** How a finished card of that permit is handed over; empty for the national answer, by appointment. */
    default Optional<CollectionMode> collection(PermitCode permit) {
        return Optional.empty();
    }

    /**
     * How much cases of that permit come first in the préfecture's queue: 0, the usual, to 9. It orders only cases whose right
     * ends on the same day and that all have a job at stake or none, so that nobody who loses a right sooner is put behind.
     * Anything else than 0 to 9 is a fault.
     */
    default int priority(PermitCode permit) {
        return 0;
    }
}
