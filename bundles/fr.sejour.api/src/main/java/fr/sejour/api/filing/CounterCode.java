package fr.sejour.api.filing;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The code that somebody with an account shows at the counter, so that what they ask for there stands in that account: twelve letters
 * or digits, 60 random bits. Written in groups, read without them.
 */
public record CounterCode(String value) {

    private static final Pattern SHAPE = Pattern.compile("[0-9A-HJKMNP-TV-Z]{12}");

    /** @throws IllegalArgumentException when it has another shape than twelve letters or digits of Crockford's base 32 */
    public CounterCode {
        value = value.replaceAll("[\\s-]", "")
                .toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("A counter code has twelve letters or digits");
        }
    }

    /** The code as it is shown, in groups of four. */
    public String printed() {
        return value.replaceAll("(.{4})(?=.)", "$1-");
    }

    /** Never the code itself: it is a secret. */
    @Override
    public String toString() {
        return "CounterCode[hidden]";
    }
}
