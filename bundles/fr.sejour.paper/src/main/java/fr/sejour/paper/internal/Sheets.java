package fr.sejour.paper.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.PDPrintFieldAttributeObject;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * Sheets of A4 that are filled from the top, tagged as ISO 14289-1 wants it: every word stands in the tree of what it is, and what
 * is only drawn is said to be. A block stands on one sheet.
 */
final class Sheets implements AutoCloseable {

    /** Liberation Sans, which the library carries to stand in for absent fonts; it is embedded, so that no reader needs it. */
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private static final float MARGIN = 48;
    private static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;
    private static final float[] HEADING_SIZE = {17, 12.5f, 10.5f};
    private static final float[] HEADING_SPACE = {0, 8, 3};
    private static final float TEXT = 10;
    private static final float SMALL = 8.5f;
    private static final float LEADING = 1.28f;
    private static final float BOX = 8;

    /** Room for a line of handwriting. */
    private static final float HAND = 25;

    /** The shortest line that somebody can write on. */
    private static final float SHORTEST_LINE = 180;

    private final PDDocument document = new PDDocument();
    private final PDFont font;
    private final Tagging tagging;
    private final PDStructureElement root;
    private final List<PDPage> pages = new ArrayList<>();
    private PDPageContentStream content;
    private float y;

    /** @param language of the whole, as a BCP 47 tag */
    Sheets(String title, String language) {
        try (InputStream bytes = Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT), FONT)) {
            TrueTypeFont sans = new TTFParser().parse(new RandomAccessReadBuffer(bytes));
            document.registerTrueTypeFontForClosing(sans);
            // anybody may ask for a print, and to look for ligatures, which no word has, is two thirds of its cost
            sans.setEnableGsub(false);
            font = PDType0Font.load(document, sans, true);
            tagging = new Tagging(document, title, language, "");
            root = tagging.root();
            content = turn();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param level 1 to 3 */
    void heading(int level, String text) throws IOException {
        y -= HEADING_SPACE[level - 1];
        // a heading never stands alone at the foot of a sheet
        block(Tagging.element("H" + level, root), text, HEADING_SIZE[level - 1], 0, HAND);
        y -= 2;
    }

    void paragraph(String text) throws IOException {
        block(Tagging.element(StandardStructureTypes.P, root), text, TEXT, 0, 0);
        y -= 3;
    }

    /** A paragraph in another language than the whole. */
    void paragraph(String text, String language) throws IOException {
        PDStructureElement paragraph = Tagging.element(StandardStructureTypes.P, root);
        paragraph.setLanguage(language);
        block(paragraph, text, TEXT, 0, 0);
        y -= 3;
    }

    /** A line to write on, behind what has to be written there. */
    void blank(String label) throws IOException {
        room(HAND + TEXT);
        y -= HAND - TEXT;
        PDStructureElement paragraph = Tagging.element(StandardStructureTypes.P, root);
        float from = MARGIN + width(label, TEXT) + 6;
        block(paragraph, label, TEXT, 0, 0);
        if (MARGIN + WIDTH - from < SHORTEST_LINE) {
            room(HAND);
            y -= HAND;
            from = MARGIN;
        }
        float line = y;
        float begin = from;
        field(paragraph, PDPrintFieldAttributeObject.ROLE_TV, label, () -> {
            content.setLineWidth(0.6f);
            content.moveTo(begin, line);
            content.lineTo(MARGIN + WIDTH, line);
            content.stroke();
        });
        y -= 4;
    }

    /** Boxes to tick, as a list. */
    void ticks(List<Tick> ticks) throws IOException {
        PDStructureElement list = Tagging.element(StandardStructureTypes.L, root);
        for (Tick tick : ticks) {
            PDStructureElement item = Tagging.element(StandardStructureTypes.LI, list);
            PDStructureElement body = Tagging.element(StandardStructureTypes.L_BODY, item);
            float indent = BOX + 7;
            float needed = height(tick.label(), TEXT, indent)
                    + (tick.about().isEmpty() ? 0 : height(tick.about(), SMALL, indent));
            room(needed + 3);
            float bottom = y - TEXT;
            field(body, PDPrintFieldAttributeObject.ROLE_CB, tick.label(), () -> {
                content.setLineWidth(0.8f);
                content.addRect(MARGIN, bottom, BOX, BOX);
                content.stroke();
            });
            block(Tagging.element(StandardStructureTypes.P, body), tick.label(), TEXT, indent, 0);
            if (!tick.about().isEmpty()) {
                block(Tagging.element(StandardStructureTypes.P, body), tick.about(), SMALL, indent, 0);
            }
            y -= 3;
        }
    }

    /** @param about smaller, below; blank for nothing */
    record Tick(String label, String about) {}

    /** What follows begins on a fresh sheet. */
    void next() throws IOException {
        content.close();
        content = turn();
    }

    /** The whole, with a line at the foot of each sheet. */
    byte[] bytes(String foot) throws IOException {
        content.close();
        for (int at = 0; at < pages.size(); at++) {
            String line = foot + " \u2013 " + (at + 1) + "/" + pages.size();
            try (PDPageContentStream below = new PDPageContentStream(
                    document, pages.get(at), PDPageContentStream.AppendMode.APPEND, true, true)) {
                below.beginMarkedContent(COSName.ARTIFACT);
                write(below, line, SMALL, MARGIN + WIDTH - width(line, SMALL), MARGIN / 2);
                below.endMarkedContent();
            }
        }
        tagging.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }

    @Override
    public void close() {
        try {
            document.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PDPageContentStream turn() throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        tagging.turn(page);
        pages.add(page);
        y = PDRectangle.A4.getHeight() - MARGIN;
        return new PDPageContentStream(document, page);
    }

    private void room(float needed) throws IOException {
        if (y - needed < MARGIN) {
            next();
        }
    }

    private void begin(PDStructureElement element) throws IOException {
        tagging.begin(content, pages.get(pages.size() - 1), element);
    }

    private void block(PDStructureElement element, String text, float size, float indent, float after)
            throws IOException {
        room(height(text, size, indent) + after);
        begin(element);
        for (String line : lines(text, size, WIDTH - indent)) {
            write(content, line, size, MARGIN + indent, y - size);
            y -= size * LEADING;
        }
        content.endMarkedContent();
    }

    /** Something to fill in: what it is to somebody who cannot see it drawn. */
    private void field(PDStructureElement within, String role, String label, Drawing drawing) throws IOException {
        PDStructureElement form = Tagging.element(StandardStructureTypes.FORM, within);
        PDPrintFieldAttributeObject attribute = new PDPrintFieldAttributeObject();
        attribute.setRole(role);
        attribute.setAlternateName(label);
        form.addAttribute(attribute);
        form.setAlternateDescription(label);
        begin(form);
        drawing.draw();
        content.endMarkedContent();
    }

    private interface Drawing {
        void draw() throws IOException;
    }

    private void write(PDPageContentStream to, String line, float size, float x, float at) throws IOException {
        to.beginText();
        to.setFont(font, size);
        to.newLineAtOffset(x, at);
        to.showText(line);
        to.endText();
    }

    private float height(String text, float size, float indent) throws IOException {
        return lines(text, size, WIDTH - indent).size() * size * LEADING;
    }

    /** Broken at ordinary spaces only; a word that is longer than a line stands on its own. */
    private List<String> lines(String text, float size, float room) throws IOException {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.split(" ", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && width(longer, size) > room) {
                lines.add(line);
                line = word;
            } else {
                line = longer;
            }
        }
        lines.add(line);
        return lines;
    }

    private float width(String text, float size) throws IOException {
        return font.getStringWidth(text) * size / 1000;
    }
}
