package fr.sejour.api.attempt;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The number of an attempt: {@code TE-}, eleven random letters or digits of Crockford's base 32 and a check letter, in groups of
 * four. It is read out over the telephone: case does not matter, and a slip finds no other attempt.
 */
public record AttemptNumber(String value) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final Pattern SHAPE = Pattern.compile("TE(-[0-9A-HJKMNP-TV-Z]{4}){3}");

    /** @throws IllegalArgumentException when it has another shape, or its check letter does not fit */
    public AttemptNumber {
        value = value.strip().toUpperCase(Locale.ROOT);
        String letters = value.startsWith("TE-") ? value.substring(3).replace("-", "") : "";
        if (!SHAPE.matcher(value).matches() || check(letters.substring(0, 11)) != letters.charAt(11)) {
            throw new IllegalArgumentException("The number of an attempt reads TE-XXXX-XXXX-XXXX");
        }
    }

    /** The number that those eleven letters make, with its check letter. */
    public static AttemptNumber of(String drawn) {
        String letters = drawn + check(drawn);
        return new AttemptNumber(
                "TE-" + letters.substring(0, 4) + "-" + letters.substring(4, 8) + "-" + letters.substring(8));
    }

    /** The algorithm of Luhn in base 32: one wrong letter, or two neighbours in the wrong order, are noticed. */
    private static char check(String letters) {
        int sum = 0;
        for (int at = 0; at < letters.length(); at++) {
            int value = ALPHABET.indexOf(letters.charAt(letters.length() - 1 - at));
            int weighed = at % 2 == 0 ? 2 * value : value;
            sum += weighed / 32 + weighed % 32;
        }
        return ALPHABET.charAt((32 - sum % 32) % 32);
    }

    @Override
    public String toString() {
        return value;
    }
}
