package fr.sejour.web.internal;

import fr.sejour.web.internal.template.StaticTemplates;
import gg.jte.Content;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Proves that a form came from a page of this site: a secret in a cookie that scripts and other sites cannot read, and its
 * digest in a hidden field. Nothing is kept on the server, so any node can check it and a form outlives a new sign-in.
 */
final class FormToken {

    static final String FIELD = "form-token";

    private static final SecureRandom RANDOM = new SecureRandom();

    private final String secret;
    private final boolean fresh;

    private FormToken(String secret, boolean fresh) {
        this.secret = secret;
        this.fresh = fresh;
    }

    static FormToken of(Optional<String> cookie) {
        return cookie.filter(it -> it.matches("[0-9a-f]{64}"))
                .map(secret -> new FormToken(secret, false))
                .orElseGet(() -> new FormToken(random(), true));
    }

    /** Whether the browser has to be given the secret. */
    boolean isFresh() {
        return fresh;
    }

    String secret() {
        return secret;
    }

    /** The hidden field. */
    Content field() {
        return new StaticTemplates().fieldToken(FIELD, digest());
    }

    boolean proves(Optional<String> sent) {
        return !fresh && sent.isPresent() && MessageDigest.isEqual(bytes(digest()), bytes(sent.get()));
    }

    private String digest() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes("form:" + secret)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String random() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
