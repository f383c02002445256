package fr.sejour.rest.internal;

import fr.sejour.api.paper.PaperSigner;
import fr.sejour.api.paper.PrintedPaper;
import fr.sejour.api.paper.Seals;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Publishes a key of seals, and an authority until it has none. */
final class HandWrittenPapers implements Seals, PaperSigner {

    private static final String CERTIFICATE = """
            -----BEGIN CERTIFICATE-----
            MIIBkTCCATegAwIBAgIUXEVUNfiMnrIfAN5aHLCbl97uz1MwCgYIKoZIzj0EAwIw
            HTEbMBkGA1UEAwwSQXV0b3JpdGUgZCdleGVtcGxlMCAXDTI2MTEyMzA4MDE1OFoY
            DzIxMjYxMDMwMDgwMTU4WjAdMRswGQYDVQQDDBJBdXRvcml0ZSBkJ2V4ZW1wbGUw
            WTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAARqwOXm7+dblNlFrPPLosB8fR7JDEhd
            P5sWLq4wPq65GA4pN1ncWg7YyKPPS7BORxWcWhxlYmNUdbZ6V3yCqLh1o1MwUTAd
            BgNVHQ4EFgQUUP1Gz0TEJymppQCGyQDb2pJvQeMwHwYDVR0jBBgwFoAUUP1Gz0TE
            JymppQCGyQDb2pJvQeMwDwYDVR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNIADBF
            AiB2TcURjK2ERBiRH+KMXUdVal1J32o7UbyrOHSkf1Tb5gIhAIlBqKfZ+hz2YXzf
            csjfUZzEXDghEAJLY++cghPgD9YV
            -----END CERTIFICATE-----
            """;

    private static final String REVOKED = """
            -----BEGIN X509 CRL-----
            MIG2MF4CAQEwCgYIKoZIzj0EAwIwHTEbMBkGA1UEAwwSQXV0b3JpdGUgZCdleGVt
            cGxlFw0yNjExMjMwODAxNThaGA8yMTI2MTAzMDA4MDE1OFqgDjAMMAoGA1UdFAQD
            AgEBMAoGCCqGSM49BAMCA0gAMEUCIClXU22899bzbbq8wrk2BJsPhq3k/hFtdn4g
            hwOWd/MGAiEA5nWFRdgzWdvXgkhZ4QSxl+lx5KTdEBYx2YWZEtCdE6Q=
            -----END X509 CRL-----
            """;

    boolean hasAuthority = true;
    boolean hasItsKey = true;

    @Override
    public String seal(PrintedPaper paper) {
        throw new UnsupportedOperationException("not an operation of the API");
    }

    @Override
    public List<Map<String, String>> publicKeys() {
        return List.of(Map.of(
                "kty",
                "EC",
                "kid",
                "SJ00S001",
                "crv",
                "P-256",
                "x",
                "1",
                "y",
                "2",
                "alg",
                "ES256",
                "from",
                "2026-01-01"));
    }

    @Override
    public byte[] sign(byte[] page) {
        throw new UnsupportedOperationException("not an operation of the API");
    }

    @Override
    public byte[] complete(byte[] signed) {
        throw new UnsupportedOperationException("not an operation of the API");
    }

    @Override
    public Level level(byte[] signed) {
        throw new UnsupportedOperationException("not an operation of the API");
    }

    @Override
    public Optional<Authority> ownAuthority() {
        if (!hasAuthority) {
            return Optional.empty();
        }
        try {
            CertificateFactory x509 = CertificateFactory.getInstance("X.509");
            return Optional.of(new Authority(
                    (X509Certificate) x509.generateCertificate(bytes(CERTIFICATE)),
                    hasItsKey ? Optional.of((X509CRL) x509.generateCRL(bytes(REVOKED))) : Optional.empty()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ByteArrayInputStream bytes(String pem) {
        return new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII));
    }
}
