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
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import fr.sejour.api.signature.Signatures;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.Provider;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.text.ParseException;
import java.time.Clock;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Signs with the key of a file, ES256 (RFC 7518). */
@Component(configurationPid = "fr.sejour.signature")
@Designate(ocd = KeyFileSignatures.Config.class)
public final class KeyFileSignatures implements Signatures {

    /** How a head that is an object begins in base64url; the library fails on one that is null. */
    private static final String OBJECT = "ey";

    private static final String TYPE = "sejour-%s";

    private final JWSSigner signer;
    private final String present;
    private final Map<String, ECKey> published;

    /** By type, of which there are as many as the code says. */
    private final Map<String, JWSHeader> headers = new ConcurrentHashMap<>();

    /** The settings of {@code etc/fr.sejour.signature.cfg}. */
    @ObjectClassDefinition(id = "fr.sejour.signature", name = "Séjour: signature")
    @interface Config {
        @AttributeDefinition(
                description = "The PKCS#12 file of the keys, made at the first start; a relative path is below Karaf's"
                        + " etc. The nodes of one platform share it.")
        String keyFile() default "sejour.signature.p12";

        @AttributeDefinition(description = "The password of that file.")
        String _password() default "sejour";
    }

    @Activate
    public KeyFileSignatures(BundleContext context, Config config, @Reference Clock clock) {
        this(
                new KeyFile(
                        Path.of(Optional.ofNullable(context.getProperty("karaf.etc"))
                                        .orElse("etc"))
                                .resolve(config.keyFile()),
                        config._password()),
                clock);
    }

    KeyFileSignatures(KeyFile file, Clock clock) {
        KeyStore keys = file.open(clock);
        this.published = new LinkedHashMap<>();
        try {
            ECKey own = publish(keys, KeyFile.PRESENT);
            for (String former : Collections.list(keys.aliases())) {
                publish(keys, former);
            }
            this.present = own.getKeyID();
            this.signer = signer(keys.getKey(KeyFile.PRESENT, file.password()));
        } catch (GeneralSecurityException | JOSEException | ClassCastException e) {
            throw new IllegalStateException("The file " + file + " holds a key that is not of the curve P-256.", e);
        }
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

    private ECKey publish(KeyStore keys, String name) throws GeneralSecurityException, JOSEException {
        ECKey key = new ECKey.Builder(
                        Curve.P_256, (ECPublicKey) keys.getCertificate(name).getPublicKey())
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.ES256)
                .keyIDFromThumbprint()
                .build();
        published.putIfAbsent(key.getKeyID(), key);
        return key;
    }

    @Override
    public String sign(String type, Map<String, String> statement) {
        return token(TYPE.formatted(type), statement);
    }

    @Override
    public String token(String type, Map<String, ?> claims) {
        JWSObject signed = new JWSObject(
                headers.computeIfAbsent(type, this::header),
                new Payload(encoded(JSONObjectUtils.toJSONString(claims).getBytes(StandardCharsets.UTF_8))));
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
                .keyID(present)
                .build();
        try {
            return JWSHeader.parse(header.toBase64URL());
        } catch (ParseException impossible) {
            throw new IllegalStateException("A header that was just written is read", impossible);
        }
    }

    /** By Java, whose machine knows the way: the library takes each letter so that its time tells nothing, and this is published. */
    private static Base64URL encoded(byte[] bytes) {
        return new Base64URL(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    @Override
    public Optional<Map<String, String>> verify(String type, String signed) {
        if (!signed.strip().startsWith(OBJECT)) {
            return Optional.empty();
        }
        try {
            JWSObject read = JWSObject.parse(signed);
            ECKey key = published.get(String.valueOf(read.getHeader().getKeyID()));
            boolean ofThatKind = new JOSEObjectType(TYPE.formatted(type))
                    .equals(read.getHeader().getType());
            if (key == null || !ofThatKind || !read.verify(new ECDSAVerifier(key))) {
                return Optional.empty();
            }
            Map<String, String> members = new LinkedHashMap<>();
            read.getPayload().toJSONObject().forEach((name, value) -> members.put(name, String.valueOf(value)));
            return Optional.of(members);
        } catch (ParseException | JOSEException notOurs) {
            return Optional.empty();
        }
    }

    @Override
    public List<Map<String, String>> publicKeys() {
        return published.values().stream().map(KeyFileSignatures::members).toList();
    }

    private static Map<String, String> members(ECKey key) {
        Map<String, String> members = new LinkedHashMap<>();
        key.toPublicJWK().toJSONObject().forEach((name, value) -> members.put(name, String.valueOf(value)));
        return members;
    }
}
