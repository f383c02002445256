package fr.sejour.rest.internal.request;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What comes with an attempt, digested as it is read. Its beginning is held back, to say which permit was asked for. */
final class SentBody extends FilterInputStream {

    private static final int LONGEST_BEGINNING = 64 * 1024;

    private final MessageDigest digest;
    private final boolean keeps;
    private final ByteArrayOutputStream beginning = new ByteArrayOutputStream();
    private long read;

    /** @param keeps whether the beginning is worth holding back */
    SentBody(InputStream body, boolean keeps) {
        super(body);
        this.keeps = keeps;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int got = super.read(into, offset, length);
        if (got > 0) {
            digest.update(into, offset, got);
            read += got;
            if (keeps && beginning.size() < LONGEST_BEGINNING) {
                beginning.write(into, offset, Math.min(got, LONGEST_BEGINNING - beginning.size()));
            }
        }
        return got;
    }

    /** Reads what nobody asked for before the request failed, when it is worth holding back. */
    void finish() throws IOException {
        byte[] away = new byte[8 * 1024];
        while (keeps && beginning.size() < LONGEST_BEGINNING && read(away, 0, away.length) >= 0) {
            // it is digested and held back on its way
        }
    }

    /** The SHA-256 of what was read, hexadecimal; to be asked once. */
    String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }

    boolean isEmpty() {
        return read == 0;
    }

    byte[] beginning() {
        return beginning.toByteArray();
    }
}
