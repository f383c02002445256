package fr.sejour.paper.internal;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** The fonts of papers, parsed once: what each can set, and how wide it sets it. Used by one thread at a time. */
final class Typefaces {

    private final Map<Face, TrueTypeFont> fonts = new EnumMap<>(Face.class);
    private final Map<Face, CmapLookup> letters = new EnumMap<>(Face.class);
    private final Map<Face, Float> unit = new EnumMap<>(Face.class);

    /** A font, by the name of its file. */
    enum Face {
        BOLD("NotoSans-Bold"),
        REGULAR("NotoSans-Regular"),
        ARABIC("NotoSansArabic-Regular"),
        CHINESE("NotoSansSC-Regular");

        private final String file;

        Face(String file) {
            this.file = "fonts/" + file + ".ttf";
        }
    }

    Typefaces() {
        for (Face face : Face.values()) {
            try (InputStream bytes =
                    Objects.requireNonNull(Typefaces.class.getResourceAsStream(face.file), face.file)) {
                TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(bytes));
                // what they substitute for letters was left out of the files
                font.setEnableGsub(false);
                fonts.put(face, font);
                letters.put(face, font.getUnicodeCmapLookup());
                unit.put(face, 1f / font.getUnitsPerEm());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    TrueTypeFont font(Face face) {
        return Objects.requireNonNull(fonts.get(face));
    }

    /** The font that sets a letter; empty when none does. */
    Optional<Face> face(int letter, boolean bold) {
        for (Face face : Face.values()) {
            if ((bold || face != Face.BOLD) && glyph(face, letter) != 0) {
                return Optional.of(face);
            }
        }
        return Optional.empty();
    }

    /** How wide a letter is at the size of one point. */
    float width(Face face, int letter) {
        try {
            return font(face).getAdvanceWidth(glyph(face, letter)) * Objects.requireNonNull(unit.get(face));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Whether a text is set as its readers write it. An Arabic letter that Unicode gives no joined forms of its own is not: it
     * would stand apart from its neighbours.
     */
    boolean sets(String text) {
        return text.codePoints().allMatch(this::sets);
    }

    private boolean sets(int letter) {
        if (ignorable(letter)) {
            return true;
        }
        return face(letter, false).isPresent() && (!joins(letter) || Lettering.hasForms(letter));
    }

    private static boolean joins(int letter) {
        int type = UCharacter.getIntPropertyValue(letter, UProperty.JOINING_TYPE);
        return UScript.getScript(letter) == UScript.ARABIC
                && (type == UCharacter.JoiningType.DUAL_JOINING || type == UCharacter.JoiningType.RIGHT_JOINING)
                && letter < 0xFB50;
    }

    /**
     * The text itself where it can be set, otherwise its transliteration in Latin letters (ICU, Any-Latin), in which a letter that
     * nothing is known of stands as its code point: never as an empty box.
     */
    String legible(String text) {
        if (sets(text)) {
            return text;
        }
        StringBuilder legible = new StringBuilder();
        Normalizer2.getNFCInstance()
                .normalize(Transliterator.getInstance("Any-Latin").transliterate(text))
                .codePoints()
                .forEach(letter -> {
                    if (sets(letter)) {
                        legible.appendCodePoint(letter);
                    } else {
                        legible.append("[U+%04X]".formatted(letter));
                    }
                });
        return legible.toString();
    }

    /** Whether a letter is never drawn: a mark of direction or of joining. */
    static boolean ignorable(int letter) {
        return UCharacter.hasBinaryProperty(letter, UProperty.DEFAULT_IGNORABLE_CODE_POINT);
    }

    private int glyph(Face face, int letter) {
        return Objects.requireNonNull(letters.get(face)).getGlyphId(letter);
    }
}
