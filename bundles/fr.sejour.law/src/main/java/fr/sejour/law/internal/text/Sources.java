package fr.sejour.law.internal.text;

import java.util.LinkedHashMap;
import java.util.Map;

/** The works that the catalogue cites, by key. */
record Sources(Map<String, String> all) {

    static Sources read(Entry file) {
        Entry entry = file.entry("sources", file.name());
        Map<String, String> sources = new LinkedHashMap<>();
        entry.keys().forEach(key -> sources.put(key, entry.text(key)));
        file.done();
        return new Sources(sources);
    }

    /** A citation is a key, alone or followed by the place in that work. */
    String cited(Entry by, String citation) {
        boolean known = all.keySet().stream()
                .anyMatch(key -> citation.startsWith(key)
                        && (citation.length() == key.length() || " ;,".indexOf(citation.charAt(key.length())) >= 0));
        if (!known) {
            throw by.refuse("cites the unknown source " + citation);
        }
        return citation;
    }
}
