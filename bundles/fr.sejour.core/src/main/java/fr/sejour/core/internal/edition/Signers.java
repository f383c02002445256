package fr.sejour.core.internal.edition;

import fr.sejour.api.operation.FreshFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import java.util.stream.Collectors;

/** Whose signature makes an edition the law: the certificates of a file in PEM, and those that they certify. */
final class Signers {

    private final Path file;
    private final FreshFile<Set<X509Certificate>> trusted;

    Signers(Path file) {
        this.file = file;
        this.trusted = new FreshFile<>(file, Signers::read);
    }

    /**
     * Whether somebody who may has signed with that path.
     *
     * @param at when the signature had to hold
     * @throws NotSigned with one sentence that says why not
     */
    void accept(CertPath path, Instant at) {
        Set<X509Certificate> anchors = trusted.get();
        if (anchors.isEmpty()) {
            throw new NotSigned("Nobody may sign editions here: put the certificates of those who may in " + file);
        }
        if (path.getCertificates().get(0) instanceof X509Certificate own && anchors.contains(own)) {
            acceptDays(own, at);
            return;
        }
        try {
            PKIXParameters parameters = new PKIXParameters(
                    anchors.stream().map(it -> new TrustAnchor(it, null)).collect(Collectors.toSet()));
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(at));
            CertPathValidator.getInstance("PKIX").validate(path, parameters);
        } catch (InvalidAlgorithmParameterException impossible) {
            throw new IllegalStateException("There are anchors", impossible);
        } catch (GeneralSecurityException refused) {
            throw new NotSigned("Its signer is none of those in " + file + ", nor certified by one of them");
        }
    }

    private static void acceptDays(X509Certificate own, Instant at) {
        try {
            own.checkValidity(Date.from(at));
        } catch (GeneralSecurityException over) {
            throw new NotSigned("The certificate of its signer was not valid on that day");
        }
    }

    private static Set<X509Certificate> read(Path file) {
        if (!Files.exists(file)) {
            return Set.of();
        }
        try (InputStream pem = Files.newInputStream(file)) {
            return CertificateFactory.getInstance("X.509").generateCertificates(pem).stream()
                    .map(X509Certificate.class::cast)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException | GeneralSecurityException unreadable) {
            throw new NotSigned("The file " + file + " holds no certificates that can be read");
        }
    }
}
