package fr.sejour.paper.internal;

import fr.sejour.api.attestation.Attestation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.PDLayoutAttributeObject;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The one page of a paper. What would not fit is set smaller as a whole, so that no paper is ever two sheets. */
final class Leaf implements AutoCloseable {

    private static final float MARGIN = 42;
    private static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;
    private static final float NAMES = 118;
    private static final float GAP = 10;
    private static final float LEADING = 1.3f;

    private static final float TITLE = 17;
    private static final float HEADING = 11.5f;
    private static final float TEXT = 10;

    /** The second reading beside the first. */
    private static final float SECOND = 0.88f;

    private static final float SMALL = 0.8f;
    private static final float SHRINK = 0.95f;

    /** Below it nobody reads, and no paper is that long. */
    private static final float SMALLEST = 0.4f;

    private final Typefaces typefaces;
    private final PaperWords words;
    private final Lettering lettering;
    private final PDDocument document = new PDDocument();
    private final PDPage page = new PDPage(PDRectangle.A4);
    private final Tagging tagging;
    private final PDPageContentStream content;
    private final Map<Typefaces.Face, PDFont> fonts = new EnumMap<>(Typefaces.Face.class);

    Leaf(Typefaces typefaces, PaperWords words) throws IOException {
        this.typefaces = typefaces;
        this.words = words;
        this.lettering = new Lettering(typefaces);
        document.getDocument().setVersion(1.7f);
        tagging = new Tagging(
                document,
                words.title().french() + " " + words.paper().attestation().number(),
                PaperWords.FRENCH,
                Archival.CLAIMS);
        document.addPage(page);
        tagging.turn(page);
        content = new PDPageContentStream(document, page);
    }

    byte[] print(Seal seal, byte[] statement) throws IOException {
        for (float scale = 1; scale > SMALLEST; scale *= SHRINK) {
            List<Block> blocks = blocks(scale);
            Foot foot = foot(seal, scale);
            if (height(blocks) + foot.height() <= PDRectangle.A4.getHeight() - 2 * MARGIN) {
                draw(blocks);
                foot.draw(MARGIN + foot.height());
                return bytes(statement);
            }
        }
        throw new IllegalStateException("The paper does not fit on one page");
    }

    @Override
    public void close() throws IOException {
        document.close();
    }

    private void draw(List<Block> blocks) throws IOException {
        float top = PDRectangle.A4.getHeight() - MARGIN;
        for (Block block : blocks) {
            block.draw(top);
            top -= block.height();
        }
    }

    private byte[] bytes(byte[] statement) throws IOException {
        content.close();
        tagging.finish();
        Attestation attestation = words.paper().attestation();
        Archival.fixColours(document);
        Archival.attach(
                document,
                attestation.number().value() + ".json",
                words.title().french(),
                statement,
                attestation.issuedAt());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }

    private List<Block> blocks(float scale) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(
                new Spoken(StandardStructureTypes.P, both(words.prefecture(), false, TEXT * 0.9f * scale, WIDTH), 6));
        blocks.add(new Spoken(StandardStructureTypes.H1, both(words.title(), true, TITLE * scale, WIDTH), 8 * scale));
        blocks.add(rows(words.holder(typefaces::legible), scale));
        blocks.add(rows(words.request(), scale));
        List<PaperWords.Row> validity = new ArrayList<>(List.of(words.validity()));
        words.end().ifPresent(validity::add);
        blocks.add(rows(validity, scale));
        List<PaperWords.Row> rights = words.rights();
        if (!rights.isEmpty()) {
            blocks.add(new Spoken(
                    StandardStructureTypes.H2,
                    both(words.heading("print.rights"), true, HEADING * scale, WIDTH),
                    4 * scale));
            blocks.add(rows(rights, scale));
        }
        blocks.add(rows(List.of(words.because()), scale));
        return blocks;
    }

    private Rows rows(List<PaperWords.Row> rows, float scale) {
        float room = WIDTH - NAMES - GAP;
        return new Rows(
                rows.stream()
                        .map(row -> new Row(
                                both(row.name(), true, TEXT * 0.88f * scale, NAMES),
                                both(row.told(), false, TEXT * scale, room),
                                row.articles().isEmpty()
                                        ? Optional.empty()
                                        : Optional.of(set(
                                                row.articles(), PaperWords.FRENCH, false, TEXT * SMALL * scale, room)),
                                3.5f * scale))
                        .toList(),
                7 * scale);
    }

    private Foot foot(Seal seal, float scale) {
        float room = WIDTH - seal.side() - 2 * seal.border() - GAP;
        List<Spoken> beside = List.of(
                new Spoken(StandardStructureTypes.P, both(words.number(), true, TEXT * scale, room), 1),
                new Spoken(StandardStructureTypes.P, both(words.check(), true, TEXT * scale, room), 3 * scale),
                new Spoken(
                        StandardStructureTypes.P,
                        both(words.howToCheck(), false, TEXT * SMALL * scale, room),
                        3 * scale),
                new Spoken(StandardStructureTypes.P, both(words.seal(), false, TEXT * SMALL * scale, room), 3 * scale),
                new Spoken(StandardStructureTypes.P, both(words.prevails(), false, TEXT * SMALL * scale, room), 0));
        return new Foot(seal, beside);
    }

    private List<Set> both(Said said, boolean bold, float size, float room) {
        List<Set> sets = new ArrayList<>();
        if (!said.french().isEmpty()) {
            sets.add(set(said.french(), PaperWords.FRENCH, bold, size, room));
        }
        if (!said.second().isEmpty()) {
            sets.add(set(said.second(), words.language(), false, size * SECOND, room));
        }
        return sets;
    }

    private Set set(String text, String language, boolean bold, float size, float room) {
        return new Set(text, language, lettering.lines(text, language, bold, size, room), size, room);
    }

    private static float height(List<? extends Block> blocks) {
        return (float) blocks.stream().mapToDouble(Block::height).sum();
    }

    private static float tall(List<Set> sets) {
        return (float) sets.stream().mapToDouble(Set::height).sum();
    }

    /** Draws texts one beneath the other; the other reading of a heading is a paragraph, so that each heading is one. */
    private void write(PDStructureElement within, String type, List<Set> sets, float left, float top)
            throws IOException {
        float y = top;
        String as = type;
        for (Set set : sets) {
            write(Tagging.element(as, within), set, left, y);
            y -= set.height();
            as = type.startsWith("H") ? StandardStructureTypes.P : type;
        }
    }

    private void write(PDStructureElement element, Set set, float left, float top) throws IOException {
        if (!set.language().equals(PaperWords.FRENCH)) {
            element.setLanguage(set.language());
        }
        if (set.lines().stream().anyMatch(Lettering.Line::turned)) {
            element.setActualText(set.text());
        }
        tagging.begin(content, page, element);
        float y = top - set.size();
        for (Lettering.Line line : set.lines()) {
            float x = line.fromTheRight() ? left + set.room() - line.width() : left;
            content.beginText();
            content.newLineAtOffset(x, y);
            for (Lettering.Run run : line.runs()) {
                content.setFont(font(run.face()), set.size());
                content.showText(run.letters());
            }
            content.endText();
            y -= set.size() * LEADING;
        }
        content.endMarkedContent();
    }

    private PDFont font(Typefaces.Face face) throws IOException {
        PDFont font = fonts.get(face);
        if (font == null) {
            font = PDType0Font.load(document, typefaces.font(face), true);
            fonts.put(face, font);
        }
        return font;
    }

    private void rule(float y) throws IOException {
        content.beginMarkedContent(COSName.ARTIFACT);
        content.setLineWidth(0.5f);
        content.moveTo(MARGIN, y);
        content.lineTo(MARGIN + WIDTH, y);
        content.stroke();
        content.endMarkedContent();
    }

    /** A text in lines, ready to be drawn. */
    private record Set(String text, String language, List<Lettering.Line> lines, float size, float room) {
        float height() {
            return lines.size() * size * LEADING;
        }
    }

    /** What stands across the page. */
    private interface Block {
        float height();

        void draw(float top) throws IOException;
    }

    /** A text in its two readings. */
    private final class Spoken implements Block {
        private final String type;
        private final List<Set> sets;
        private final float after;

        Spoken(String type, List<Set> sets, float after) {
            this.type = type;
            this.sets = sets;
            this.after = after;
        }

        @Override
        public float height() {
            return sets.isEmpty() ? 0 : tall(sets) + after;
        }

        @Override
        public void draw(float top) throws IOException {
            draw(MARGIN, top);
        }

        void draw(float left, float top) throws IOException {
            write(tagging.root(), type, sets, left, top);
        }
    }

    private record Row(List<Set> name, List<Set> told, Optional<Set> articles, float after) {
        float height() {
            return Math.max(tall(name), tall(told) + articles.map(Set::height).orElse(0f)) + after;
        }
    }

    /** Names and what is told under each, between two rules, as a list. */
    private final class Rows implements Block {
        private final List<Row> rows;
        private final float after;

        Rows(List<Row> rows, float after) {
            this.rows = rows;
            this.after = after;
        }

        @Override
        public float height() {
            return (float) rows.stream().mapToDouble(Row::height).sum() + 2 * after;
        }

        @Override
        public void draw(float top) throws IOException {
            rule(top);
            float y = top - after;
            PDStructureElement list = Tagging.element(StandardStructureTypes.L, tagging.root());
            for (Row row : rows) {
                PDStructureElement item = Tagging.element(StandardStructureTypes.LI, list);
                PDStructureElement label = Tagging.element(StandardStructureTypes.LBL, item);
                write(label, StandardStructureTypes.SPAN, row.name(), MARGIN, y);
                PDStructureElement body = Tagging.element(StandardStructureTypes.L_BODY, item);
                float left = MARGIN + NAMES + GAP;
                write(body, StandardStructureTypes.P, row.told(), left, y);
                if (row.articles().isPresent()) {
                    write(
                            Tagging.element(StandardStructureTypes.P, body),
                            row.articles().get(),
                            left,
                            y - tall(row.told()));
                }
                y -= row.height();
            }
        }
    }

    /** The seal, and beside it how the paper is checked. */
    private final class Foot implements Block {
        private final Seal seal;
        private final List<Spoken> beside;

        Foot(Seal seal, List<Spoken> beside) {
            this.seal = seal;
            this.beside = beside;
        }

        @Override
        public float height() {
            return Math.max(Leaf.height(beside), seal.side() + 2 * seal.border()) + GAP;
        }

        @Override
        public void draw(float top) throws IOException {
            rule(top);
            float below = top - GAP;
            figure(below - seal.border());
            float left = MARGIN + seal.side() + 2 * seal.border() + GAP;
            float y = below;
            for (Spoken block : beside) {
                block.draw(left, y);
                y -= block.height();
            }
        }

        private void figure(float top) throws IOException {
            float left = MARGIN + seal.border();
            PDStructureElement figure = Tagging.element(StandardStructureTypes.Figure, tagging.root());
            figure.setAlternateDescription(words.heading("print.seal.drawn").french());
            PDLayoutAttributeObject place = new PDLayoutAttributeObject();
            place.setPlacement(PDLayoutAttributeObject.PLACEMENT_BLOCK);
            place.setBBox(new PDRectangle(left, top - seal.side(), seal.side(), seal.side()));
            figure.addAttribute(place);
            tagging.begin(content, page, figure);
            seal.draw(content, left, top);
            content.endMarkedContent();
        }
    }
}
