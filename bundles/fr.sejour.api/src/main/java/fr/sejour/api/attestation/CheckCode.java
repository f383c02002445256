package fr.sejour.api.attestation;

import java.util.Locale;
import java.util.regex.Pattern;

/** The secret printed on a paper for whoever has to check it: twelve letters or digits, 60 random bits. */
public record CheckCode(String value) {

    /** How many letters or digits it has. */
    public static final int LENGTH = 12;

    private static final Pattern SHAPE = Pattern.compile("[0-9A-HJKMNP-TV-Z]{12}");

    /**
     * Reads a code as people type it: groups, case, and the letters I, L and O taken for 1, 1 and 0.
     *
     * @throws IllegalArgumentException when it is not twelve letters or digits
     */
    public CheckCode {
        value = value.replaceAll("[\\s-]", "")
                .toUpperCase(Locale.ROOT)
                .replace('I', '1')
                .replace('L', '1')
                .replace('O', '0');
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("A check code has twelve letters or digits");
        }
    }

    /** As it is printed, in groups of four. */
    public String printed() {
        return value.substring(0, 4) + "-" + value.substring(4, 8) + "-" + value.substring(8);
    }
}
