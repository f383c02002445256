package fr.sejour.api.attestation;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Letters and digits as they come from any page and any keyboard: hyphens and spaces of any kind and the marks that nobody sees do not
 * count, nor do small letters; digits of any script and wide letters stand for plain ones; I, L and O are 1, 1 and 0.
 */
final class TypedLetters {

    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Z}\\p{Pd}\\p{Cf}]");

    private TypedLetters() {}

    static String of(String typed) {
        String alone = BETWEEN.matcher(Normalizer.normalize(typed, Normalizer.Form.NFKC))
                .replaceAll("");
        StringBuilder plain = new StringBuilder();
        alone.codePoints().forEach(point -> {
            if (Character.isDigit(point)) {
                plain.append(Character.digit(point, 10));
            } else {
                plain.appendCodePoint(point);
            }
        });
        return plain.toString()
                .toUpperCase(Locale.ROOT)
                .replace('I', '1')
                .replace('L', '1')
                .replace('O', '0');
    }
}
