package fr.sejour.seal.internal;

import fr.sejour.api.operation.FreshFile;
import fr.sejour.api.operation.KnownKeys;
import fr.sejour.api.operation.SecretFile;
import fr.sejour.api.operation.SelfSigned;
import fr.sejour.api.paper.PaperSigner.SigningUnavailable;
import fr.sejour.api.seal.SealKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PKCS#12 file of the keys, present and former. A key is called by the four letters of its certificate; one is added to follow
 * another, and a former one may stay as a certificate alone. What is mended there is seen at the next seal.
 */
final class KeyFile {

    private static final Logger LOG = LoggerFactory.getLogger(KeyFile.class);

    /** The name of the key that is made at the first start. */
    private static final String FIRST = "s001";

    /** Nobody relied on it before, and a demonstration may be played on a day that is over. */
    private static final Instant OWN_FIRST = Instant.parse("2020-01-01T00:00:00Z");

    /** A certificate that does not end by itself (RFC 5280, 4.1.2.5). */
    private static final int NO_END = 9999;

    private final Path path;
    private final char[] password;
    private final String authority;
    private final KnownKeys known;
    private final FreshFile<KeyRing> ring;

    /** @param authority the four letters of whoever certifies the keys */
    KeyFile(Path path, String password, String authority) {
        this.path = path.toAbsolutePath();
        this.password = password.toCharArray();
        this.authority = authority;
        this.known = new KnownKeys(this.path);
        this.ring = new FreshFile<>(this.path, file -> read());
    }

    /**
     * What stands there now.
     *
     * @throws SigningUnavailable when nothing there can be used
     */
    KeyRing ring() {
        return ring.get();
    }

    /** The keys that stood there when it was last read, by whatever process. */
    List<SealKey> known() {
        try {
            return known.read().stream().map(SealKey::of).toList();
        } catch (IOException | IllegalArgumentException e) {
            LOG.error(
                    "The public keys {} cannot be read: {}", known, e.getClass().getSimpleName());
            return List.of();
        }
    }

    /** Makes the file with one key, unless it stands there or stood there before. */
    void makeOnce() throws IOException, GeneralSecurityException {
        // in this order: whoever makes it makes it before it is known
        if (known.stand() || Files.exists(path)) {
            return;
        }
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair pair = generator.generateKeyPair();
        Certificate certificate = SelfSigned.of(pair, "Séjour", OWN_FIRST);
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null, password);
        keys.setKeyEntry(FIRST, pair.getPrivate(), password, new Certificate[] {certificate});
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        keys.store(bytes, password);
        SecretFile.makeOnce(path, bytes.toByteArray());
    }

    private KeyRing read() {
        KeyRing read = open();
        try {
            known.keep(read.keys().stream().map(SealKey::members).toList());
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
            List<KeyRing.Signer> signers = new ArrayList<>();
            List<SealKey> published = new ArrayList<>();
            for (String name : Collections.list(keys.aliases())) {
                X509Certificate certificate = (X509Certificate) keys.getCertificate(name);
                SealKey key = published(name, certificate);
                published.add(key);
                if (keys.getKey(name, password) instanceof PrivateKey own) {
                    requirePair(own, key);
                    signers.add(new KeyRing.Signer(
                            key.id(),
                            own,
                            certificate.getNotBefore().toInstant(),
                            certificate.getNotAfter().toInstant()));
                }
            }
            published.sort(Comparator.comparing(SealKey::from));
            return new KeyRing(signers, published);
        } catch (NoSuchFileException e) {
            throw new SigningUnavailable("The file " + this + " of the seal's keys is missing: put it back in place."
                    + (known.stand()
                            ? " It was in use, and what it sealed is verified with " + known + ": no other is made."
                            : ""));
        } catch (InvalidKeyException e) {
            throw new SigningUnavailable(
                    "The file " + this + " holds a private key that does not belong to its certificate.");
        } catch (IOException e) {
            throw new SigningUnavailable(
                    e.getCause() instanceof UnrecoverableKeyException
                            ? "The password of the file " + this + " is wrong: set .password in etc/" + KeyFileSeals.PID
                                    + ".cfg."
                            : "The file " + this + " is no PKCS#12 file that can be read: put the right one in place.");
        } catch (GeneralSecurityException | ClassCastException | IllegalArgumentException e) {
            throw new SigningUnavailable("The file " + this
                    + " holds a key that seals cannot be made with: it takes the curve P-256, and a name of four letters"
                    + " or digits.");
        }
    }

    /** A day is one somewhere on Earth: a seal names the day of the préfecture, which may be far from Greenwich. */
    private SealKey published(String name, X509Certificate certificate) {
        Instant until = certificate.getNotAfter().toInstant();
        return new SealKey(
                authority + name.toUpperCase(Locale.ROOT),
                (ECPublicKey) certificate.getPublicKey(),
                LocalDate.ofInstant(certificate.getNotBefore().toInstant(), ZoneOffset.ofHours(-12)),
                Optional.of(LocalDate.ofInstant(until, ZoneOffset.ofHours(14))).filter(day -> day.getYear() < NO_END));
    }

    private static void requirePair(PrivateKey own, SealKey key) throws GeneralSecurityException {
        byte[] anything = key.id().getBytes(StandardCharsets.US_ASCII);
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(own);
        signature.update(anything);
        byte[] signed = signature.sign();
        signature.initVerify(key.key());
        signature.update(anything);
        if (!signature.verify(signed)) {
            throw new InvalidKeyException("It is the key of another certificate");
        }
    }

    /** Its name alone: sentences about it are read where nobody has to know the machine. */
    @Override
    public String toString() {
        return path.getFileName().toString();
    }
}
