package fr.sejour.signature.pades.internal;

import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.spi.x509.revocation.crl.ExternalResourcesCRLSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.Arrays;

/** What DSS's own validator says of a page, for somebody who trusts that authority and asks nobody. */
record Validated(Indication indication, SignatureLevel level, String why) {

    static Validated of(byte[] page, X509Certificate trusted, X509CRL... lists) throws GeneralSecurityException {
        CommonTrustedCertificateSource anchor = new CommonTrustedCertificateSource();
        anchor.addCertificate(new CertificateToken(trusted));
        CommonCertificateVerifier verifier = new CommonCertificateVerifier(true);
        verifier.setTrustedCertSources(anchor);
        for (X509CRL list : lists) {
            verifier.setCrlSource(new ExternalResourcesCRLSource(new ByteArrayInputStream(list.getEncoded())));
        }
        SignedDocumentValidator validator = SignedDocumentValidator.fromDocument(new InMemoryDocument(page));
        validator.setCertificateVerifier(verifier);
        SimpleReport report = validator.validateDocument().getSimpleReport();
        String signature = report.getFirstSignatureId();
        return new Validated(
                report.getIndication(signature),
                report.getSignatureFormat(signature),
                report.getSubIndication(signature) + " "
                        + Arrays.toString(
                                report.getAdESValidationErrors(signature).toArray()));
    }
}
