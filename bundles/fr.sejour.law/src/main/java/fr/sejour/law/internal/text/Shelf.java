package fr.sejour.law.internal.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Where the files of the editions stand. */
@FunctionalInterface
public interface Shelf {

    /** The whole text of a file. */
    String read(String path);

    /** The editions that ship inside the bundle. */
    static Shelf shipped() {
        return path -> {
            try (InputStream file = Shelf.class.getResourceAsStream("/fr/sejour/law/editions/" + path)) {
                if (file == null) {
                    throw new InconsistentEdition("The file " + path, "is not there");
                }
                return new String(file.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        };
    }
}
