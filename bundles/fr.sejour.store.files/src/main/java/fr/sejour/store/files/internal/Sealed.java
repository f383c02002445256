package fr.sejour.store.files.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Objects;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The form of a file at rest: a mark, a salt, then parts of 64 KiB, each sealed by itself with AES-256-GCM, so that a file of any
 * size is read and written with little memory. The key is the file's own; the nonce counts the parts and marks the last, so that
 * none can be left out, moved or added; the name is sealed in, so that no file stands in for another.
 */
final class Sealed {

    private static final byte[] MARK = {'S', 'J', 'P', 1};
    private static final int SALT_BYTES = 16;
    private static final int PART_BYTES = 64 * 1024;
    private static final int TAG_BYTES = 16;

    private Sealed() {}

    static void write(InputStream content, String name, byte[] contentKey, OutputStream file) throws IOException {
        byte[] salt = Keys.random(SALT_BYTES);
        file.write(MARK);
        file.write(salt);
        SecretKeySpec key = key(contentKey, salt);
        byte[] part = content.readNBytes(PART_BYTES);
        for (long number = 0; ; number++) {
            byte[] next = part.length < PART_BYTES ? new byte[0] : content.readNBytes(PART_BYTES);
            boolean last = next.length == 0;
            try {
                file.write(cipher(Cipher.ENCRYPT_MODE, key, number, last, name).doFinal(part));
            } catch (GeneralSecurityException impossible) {
                throw Keys.missing(impossible);
            }
            if (last) {
                return;
            }
            part = next;
        }
    }

    /** The content of a file; what was tampered with breaks off with an {@link IOException}. */
    static InputStream read(InputStream file, String name, byte[] contentKey) throws IOException {
        byte[] mark = file.readNBytes(MARK.length);
        byte[] salt = file.readNBytes(SALT_BYTES);
        if (!Arrays.equals(mark, MARK) || salt.length != SALT_BYTES) {
            throw new IOException("This is no file of the vault");
        }
        return new Opened(file, name, key(contentKey, salt));
    }

    private static SecretKeySpec key(byte[] contentKey, byte[] salt) {
        return new SecretKeySpec(Keys.mac(contentKey).doFinal(salt), "AES");
    }

    private static Cipher cipher(int mode, SecretKeySpec key, long number, boolean last, String name)
            throws GeneralSecurityException {
        byte[] nonce =
                ByteBuffer.allocate(12).putLong(number).putInt(last ? 1 : 0).array();
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BYTES * 8, nonce));
        cipher.updateAAD(name.getBytes(StandardCharsets.US_ASCII));
        return cipher;
    }

    private static final class Opened extends InputStream {

        private final InputStream file;
        private final String name;
        private final SecretKeySpec key;
        private byte[] sealed;
        private byte[] part = new byte[0];
        private int at;
        private long number;
        private boolean over;

        Opened(InputStream file, String name, SecretKeySpec key) throws IOException {
            this.file = file;
            this.name = name;
            this.key = key;
            this.sealed = file.readNBytes(PART_BYTES + TAG_BYTES);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int count) throws IOException {
            Objects.checkFromIndexSize(offset, count, into.length);
            if (count == 0) {
                return 0;
            }
            while (at == part.length) {
                if (over) {
                    return -1;
                }
                unseal();
            }
            int got = Math.min(count, part.length - at);
            System.arraycopy(part, at, into, offset, got);
            at += got;
            return got;
        }

        private void unseal() throws IOException {
            byte[] next =
                    sealed.length < PART_BYTES + TAG_BYTES ? new byte[0] : file.readNBytes(PART_BYTES + TAG_BYTES);
            over = next.length == 0;
            try {
                part = cipher(Cipher.DECRYPT_MODE, key, number, over, name).doFinal(sealed);
            } catch (GeneralSecurityException changed) {
                over = true;
                part = new byte[0];
                at = 0;
                throw new IOException("The file was changed, or belongs to another key", changed);
            }
            at = 0;
            number++;
            sealed = next;
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
