package fr.sejour.api.mandate;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The public code by which a person names whom they give a mandate: eight letters or digits of Crockford's base 32. Whoever may be
 * named hands it out; there is no list of people or of codes to search.
 */
public record MandataryCode(String value) {

    private static final Pattern SHAPE = Pattern.compile("[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}");

    /** @throws IllegalArgumentException when it has another shape */
    public MandataryCode {
        value = value.strip().toUpperCase(Locale.ROOT);
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("The code of a mandatary reads XXXX-XXXX");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
