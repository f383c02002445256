package fr.sejour.core.port;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words of a name as they are searched: accents, capitals and ligatures folded, split at whatever is no letter or digit, each
 * in the letters of its own script. What is kept of a person and what somebody types go the same way.
 */
public final class NameWords {

    /** The longest word that is kept or searched, in characters; a longer one goes by its beginning. */
    public static final int LONGEST = 60;

    /** More words than this nobody has to type; the others are not looked at. */
    private static final int MOST_TYPED = 8;

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}\\p{M}]+");
    private static final Pattern APOSTROPHES = Pattern.compile("['’‘ʼʻʹ`´]");
    // the vowel signs of other scripts are letters of a word like any other, and the Japanese voicing marks are too
    private static final Pattern ACCENTS =
            Pattern.compile("[\\p{M}&&[\\p{IsInherited}\\p{IsArabic}\\p{IsHebrew}]&&[^\u3099\u309A]]");
    private static final Pattern MARKS_ALONE = Pattern.compile("^\\p{M}+");
    private static final Map<String, String> LETTERS = Map.of(
            "œ", "oe", "æ", "ae", "ø", "o", "ł", "l", "đ", "d", "ð", "d", "þ", "th", "ħ", "h", "ŧ", "t", "ς", "σ");

    private NameWords() {}

    /** The words that a person is found by: those of their names, and a name with an apostrophe also written as one word. */
    public static Set<String> of(String familyName, String givenNames) {
        return set(readings(familyName, givenNames).stream().flatMap(Set::stream));
    }

    /** The words of a name with a word parted at its apostrophes, and with that word as one. */
    public static List<Set<String>> readings(String familyName, String givenNames) {
        String both = familyName + " " + givenNames;
        return List.of(set(words(both)), set(words(APOSTROPHES.matcher(both).replaceAll(""))));
    }

    /** The words that somebody typed; empty when nothing of it is a letter or digit. */
    public static Set<String> typed(String text) {
        return set(words(text).limit(MOST_TYPED));
    }

    /** Every word of a text, folded as names are. */
    public static Set<String> in(String text) {
        return set(words(text));
    }

    private static Set<String> set(Stream<String> words) {
        return words.collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Stream<String> words(String text) {
        return Arrays.stream(
                        BETWEEN_WORDS.split(folded(APOSTROPHES.matcher(text).replaceAll(" "))))
                .map(word -> MARKS_ALONE.matcher(word).replaceFirst(""))
                .filter(word -> !word.isEmpty())
                .map(NameWords::shortened)
                .distinct();
    }

    private static String folded(String text) {
        String plain = ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("");
        // up first: a capital has fewer forms than its small letters
        String small = Normalizer.normalize(plain, Normalizer.Form.NFC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
        for (Map.Entry<String, String> letter : LETTERS.entrySet()) {
            small = small.replace(letter.getKey(), letter.getValue());
        }
        return small;
    }

    /** Never half of a letter that takes two characters. */
    private static String shortened(String word) {
        if (word.length() <= LONGEST) {
            return word;
        }
        return word.substring(0, Character.isHighSurrogate(word.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
    }
}
