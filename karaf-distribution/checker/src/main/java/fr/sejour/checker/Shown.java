package fr.sejour.checker;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDNameTreeNode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * What somebody shows: a PDF, a picture or a text, and the seals that stand on it.
 *
 * @param seals each once: a paper has one, drawn and attached
 * @param pdf its bytes, when it is a PDF
 */
record Shown(List<String> seals, Optional<Pdf> pdf) {

    private static final int DOTS_PER_INCH = 300;
    private static final double POINTS_PER_INCH = 72;

    /** More than a sheet of A3 has at that density; what is larger is looked at less closely. */
    private static final long MOST_DOTS = 25_000_000;

    private static final int MOST_PAGES = 10;
    private static final int LONGEST_ATTACHMENT = 100_000;
    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);

    /** The member of the attached record; its separators are written as JSON writes them. */
    private static final Pattern ATTACHED =
            Pattern.compile("\"seal\"\\s*:\\s*\"((?:[^\"\\\\]++|\\\\u00[01][0-9A-Fa-f])*+)\"");

    private static final Pattern ESCAPED = Pattern.compile("\\\\u(00[01][0-9A-Fa-f])");

    Shown {
        seals = List.copyOf(seals);
    }

    /** The bytes of a PDF, which a record compares by what they are. */
    record Pdf(String latin1) {

        byte[] bytes() {
            return latin1.getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    /** @throws IOException when it opens neither as a PDF nor as a picture, and is no text of a seal */
    static Shown of(byte[] content) throws IOException {
        if (startsWith(content, PDF)) {
            return new Shown(ofPdf(content), Optional.of(new Pdf(new String(content, StandardCharsets.ISO_8859_1))));
        }
        Optional<BufferedImage> picture = picture(content);
        if (picture.isPresent()) {
            return new Shown(SquareFinder.read(picture.get()).stream().toList(), Optional.empty());
        }
        String text = new String(content, StandardCharsets.UTF_8);
        if (text.indexOf('\uFFFD') >= 0) {
            throw new IOException("Neither a PDF, nor a picture, nor a text");
        }
        return new Shown(List.of(text), Optional.empty());
    }

    /** Every so many dots of it, so that it is never larger than can be looked at; empty when it is no picture. */
    private static Optional<BufferedImage> picture(byte[] content) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                long dots = (long) reader.getWidth(0) * reader.getHeight(0);
                int every = (int) Math.ceil(Math.sqrt((double) dots / MOST_DOTS));
                ImageReadParam param = reader.getDefaultReadParam();
                param.setSourceSubsampling(every, every, 0, 0);
                return Optional.of(reader.read(0, param));
            } finally {
                reader.dispose();
            }
        }
    }

    private static float density(PDPage page) {
        PDRectangle box = page.getCropBox();
        double inches = box.getWidth() * box.getHeight() / (POINTS_PER_INCH * POINTS_PER_INCH);
        return (float) Math.min(DOTS_PER_INCH, Math.sqrt(MOST_DOTS / inches));
    }

    private static List<String> ofPdf(byte[] content) throws IOException {
        Set<String> seals = new LinkedHashSet<>();
        try (PDDocument document = Loader.loadPDF(content)) {
            PDFRenderer pages = new PDFRenderer(document);
            for (int page = 0; page < Math.min(document.getNumberOfPages(), MOST_PAGES); page++) {
                SquareFinder.read(pages.renderImageWithDPI(page, density(document.getPage(page)), ImageType.RGB))
                        .ifPresent(seals::add);
            }
            for (String attached : attached(document)) {
                Matcher seal = ATTACHED.matcher(attached);
                if (seal.find()) {
                    seals.add(ESCAPED.matcher(seal.group(1))
                            .replaceAll(escape -> Matcher.quoteReplacement(
                                    String.valueOf((char) Integer.parseInt(escape.group(1), 16)))));
                }
            }
        }
        return new ArrayList<>(seals);
    }

    private static List<String> attached(PDDocument document) throws IOException {
        List<String> texts = new ArrayList<>();
        if (document.getDocumentCatalog().getNames() == null) {
            return texts;
        }
        PDEmbeddedFilesNameTreeNode files =
                document.getDocumentCatalog().getNames().getEmbeddedFiles();
        if (files != null) {
            add(files, texts);
        }
        return texts;
    }

    private static void add(PDNameTreeNode<PDComplexFileSpecification> node, List<String> texts) throws IOException {
        Map<String, PDComplexFileSpecification> names = node.getNames();
        if (names != null) {
            for (PDComplexFileSpecification file : names.values()) {
                PDEmbeddedFile embedded = file.getEmbeddedFile();
                if (embedded != null) {
                    try (var in = embedded.createInputStream()) {
                        texts.add(new String(in.readNBytes(LONGEST_ATTACHMENT), StandardCharsets.UTF_8));
                    }
                }
            }
        }
        if (node.getKids() != null) {
            for (PDNameTreeNode<PDComplexFileSpecification> kid : node.getKids()) {
                add(kid, texts);
            }
        }
    }

    private static boolean startsWith(byte[] content, byte[] beginning) {
        if (content.length < beginning.length) {
            return false;
        }
        for (int i = 0; i < beginning.length; i++) {
            if (content[i] != beginning[i]) {
                return false;
            }
        }
        return true;
    }
}
