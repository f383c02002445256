package fr.sejour.core.internal.attempt;

import fr.sejour.api.attempt.Attempt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The attempts of this node that the database has not got, one line each, on the disk before anybody is told of them. A replay
 * sets the file aside first, so that others go on being written, and takes it away when its last line is kept: whatever stops the
 * process in between, each line is read again, and whoever keeps it knows it by its number.
 */
final class WaitingFile {

    private static final Logger LOG = LoggerFactory.getLogger(WaitingFile.class);

    /** Some thirty thousand attempts: more than that in one outage is nobody's filing. */
    private static final long LARGEST = 32L * 1024 * 1024;

    private final Path folder;
    private final Path waiting;
    private final Path aside;

    WaitingFile(Path folder) {
        this.folder = folder.toAbsolutePath();
        this.waiting = this.folder.resolve("attempts");
        this.aside = this.folder.resolve("attempts.replayed");
    }

    /**
     * Writes an attempt and waits until it is on the disk.
     *
     * @return false when the file is full
     * @throws UncheckedIOException when it cannot be written
     */
    synchronized boolean add(Attempt attempt) {
        try {
            Files.createDirectories(folder);
            boolean fresh = !Files.exists(waiting);
            try (FileChannel file = FileChannel.open(
                    waiting, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                if (file.size() > LARGEST) {
                    return false;
                }
                // what a stop has torn off ends where it is, so that the next line is whole
                String before = brokenOff(file) ? "\n" : "";
                write(file, before + AttemptLine.of(attempt) + "\n");
                file.force(true);
            }
            if (fresh) {
                sync(folder);
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What waits, oldest first. */
    synchronized List<Attempt> all() {
        List<Attempt> all = new ArrayList<>(read(aside));
        all.addAll(read(waiting));
        return all;
    }

    /**
     * Gives each attempt that waits to whoever keeps it; those are gone from here once all of them are kept.
     *
     * @param keeper keeps an attempt, also one that it has kept before; what it throws ends the replay, and everything waits on
     */
    int replay(Consumer<Attempt> keeper) {
        int kept = 0;
        while (setAside()) {
            List<Attempt> attempts = read(aside);
            attempts.forEach(keeper);
            kept += attempts.size();
            putAway();
        }
        return kept;
    }

    /** Whether there is a file to replay, the one of a replay that was stopped before any other. */
    private synchronized boolean setAside() {
        try {
            if (!Files.exists(aside) && Files.exists(waiting)) {
                Files.move(waiting, aside, StandardCopyOption.ATOMIC_MOVE);
                sync(folder);
            }
            return Files.exists(aside);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized void putAway() {
        try {
            Files.delete(aside);
            sync(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Attempt> read(Path file) {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            List<Attempt> attempts = new ArrayList<>();
            int broken = 0;
            for (String line : new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\n", -1)) {
                Optional<Attempt> attempt = AttemptLine.read(line);
                attempt.ifPresent(attempts::add);
                broken += attempt.isEmpty() && !line.isEmpty() ? 1 : 0;
            }
            if (broken > 0) {
                // nobody was given a receipt for a line that never was whole
                LOG.warn("{} lines of {} broke off and are passed over", broken, file.getFileName());
            }
            return attempts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean brokenOff(FileChannel file) throws IOException {
        ByteBuffer last = ByteBuffer.allocate(1);
        return file.size() > 0 && file.read(last, file.size() - 1) == 1 && last.get(0) != '\n';
    }

    private static void write(FileChannel file, String text) throws IOException {
        ByteBuffer left = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        file.position(file.size());
        while (left.hasRemaining()) {
            file.write(left);
        }
    }

    private static void sync(Path folder) throws IOException {
        try (FileChannel opened = FileChannel.open(folder, StandardOpenOption.READ)) {
            opened.force(true);
        }
    }
}
