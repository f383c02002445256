package fr.sejour.api.access;

import java.util.Locale;
import java.util.regex.Pattern;

/** The one-time code that an agent hands to somebody who has lost every way in; written in groups, read without them. */
public record RecoveryCode(String value) {

    private static final Pattern SHAPE = Pattern.compile("[0-9A-HJKMNP-TV-Z]{20}");

    /** @throws IllegalArgumentException when it has another shape than twenty letters or digits of Crockford's base 32 */
    public RecoveryCode {
        value = value.replaceAll("[\\s-]", "")
                .toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("A recovery code has twenty letters or digits");
        }
    }

    /** The code as it is printed, in groups of four. */
    public String printed() {
        return value.replaceAll("(.{4})(?=.)", "$1-");
    }

    /** Never the code itself: it is a secret. */
    @Override
    public String toString() {
        return "RecoveryCode[hidden]";
    }
}
