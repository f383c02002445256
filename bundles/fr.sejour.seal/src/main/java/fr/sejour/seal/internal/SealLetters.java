package fr.sejour.seal.internal;

import com.ibm.icu.text.Transliterator;
import fr.sejour.api.seal.SealedText;

/** Writes words of any script in the letters of a seal: capitals without accents, digits and spaces. */
final class SealLetters {

    private static final String RULES = "Any-Latin; Latin-ASCII; Any-Upper";

    private SealLetters() {}

    /** Marks, hyphens and apostrophes become spaces; a letter that has no Latin one is left out, and the text is then not whole. */
    static SealedText of(String words) {
        String latin = Transliterator.getInstance(RULES).transliterate(words);
        boolean whole = latin.codePoints().noneMatch(it -> Character.isLetterOrDigit(it) && !plain(it));
        StringBuilder letters = new StringBuilder();
        boolean space = false;
        for (int point : latin.codePoints().toArray()) {
            if (plain(point)) {
                letters.append(space && !letters.isEmpty() ? " " : "").append((char) point);
                space = false;
            } else {
                space = true;
            }
        }
        return new SealedText(letters.toString(), whole);
    }

    private static boolean plain(int point) {
        return (point >= 'A' && point <= 'Z') || (point >= '0' && point <= '9');
    }
}
