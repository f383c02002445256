package fr.sejour.store.files.internal;

import fr.sejour.api.operation.SecretFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;

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
        String key = HexFormat.of().formatHex(Keys.random(Keys.BYTES)) + "\n";
        SecretFile.makeOnce(file, key.getBytes(StandardCharsets.US_ASCII));
    }
}
