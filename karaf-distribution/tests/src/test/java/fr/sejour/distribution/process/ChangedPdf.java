package fr.sejour.distribution.process;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.InflaterInputStream;

/** What somebody may do to the PDF of a paper who wants it to say something else, and leaves its seal as it is. */
final class ChangedPdf {

    private static final Pattern WORDS =
            Pattern.compile("<< ?\\s*/Length (\\d+)\\s+/Filter /FlateDecode\\s*>>\\s+stream\r?\n");
    private static final Pattern GLYPH = Pattern.compile("(?<=<00)[0-9A-F]{2}(?=[0-9A-F]*> Tj)");
    private static final Pattern PAGE =
            Pattern.compile("\n(\\d+) 0 obj\n<<\n/Type /Page\n.*?\n>>\nendobj\n", Pattern.DOTALL);
    private static final Pattern ROOT = Pattern.compile("/Root (\\d+ 0 R)");
    private static final Pattern STARTS = Pattern.compile("startxref\n(\\d+)\n");
    private static final Pattern SIGNED = Pattern.compile("/ByteRange \\[0 (\\d+) (\\d+) ");

    private ChangedPdf() {}

    /** The first letter is another, in as many bytes as before. */
    static byte[] withAnotherLetter(byte[] pdf) throws IOException {
        String file = latin1(pdf);
        Matcher words = WORDS.matcher(file);
        while (words.find()) {
            int length = Integer.parseInt(words.group(1));
            String said =
                    latin1(new InflaterInputStream(new ByteArrayInputStream(pdf, words.end(), length)).readAllBytes());
            Matcher glyph = GLYPH.matcher(said);
            if (glyph.find()) {
                String other = glyph.group().equals("25") ? "26" : "25";
                byte[] packed = new byte[length];
                Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
                deflater.setInput(bytes(said.substring(0, glyph.start()) + other + said.substring(glyph.end())));
                deflater.finish();
                deflater.deflate(packed);
                boolean fits = deflater.finished();
                deflater.end();
                if (!fits) {
                    throw new AssertionError("The page with another letter is longer");
                }
                return bytes(file.substring(0, words.end()) + latin1(packed) + file.substring(words.end() + length));
            }
        }
        throw new AssertionError("No letter stands on the page");
    }

    /** Something is drawn over the head of the page by what is appended to the file. */
    static byte[] writtenOver(byte[] pdf) {
        String file = latin1(pdf);
        MatchResult page = last(PAGE, file);
        String drawn = "1 1 1 rg 0 740 600 110 re f";
        String written = page.group().replaceFirst("/Contents (\\d+ 0 R)", "/Contents [$1 90000 0 R]");
        String added = "90000 0 obj\n<</Length %d>>\nstream\n%s\nendstream\nendobj\n".formatted(drawn.length(), drawn);
        int at = file.length() + written.length();
        return bytes(file
                + written
                + added
                + "xref\n%s 1\n%010d 00000 n \n90000 1\n%010d 00000 n \n"
                        .formatted(page.group(1), file.length() + 1, at)
                + "trailer\n<</Size 90001/Root %s/Prev %s>>\nstartxref\n%d\n%%%%EOF\n"
                        .formatted(last(ROOT, file).group(1), last(STARTS, file).group(1), at + added.length()));
    }

    /** The signature of another paper stands in the place of its own. */
    static byte[] signedAs(byte[] pdf, byte[] other) {
        String file = latin1(pdf);
        String another = latin1(other);
        MatchResult own = first(SIGNED, file);
        MatchResult its = first(SIGNED, another);
        return bytes(file.substring(0, number(own, 1))
                + another.substring(number(its, 1), number(its, 2))
                + file.substring(number(own, 2)));
    }

    /** As it was before it was signed. */
    static byte[] unsigned(byte[] pdf) {
        String file = latin1(pdf);
        return bytes(file.substring(0, file.indexOf("%%EOF") + "%%EOF\n".length()));
    }

    private static int number(MatchResult found, int group) {
        return Integer.parseInt(found.group(group));
    }

    private static MatchResult first(Pattern shape, String file) {
        return shape.matcher(file).results().findFirst().orElseThrow();
    }

    private static MatchResult last(Pattern shape, String file) {
        return shape.matcher(file).results().reduce((before, after) -> after).orElseThrow();
    }

    private static String latin1(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(String latin1) {
        return latin1.getBytes(StandardCharsets.ISO_8859_1);
    }
}
