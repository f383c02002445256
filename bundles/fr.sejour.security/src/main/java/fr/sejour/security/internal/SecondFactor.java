package fr.sejour.security.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import fr.sejour.api.access.Login;
import java.net.URLEncoder;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/** Time-based one-time passwords (RFC 6238): six digits, steps of 30 seconds, SHA-1 as every authenticator knows it. */
final class SecondFactor {

    private static final int SECRET_BYTES = 20;
    private static final Pattern SECRET = Pattern.compile("[A-Z2-7]{32,103}=*");
    private static final Pattern CODE = Pattern.compile("\\d{6}");

    private final TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator();
    private final SecureRandom random;

    SecondFactor(SecureRandom random) {
        this.random = random;
    }

    /** A new shared secret, in Base32. */
    String newSecret() {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return new Base32().encodeToString(secret);
    }

    /** Whether it is a Base32 secret of at least 160 bits. */
    static boolean isSecret(String secret) {
        return SECRET.matcher(secret).matches();
    }

    /** What an authenticator reads from a QR code to enrol the secret. */
    static String otpauth(Login login, String secret) {
        String issuer = encoded("Séjour");
        return "otpauth://totp/" + issuer + ":" + encoded(login.value()) + "?secret=" + secret + "&issuer=" + issuer
                + "&algorithm=SHA1&digits=6&period=30";
    }

    /**
     * The step whose code was typed: the present one, the one before or the one after, and never one up to the last step
     * accepted, so that no code serves twice.
     */
    OptionalLong stepOf(String typed, String secret, long lastStep, Instant now) {
        String code = typed.replace(" ", "");
        if (!CODE.matcher(code).matches()) {
            return OptionalLong.empty();
        }
        long present = now.getEpochSecond() / generator.getTimeStep().toSeconds();
        OptionalLong found = OptionalLong.empty();
        for (long step = present - 1; step <= present + 1; step++) {
            boolean same = MessageDigest.isEqual(
                    code.getBytes(UTF_8), codeOf(step, secret).getBytes(UTF_8));
            if (same && step > lastStep && found.isEmpty()) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    private String codeOf(long step, String secret) {
        byte[] key = new Base32().decode(secret);
        Instant within = Instant.ofEpochSecond(step * generator.getTimeStep().toSeconds());
        try {
            return generator.generateOneTimePasswordString(
                    new SecretKeySpec(key, generator.getAlgorithm()), within, Locale.ROOT);
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException("The secret of a second factor cannot be a key", impossible);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }
}
