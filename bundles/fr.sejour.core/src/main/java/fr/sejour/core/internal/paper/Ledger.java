package fr.sejour.core.internal.paper;

import fr.sejour.api.attestation.Attestation;
import fr.sejour.api.attestation.CoverageLedger;
import fr.sejour.api.attestation.CoverageLedger.Interval;
import fr.sejour.api.catalogue.Article;
import fr.sejour.api.catalogue.Reading;
import fr.sejour.api.person.FactLevel;
import fr.sejour.api.person.HeldPermitFact;
import fr.sejour.api.right.PaperKind;
import fr.sejour.api.right.Right;
import fr.sejour.api.right.StayRight;
import fr.sejour.api.right.Validity;
import fr.sejour.api.right.WorkRight;
import fr.sejour.core.port.EarlierPaper;
import fr.sejour.core.port.PersonRecord;
import fr.sejour.law.Edition;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Adds up a person's proofs of right: pure, over what is recorded. */
public final class Ledger {

    private Ledger() {}

    /**
     * The ledger of a person at an instant. Neither a paper that proves no stay is a proof of right, nor a permit that its
     * holder alone speaks of.
     *
     * @param papers with their days as they count: see {@link PaperDays}
     * @param zone where the days of a held permit count, whose issuer is not recorded, and where the last day of an earlier paper ends
     *     if that is later: see {@link #lastToEnd}
     */
    public static CoverageLedger of(
            PersonRecord person, List<Attestation> papers, Edition edition, ZoneId zone, Instant at) {
        List<Interval> intervals = new ArrayList<>();
        person.heldPermits().stream()
                .filter(fact -> fact.level() != FactLevel.DECLARED)
                .forEach(fact -> intervals.add(held(fact, edition, zone)));
        papers.stream().filter(Ledger::provesStay).forEach(paper -> intervals.add(paper(paper)));
        person.earlierPapers().stream()
                .filter(paper -> paper.kind() != PaperKind.ATTESTATION_DE_DEPOT)
                .forEach(paper -> intervals.add(earlier(paper, zone)));
        intervals.sort(
                Comparator.comparing((Interval interval) -> interval.validity().start())
                        .thenComparing(Interval::reference));
        boolean covered = intervals.stream().anyMatch(interval -> interval.covers(at));
        return new CoverageLedger(
                person.id(), at, intervals, covered, covered ? unbrokenFrom(intervals, at) : Optional.empty());
    }

    /** Whether a paper proves a right to stay, alone or with the expired permit. */
    public static boolean provesStay(Attestation paper) {
        return paper.rights().stay().value().fold(stay -> stay != StayRight.NOT_PROVEN, open -> false);
    }

    /**
     * Of the zones a case has lived in, the one where a day ends last: nobody loses the hours between two of them. It is the same
     * one at any time of the year, though Saint-Pierre is at the time of Cayenne in winter and an hour ahead in summer.
     */
    public static ZoneId lastToEnd(Collection<ZoneId> zones) {
        return zones.stream()
                .min(Comparator.comparingInt(Ledger::aheadOverAYear))
                .orElseThrow();
    }

    private static int aheadOverAYear(ZoneId zone) {
        return Stream.of(Month.JANUARY, Month.JULY)
                .map(month -> LocalDateTime.of(2026, month, 1, 0, 0))
                .mapToInt(local -> zone.getRules().getOffset(local).getTotalSeconds())
                .sum();
    }

    /** When the last of the proofs that are over ended; empty when none is. */
    public static Optional<Instant> endedLast(CoverageLedger ledger) {
        return ledger.intervals().stream()
                .flatMap(interval -> end(interval)
                        .filter(end -> end.isAfter(interval.validity().start()))
                        .stream())
                .filter(end -> !end.isAfter(ledger.at()))
                .max(Comparator.naturalOrder());
    }

    /** The instants at which a proof begins or ends, past ones included. */
    public static Stream<Instant> turns(CoverageLedger ledger) {
        return ledger.intervals().stream()
                .flatMap(interval -> Stream.concat(Stream.of(interval.validity().start()), end(interval).stream()));
    }

    private static Optional<Instant> unbrokenFrom(List<Interval> intervals, Instant at) {
        Instant end = at;
        boolean grew = true;
        while (grew) {
            grew = false;
            for (Interval interval : intervals) {
                if (interval.covers(end)) {
                    Optional<Instant> until = end(interval);
                    if (until.isEmpty()) {
                        return Optional.empty();
                    }
                    grew |= until.get().isAfter(end);
                    end = until.get().isAfter(end) ? until.get() : end;
                }
            }
        }
        return Optional.of(end);
    }

    /** When a proof ends or ended; empty when it has no known end. */
    public static Optional<Instant> end(Interval interval) {
        Optional<Instant> last = interval.validity().end();
        Optional<Instant> early = interval.endedAt();
        return early.isEmpty() || (last.isPresent() && last.get().isBefore(early.get())) ? last : early;
    }

    private static Interval held(HeldPermitFact fact, Edition edition, ZoneId zone) {
        Right<WorkRight> work = edition.permit(fact.permit().permit())
                .map(entry -> new Right<>(Reading.settled(entry.workRight()), entry.legalBasis()))
                .orElseGet(() -> new Right<>(
                        Reading.undetermined("unknown", "Which work right does this permit carry?"), List.of()));
        return new Interval(
                "HELD_PERMIT",
                fact.permit().number(),
                Validity.between(fact.permit().validFrom(), fact.permit().validUntil(), zone),
                Optional.empty(),
                Right.settled(StayRight.PROVEN, new Article("L. 411-1")),
                work,
                new Right<>(Reading.undetermined("unknown", "Which travel right does this permit carry?"), List.of()),
                new Right<>(Reading.undetermined("unknown", "Which social rights does this permit carry?"), List.of()),
                List.of(new Article("L. 411-1")));
    }

    private static Interval paper(Attestation paper) {
        return new Interval(
                paper.kind().name(),
                paper.number().value(),
                paper.validity(),
                paper.end().map(Attestation.End::at),
                paper.rights().stay(),
                paper.rights().work(),
                paper.rights().travel(),
                paper.rights().social(),
                paper.basis());
    }

    /** What an earlier system's paper says of work stands on it alone: it is neither repeated nor denied here. */
    private static Interval earlier(EarlierPaper paper, ZoneId zone) {
        Article basis = new Article(paper.kind() == PaperKind.RECEPISSE ? "R. 431-12" : "R. 431-15-1");
        return new Interval(
                "EARLIER_PAPER",
                paper.number(),
                paper.validity().lastingIn(zone),
                paper.endedAt(),
                Right.settled(StayRight.PROVEN, basis),
                new Right<>(
                        Reading.undetermined("unknown", "Which work right does the paper of the earlier system print?"),
                        List.of(basis)),
                new Right<>(
                        Reading.undetermined("unknown", "What does the paper of the earlier system say of travel?"),
                        List.of(basis)),
                new Right<>(
                        Reading.undetermined(
                                "unknown", "What does the paper of the earlier system say of social rights?"),
                        List.of(basis)),
                List.of(basis));
    }
}
