package fr.sejour.api.operation;

import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.team.TeamCode;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Looks for cases that have fallen out of everybody's sight, mends what the law lets it mend, and hands the others to a queue of the
 * national services. It looks by itself once a day, and when an operator asks.
 */
@ProviderType
public interface Watchdog {

    /** Looks at every case now. May be run at any time, twice, on several nodes, and again after a crash. */
    Round look();

    /** The cases that nobody has mended yet, the longest known first; at most that many. */
    List<Stray> strays(int limit);

    /**
     * What one look found.
     *
     * @param found cases that had a fault
     * @param mended those of them that stand as they should again
     * @param waiting every case in the queue of strays after the look
     * @param ofNobody teams that would take cases and of which nobody works in the préfecture any more
     */
    record Round(int found, int mended, int waiting, List<EmptyTeam> ofNobody) {

        public Round {
            ofNobody = List.copyOf(ofNobody);
        }

        /** Where every team has somebody. */
        public Round(int found, int mended, int waiting) {
            this(found, mended, waiting, List.of());
        }
    }

    /** A team without anybody. What it would take is with the general team of the préfecture, until somebody gives it members. */
    record EmptyTeam(PrefectureCode prefecture, TeamCode team) {}

    /** A case with what is wrong with it, since it was found. */
    record Stray(CaseNumber number, Set<Fault> faults, Instant since) {

        public Stray {
            faults = Set.copyOf(faults);
        }
    }

    /** What can be wrong with a case. */
    enum Fault {
        /** What is kept of it cannot be read. */
        UNREADABLE,
        /** Somebody owes something on it, and it says neither who nor what nor by when. */
        NOBODYS_TURN,
        /** Nobody owes anything on it, and it says that it is somebody's turn. */
        A_TURN_AFTER_THE_END,
        /** It stands in its queue elsewhere than its days put it, or in none. */
        OUT_OF_PLACE,
        /** Its turn is somebody's who is not responsible for it. */
        TURN_OF_ANOTHER,
        /** What the clock has to do on it is not done. */
        NOT_WOKEN,
        /** Another préfecture should have it by now. */
        TRANSFER_HALF_DONE,
        /** No préfecture bears the code of the one that has it. */
        UNKNOWN_PREFECTURE
    }
}
