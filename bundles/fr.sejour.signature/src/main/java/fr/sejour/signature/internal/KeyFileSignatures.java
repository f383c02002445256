package fr.sejour.signature.internal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.operation.HealthCheck;
import fr.sejour.api.signature.Signatures;
import fr.sejour.signature.internal.KeyFile.NoKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.text.ParseException;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signs with the key of a file, ES256 (RFC 7518). Without one the platform serves: what can do without a signature goes on without it,
 * the rest waits.
 */
@Component(configurationPid = KeyFileSignatures.PID)
@Designate(ocd = KeyFileSignatures.Config.class)
public final class KeyFileSignatures implements Signatures, HealthCheck {

    static final String PID = "fr.sejour.signature";

    private static final Logger LOG = LoggerFactory.getLogger(KeyFileSignatures.class);
    private static final String OWN_FILE = "sejour.signature.p12";

    /** How a head that is an object begins in base64url; the library fails on one that is null. */
    private static final String OBJECT = "ey";

    private static final String TYPE = "sejour-%s";
    private static final String LATER =
            " Checks are answered without a proof, receipts are given and signed later; lists of states,"
                    + " seals of journals and archives wait until it is mended.";

    private final KeyFile file;
    private final Clock clock;
    private volatile Map<String, ECKey> published;

    /** The settings of {@code etc/fr.sejour.signature.cfg}. */
    @ObjectClassDefinition(id = PID, name = "Séjour: signature")
    @interface Config {
        @AttributeDefinition(
                description = "The PKCS#12 file of the keys; a relative path is below Karaf's etc. The nodes of one"
                        + " platform share it. Empty: " + OWN_FILE + ", made at the first start. A file that is named"
                        + " here is never made.")
        String keyFile() default "";

        @AttributeDefinition(description = "The password of that file.")
        String _password() default "sejour";
    }

    @Activate
    public KeyFileSignatures(BundleContext context, Config config, @Reference Clock clock) {
        this(
                Path.of(Optional.ofNullable(context.getProperty("karaf.etc")).orElse("etc")),
                config.keyFile(),
                config._password(),
                clock);
    }

    KeyFileSignatures(Path etc, String keyFile, String password, Clock clock) {
        this.clock = clock;
        this.file = new KeyFile(etc.resolve(keyFile.isEmpty() ? OWN_FILE : keyFile), password);
        this.published = read(file.known());
        if (keyFile.isEmpty()) {
            makeOnce();
        }
        try {
            present();
        } catch (NoKey toMend) {
            LOG.warn("{}{}", toMend.getMessage(), LATER);
        }
    }

    private static Map<String, ECKey> read(List<Map<String, String>> known) {
        Map<String, ECKey> keys = new LinkedHashMap<>();
        for (Map<String, String> members : known) {
            try {
                ECKey key = ECKey.parse(new LinkedHashMap<>(members));
                keys.put(key.getKeyID(), key);
            } catch (ParseException | IllegalArgumentException e) {
                LOG.error("A public key of the file that signs statements cannot be read: {}", members.keySet());
            }
        }
        return keys;
    }

    private void makeOnce() {
        try {
            file.makeOnce(clock);
        } catch (IOException | GeneralSecurityException e) {
            LOG.error(
                    "The file {} of the key that signs statements cannot be made: {}",
                    file,
                    e.getClass().getSimpleName());
        }
    }

    @Override
    public String sign(String type, Map<String, String> statement) {
        return token(TYPE.formatted(type), statement);
    }

    @Override
    public String token(String type, Map<String, ?> claims) {
        return signing()
                .sign(
                        type,
                        new Payload(encoded(JSONObjectUtils.toJSONString(claims).getBytes(StandardCharsets.UTF_8))));
    }

    @Override
    public void requireKey() {
        signing();
    }

    private KeyRing signing() {
        try {
            return present();
        } catch (NoKey toMend) {
            LOG.debug("Nothing is signed: {}", toMend.getMessage());
            throw new CaseException(ErrorCode.SIGNATURE_UNAVAILABLE);
        }
    }

    private KeyRing present() {
        KeyRing ring = file.ring();
        published = ring.published();
        if (!clock.instant().isBefore(ring.until())) {
            throw new NoKey("The certificate of the key in the file " + file + " has ended: put a new key there as "
                    + KeyFile.PRESENT + ", and leave this one there by another name.");
        }
        return ring;
    }

    /** Those that stood there when the file could last be read: what they signed is genuine while the file is mended. */
    private Map<String, ECKey> verifying() {
        try {
            present();
        } catch (NoKey toMend) {
            LOG.debug("The keys of statements as they last were: {}", toMend.getMessage());
        }
        return published;
    }

    @Override
    public String name() {
        return "signature";
    }

    @Override
    public Finding look() {
        try {
            return new Finding(
                    true, "Statements are signed with the key " + present().id() + ".");
        } catch (NoKey toMend) {
            return new Finding(true, toMend.getMessage() + LATER);
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
            ECKey key = verifying().get(String.valueOf(read.getHeader().getKeyID()));
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
        return verifying().values().stream().map(KeyRing::members).toList();
    }
}
