package fr.sejour.distribution.process;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What the telephone of an agent shows: a second implementation, which knows nothing of the platform's own. */
final class TimeCode {

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private TimeCode() {}

    /** The present code of a second factor (RFC 6238: SHA-1, six digits, steps of 30 seconds). */
    static String now(String secret) {
        byte[] step = ByteBuffer.allocate(Long.BYTES)
                .putLong(Instant.now().getEpochSecond() / 30)
                .array();
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(fromBase32(secret), "HmacSHA1"));
            byte[] digest = mac.doFinal(step);
            int number = ByteBuffer.wrap(digest, digest[digest.length - 1] & 0xF, Integer.BYTES)
                            .getInt()
                    & Integer.MAX_VALUE;
            return String.format("%06d", number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] fromBase32(String secret) {
        byte[] bytes = new byte[secret.length() * 5 / 8];
        int bits = 0;
        int held = 0;
        int at = 0;
        for (int letter = 0; letter < secret.length(); letter++) {
            held = held << 5 | BASE32.indexOf(secret.charAt(letter));
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes[at++] = (byte) (held >> bits);
            }
        }
        return Arrays.copyOf(bytes, at);
    }
}
