package fr.sejour.signature.internal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.Provider;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.text.ParseException;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** The keys of a file: the present one, which signs, and those that verify. */
final class KeyRing {

    private final JWSSigner signer;
    private final ECKey present;
    private final Instant until;
    private final Map<String, ECKey> published;

    /** By type, of which there are as many as the code says. */
    private final Map<String, JWSHeader> headers = new ConcurrentHashMap<>();

    private KeyRing(JWSSigner signer, ECKey present, Instant until, Map<String, ECKey> published) {
        this.signer = signer;
        this.present = present;
        this.until = until;
        this.published = published;
    }

    static KeyRing of(KeyStore keys, char[] password) throws GeneralSecurityException, JOSEException {
        Map<String, ECKey> published = new LinkedHashMap<>();
        ECKey present = published(keys, KeyFile.PRESENT);
        published.put(present.getKeyID(), present);
        for (String former : Collections.list(keys.aliases())) {
            if (keys.getCertificate(former) != null) {
                ECKey key = published(keys, former);
                published.putIfAbsent(key.getKeyID(), key);
            }
        }
        X509Certificate certificate = (X509Certificate) keys.getCertificate(KeyFile.PRESENT);
        KeyRing ring = new KeyRing(
                signer(keys.getKey(KeyFile.PRESENT, password)),
                present,
                certificate.getNotAfter().toInstant(),
                Collections.unmodifiableMap(published));
        ring.requirePair();
        return ring;
    }

    /**
     * Java 17 takes seven times as long for a signature on this curve as Bouncy Castle does (0.7 ms and 0.1 ms), and each check has
     * one. A key that Bouncy Castle has not made it reads anew each time.
     */
    private static JWSSigner signer(Key key) throws GeneralSecurityException, JOSEException {
        Provider bouncyCastle = new BouncyCastleProvider();
        Key own = KeyFactory.getInstance("EC", bouncyCastle).translateKey(key);
        ECDSASigner signer = new ECDSASigner((ECPrivateKey) own, Curve.P_256);
        signer.getJCAContext().setProvider(bouncyCastle);
        return signer;
    }

    private static ECKey published(KeyStore keys, String name) throws GeneralSecurityException, JOSEException {
        return new ECKey.Builder(
                        Curve.P_256, (ECPublicKey) keys.getCertificate(name).getPublicKey())
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.ES256)
                .keyIDFromThumbprint()
                .build();
    }

    private void requirePair() throws JOSEException {
        JWSObject anything = new JWSObject(header("sejour-pair"), new Payload("{}"));
        anything.sign(signer);
        if (!anything.verify(new ECDSAVerifier(present))) {
            throw new JOSEException("It is the key of another certificate");
        }
    }

    String id() {
        return present.getKeyID();
    }

    /** Until when its certificate lets it sign. */
    Instant until() {
        return until;
    }

    Map<String, ECKey> published() {
        return published;
    }

    List<Map<String, String>> publicKeys() {
        return published.values().stream().map(KeyRing::members).toList();
    }

    static Map<String, String> members(ECKey key) {
        Map<String, String> members = new LinkedHashMap<>();
        key.toPublicJWK().toJSONObject().forEach((name, value) -> members.put(name, String.valueOf(value)));
        return members;
    }

    String sign(String type, Payload payload) {
        JWSObject signed = new JWSObject(headers.computeIfAbsent(type, this::header), payload);
        try {
            signed.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("This Java does not sign with ES256", e);
        }
        return signed.serialize();
    }

    /** Read again from its letters, for it keeps only those that it was read from. */
    private JWSHeader header(String type) {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType(type))
                .keyID(present.getKeyID())
                .build();
        try {
            return JWSHeader.parse(header.toBase64URL());
        } catch (ParseException impossible) {
            throw new IllegalStateException("A header that was just written is read", impossible);
        }
    }
}
