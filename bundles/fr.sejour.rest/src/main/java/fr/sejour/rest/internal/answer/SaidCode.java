package fr.sejour.rest.internal.answer;

import org.jspecify.annotations.Nullable;

/**
 * A code with its sentence in the caller's language.
 *
 * @param sentence absent when the catalogue of sentences does not know the code yet
 */
public record SaidCode(String code, @Nullable String sentence) {

    static SaidCode of(String family, String code, Wording wording) {
        return new SaidCode(code, wording.sentenceIfKnown(family + "." + code));
    }
}
