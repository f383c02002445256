package fr.sejour.api.operation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a file holds, read again when the file has changed: an operator mends it, and nothing is started anew. One that could not be
 * read is not tried again within a second unless it has changed: to find a password wrong takes long, and many may ask. Safe from any
 * thread.
 *
 * @param <T> what is read
 */
public final class FreshFile<T> {

    private static final long BETWEEN_TRIES_NANOS = 1_000_000_000L;

    private final Path path;
    private final Reader<T> reader;
    private @Nullable Look last;
    private @Nullable T read;
    private @Nullable RuntimeException fault;
    private long failedAt;

    public FreshFile(Path path, Reader<T> reader) {
        this.path = path;
        this.reader = reader;
    }

    /** What it holds now, or held when it was last read, if it has not changed since. What the reader throws is thrown each time. */
    public synchronized T get() {
        Look look = look();
        boolean unchanged = look.equals(last);
        T known = read;
        if (unchanged && known != null) {
            return known;
        }
        RuntimeException before = fault;
        if (unchanged && before != null && System.nanoTime() - failedAt < BETWEEN_TRIES_NANOS) {
            throw before;
        }
        last = look;
        read = null;
        fault = null;
        try {
            T now = reader.read(path);
            read = now;
            return now;
        } catch (RuntimeException e) {
            fault = e;
            failedAt = System.nanoTime();
            throw e;
        }
    }

    private Look look() {
        try {
            return new Look(Optional.of(Files.getLastModifiedTime(path)), Files.size(path));
        } catch (IOException notThere) {
            return new Look(Optional.empty(), -1);
        }
    }

    private record Look(Optional<FileTime> changed, long size) {}

    /** @param <T> what is read */
    @FunctionalInterface
    public interface Reader<T> {
        T read(Path file);
    }
}
