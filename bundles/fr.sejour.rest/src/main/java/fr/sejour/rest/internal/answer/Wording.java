package fr.sejour.rest.internal.answer;

import fr.sejour.api.text.RightSentences;
import fr.sejour.api.text.Texts;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The words in the language that a caller asked for.
 *
 * @param language one of the catalogue's languages; French when the caller asks for none of them
 */
public record Wording(Texts texts, String language) {

    /** @param acceptLanguage the header as it came; anything that cannot be read counts as absent */
    public static Wording of(Texts texts, Optional<String> acceptLanguage) {
        return new Wording(
                texts, acceptLanguage.flatMap(it -> wished(texts, it)).orElse("fr"));
    }

    /** The sentences of rights, the same here as on the page, in the message and on the paper. */
    RightSentences rights() {
        return new RightSentences(texts);
    }

    /** The sentence of a code that may be new to the catalogue. */
    public @Nullable String sentenceIfKnown(String key) {
        return texts.has(language, key) || texts.has("fr", key) ? texts.say(language, key) : null;
    }

    private static Optional<String> wished(Texts texts, String acceptLanguage) {
        try {
            return Optional.ofNullable(
                    Locale.lookupTag(LanguageRange.parse(acceptLanguage.toLowerCase(Locale.ROOT)), texts.languages()));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}
