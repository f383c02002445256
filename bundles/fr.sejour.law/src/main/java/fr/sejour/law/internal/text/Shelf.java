package fr.sejour.law.internal.text;

import fr.sejour.api.edition.EditionFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where the files of the editions stand. */
@FunctionalInterface
public interface Shelf {

    /** The whole text of a file. */
    String read(String path);

    /** This shelf with the files of editions that arrived later. */
    default Shelf with(List<EditionFiles> arrived) {
        Map<String, String> files = new HashMap<>();
        arrived.forEach(edition ->
                edition.files().forEach((path, text) -> files.put(edition.name() + "/" + path, text)));
        return path -> {
            String text = files.get(path);
            return text == null ? read(path) : text;
        };
    }

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
