package fr.sejour.store.files.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.CipherInputStream;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The parts of uploads under way, one file each, encrypted with AES-256-CTR under a key of the upload's own: that lets a part be
 * written from any offset on, and its length on disk is how far the upload has come. They are whole files only once the vault
 * has sealed them.
 */
final class Uploads {

    private static final int BLOCK = 16;

    private final Path folder;
    private final Keys keys;

    Uploads(Path folder, Keys keys) {
        this.folder = folder;
        this.keys = keys;
    }

    Path folder() {
        return folder;
    }

    long arrived(String upload) throws IOException {
        try {
            return Files.size(file(upload));
        } catch (NoSuchFileException none) {
            return 0;
        }
    }

    FileChannel open(String upload) throws IOException {
        return FileChannel.open(file(upload), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    /** What encrypts the upload from an offset on, one part after the other. */
    Cipher from(String upload, long offset) {
        return cipher(Cipher.ENCRYPT_MODE, upload, offset);
    }

    InputStream read(String upload) throws IOException {
        FileChannel channel = FileChannel.open(file(upload), StandardOpenOption.READ);
        return new CipherInputStream(Channels.newInputStream(channel), cipher(Cipher.DECRYPT_MODE, upload, 0));
    }

    void discard(String upload) throws IOException {
        Files.deleteIfExists(file(upload));
    }

    private Cipher cipher(int mode, String upload, long offset) {
        try {
            byte[] counter =
                    ByteBuffer.allocate(BLOCK).putLong(8, offset / BLOCK).array();
            Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
            cipher.init(mode, new SecretKeySpec(keys.ofUpload(upload), "AES"), new IvParameterSpec(counter));
            cipher.update(new byte[(int) (offset % BLOCK)]);
            return cipher;
        } catch (GeneralSecurityException impossible) {
            throw Keys.missing(impossible);
        }
    }

    private Path file(String upload) {
        return folder.resolve(upload);
    }
}
