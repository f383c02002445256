package fr.sejour.api.edition;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * An edition of the law that came to a running platform, as files.
 *
 * @param name the edition's name
 * @param files the text of each file by its path, for example {@code permits/study.yaml}
 */
public record EditionFiles(String name, Map<String, String> files) {

    public EditionFiles {
        files = Collections.unmodifiableMap(new TreeMap<>(files));
    }
}
