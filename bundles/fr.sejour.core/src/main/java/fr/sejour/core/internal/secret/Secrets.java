package fr.sejour.core.internal.secret;

import fr.sejour.core.port.Statement;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Digests of short secrets that are compared and counted but never kept, and salts for those that are. */
public final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    /** The SHA-256 of what the secret is for and the secret itself, hexadecimal. */
    public static String digest(String purpose, String secret) {
        return digest((purpose + '\0' + secret).getBytes(StandardCharsets.UTF_8));
    }

    /** The SHA-256 of bytes, hexadecimal. */
    public static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    /** The SHA-256 of the salt followed by the words, in UTF-8, hexadecimal. */
    public static String digest(Statement statement) {
        return digest((statement.salt() + statement.words()).getBytes(StandardCharsets.UTF_8));
    }

    /** A statement under a salt of its own. */
    public static Statement statement(String words) {
        byte[] salt = new byte[16];
        RANDOM.nextBytes(salt);
        return new Statement(HexFormat.of().formatHex(salt), words);
    }

    /** Whether two digests are the same, in the same time whatever they differ in. */
    public static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }
}
