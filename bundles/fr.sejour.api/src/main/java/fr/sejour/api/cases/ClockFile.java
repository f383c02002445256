package fr.sejour.api.cases;

import fr.sejour.api.catalogue.Article;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A legal delay on a case.
 *
 * @param kind what runs: {@code receipt}, {@code acknowledgement}, {@code silence} or {@code appeal}
 * @param endsOn its last day; empty when the law sets none or our reading leaves it open
 * @param state {@code running}, {@code suspended}, {@code met}, {@code stopped} or {@code expired}
 * @param meaning the code of the sentence that says what its end means
 * @param daysLeft what is left of a suspended delay, which then has no end day
 */
public record ClockFile(
        String kind,
        LocalDate startsOn,
        Optional<LocalDate> endsOn,
        State state,
        String meaning,
        List<Article> basis,
        Optional<Integer> daysLeft) {

    /** Whether the clock still runs. */
    public enum State {
        RUNNING,
        /** It waits for pieces that were asked for, and goes on by itself once they have come (CRPA L. 114-5). */
        SUSPENDED,
        MET,
        STOPPED,
        EXPIRED
    }

    public ClockFile {
        basis = List.copyOf(basis);
    }
}
