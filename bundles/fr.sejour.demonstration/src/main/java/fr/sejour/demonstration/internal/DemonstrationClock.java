package fr.sejour.demonstration.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * A clock that runs like the machine's, some way before or after it. It outranks the platform's own, and remembers how far it was
 * moved, so that a restart does not turn time back.
 */
@Component(
        service = {Clock.class, DemonstrationClock.class},
        property = "service.ranking:Integer=1000")
public final class DemonstrationClock extends Clock {

    private final Path memory;
    private final Clock machine;
    private volatile Duration offset;

    @Activate
    public DemonstrationClock(BundleContext context) {
        this(context.getDataFile("clock-offset").toPath(), Clock.systemUTC());
    }

    DemonstrationClock(Path memory, Clock machine) {
        this.memory = memory;
        this.machine = machine;
        this.offset = remembered(memory);
    }

    /** Puts the clock to that instant; it runs on from there. */
    void moveTo(Instant instant) {
        offset = Duration.between(machine.instant(), instant);
        try {
            Files.writeString(memory, offset.toString());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** What the machine's clock says. */
    Instant machineTime() {
        return machine.instant();
    }

    @Override
    public Instant instant() {
        return machine.instant().plus(offset);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(machine.withZone(zone), offset);
    }

    private static Duration remembered(Path memory) {
        try {
            return Duration.parse(Files.readString(memory));
        } catch (NoSuchFileException neverMoved) {
            return Duration.ZERO;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
