package fr.sejour.security.internal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** The secrets of open sessions: 256 random bits in base64url; only their SHA-256 is kept. */
final class SessionTokens {

    private static final int TOKEN_BYTES = 32;
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final SecureRandom random;

    SessionTokens(SecureRandom random) {
        this.random = random;
    }

    String newToken() {
        byte[] token = new byte[TOKEN_BYTES];
        random.nextBytes(token);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** What is kept of a token; empty when no token of ours has that shape. */
    static Optional<String> hashOf(String token) {
        return SHAPE.matcher(token).matches() ? Optional.of(sha256(token)) : Optional.empty();
    }

    private static String sha256(String token) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(token.getBytes(US_ASCII)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform knows SHA-256", impossible);
        }
    }
}
