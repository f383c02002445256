package fr.sejour.api.person;

import java.util.Locale;
import java.util.regex.Pattern;

/** The secret of the letter that lets a person link their account to the register; written in groups, read without them. */
public record LetterCode(String value) {

    private static final Pattern SHAPE = Pattern.compile("[0-9A-Z]{8,32}");

    /** @throws IllegalArgumentException when it is not 8 to 32 letters or digits, spaces and hyphens aside */
    public LetterCode {
        value = value.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("A letter code has 8 to 32 letters or digits");
        }
    }

    /** Never the code itself: it is a secret. */
    @Override
    public String toString() {
        return "LetterCode[hidden]";
    }
}
