package fr.sejour.rest.internal.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A ZIP archive that keeps the SHA-256 of every entry, in the form that {@code sha256sum -c} reads. */
final class SummedZip implements AutoCloseable {

    private final ZipOutputStream zip;
    private final Instant at;
    private final StringBuilder sums = new StringBuilder();

    /** @param at when it is made: the date of every entry */
    SummedZip(OutputStream out, Instant at) {
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        this.at = at;
    }

    void add(String name, byte[] content) throws IOException {
        add(name, new ByteArrayInputStream(content));
    }

    void add(String name, String text) throws IOException {
        add(name, text.getBytes(StandardCharsets.UTF_8));
    }

    void add(String name, InputStream content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(at.toEpochMilli());
        zip.putNextEntry(entry);
        DigestOutputStream summed = new DigestOutputStream(zip, sha256());
        content.transferTo(summed);
        zip.closeEntry();
        String sum = HexFormat.of().formatHex(summed.getMessageDigest().digest());
        sums.append(sum).append("  ").append(name).append('\n');
    }

    /** The sums of the entries so far. */
    String sums() {
        return sums.toString();
    }

    static String sum(String text) {
        return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    @Override
    public void close() throws IOException {
        zip.finish();
    }
}
