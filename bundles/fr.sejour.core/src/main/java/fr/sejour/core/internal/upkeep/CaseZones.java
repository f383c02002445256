package fr.sejour.core.internal.upkeep;

import fr.sejour.api.cases.CaseFile.PendingTransfer;
import fr.sejour.core.internal.paper.Ledger;
import fr.sejour.law.Edition;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * The zones in which the days of a case are counted: that of where its filing came to and that of where it is. What the law or silence
 * brings by itself with a day comes when that day has begun in all of them. A paper that comes of it so has one first day, whoever looks
 * at the case first, and has begun wherever its person is.
 */
record CaseZones(ZoneId filedIn, ZoneId here) {

    /** Where a day is over last. */
    ZoneId lastToEnd() {
        return Ledger.lastToEnd(List.of(filedIn, here));
    }

    /** The day of papers. */
    LocalDate dayAt(Instant now) {
        return now.atZone(lastToEnd()).toLocalDate();
    }

    /** When that day has begun in all of them. */
    Instant begins(LocalDate day) {
        return day.atStartOfDay(lastToEnd()).toInstant();
    }

    /** When silence has taken a case that was offered: once its last day is over in all of them, and where the case goes too. */
    Instant takenBySilence(PendingTransfer offer, Edition edition) {
        CaseZones there = new CaseZones(lastToEnd(), edition.zone(Optional.of(offer.to())));
        return there.begins(offer.completesOn().plusDays(1));
    }
}
