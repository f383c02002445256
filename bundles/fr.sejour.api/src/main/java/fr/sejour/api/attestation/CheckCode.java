package fr.sejour.api.attestation;

import java.util.regex.Pattern;

/** The secret printed on a paper for whoever has to check it: twelve letters or digits, 60 random bits. */
public record CheckCode(String value) {

    private static final int LENGTH = 12;

    private static final Pattern SHAPE = Pattern.compile("[0-9A-HJKMNP-TV-Z]{12}");

    /**
     * Reads a code as people type or paste it: groups, case, digits of any script, and the letters I, L and O taken for 1, 1 and 0.
     *
     * @throws IllegalArgumentException when it is not twelve letters or digits
     */
    public CheckCode {
        value = TypedLetters.of(value);
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("A check code has twelve letters or digits");
        }
    }

    /** Whether as many letters and digits were typed as one has: what has more or fewer is another code. */
    public static boolean fits(String typed) {
        return TypedLetters.of(typed).length() == LENGTH;
    }

    /** As it is printed, in groups of four. */
    public String printed() {
        return value.substring(0, 4) + "-" + value.substring(4, 8) + "-" + value.substring(8);
    }
}
