package fr.sejour.signature.pades.internal;

import fr.sejour.api.operation.KnownKeys;
import fr.sejour.api.paper.PaperSigner.SigningUnavailable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is public of the own authority, kept beside its file: papers that it certified are validated with that while the file is away. */
final class KnownAuthority {

    private static final Logger LOG = LoggerFactory.getLogger(KnownAuthority.class);

    private static final String NAME = "name";
    private static final String CERTIFICATE = "certificate";

    private final KnownKeys known;

    KnownAuthority(Path file) {
        this.known = new KnownKeys(file);
    }

    /** Whether the file was ever in use. */
    boolean stands() {
        return known.stand();
    }

    /**
     * Keeps what is public of these keys.
     *
     * @throws SigningUnavailable when they are not those of an authority, which would take the place of the one that is known
     */
    void keep(KeyStore keys, String where) throws GeneralSecurityException {
        if (!keys.isKeyEntry(OwnAuthority.ROOT)) {
            throw OwnAuthority.lacks(where, OwnAuthority.ROOT);
        }
        List<Map<String, String>> certificates = new ArrayList<>();
        for (String name : new TreeSet<>(Collections.list(keys.aliases()))) {
            byte[] certificate = keys.getCertificate(name).getEncoded();
            certificates.add(Map.of(NAME, name, CERTIFICATE, Base64.getEncoder().encodeToString(certificate)));
        }
        try {
            known.keep(certificates);
        } catch (IOException e) {
            LOG.warn(
                    "The public keys {} cannot be kept beside their file: {}",
                    known,
                    e.getClass().getSimpleName());
        }
    }

    /** The certificate of the authority when its file was last read, by whatever process. */
    Optional<X509Certificate> certificate() {
        try {
            for (Map<String, String> key : known.read()) {
                if (OwnAuthority.ROOT.equals(key.get(NAME))) {
                    byte[] encoded = Base64.getDecoder().decode(key.getOrDefault(CERTIFICATE, ""));
                    return Optional.of((X509Certificate) CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(encoded)));
                }
            }
        } catch (IOException | IllegalArgumentException | CertificateException e) {
            LOG.error(
                    "The public keys {} cannot be read: {}", known, e.getClass().getSimpleName());
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return known.toString();
    }
}
