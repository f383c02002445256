package fr.sejour.signature.pades.internal;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.pades.validation.PDFDocumentAnalyzer;
import eu.europa.esig.dss.spi.signature.AdvancedSignature;
import eu.europa.esig.dss.spi.validation.CertificateVerifier;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import fr.sejour.api.paper.PaperSigner.Level;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What the European Commission's library for signatures does with a page. It finds its parts by the thread's class loader. */
final class Pades {

    /**
     * What is kept free for the signature in the file, in bytes: enough for a chain of two and a stamp of the own unit, and for the chain
     * that a service sends with its stamp.
     */
    private static final int OWN_SIZE = 4_096;

    private static final int SERVICE_SIZE = 16_384;

    private final boolean service;

    /** @param service whether stamps come from elsewhere */
    Pades(boolean service) {
        this.service = service;
    }

    /**
     * The same page, signed, and with a stamp when somebody gives it.
     *
     * @throws DSSException when no stamp came, though somebody should give it, or when the page cannot be signed
     * @throws GeneralSecurityException when the key does not sign
     */
    byte[] sign(byte[] page, SigningKey key, Instant now, Optional<TSPSource> stamps) throws GeneralSecurityException {
        DSSDocument document = new InMemoryDocument(page);
        PAdESSignatureParameters parameters =
                parameters(stamps.isPresent() ? SignatureLevel.PAdES_BASELINE_T : SignatureLevel.PAdES_BASELINE_B);
        List<CertificateToken> chain =
                key.chain().stream().map(CertificateToken::new).toList();
        SignatureAlgorithm algorithm = SignatureAlgorithm.forJAVA(key.algorithm());
        parameters.setSigningCertificate(chain.get(0));
        parameters.setCertificateChain(chain);
        parameters.setEncryptionAlgorithm(algorithm.getEncryptionAlgorithm());
        parameters.setDigestAlgorithm(algorithm.getDigestAlgorithm());
        parameters.bLevel().setSigningDate(Date.from(now));
        PAdESService pades = new PAdESService(Proofs.none());
        stamps.ifPresent(pades::setTspSource);

        byte[] toSign = inside(() -> pades.getDataToSign(document, parameters).getBytes());
        SignatureValue value = new SignatureValue(algorithm, key.sign(toSign));
        return inside(() -> bytes(pades.signDocument(document, parameters, value)));
    }

    /** @throws RuntimeException when it cannot be reached now */
    byte[] raise(byte[] signed, SignatureLevel level, CertificateVerifier proofs, TSPSource stamps) {
        PAdESService pades = new PAdESService(proofs);
        pades.setTspSource(stamps);
        return inside(() -> bytes(pades.extendDocument(new InMemoryDocument(signed), parameters(level))));
    }

    /** @throws IllegalArgumentException when nobody signed it */
    Level level(byte[] signed) {
        return inside(() -> {
            PDFDocumentAnalyzer page = new PDFDocumentAnalyzer(new InMemoryDocument(signed));
            page.setCertificateVerifier(Proofs.none());
            SignatureLevel found = page.getSignatures().stream()
                    .findFirst()
                    .map(AdvancedSignature::getDataFoundUpToLevel)
                    .orElseThrow(() -> new IllegalArgumentException("Nobody signed this page"));
            return switch (found) {
                case PAdES_BASELINE_LT, PAdES_BASELINE_LTA -> Level.LT;
                case PAdES_BASELINE_T -> Level.T;
                default -> Level.B;
            };
        });
    }

    private PAdESSignatureParameters parameters(SignatureLevel level) {
        PAdESSignatureParameters parameters = new PAdESSignatureParameters();
        parameters.setSignatureLevel(level);
        parameters.setContentSize(service ? SERVICE_SIZE : OWN_SIZE);
        parameters.getSignatureTimestampParameters().setDigestAlgorithm(DigestAlgorithm.SHA256);
        return parameters;
    }

    private static byte[] bytes(DSSDocument document) {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            document.writeTo(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T inside(Supplier<T> work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(Pades.class.getClassLoader());
        try {
            return work.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
