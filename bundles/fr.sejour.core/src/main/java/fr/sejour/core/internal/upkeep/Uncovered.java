package fr.sejour.core.internal.upkeep;

import fr.sejour.api.attestation.Attestation;
import fr.sejour.api.attestation.CoverageLedger;
import fr.sejour.api.attestation.GapCause;
import fr.sejour.api.cases.CollectionFile;
import fr.sejour.api.cases.DecisionFile;
import fr.sejour.api.filing.Timeliness;
import fr.sejour.core.internal.paper.Ledger;
import fr.sejour.core.port.CaseRecord;
import fr.sejour.core.port.PersonRecord;
import fr.sejour.core.port.UncoveredDay;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The days on which a case entitles its person to a proof of right and the person holds none: whoever filed in time with a complete
 * file, from the end of the held permit until the hand-over or the notified refusal.
 */
final class Uncovered extends CaseToday {

    /** @param papers every paper of the person as it now stands */
    Uncovered(CaseLaw law, Lead lead, CaseRecord moved, PersonRecord person, List<Attestation> papers, Instant now) {
        super(law, lead, moved, person, papers, now);
    }

    /** The days up to now. One on which the person went without a proof for an instant counts whole. */
    List<UncoveredDay> days() {
        Optional<LocalDate> from = entitledFrom();
        if (from.isEmpty() || from.get().isAfter(last()) || !inTime()) {
            return List.of();
        }
        ZoneId zone = lastToEnd();
        CoverageLedger ledger = ledger();
        List<LocalDate> days = new ArrayList<>();
        LocalDate last = last();
        LocalDate day = from.get();
        while (!day.isAfter(last)) {
            Optional<Instant> until =
                    coveredFrom(ledger.intervals(), day.atStartOfDay(zone).toInstant());
            if (until.isEmpty() || until.get().isAfter(now)) {
                break;
            }
            LocalDate broken = until.get().atZone(zone).toLocalDate();
            if (!broken.isAfter(last)) {
                days.add(broken);
            }
            day = broken.plusDays(1);
        }
        return days.isEmpty() ? List.of() : noted(days, cause());
    }

    /** Why nobody could show anything is the same for all of them: what stands now. */
    private List<UncoveredDay> noted(List<LocalDate> days, GapCause cause) {
        return days.stream()
                .map(day -> new UncoveredDay(person.id(), day, record.standing().prefecture(), record.number(), cause))
                .toList();
    }

    /** The end of what could be shown from an instant on, which is that instant when nothing could; empty when it has none. */
    private Optional<Instant> coveredFrom(List<CoverageLedger.Interval> proofs, Instant from) {
        Instant end = from;
        boolean grew = true;
        while (grew) {
            grew = false;
            for (CoverageLedger.Interval proof : proofs) {
                if (proof.covers(end) && !end.isBefore(existsSince(proof))) {
                    Optional<Instant> until = Ledger.end(proof);
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

    /** Nobody could show a paper before it was issued, though it is valid from the first hour of that day. */
    private Instant existsSince(CoverageLedger.Interval proof) {
        return papers.stream()
                .filter(paper -> paper.number().value().equals(proof.reference()))
                .map(Attestation::issuedAt)
                .findFirst()
                .orElse(Instant.MIN);
    }

    /**
     * The instant at which the next day begins that is to be noted, for somebody who holds no proof now; empty for whoever is covered,
     * or is owed none.
     */
    Optional<Instant> next() {
        return entitledFrom()
                .filter(from -> isOpen() && !ledger().covered() && inTime())
                .map(from -> from.isAfter(dayNow()) ? from : dayNow().plusDays(1))
                .map(zones()::begins);
    }

    /** Since when, or from when on, somebody who holds no proof now is owed one; empty for whoever is covered, or is owed none. */
    Optional<LocalDate> since() {
        return entitledFrom()
                .filter(from -> isOpen() && !ledger().covered() && inTime())
                .map(from -> Ledger.endedLast(ledger())
                        .map(end -> end.atZone(lastToEnd()).toLocalDate())
                        .filter(day -> day.isAfter(from))
                        .orElse(from));
    }

    /**
     * The first day on which the case may entitle to a proof: the one after the held permit, and after the file became complete, for a
     * part of that day came before.
     */
    private Optional<LocalDate> entitledFrom() {
        return record.filed()
                .held()
                .map(held -> held.validUntil())
                .flatMap(end -> record.standing().completeOn().map(day -> day.isAfter(end) ? day : end))
                .map(day -> day.plusDays(1));
    }

    /** Whether it was filed in time; where our reading leaves that open, nobody is said to be entitled. */
    private boolean inTime() {
        return timeliness().fold(it -> it == Timeliness.IN_TIME, open -> false);
    }

    private LocalDate dayNow() {
        return todayOfPapers();
    }

    /** The last day that counts: today, or the eve of the day on which the case ended. */
    private LocalDate last() {
        Optional<LocalDate> ended = isOpen()
                ? Optional.empty()
                : record.collection()
                        .flatMap(CollectionFile::handedOverOn)
                        .or(() -> record.decision()
                                .flatMap(DecisionFile::notification)
                                .map(DecisionFile.NotificationFile::day))
                        .or(() -> Optional.of(dayNow()));
        return ended.map(day -> day.minusDays(1)).orElseGet(this::dayNow);
    }

    private boolean isOpen() {
        return undecided() || record.standing().status().isOpen();
    }

    GapCause cause() {
        if (grantOver()) {
            return GapCause.GRANT_OVER;
        }
        if (!seen()) {
            return GapCause.FACTS_TO_SEE;
        }
        if (comesByItself()) {
            return GapCause.PAPER_LATE;
        }
        if (!complete()) {
            return GapCause.FILE_INCOMPLETE;
        }
        return continuingReading()
                .fold(
                        paper -> paper.isPresent() ? GapCause.PAPER_LATE : GapCause.NO_AUTOMATIC_PAPER,
                        open -> GapCause.LAW_OPEN);
    }
}
