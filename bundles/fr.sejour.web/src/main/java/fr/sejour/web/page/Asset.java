package fr.sejour.web.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A file of a section: a style sheet, an image, a script. Its version follows its bytes, so browsers may keep it for ever. */
public final class Asset {

    private final String mediaType;
    private final byte[] bytes;
    private final String version;

    private Asset(String mediaType, byte[] bytes) {
        this.mediaType = mediaType;
        this.bytes = bytes;
        this.version = HexFormat.of().formatHex(digest(bytes)).substring(0, 12);
    }

    /**
     * Reads a file that stands beside a class in its bundle.
     *
     * @throws IllegalArgumentException when there is no such file
     */
    public static Asset beside(Class<?> type, String name, String mediaType) {
        try (InputStream file = type.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalArgumentException("No file " + name + " beside " + type.getName());
            }
            return new Asset(mediaType, file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String mediaType() {
        return mediaType;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /** Twelve hexadecimal digits that change with the bytes. */
    public String version() {
        return version;
    }

    /** Its address on the site. */
    public String path(String section, String name) {
        return "/ui/" + section + "/" + version + "/" + name;
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
