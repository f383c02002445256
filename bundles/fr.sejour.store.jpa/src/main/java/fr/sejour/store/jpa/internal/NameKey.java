package fr.sejour.store.jpa.internal;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a search by name compares: lower case, letters and digits of any script, single spaces, no accents or signs. */
final class NameKey {

    private static final int LONGEST = 800;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private NameKey() {}

    static String of(String familyName, String givenNames) {
        String letters = MARKS.matcher(Normalizer.normalize(familyName + " " + givenNames, Normalizer.Form.NFKD))
                .replaceAll("");
        String key =
                SIGNS.matcher(letters.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
        return Columns.fitting(key, LONGEST);
    }
}
