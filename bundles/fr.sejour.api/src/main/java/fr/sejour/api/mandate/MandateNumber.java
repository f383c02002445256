package fr.sejour.api.mandate;

import java.util.Locale;
import java.util.regex.Pattern;

/** The number of a mandate: {@code MA-} and twelve letters or digits of Crockford's base 32, in groups of four. */
public record MandateNumber(String value) {

    private static final Pattern SHAPE = Pattern.compile("MA(-[0-9A-HJKMNP-TV-Z]{4}){3}");

    /** @throws IllegalArgumentException when it has another shape */
    public MandateNumber {
        value = value.strip().toUpperCase(Locale.ROOT);
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("The number of a mandate reads MA-XXXX-XXXX-XXXX");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
