package fr.sejour.checker;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Somebody who signs pages with a certificate of their own. */
record Signer(KeyPair pair, X509Certificate certificate) {

    static Signer make() throws GeneralSecurityException, OperatorCreationException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        KeyPair pair = generator.generateKeyPair();
        X500Name name = new X500Name("CN=Test");
        return new Signer(
                pair,
                new JcaX509CertificateConverter()
                        .getCertificate(new JcaX509v3CertificateBuilder(
                                        name,
                                        BigInteger.ONE,
                                        Date.from(Instant.parse("2026-01-01T00:00:00Z")),
                                        Date.from(Instant.parse("2030-01-01T00:00:00Z")),
                                        name,
                                        pair.getPublic())
                                .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate()))));
    }

    byte[] sign(byte[] page) throws GeneralSecurityException, IOException {
        PAdESSignatureParameters parameters = new PAdESSignatureParameters();
        CertificateToken token = new CertificateToken(certificate);
        parameters.setSignatureLevel(SignatureLevel.PAdES_BASELINE_B);
        parameters.setSigningCertificate(token);
        parameters.setCertificateChain(List.of(token));
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.bLevel().setSigningDate(Date.from(Instant.parse("2026-06-16T08:00:00Z")));
        PAdESService pades = new PAdESService(new CommonCertificateVerifier());
        InMemoryDocument document = new InMemoryDocument(page);
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(pair.getPrivate());
        signature.update(pades.getDataToSign(document, parameters).getBytes());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        pades.signDocument(document, parameters, new SignatureValue(SignatureAlgorithm.ECDSA_SHA256, signature.sign()))
                .writeTo(bytes);
        return bytes.toByteArray();
    }
}
