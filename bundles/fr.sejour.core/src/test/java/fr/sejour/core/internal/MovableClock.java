package fr.sejour.core.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands where the test put it. */
public final class MovableClock extends Clock {

    private Instant now;

    public MovableClock(String instant) {
        now = Instant.parse(instant);
    }

    /** Puts the clock to nine in the morning in Paris on that day. */
    public void moveTo(LocalDate day) {
        now = day.atTime(9, 0).atZone(ZoneId.of("Europe/Paris")).toInstant();
    }

    public void advance(Duration by) {
        now = now.plus(by);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }
}
