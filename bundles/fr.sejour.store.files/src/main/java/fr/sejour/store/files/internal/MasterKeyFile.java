package fr.sejour.store.files.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Set;

/** The file that holds the master key: made at the first start, readable by its owner alone, and backed up apart. */
final class MasterKeyFile {

    private MasterKeyFile() {}

    /** @throws IllegalStateException with a sentence for the operator when it cannot be read or made */
    static byte[] readOrMake(Path file) {
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            byte[] key = HexFormat.of().parseHex(Files.readString(file).strip());
            if (key.length != Keys.BYTES) {
                throw new IllegalArgumentException("not a key");
            }
            return key;
        } catch (IllegalArgumentException damaged) {
            throw new IllegalStateException(
                    "The file " + file.getFileName() + " holds no key: put its backup in its place", damaged);
        } catch (IOException unusable) {
            throw new IllegalStateException(
                    "The file " + file.getFileName() + " cannot be used: "
                            + unusable.getClass().getSimpleName(),
                    unusable);
        }
    }

    private static void make(Path file) throws IOException {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        Files.createDirectories(folder);
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        String key = HexFormat.of().formatHex(Keys.random(Keys.BYTES)) + "\n";
        try (FileChannel channel = FileChannel.open(
                fresh,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            channel.write(ByteBuffer.wrap(key.getBytes(StandardCharsets.US_ASCII)));
            channel.force(true);
        }
        try {
            // a link, not a move: a key that stands there meanwhile is never replaced
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException made) {
            return;
        } finally {
            Files.deleteIfExists(fresh);
        }
        Folders.force(folder);
    }
}
