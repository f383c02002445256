package fr.sejour.api.attestation;

import fr.sejour.api.catalogue.Article;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.right.Right;
import fr.sejour.api.right.SocialRight;
import fr.sejour.api.right.StayRight;
import fr.sejour.api.right.TravelRight;
import fr.sejour.api.right.Validity;
import fr.sejour.api.right.WorkRight;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When a person holds a proof of right, and by what.
 *
 * @param at the instant of the reading
 * @param intervals every proof known, by first day
 * @param covered whether the person holds a proof of right now
 * @param coveredUntil the end of the unbroken coverage from now on; empty when not covered, or when it has no known end
 */
public record CoverageLedger(
        PersonId person, Instant at, List<Interval> intervals, boolean covered, Optional<Instant> coveredUntil) {

    public CoverageLedger {
        intervals = List.copyOf(intervals);
    }

    /**
     * One proof of right.
     *
     * @param proof {@code HELD_PERMIT}, {@code EARLIER_PAPER} for what a system before this one issued, or the kind of the paper
     * @param reference the permit's own reference or the paper's number
     * @param endedAt when it stopped before its last day
     */
    public record Interval(
            String proof,
            String reference,
            Validity validity,
            Optional<Instant> endedAt,
            Right<StayRight> stay,
            Right<WorkRight> work,
            Right<TravelRight> travel,
            Right<SocialRight> social,
            List<Article> basis) {

        public Interval {
            basis = List.copyOf(basis);
        }

        /** Whether it covers that instant. */
        public boolean covers(Instant instant) {
            return validity.covers(instant) && endedAt.map(instant::isBefore).orElse(true);
        }
    }
}
