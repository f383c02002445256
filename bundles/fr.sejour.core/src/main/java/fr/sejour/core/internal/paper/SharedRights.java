package fr.sejour.core.internal.paper;

import fr.sejour.api.attestation.CoverageLedger;
import fr.sejour.api.attestation.CoverageLedger.Interval;
import fr.sejour.api.attestation.ShareCode.Purpose;
import fr.sejour.api.right.HeldRights;
import fr.sejour.api.right.WorkRight;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What of somebody's rights a purpose needs. Pure. */
final class SharedRights {

    private SharedRights() {}

    static HeldRights of(Purpose purpose, HeldRights held) {
        return switch (purpose) {
            case WORK -> new HeldRights(held.stay(), held.work(), Optional.empty(), Optional.empty(), held.open());
            case HOUSING, BANK -> new HeldRights(held.stay(), List.of(), Optional.empty(), Optional.empty(), false);
            case SOCIAL -> new HeldRights(held.stay(), List.of(), Optional.empty(), held.social(), false);
        };
    }

    /**
     * When the stay ends, or for an employer the work that is shown, when that comes first; empty when there is no known end. The stay
     * goes on from proof to proof. The work of one proof may be more than that of the next, and whoever hires has to know the day
     * (C. trav. L. 5221-8).
     */
    static Optional<Instant> until(Purpose purpose, CoverageLedger ledger) {
        if (purpose != Purpose.WORK) {
            return ledger.coveredUntil();
        }
        List<WorkRight> shown = work(ledger, ledger.at());
        Optional<Instant> less = Ledger.turns(ledger)
                .filter(turn -> turn.isAfter(ledger.at()))
                .filter(turn -> {
                    List<WorkRight> then = work(ledger, turn);
                    return !shown.stream()
                            .allMatch(right -> then.stream().anyMatch(wide -> RightsUnion.includes(wide, right)));
                })
                .min(Comparator.naturalOrder());
        return Stream.concat(less.stream(), ledger.coveredUntil().stream()).min(Comparator.naturalOrder());
    }

    private static List<WorkRight> work(CoverageLedger ledger, Instant at) {
        List<Interval> held = ledger.intervals().stream()
                .filter(interval -> interval.covers(at))
                .toList();
        return RightsUnion.of(held).work().stream()
                .flatMap(right -> right.value().ifSettled().stream())
                .toList();
    }
}
