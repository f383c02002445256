package fr.sejour.web.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** A file of a section: a style sheet, an image, a script. Its version follows its bytes, so browsers may keep it for ever. */
public final class Asset {

    /** The name of the file with which a page installs itself, where a section has such a page. */
    public static final String MANIFEST = "app.webmanifest";

    private final String mediaType;
    private final byte[] bytes;
    private final String version;
    private final Optional<String> scope;

    private Asset(String mediaType, byte[] bytes, Optional<String> scope) {
        this.mediaType = mediaType;
        this.bytes = bytes;
        this.version = HexFormat.of().formatHex(digest(bytes)).substring(0, 12);
        this.scope = scope;
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
            return new Asset(mediaType, file.readAllBytes(), Optional.empty());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same script, which a browser may run for all pages whose addresses begin so, also where there is no network. */
    public Asset workingOn(String addresses) {
        return new Asset(mediaType, bytes, Optional.of(addresses));
    }

    /** The addresses that it works on; empty for any file but a service worker. */
    public Optional<String> scope() {
        return scope;
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
