package fr.sejour.checker;

import eu.europa.esig.dss.diagnostic.DiagnosticData;
import eu.europa.esig.dss.diagnostic.SignatureWrapper;
import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.SubIndication;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.spi.exception.IllegalInputException;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.spi.x509.revocation.crl.ExternalResourcesCRLSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import eu.europa.esig.dss.validation.reports.Reports;
import java.io.ByteArrayInputStream;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What the signature of a PDF (PAdES) proves, as the library of the European Commission validates it. */
enum PageSignature {
    /** Signed by the platform, and as it was signed. */
    INTACT,
    /** As it was signed; by whom cannot be told here. */
    UNKNOWN_SIGNER,
    /** As it was signed, and not by the platform. */
    OTHER_SIGNER,
    /** Not as it was signed: other bytes, or something added behind that changes what is seen. */
    CHANGED,
    /** Signed with a key that its authority has taken back. */
    REVOKED,
    /** Nobody signed it: a scan, or a print of a print. */
    ABSENT;

    private static final Set<SubIndication> BROKEN =
            Set.of(SubIndication.HASH_FAILURE, SubIndication.SIG_CRYPTO_FAILURE, SubIndication.FORMAT_FAILURE);

    /** Whether the file is no proof of anything, whatever its seal says. */
    boolean refuses() {
        return this == CHANGED || this == OTHER_SIGNER || this == REVOKED;
    }

    /** The key of its sentence. */
    String key() {
        return "seal.signature." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * @param authority trusted; without one no signer is known
     * @param revoked what that authority has revoked, in DER; empty when it was not fetched
     */
    static PageSignature of(byte[] page, Optional<X509Certificate> authority, Optional<byte[]> revoked, Instant now) {
        CommonTrustedCertificateSource anchor = new CommonTrustedCertificateSource();
        authority.map(CertificateToken::new).ifPresent(anchor::addCertificate);
        CommonCertificateVerifier verifier = new CommonCertificateVerifier(true);
        verifier.setTrustedCertSources(anchor);
        revoked.ifPresent(
                list -> verifier.setCrlSource(new ExternalResourcesCRLSource(new ByteArrayInputStream(list))));
        try {
            SignedDocumentValidator validator = SignedDocumentValidator.fromDocument(new InMemoryDocument(page));
            validator.setCertificateVerifier(verifier);
            validator.setValidationTime(Date.from(now));
            return of(validator.validateDocument(), authority.isPresent());
        } catch (DSSException | IllegalInputException noSignature) {
            return ABSENT;
        }
    }

    private static PageSignature of(Reports reports, boolean authorityKnown) {
        DiagnosticData details = reports.getDiagnosticData();
        SimpleReport report = reports.getSimpleReport();
        if (details.getSignatures().isEmpty()) {
            return ABSENT;
        }
        boolean unknown = false;
        for (SignatureWrapper signature : details.getSignatures()) {
            if (!signature.isSignatureIntact() || !signature.isSignatureValid() || seenOtherwise(signature)) {
                return CHANGED;
            }
            Indication indication = report.getIndication(signature.getId());
            SubIndication why = report.getSubIndication(signature.getId());
            if (why != null && BROKEN.contains(why)) {
                return CHANGED;
            }
            if (why == SubIndication.REVOKED) {
                return REVOKED;
            }
            if (authorityKnown && why == SubIndication.NO_CERTIFICATE_CHAIN_FOUND) {
                return OTHER_SIGNER;
            }
            // a list of what is revoked that was not fetched takes nothing from the chain to the authority
            unknown |= indication != Indication.TOTAL_PASSED && why != SubIndication.TRY_LATER;
        }
        return unknown ? UNKNOWN_SIGNER : INTACT;
    }

    /** What later validation needs may stand behind the signature; nothing that changes the page may. */
    private static boolean seenOtherwise(SignatureWrapper signature) {
        return !signature.getPdfAnnotationChanges().isEmpty()
                || !signature.getPdfAnnotationsOverlapConcernedPages().isEmpty()
                || !signature.getPdfVisualDifferenceConcernedPages().isEmpty()
                || !signature.getPdfPageDifferenceConcernedPages().isEmpty()
                || !signature.getPdfSignatureOrFormFillChanges().isEmpty()
                || !signature.getPdfUndefinedChanges().isEmpty();
    }
}
