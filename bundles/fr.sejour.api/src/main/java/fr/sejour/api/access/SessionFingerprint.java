package fr.sejour.api.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is kept of the token of a session: its SHA-256, hexadecimal. It tells later whose session it was, and opens none. Whoever
 * answers while nobody can be asked whose a token is computes it too.
 */
public record SessionFingerprint(String value) {

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{64}");

    /** @throws IllegalArgumentException when it is no SHA-256 in hexadecimal digits */
    public SessionFingerprint {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("The fingerprint of a session has 64 hexadecimal digits");
        }
    }

    /** The fingerprint of a token; empty when no token of ours has that shape. */
    public static Optional<SessionFingerprint> of(String token) {
        return TOKEN.matcher(token).matches() ? Optional.of(new SessionFingerprint(sha256(token))) : Optional.empty();
    }

    private static String sha256(String token) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(token.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform knows SHA-256", impossible);
        }
    }
}
