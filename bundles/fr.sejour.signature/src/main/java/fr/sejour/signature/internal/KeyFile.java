package fr.sejour.signature.internal;

import com.nimbusds.jose.JOSEException;
import fr.sejour.api.operation.FreshFile;
import fr.sejour.api.operation.KnownKeys;
import fr.sejour.api.operation.SecretFile;
import fr.sejour.api.operation.SelfSigned;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PKCS#12 file that holds the key, for its owner alone. Its password keeps nobody out, for it stands beside the file: what
 * guards the key is who may read the file. What is mended there is seen at the next signature.
 */
final class KeyFile {

    /** The name of the present key; a key of any other name is a former one, which still verifies. */
    static final String PRESENT = "sejour";

    private static final Logger LOG = LoggerFactory.getLogger(KeyFile.class);

    private final Path path;
    private final char[] password;
    private final KnownKeys known;
    private final FreshFile<KeyRing> ring;

    KeyFile(Path path, String password) {
        this.path = path.toAbsolutePath();
        this.password = password.toCharArray();
        this.known = new KnownKeys(this.path);
        this.ring = new FreshFile<>(this.path, file -> read());
    }

    /**
     * What stands there now.
     *
     * @throws NoKey when nothing there can be used
     */
    KeyRing ring() {
        return ring.get();
    }

    /** The public keys that stood there when it was last read, by whatever process. */
    List<Map<String, String>> known() {
        try {
            return known.read();
        } catch (IOException e) {
            LOG.error(
                    "The public keys {} cannot be read: {}", known, e.getClass().getSimpleName());
            return List.of();
        }
    }

    /** Makes the file with one key, unless it stands there or stood there before. */
    void makeOnce(Clock clock) throws IOException, GeneralSecurityException {
        // in this order: whoever makes it makes it before it is known
        if (known.stand() || Files.exists(path)) {
            return;
        }
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

    private KeyRing read() {
        KeyRing read = open();
        try {
            known.keep(read.publicKeys());
        } catch (IOException e) {
            LOG.warn(
                    "The public keys {} cannot be kept beside their file: {}",
                    known,
                    e.getClass().getSimpleName());
        }
        return read;
    }

    private KeyRing open() {
        try {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            try (InputStream file = Files.newInputStream(path)) {
                keys.load(file, password);
            }
            if (!keys.isKeyEntry(PRESENT)) {
                throw new NoKey(
                        "The file " + this + " holds no key called " + PRESENT + ": put the right one in place.");
            }
            return KeyRing.of(keys, password);
        } catch (NoSuchFileException e) {
            throw new NoKey("The file " + this + " of the key that signs statements is missing: put it back in place."
                    + (known.stand()
                            ? " It was in use, and what it signed is verified with " + known + ": no other is made."
                            : ""));
        } catch (AccessDeniedException e) {
            throw new NoKey("The file " + this + " may not be read: give it to the account that runs the platform.");
        } catch (IOException e) {
            throw e.getCause() instanceof UnrecoverableKeyException ? wrongPassword() : unreadable();
        } catch (UnrecoverableKeyException e) {
            throw wrongPassword();
        } catch (JOSEException | ClassCastException | IllegalArgumentException | IllegalStateException e) {
            throw new NoKey("The file " + this + " holds a key that is not of the curve P-256, or not that of its"
                    + " certificate: put the right one in place.");
        } catch (GeneralSecurityException e) {
            throw unreadable();
        }
    }

    private NoKey wrongPassword() {
        return new NoKey("The password of the file " + this + " is wrong: set .password in etc/" + KeyFileSignatures.PID
                + ".cfg.");
    }

    private NoKey unreadable() {
        return new NoKey("The file " + this + " is no PKCS#12 file that can be read: put the right one in place.");
    }

    /** Its name alone: sentences about it are read where nobody has to know the machine. */
    @Override
    public String toString() {
        return path.getFileName().toString();
    }

    /** There is no key to sign with; the message says what to mend, without a word of the key itself. */
    static final class NoKey extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NoKey(String sentence) {
            super(sentence);
        }
    }
}
