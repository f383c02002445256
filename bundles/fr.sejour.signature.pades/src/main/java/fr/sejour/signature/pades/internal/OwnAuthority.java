package fr.sejour.signature.pades.internal;

import fr.sejour.api.operation.SecretFile;
import fr.sejour.api.paper.PaperSigner.SigningUnavailable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * The authority that the platform makes for itself at its first start, so that papers can be tried out whole: it certifies the key that
 * signs and a unit that stamps the time, and says what it has revoked. Nobody else trusts it.
 */
final class OwnAuthority {

    static final String FILE = "sejour.signature.pades.p12";

    static final String ROOT = "authority";
    private static final String SIGNATURE = "signature";
    private static final String TIME = "time-stamp";
    private static final String ALGORITHM = "SHA256withECDSA";
    private static final Duration LIFE = Duration.ofDays(3650);
    /** Nobody relied on it before, and a demonstration may be played on a day that is over. */
    private static final Instant FIRST = Instant.parse("2020-01-01T00:00:00Z");

    private static final Duration LIST_LIFE = Duration.ofDays(7);
    private static final int SERIAL_BITS = 96;

    private final Path path;
    private final String password;
    private final KnownAuthority known;
    private final KeyFile file;
    private final Clock clock;

    OwnAuthority(Path path, String password, Clock clock) {
        this.path = path;
        this.password = password;
        this.known = new KnownAuthority(path);
        this.file = new KeyFile(path, password, Optional.of(known));
        this.clock = clock;
    }

    KeyFile file() {
        return file;
    }

    /** Makes the file with its three keys, unless it stands there or stood there before. */
    void makeOnce() throws IOException {
        // in this order: whoever makes it makes it before it is known
        if (known.stands() || Files.exists(path)) {
            return;
        }
        try {
            KeyPair root = pair();
            X509Certificate authority =
                    certificate("Séjour, autorité de démonstration", root, ROOT, root, clock.instant());
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(null, null);
            keys.setKeyEntry(ROOT, root.getPrivate(), password.toCharArray(), new Certificate[] {authority});
            for (String name : List.of(SIGNATURE, TIME)) {
                KeyPair pair = pair();
                String says =
                        name.equals(TIME) ? "Séjour, horodatage de démonstration" : "Séjour, cachet de démonstration";
                X509Certificate own = certificate(says, pair, name, root, clock.instant());
                keys.setKeyEntry(name, pair.getPrivate(), password.toCharArray(), new Certificate[] {own, authority});
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            keys.store(bytes, password.toCharArray());
            SecretFile.makeOnce(path, bytes.toByteArray());
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("This Java does not certify keys", e);
        }
    }

    /**
     * Its own; while its file is away, the one that is known.
     *
     * @throws SigningUnavailable when none is known
     */
    X509Certificate certificate() {
        try {
            return entry(ROOT).own();
        } catch (SigningUnavailable away) {
            return known.certificate().orElseThrow(() -> away);
        }
    }

    /** The unit that stamps the time. */
    SigningKey timeUnit() {
        return entry(TIME);
    }

    boolean issued(X509Certificate certificate) {
        return certificate.getIssuerX500Principal().equals(certificate().getSubjectX500Principal());
    }

    /**
     * The list of what it has revoked, which is nothing, as of now (RFC 5280, 5).
     *
     * @throws SigningUnavailable when its file cannot be read
     */
    X509CRL revoked() {
        SigningKey root = entry(ROOT);
        Instant now = clock.instant();
        try {
            JcaX509v2CRLBuilder list = new JcaX509v2CRLBuilder(root.own(), Date.from(now));
            list.setNextUpdate(Date.from(now.plus(LIST_LIFE)));
            list.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(root.own()));
            list.addExtension(Extension.cRLNumber, false, new CRLNumber(BigInteger.valueOf(now.toEpochMilli())));
            return new JcaX509CRLConverter()
                    .getCRL(list.build(new JcaContentSignerBuilder(ALGORITHM).build(root.key())));
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException("This Java does not sign lists of what is revoked", e);
        }
    }

    private SigningKey entry(String name) {
        KeyStore store = file.store();
        try {
            Certificate[] chain = store.getCertificateChain(name);
            if (chain != null && store.getKey(name, file.password()) instanceof PrivateKey key) {
                return new SigningKey(
                        key,
                        List.of(chain).stream().map(X509Certificate.class::cast).toList(),
                        Optional.empty());
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A file that was opened holds a key that cannot be read", e);
        }
        throw lacks("The file " + file, name);
    }

    static SigningUnavailable lacks(String where, String name) {
        return new SigningUnavailable(
                where + " lacks the key called " + name + ": put the one back that the platform made.");
    }

    private static X509Certificate certificate(String says, KeyPair of, String use, KeyPair root, Instant now)
            throws GeneralSecurityException, OperatorCreationException, CertIOException {
        boolean authority = use.equals(ROOT);
        X509v3CertificateBuilder certificate = new JcaX509v3CertificateBuilder(
                new X500Name("CN=\"Séjour, autorité de démonstration\",O=Séjour,C=FR"),
                new BigInteger(SERIAL_BITS, new SecureRandom()).setBit(0),
                Date.from(FIRST),
                Date.from(now.plus(LIFE)),
                new X500Name("CN=\"" + says + "\",O=Séjour,C=FR"),
                of.getPublic());
        JcaX509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
        certificate.addExtension(
                Extension.subjectKeyIdentifier, false, identifiers.createSubjectKeyIdentifier(of.getPublic()));
        certificate.addExtension(
                Extension.authorityKeyIdentifier, false, identifiers.createAuthorityKeyIdentifier(root.getPublic()));
        certificate.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
        certificate.addExtension(
                Extension.keyUsage,
                true,
                new KeyUsage(
                        authority
                                ? KeyUsage.keyCertSign | KeyUsage.cRLSign
                                : use.equals(TIME) ? KeyUsage.digitalSignature : KeyUsage.nonRepudiation));
        if (use.equals(TIME)) {
            certificate.addExtension(
                    Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
        }
        return new JcaX509CertificateConverter()
                .getCertificate(certificate.build(new JcaContentSignerBuilder(ALGORITHM).build(root.getPrivate())));
    }

    private static KeyPair pair() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }
}
