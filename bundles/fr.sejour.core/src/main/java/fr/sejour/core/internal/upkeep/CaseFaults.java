package fr.sejour.core.internal.upkeep;

import fr.sejour.api.cases.CaseStatus;
import fr.sejour.api.cases.DecisionFile;
import fr.sejour.api.operation.Watchdog.Fault;
import fr.sejour.core.port.CaseGlance;
import fr.sejour.core.port.CaseRecord;
import fr.sejour.law.Edition;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What is wrong with a case: the promises that every case keeps at any instant, looked at one by one. Pure. */
final class CaseFaults {

    /** A pass may be under way, or may have met a case that was being changed. */
    private static final Duration PATIENCE = Duration.ofHours(1);

    private CaseFaults() {}

    /** Whether the case is somebody's turn: it is open, or was decided against a person who does not know it. */
    static boolean somebodyOwes(CaseRecord record) {
        boolean notified = record.decision().flatMap(DecisionFile::notification).isPresent();
        return somebodyOwes(record.standing().status(), notified);
    }

    private static boolean somebodyOwes(CaseStatus status, boolean notified) {
        return switch (status) {
            case REFUSED, REGISTRATION_REFUSED -> !notified;
            default -> status.isOpen();
        };
    }

    static Set<Fault> of(CaseGlance glance, Edition edition, Instant now) {
        return glance.seen().map(seen -> of(seen, edition, now)).orElse(Set.of(Fault.UNREADABLE));
    }

    private static Set<Fault> of(CaseGlance.Seen glance, Edition edition, Instant now) {
        Set<Fault> faults = EnumSet.noneOf(Fault.class);
        boolean owed = somebodyOwes(glance.status(), glance.notified());
        if (owed && glance.next().isEmpty()) {
            faults.add(Fault.NOBODYS_TURN);
        } else if (!owed && glance.next().isPresent()) {
            faults.add(Fault.A_TURN_AFTER_THE_END);
        }
        if (!glance.inPlace()) {
            faults.add(Fault.OUT_OF_PLACE);
        }
        if (glance.next()
                .flatMap(next -> next.owner())
                .filter(owner -> !owner.equals(glance.prefecture().value()))
                .isPresent()) {
            faults.add(Fault.TURN_OF_ANOTHER);
        }
        if (glance.wakeAt().filter(at -> !at.isAfter(now.minus(PATIENCE))).isPresent()) {
            faults.add(Fault.NOT_WOKEN);
        }
        if (edition.prefecture(glance.prefecture()).isEmpty()) {
            faults.add(Fault.UNKNOWN_PREFECTURE);
        }
        CaseZones zones = new CaseZones(glance.filedIn(), edition.zone(Optional.of(glance.prefecture())));
        if (glance.transfer()
                .filter(offer -> !now.minus(PATIENCE).isBefore(zones.takenBySilence(offer, edition)))
                .isPresent()) {
            faults.add(Fault.TRANSFER_HALF_DONE);
        }
        return faults;
    }
}
