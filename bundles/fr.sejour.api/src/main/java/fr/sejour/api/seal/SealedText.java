package fr.sejour.api.seal;

import java.util.regex.Pattern;

/**
 * Words in the few letters that a seal has: capitals without accents, digits and spaces.
 *
 * @param letters possibly none, when a script has no Latin letters
 * @param whole whether all stands there; it does not when it was too long, or when some of it has no Latin letters
 */
public record SealedText(String letters, boolean whole) {

    private static final Pattern SHAPE = Pattern.compile("|[A-Z0-9]+( [A-Z0-9]+)*");

    /** @throws IllegalArgumentException when there are other letters, or spaces where none belongs */
    public SealedText {
        if (!SHAPE.matcher(letters).matches()) {
            throw new IllegalArgumentException("A seal writes capitals, digits and single spaces");
        }
    }

    /** All of it when it is short enough, else as much of it as fits. */
    SealedText within(int most) {
        return letters.length() <= most
                ? this
                : new SealedText(letters.substring(0, most).strip(), false);
    }
}
