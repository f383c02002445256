package fr.sejour.rest.internal.answer;

import fr.sejour.api.cases.Letter;
import java.time.Instant;
import java.util.List;

/** The letters of the préfecture on a case, oldest first. */
public record LettersAnswer(List<LetterAnswer> letters) {

    /** One letter, in French, which prevails. */
    public record LetterAnswer(String kind, Instant writtenAt, String text) {}

    public static LettersAnswer of(List<Letter> letters) {
        return new LettersAnswer(letters.stream()
                .map(it -> new LetterAnswer(it.kind(), it.writtenAt(), it.text()))
                .toList());
    }
}
