package fr.sejour.signature.internal;

import fr.sejour.api.operation.SecretFile;
import fr.sejour.api.operation.SelfSigned;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;

/**
 * The PKCS#12 file that holds the key, for its owner alone. Its password keeps nobody out, for it stands beside the file: what
 * guards the key is who may read the file.
 */
final class KeyFile {

    /** The name of the present key; a key of any other name is a former one, which still verifies. */
    static final String PRESENT = "sejour";

    private final Path path;
    private final char[] password;

    KeyFile(Path path, String password) {
        this.path = path.toAbsolutePath();
        this.password = password.toCharArray();
    }

    /** The keys that stand there; at the first start, one that has just been made. */
    KeyStore open(Clock clock) {
        try {
            if (!Files.exists(path)) {
                make(clock);
            }
            KeyStore keys = KeyStore.getInstance("PKCS12");
            try (InputStream file = Files.newInputStream(path)) {
                keys.load(file, password);
            }
            if (!keys.isKeyEntry(PRESENT)) {
                throw new IllegalStateException("The file " + this + " holds no key called " + PRESENT + ".");
            }
            return keys;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(
                    "The file " + this + " cannot be used: " + e.getClass().getSimpleName() + ".", e);
        }
    }

    char[] password() {
        return password.clone();
    }

    private void make(Clock clock) throws IOException, GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair pair = generator.generateKeyPair();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null, password);
        keys.setKeyEntry(
                PRESENT, pair.getPrivate(), password, new Certificate[] {SelfSigned.of(pair, "Séjour", clock.instant())
                });
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        keys.store(bytes, password);
        SecretFile.makeOnce(path, bytes.toByteArray());
    }

    /** Its name alone: sentences about it are read where nobody has to know the machine. */
    @Override
    public String toString() {
        return path.getFileName().toString();
    }
}
