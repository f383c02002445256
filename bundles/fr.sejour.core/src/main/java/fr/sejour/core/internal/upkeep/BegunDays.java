package fr.sejour.core.internal.upkeep;

import fr.sejour.api.attestation.GapCause;
import fr.sejour.core.internal.paper.Ledger;
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
        without.forEach(each -> each.cause()
                .ifPresentOrElse(
                        cause -> note(records, each, cause, now),
                        // a case that does not say why is worked out anew
                        () -> records.cases().rest(each.number(), Optional.of(now), Optional.empty())));
        return without.size();
    }

    private void note(Records records, WithoutProof each, GapCause cause, Instant now) {
        ZoneId here = law.at(now).prefecture(each.prefecture()).orElseThrow().zone();
        ZoneId zone = Ledger.lastToEnd(List.of(here, each.filedIn()));
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
