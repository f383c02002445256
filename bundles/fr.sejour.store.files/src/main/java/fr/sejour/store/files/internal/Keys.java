package fr.sejour.store.files.internal;

import fr.sejour.core.port.WrappedKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The keys that follow from the master key: one that wraps those of people, one for each upload. */
final class Keys {

    static final int BYTES = 32;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final byte[] wrapping;
    private final byte[] uploads;

    Keys(byte[] master) {
        wrapping = derived(master, "wrap");
        uploads = derived(master, "upload");
    }

    static byte[] random(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return random;
    }

    /** A new key for a person, in the form in which the database may keep it. */
    WrappedKey fresh() {
        byte[] nonce = random(NONCE_BYTES);
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(wrapping, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            byte[] sealed = cipher.doFinal(random(BYTES));
            byte[] all = Arrays.copyOf(nonce, nonce.length + sealed.length);
            System.arraycopy(sealed, 0, all, nonce.length, sealed.length);
            return new WrappedKey(Base64.getEncoder().encodeToString(all));
        } catch (GeneralSecurityException impossible) {
            throw missing(impossible);
        }
    }

    /** @throws IllegalStateException when another master key wrapped it */
    PersonKeys of(WrappedKey wrapped) {
        try {
            byte[] all = Base64.getDecoder().decode(wrapped.value());
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    new SecretKeySpec(wrapping, "AES"),
                    new GCMParameterSpec(TAG_BITS, all, 0, NONCE_BYTES));
            byte[] key = cipher.doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES);
            return new PersonKeys(derived(key, "name"), derived(key, "content"));
        } catch (GeneralSecurityException | IllegalArgumentException foreign) {
            throw new IllegalStateException(
                    "The key of a person was not wrapped by this master key: put the master key back that this database was"
                            + " kept with",
                    foreign);
        }
    }

    byte[] ofUpload(String upload) {
        return derived(uploads, upload);
    }

    /** What names a person's files, and what encrypts them. */
    @SuppressWarnings("ArrayRecordComponent") // keys are handed on, and never compared or shown
    record PersonKeys(byte[] name, byte[] content) {}

    static Mac mac(byte[] key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException impossible) {
            throw missing(impossible);
        }
    }

    static byte[] derived(byte[] key, String purpose) {
        return mac(key).doFinal(purpose.getBytes(StandardCharsets.UTF_8));
    }

    static IllegalStateException missing(GeneralSecurityException impossible) {
        return new IllegalStateException("Every Java platform has AES, SHA-256 and HMAC", impossible);
    }
}
