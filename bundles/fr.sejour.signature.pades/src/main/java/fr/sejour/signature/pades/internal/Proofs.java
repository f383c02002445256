package fr.sejour.signature.pades.internal;

import eu.europa.esig.dss.crl.CRLUtils;
import eu.europa.esig.dss.enumerations.RevocationOrigin;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.service.crl.OnlineCRLSource;
import eu.europa.esig.dss.service.ocsp.OnlineOCSPSource;
import eu.europa.esig.dss.spi.client.http.NativeHTTPDataLoader;
import eu.europa.esig.dss.spi.validation.CertificateVerifier;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.spi.x509.aia.DefaultAIASource;
import eu.europa.esig.dss.spi.x509.revocation.crl.CRLSource;
import eu.europa.esig.dss.spi.x509.revocation.crl.CRLToken;
import java.io.IOException;
import java.security.cert.CRLException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the certificates and the lists of what is revoked come from, that a later reader validates with. */
final class Proofs {

    /** Longer than any list that is worth carrying in a page. */
    private static final int LARGEST_LIST = 5_000_000;

    private final Optional<OwnAuthority> own;

    Proofs(Optional<OwnAuthority> own) {
        this.own = own;
    }

    /** Asks nobody: enough to sign and to look at a signature. */
    static CertificateVerifier none() {
        return new CommonCertificateVerifier(true);
    }

    /** Asks the own authority what it has revoked, and those who certified anything else over HTTP. */
    CertificateVerifier ask(List<X509Certificate> chain) {
        CommonCertificateVerifier verifier = new CommonCertificateVerifier(true);
        CommonTrustedCertificateSource trusted = new CommonTrustedCertificateSource();
        X509Certificate last = chain.get(chain.size() - 1);
        if (last.getSubjectX500Principal().equals(last.getIssuerX500Principal())) {
            trusted.addCertificate(new CertificateToken(last));
        }
        verifier.setTrustedCertSources(trusted);
        verifier.setAIASource(new DefaultAIASource(http()));
        verifier.setOcspSource(new OnlineOCSPSource(http()));
        verifier.setCrlSource(new Lists(own, new OnlineCRLSource(http())));
        // whoever stamped the time is not ours to trust, but what it says of itself is kept
        verifier.setCheckRevocationForUntrustedChains(true);
        return verifier;
    }

    private static NativeHTTPDataLoader http() {
        NativeHTTPDataLoader http = new NativeHTTPDataLoader();
        http.setConnectTimeout(Stamps.PATIENCE_MILLIS);
        http.setReadTimeout(Stamps.PATIENCE_MILLIS);
        http.setMaxInputSize(LARGEST_LIST);
        return http;
    }

    /** The lists of what is revoked. */
    private record Lists(Optional<OwnAuthority> own, OnlineCRLSource online) implements CRLSource {

        @Override
        public @Nullable CRLToken getRevocationToken(CertificateToken certificate, CertificateToken issuer) {
            if (own.isEmpty() || !own.get().issued(certificate.getCertificate())) {
                return online.getRevocationToken(certificate, issuer);
            }
            try {
                CRLToken list = new CRLToken(
                        certificate,
                        CRLUtils.buildCRLValidity(
                                CRLUtils.buildCRLBinary(own.get().revoked().getEncoded()), issuer));
                list.setExternalOrigin(RevocationOrigin.EXTERNAL);
                return list;
            } catch (IOException | CRLException e) {
                throw new DSSException("The own list of what is revoked cannot be read", e);
            }
        }
    }
}
