package fr.sejour.store.jpa.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * The file beside the configuration that says which installation this is. What it cannot do it says in an
 * {@link IllegalStateException}.
 */
final class IdentityFile {

    private final Path path;
    private final Path promised;

    IdentityFile(Path path) {
        this.path = path.toAbsolutePath();
        this.promised = this.path.resolveSibling(this.path.getFileName() + ".new");
    }

    /** The identity that stands there; empty when there is no file. */
    Optional<String> read() {
        return read(path);
    }

    /** The identity that was about to be written when the process stopped. */
    Optional<String> readPromised() {
        return read(promised);
    }

    private Optional<String> read(Path file) {
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            String identity = Files.readString(file).strip();
            if (identity.isEmpty() || identity.length() > 36) {
                throw new IllegalStateException("The file " + this + " holds no identity of an installation.");
            }
            return Optional.of(identity);
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /** Puts an identity on disk beside the file, so that a stop between database and file can be mended. */
    void promise(String identity) {
        try {
            Files.createDirectories(path.getParent());
            try (FileChannel file = FileChannel.open(
                    promised,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE)) {
                file.write(ByteBuffer.wrap((identity + "\n").getBytes(StandardCharsets.UTF_8)));
                file.force(true);
            }
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /** Makes the promised identity the one that stands. */
    void keepPromise() {
        try {
            Files.move(promised, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            try (FileChannel folder = FileChannel.open(path.getParent(), StandardOpenOption.READ)) {
                folder.force(true);
            }
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private IllegalStateException unusable(IOException e) {
        return new IllegalStateException(
                "The file " + this + " cannot be used: " + e.getClass().getSimpleName() + ".", e);
    }

    /** Its name alone: sentences about it are read where nobody has to know the machine. */
    @Override
    public String toString() {
        return path.getFileName().toString();
    }
}
