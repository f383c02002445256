package fr.sejour.paper.internal;

import com.ibm.icu.text.ArabicShaping;
import com.ibm.icu.text.ArabicShapingException;
import com.ibm.icu.text.Bidi;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Sets text in lines: Arabic letters joined, lines broken where the language allows it, and each line in the order in which it is
 * drawn, from the left.
 */
final class Lettering {

    /** A vowel mark in the form that stands alone; above or below a letter it is the mark itself. */
    private static final Pattern VOWEL = Pattern.compile("[\\uFE70-\\uFE72\\uFE74\\uFE76-\\uFE7F]");

    private final Typefaces typefaces;

    Lettering(Typefaces typefaces) {
        this.typefaces = typefaces;
    }

    /**
     * @param fromTheRight whether the line begins at the right
     * @param turned whether it is drawn otherwise than it is written, so that its letters have to be given beside
     */
    record Line(List<Run> runs, float width, boolean fromTheRight, boolean turned) {}

    /** Letters of one font. */
    record Run(Typefaces.Face face, String letters, float width) {}

    /**
     * @param size in points, as the room
     * @return one line at least
     */
    List<Line> lines(String text, String language, boolean bold, float size, float room) {
        boolean fromTheRight = ULocale.forLanguageTag(language).isRightToLeft();
        String joined = join(typefaces.legible(text));
        boolean turned = fromTheRight || Bidi.requiresBidi(joined.toCharArray(), 0, joined.length());
        BreakIterator words = BreakIterator.getLineInstance(ULocale.forLanguageTag(language));
        words.setText(joined);
        List<Line> lines = new ArrayList<>();
        int from = 0;
        do {
            int until = furthest(joined, from, words, bold, room / size);
            String line = turned ? turn(joined, from, until, fromTheRight) : joined.substring(from, until);
            lines.add(line(line.strip(), bold, size, fromTheRight, turned));
            from = until;
        } while (from < joined.length());
        return lines;
    }

    /** Whether a letter has a form of its own for each place in a word. */
    static boolean hasForms(int letter) {
        return join(Character.toString(letter)).codePointAt(0) != letter;
    }

    private static String join(String text) {
        try {
            return VOWEL.matcher(new ArabicShaping(ArabicShaping.LETTERS_SHAPE
                                    | ArabicShaping.LENGTH_GROW_SHRINK
                                    | ArabicShaping.TEXT_DIRECTION_LOGICAL)
                            .shape(text))
                    .replaceAll(vowel -> Normalizer2.getNFKCInstance()
                            .normalize(vowel.group())
                            .replaceAll("[ \\u0640]", ""));
        } catch (ArabicShapingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The last break before the room ends; a word that is longer than the room is cut between two letters. */
    private int furthest(String text, int from, BreakIterator words, boolean bold, float room) {
        int last = last(text, from, words, bold, room);
        if (last > from || text.isEmpty()) {
            return last;
        }
        BreakIterator letters = BreakIterator.getCharacterInstance(ULocale.ROOT);
        letters.setText(text);
        return Math.max(last(text, from, letters, bold, room), letters.following(from));
    }

    private int last(String text, int from, BreakIterator breaks, boolean bold, float room) {
        int last = from;
        float width = 0;
        for (int at = breaks.following(from); at != BreakIterator.DONE; at = breaks.following(at)) {
            String more = text.substring(last, at);
            if (width + width(more.stripTrailing(), bold) > room) {
                return last;
            }
            width += width(more, bold);
            last = at;
        }
        return last;
    }

    private static String turn(String text, int from, int until, boolean fromTheRight) {
        Bidi whole = new Bidi(text, fromTheRight ? Bidi.DIRECTION_RIGHT_TO_LEFT : Bidi.DIRECTION_LEFT_TO_RIGHT);
        return whole.createLineBidi(from, until)
                .writeReordered(Bidi.DO_MIRRORING | Bidi.KEEP_BASE_COMBINING | Bidi.REMOVE_BIDI_CONTROLS);
    }

    private Line line(String visual, boolean bold, float size, boolean fromTheRight, boolean turned) {
        List<Run> runs = new ArrayList<>();
        StringBuilder letters = new StringBuilder();
        Typefaces.Face face = null;
        for (int letter : visual.codePoints().toArray()) {
            if (Typefaces.ignorable(letter)) {
                continue;
            }
            Typefaces.Face next = face(letter, bold);
            if (face != null && next != face) {
                runs.add(run(face, letters.toString(), size));
                letters.setLength(0);
            }
            face = next;
            letters.appendCodePoint(letter);
        }
        if (face != null) {
            runs.add(run(face, letters.toString(), size));
        }
        return new Line(runs, (float) runs.stream().mapToDouble(Run::width).sum(), fromTheRight, turned);
    }

    private Run run(Typefaces.Face face, String letters, float size) {
        double width = letters.codePoints()
                .mapToDouble(letter -> typefaces.width(face, letter))
                .sum();
        return new Run(face, letters, (float) width * size);
    }

    private float width(String text, boolean bold) {
        return (float) text.codePoints()
                .filter(letter -> !Typefaces.ignorable(letter))
                .mapToDouble(letter -> typefaces.width(face(letter, bold), letter))
                .sum();
    }

    private Typefaces.Face face(int letter, boolean bold) {
        return typefaces
                .face(letter, bold)
                .orElseThrow(() -> new IllegalStateException("No font sets U+%04X".formatted(letter)));
    }
}
