package fr.sejour.api.filing;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The serial number of a printed form: {@code FO-}, ten random letters or digits of Crockford's base 32 and two check letters, in
 * groups of four. It is printed before anybody knows who will fill the form in, and typed once by an agent: case does not matter,
 * and a slip is no serial number.
 */
public record FormSerial(String value) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final Pattern SHAPE = Pattern.compile("FO(-[0-9A-HJKMNP-TV-Z]{4}){3}");
    private static final int DRAWN = 10;

    /** The largest prime that two letters hold: one wrong letter, or two in the wrong order, leave another remainder. */
    private static final int PRIME = 1021;

    /** @throws IllegalArgumentException when it has another shape, or its check letters do not fit */
    public FormSerial {
        value = value.strip().toUpperCase(Locale.ROOT);
        String letters = value.startsWith("FO-") ? value.substring(3).replace("-", "") : "";
        if (!SHAPE.matcher(value).matches()
                || !check(letters.substring(0, DRAWN)).equals(letters.substring(DRAWN))) {
            throw new IllegalArgumentException("The serial number of a form reads FO-XXXX-XXXX-XXXX");
        }
    }

    /** The serial number that those ten letters make, with its check letters. */
    public static FormSerial of(String drawn) {
        String letters = drawn + check(drawn);
        return new FormSerial(
                "FO-" + letters.substring(0, 4) + "-" + letters.substring(4, 8) + "-" + letters.substring(8));
    }

    private static String check(String letters) {
        int rest = 0;
        for (int at = 0; at < letters.length(); at++) {
            rest = (rest * ALPHABET.length() + ALPHABET.indexOf(letters.charAt(at))) % PRIME;
        }
        return "" + ALPHABET.charAt(rest / ALPHABET.length()) + ALPHABET.charAt(rest % ALPHABET.length());
    }

    @Override
    public String toString() {
        return value;
    }
}
