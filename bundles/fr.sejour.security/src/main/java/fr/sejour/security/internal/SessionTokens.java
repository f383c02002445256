package fr.sejour.security.internal;

import java.security.SecureRandom;
import java.util.Base64;

/** The secrets of open sessions: 256 random bits in base64url; only their SHA-256 is kept. */
final class SessionTokens {

    private static final int TOKEN_BYTES = 32;

    private final SecureRandom random;

    SessionTokens(SecureRandom random) {
        this.random = random;
    }

    String newToken() {
        byte[] token = new byte[TOKEN_BYTES];
        random.nextBytes(token);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }
}
