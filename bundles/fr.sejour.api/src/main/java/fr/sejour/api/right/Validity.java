package fr.sejour.api.right;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * The days on which a paper is valid: from 00:00 of the first to 24:00 of the last, in the zone of the préfecture that issued
 * it. After a transfer the printed days stay, and the last of them ends where it ends later.
 *
 * @param lastDay the last day; empty when the paper runs until an event (a décision favorable runs until the card is in the
 *     hand)
 * @param zone where the first day begins
 * @param endZone where the last day ends: the same, but for {@link #lastingIn}
 */
public record Validity(LocalDate firstDay, Optional<LocalDate> lastDay, ZoneId zone, ZoneId endZone) {

    /** @throws IllegalArgumentException when the last day is before the first */
    public Validity {
        if (lastDay.isPresent() && lastDay.get().isBefore(firstDay)) {
            throw new IllegalArgumentException("A validity ends on or after its first day");
        }
    }

    /** Days that begin and end in one zone, as they are printed. */
    public Validity(LocalDate firstDay, Optional<LocalDate> lastDay, ZoneId zone) {
        this(firstDay, lastDay, zone, zone);
    }

    public static Validity between(LocalDate firstDay, LocalDate lastDay, ZoneId zone) {
        return new Validity(firstDay, Optional.of(lastDay), zone);
    }

    public static Validity from(LocalDate firstDay, ZoneId zone) {
        return new Validity(firstDay, Optional.empty(), zone);
    }

    /** The same days from that one on. */
    public Validity since(LocalDate day) {
        return new Validity(day, lastDay, zone, endZone);
    }

    /** The same days, until 24:00 of the last one there if that comes later. */
    public Validity lastingIn(ZoneId there) {
        LocalDate day = lastDay.orElse(firstDay);
        return over(day, there).isAfter(over(day, endZone)) ? new Validity(firstDay, lastDay, zone, there) : this;
    }

    /** The first instant at which the paper is valid. */
    public Instant start() {
        return firstDay.atStartOfDay(zone).toInstant();
    }

    /** The instant from which it is no longer valid; empty while the last day is open. */
    public Optional<Instant> end() {
        return lastDay.map(day -> over(day, endZone));
    }

    private static Instant over(LocalDate day, ZoneId there) {
        return day.plusDays(1).atStartOfDay(there).toInstant();
    }

    public boolean covers(Instant instant) {
        return !instant.isBefore(start()) && end().map(instant::isBefore).orElse(true);
    }
}
