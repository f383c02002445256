package fr.sejour.api.cases;

import java.io.InputStream;
import java.util.Optional;

/**
 * A file as somebody sends it. Its name and its type are claims: they are compared with what the content is, and not kept.
 *
 * @param content read once, to its end, by whoever takes the file; closed by whoever sends it
 */
public record SentFile(Optional<String> name, Optional<String> mediaType, InputStream content) {

    /** A file without any claim. */
    public static SentFile of(InputStream content) {
        return new SentFile(Optional.empty(), Optional.empty(), content);
    }
}
