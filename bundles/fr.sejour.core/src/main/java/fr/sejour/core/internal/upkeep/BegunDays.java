package fr.sejour.core.internal.upkeep;

import fr.sejour.api.attestation.GapCause;
import fr.sejour.core.port.PlannedGap;
import fr.sejour.core.port.Records;
import fr.sejour.core.port.UncoveredDay;
import fr.sejour.core.port.UncoveredRecords.WithoutProof;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Notes each day that begins for somebody who goes without a proof while nothing else of their case changes. What the law says was
 * worked out when that began, and stands until the clock has something else to do there.
 */
final class BegunDays {

    private final CaseLaw law;

    BegunDays(CaseLaw law) {
        this.law = law;
    }

    /** @return how many cases were looked at */
    int note(Records records, Instant now, int limit) {
        List<WithoutProof> without = records.uncovered().begun(now, limit);
        for (WithoutProof each : without) {
            Optional<ZoneId> zone = law.at(now)
                    .prefecture(each.prefecture())
                    .map(here -> new CaseZones(each.filedIn(), here.zone()).lastToEnd());
            Optional<PlannedGap> gap = zone.flatMap(there -> begun(each, there));
            if (gap.isPresent()) {
                note(records, each, gap.get().cause(), zone.get(), now);
            } else {
                // what the row says does not fit together: the case is worked out anew
                records.cases().rest(each.number(), Optional.of(now), Optional.empty());
            }
        }
        return without.size();
    }

    private static Optional<PlannedGap> begun(WithoutProof each, ZoneId zone) {
        LocalDate day = each.dayAt().atZone(zone).toLocalDate();
        return each.gap().filter(gap -> !gap.from().isAfter(day));
    }

    private static void note(Records records, WithoutProof each, GapCause cause, ZoneId zone, Instant now) {
        LocalDate tomorrow = now.atZone(zone).toLocalDate().plusDays(1);
        List<UncoveredDay> days = each.dayAt()
                .atZone(zone)
                .toLocalDate()
                .datesUntil(tomorrow)
                .map(day -> new UncoveredDay(each.person(), day, each.prefecture(), each.number(), cause))
                .toList();
        records.uncovered().keep(each.person(), days);
        records.cases()
                .rest(
                        each.number(),
                        each.wakeAt(),
                        Optional.of(tomorrow.atStartOfDay(zone).toInstant()));
    }
}
