package fr.sejour.api.correction;

import java.util.Locale;
import java.util.regex.Pattern;

/** The number of a correction: {@code CO-} and twelve letters or digits of Crockford's base 32, in groups of four. */
public record CorrectionNumber(String value) {

    private static final Pattern SHAPE = Pattern.compile("CO(-[0-9A-HJKMNP-TV-Z]{4}){3}");

    /** @throws IllegalArgumentException when it has another shape */
    public CorrectionNumber {
        value = value.strip().toUpperCase(Locale.ROOT);
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("The number of a correction reads CO-XXXX-XXXX-XXXX");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
