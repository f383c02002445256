package fr.sejour.paper.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.TextLayout;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Arabic as it looks, beside the same words in the same font set by HarfBuzz, which Java carries. */
class ArabicTest {

    private static final String SENTENCE = "تثبت هذه الوثيقة بمفردها أن صاحبها يقيم في فرنسا بصورة قانونية";
    private static final float SIZE = 12;
    private static final int DOTS = 300;

    private final Typefaces typefaces = new Typefaces();

    @TempDir
    Path folder;

    @Test
    void letters_are_joined_and_run_from_the_right() throws Exception {
        Lettering.Line line = new Lettering(typefaces)
                .lines(SENTENCE, "ar", false, SIZE, 1000)
                .get(0);
        StringBuilder set = new StringBuilder();
        line.runs().forEach(run -> set.append(run.letters()));
        boolean[][] reference = reference();

        assertThat(line.fromTheRight()).isTrue();
        assertThat(alike(drawn(line.runs()), reference)).isGreaterThan(0.97);
        // the measure tells what is wrong: letters apart, and letters from the left
        assertThat(alike(drawn(apart(new StringBuilder(SENTENCE).reverse().toString())), reference))
                .isLessThan(0.8);
        assertThat(alike(drawn(apart(set.reverse().toString())), reference)).isLessThan(0.8);
    }

    @Test
    void a_long_sentence_breaks_so_that_its_first_words_are_on_the_first_line() {
        List<Lettering.Line> lines = new Lettering(typefaces).lines(SENTENCE, "ar", false, SIZE, 150);

        assertThat(lines).hasSizeGreaterThan(1);
        assertThat(written(lines.get(0))).startsWith("تثبت هذه");
        assertThat(written(lines.get(lines.size() - 1))).endsWith("قانونية");
        assertThat(lines).allMatch(line -> line.width() <= 150);
    }

    @Test
    void numbers_and_latin_words_keep_their_own_direction() {
        assertThat(visual("من 15 يونيو")).contains("15").startsWith("\uFEEE");
        assertThat(visual("رقم SJ-7K3M (38)")).contains("SJ-7K3M", "(38)");
    }

    /** Drawn from the left: the letters as they are written come from the right. */
    private static String written(Lettering.Line line) {
        StringBuilder letters = new StringBuilder();
        line.runs().forEach(run -> letters.append(run.letters()));
        return Normalizer.normalize(letters.reverse().toString(), Normalizer.Form.NFKC);
    }

    private String visual(String text) {
        StringBuilder letters = new StringBuilder();
        new Lettering(typefaces)
                .lines(text, "ar", false, SIZE, 1000)
                .get(0)
                .runs()
                .forEach(run -> letters.append(run.letters()));
        return letters.toString();
    }

    private List<Lettering.Run> apart(String letters) {
        List<Lettering.Run> runs = new ArrayList<>();
        letters.codePoints()
                .forEach(letter -> runs.add(
                        new Lettering.Run(typefaces.face(letter, false).orElseThrow(), Character.toString(letter), 0)));
        return runs;
    }

    /** The ink of a line as poppler draws it. */
    private boolean[][] drawn(List<Lettering.Run> runs) throws Exception {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            PDPage page = new PDPage(new PDRectangle(500, 40));
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.newLineAtOffset(20, 15);
                for (Lettering.Run run : runs) {
                    content.setFont(PDType0Font.load(document, typefaces.font(run.face()), true), SIZE);
                    content.showText(run.letters());
                }
                content.endText();
            }
            document.save(bytes);
            Files.write(folder.resolve("line.pdf"), bytes.toByteArray());
        }
        Process poppler = new ProcessBuilder("pdftoppm", "-r", "" + DOTS, "-png", "-singlefile", "line.pdf", "line")
                .directory(folder.toFile())
                .inheritIO()
                .start();
        assertThat(poppler.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(poppler.exitValue()).isZero();
        return ink(ImageIO.read(folder.resolve("line.png").toFile()));
    }

    private static boolean[][] reference() throws Exception {
        BufferedImage image = new BufferedImage(2200, 200, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.setColor(Color.BLACK);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        String file = "fonts/NotoSansArabic-Regular.ttf";
        try (InputStream bytes = Objects.requireNonNull(Typefaces.class.getResourceAsStream(file))) {
            Font font = Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(bytes.readAllBytes()))
                    .deriveFont(SIZE * DOTS / 72);
            new TextLayout(SENTENCE, font, graphics.getFontRenderContext()).draw(graphics, 40, 120);
        }
        graphics.dispose();
        return ink(image);
    }

    /** Where a picture is dark, cut to what is drawn. */
    private static boolean[][] ink(BufferedImage image) throws IOException {
        int left = image.getWidth();
        int right = 0;
        int top = image.getHeight();
        int bottom = 0;
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                if (dark(image, x, y)) {
                    left = Math.min(left, x);
                    right = Math.max(right, x);
                    top = Math.min(top, y);
                    bottom = Math.max(bottom, y);
                }
            }
        }
        assertThat(right).isGreaterThan(left);
        boolean[][] ink = new boolean[right - left + 1][bottom - top + 1];
        for (int x = left; x <= right; x++) {
            for (int y = top; y <= bottom; y++) {
                ink[x - left][y - top] = dark(image, x, y);
            }
        }
        return ink;
    }

    private static boolean dark(BufferedImage image, int x, int y) {
        return new Color(image.getRGB(x, y)).getGreen() < 128;
    }

    /** The share of the ink of each, laid over the other at the same size, that has ink of the other within two dots. */
    private static double alike(boolean[][] one, boolean[][] other) {
        boolean[][] fitted = new boolean[other.length][other[0].length];
        for (int x = 0; x < other.length; x++) {
            for (int y = 0; y < other[0].length; y++) {
                fitted[x][y] = one[x * one.length / other.length][y * one[0].length / other[0].length];
            }
        }
        return Math.min(covered(fitted, other), covered(other, fitted));
    }

    private static double covered(boolean[][] ink, boolean[][] by) {
        int all = 0;
        int found = 0;
        for (int x = 0; x < ink.length; x++) {
            for (int y = 0; y < ink[0].length; y++) {
                if (ink[x][y]) {
                    all++;
                    found += near(by, x, y) ? 1 : 0;
                }
            }
        }
        return (double) found / all;
    }

    private static boolean near(boolean[][] ink, int x, int y) {
        for (int i = Math.max(0, x - 2); i <= Math.min(ink.length - 1, x + 2); i++) {
            for (int j = Math.max(0, y - 2); j <= Math.min(ink[0].length - 1, y + 2); j++) {
                if (ink[i][j]) {
                    return true;
                }
            }
        }
        return false;
    }
}
