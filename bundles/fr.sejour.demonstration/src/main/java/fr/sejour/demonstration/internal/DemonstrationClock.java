package fr.sejour.demonstration.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Runs like the machine's clock, some way before or after it. The platform's clock shows its instants while it is there. It
 * remembers how far it was moved, so that a restart does not turn time back.
 */
@Component(service = {InstantSource.class, DemonstrationClock.class})
public final class DemonstrationClock implements InstantSource {

    private final Path memory;
    private final InstantSource machine;
    private volatile Duration offset;

    @Activate
    public DemonstrationClock(BundleContext context) {
        this(Notebook.page(context, "clock-offset"), InstantSource.system());
    }

    DemonstrationClock(Path memory, InstantSource machine) {
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
