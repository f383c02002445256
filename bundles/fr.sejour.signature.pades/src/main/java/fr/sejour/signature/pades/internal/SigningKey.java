package fr.sejour.signature.pades.internal;

import fr.sejour.api.paper.PaperSigner.SigningUnavailable;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A key that signs, with its certificate and those above it.
 *
 * @param chain its own certificate first
 * @param token what signs with it, when it stands in one
 */
record SigningKey(PrivateKey key, List<X509Certificate> chain, Optional<Provider> token) {

    private static final int SMALLEST_RSA = 2048;
    private static final int SMALLEST_CURVE = 256;
    private static final int DIGITAL_SIGNATURE = 0;
    private static final int NON_REPUDIATION = 1;

    /** A key that stamps the time signs nothing else (RFC 3161, 2.3). */
    private static final String TIME_STAMPING = "1.3.6.1.5.5.7.3.8";

    SigningKey {
        chain = List.copyOf(chain);
    }

    /**
     * The keys of a store, the one whose certificate came last first.
     *
     * @param where how a sentence calls the store
     * @throws SigningUnavailable when there is none, or one of a kind that a paper is not signed with
     */
    static List<SigningKey> of(KeyStore store, char[] password, Optional<Provider> token, String where)
            throws GeneralSecurityException {
        List<SigningKey> found = new ArrayList<>();
        for (String name : Collections.list(store.aliases())) {
            Certificate[] chain = store.getCertificateChain(name);
            if (chain != null && store.getKey(name, password) instanceof PrivateKey key) {
                SigningKey one = new SigningKey(
                        key,
                        Arrays.stream(chain).map(X509Certificate.class::cast).toList(),
                        token);
                if (one.signs()) {
                    one.requirePair(where);
                    found.add(one);
                }
            }
        }
        if (found.isEmpty()) {
            throw new SigningUnavailable(
                    where + " holds no private key that signs documents: it takes RSA of 2048 bits or a"
                            + " curve of 256 at least, and a certificate that is for signing.");
        }
        found.sort(
                Comparator.comparing((SigningKey it) -> it.own().getNotBefore()).reversed());
        return List.copyOf(found);
    }

    X509Certificate own() {
        return chain.get(0);
    }

    boolean validAt(Instant now) {
        return !now.isBefore(own().getNotBefore().toInstant())
                && !now.isAfter(own().getNotAfter().toInstant());
    }

    /** How the key signs, as Java calls it. */
    String algorithm() {
        if (own().getPublicKey() instanceof RSAPublicKey) {
            return "SHA256withRSA";
        }
        int size = own().getPublicKey() instanceof ECPublicKey curve
                ? curve.getParams().getCurve().getField().getFieldSize()
                : 0;
        return size > 384 ? "SHA512withECDSA" : size > SMALLEST_CURVE ? "SHA384withECDSA" : "SHA256withECDSA";
    }

    byte[] sign(byte[] what) throws GeneralSecurityException {
        Signature signature = token.isPresent()
                ? Signature.getInstance(algorithm(), token.get())
                : Signature.getInstance(algorithm());
        signature.initSign(key);
        signature.update(what);
        return signature.sign();
    }

    private void requirePair(String where) throws GeneralSecurityException {
        byte[] anything = {1};
        Signature check = Signature.getInstance(algorithm());
        // not the certificate: Java takes one that is for documents alone for one that does not sign
        check.initVerify(own().getPublicKey());
        check.update(anything);
        if (!check.verify(sign(anything))) {
            throw new SigningUnavailable(where + " holds a private key that does not belong to its certificate.");
        }
    }

    private boolean signs() throws GeneralSecurityException {
        boolean[] usage = own().getKeyUsage();
        List<String> purposes = own().getExtendedKeyUsage();
        boolean meant = (usage == null || usage[DIGITAL_SIGNATURE] || usage[NON_REPUDIATION])
                && (purposes == null || !purposes.contains(TIME_STAMPING));
        return meant && own().getBasicConstraints() < 0 && strong();
    }

    private boolean strong() {
        if (own().getPublicKey() instanceof RSAPublicKey rsa) {
            return rsa.getModulus().bitLength() >= SMALLEST_RSA;
        }
        return own().getPublicKey() instanceof ECPublicKey curve
                && curve.getParams().getCurve().getField().getFieldSize() >= SMALLEST_CURVE;
    }
}
