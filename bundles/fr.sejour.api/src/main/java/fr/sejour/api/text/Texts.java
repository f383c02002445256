package fr.sejour.api.text;

import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/** The catalogue of sentences, by key and language. Immutable, safe from any thread. */
@ProviderType
public interface Texts {

    /** The languages with a catalogue of everything, French first: those of the pages. */
    List<String> languages();

    /** The languages in which papers and the rights on them are said, French first: those of the pages, and more. */
    default List<String> paperLanguages() {
        return languages();
    }

    /**
     * Whether somebody who speaks the language has read its catalogue through. What was not reviewed is shown beside the French
     * only, and says of itself that it was not.
     */
    default boolean reviewed(String language) {
        return languages().contains(language);
    }

    /** Whether the key has a sentence of its own in that language. */
    boolean has(String language, String key);

    /**
     * The sentence of a key, filled in. A key without a sentence in that language falls back to French.
     *
     * @param arguments the values of the sentence's places: text, whole numbers, {@code LocalDate}, {@code Instant}
     * @throws IllegalArgumentException when French has no such key: a fault of ours, found by a test
     */
    String say(String language, String key, Map<String, ?> arguments);

    /** A sentence without places. */
    default String say(String language, String key) {
        return say(language, key, Map.of());
    }
}
