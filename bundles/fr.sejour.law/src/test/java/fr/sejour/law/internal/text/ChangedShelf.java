package fr.sejour.law.internal.text;

import java.util.HashMap;
import java.util.Map;

/** The editions that ship, with a few words changed: what a slip of the hand would make of them. */
public final class ChangedShelf implements Shelf {

    private final Shelf shipped = Shelf.shipped();
    private final Map<String, String> changed = new HashMap<>();

    private ChangedShelf() {}

    public static ChangedShelf shipped() {
        return new ChangedShelf();
    }

    /** Replaces the first occurrence of a passage, which must be there. */
    public ChangedShelf with(String path, String passage, String replacement) {
        String text = read(path);
        int at = text.indexOf(passage);
        if (at < 0) {
            throw new IllegalArgumentException(path + " does not contain " + passage);
        }
        return with(path, text.substring(0, at) + replacement + text.substring(at + passage.length()));
    }

    /** Adds or replaces a whole file. */
    public ChangedShelf with(String path, String text) {
        changed.put(path, text);
        return this;
    }

    @Override
    public String read(String path) {
        String text = changed.get(path);
        return text == null ? shipped.read(path) : text;
    }
}
