package fr.sejour.paper.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.catalogue.PermitEntry;
import fr.sejour.api.catalogue.PieceRequirement;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.filing.FormSerial;
import fr.sejour.law.Editions;
import fr.sejour.law.internal.NationalCatalogue;
import fr.sejour.text.internal.PropertiesTexts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PdfFormsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
    private static final FormSerial SERIAL = FormSerial.of("0123456789");
    private static final NationalCatalogue LAW = new NationalCatalogue(new Editions());

    private final PdfForms forms = new PdfForms(LAW, PropertiesTexts.onClassPath());

    static Stream<PermitEntry> permits() {
        return LAW.permits(TODAY).stream();
    }

    @Test
    void a_student_reads_what_to_fill_in_where_it_goes_and_what_to_join() throws IOException {
        String text = words(print("etudiant", "fr"));

        assertThat(text)
                .contains(
                        "Demande de titre de séjour",
                        "Numéro de série du formulaire\u00a0: " + SERIAL,
                        "L. 422-1",
                        "Nom",
                        "Numéro étranger",
                        "Reçu le (rempli par la préfecture)",
                        "en ligne (R. 431-2)",
                        "à Paris, à la préfecture de police",
                        "compte du jour où la préfecture reçoit ce formulaire",
                        "L. 112-3",
                        "Liste nationale des pièces au 1er juin 2026.")
                .doesNotContain("form-page.", "field.", "piece.", "{");
    }

    @ParameterizedTest
    @MethodSource("permits")
    void every_permit_prints_on_a_few_sheets_of_a4_with_its_number_on_each_and_every_piece_of_a_filing(
            PermitEntry permit) throws IOException {
        byte[] print = print(permit.code().value(), "fr");
        String text = words(print);

        try (PDDocument document = Loader.loadPDF(print)) {
            assertThat(document.getNumberOfPages()).isBetween(2, 3);
            for (PDPage page : document.getPages()) {
                assertThat(List.of(
                                Math.round(page.getMediaBox().getWidth()),
                                Math.round(page.getMediaBox().getHeight())))
                        .containsExactly(595, 842);
            }
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                assertThat(text).contains(SERIAL + " – " + page + "/" + document.getNumberOfPages());
            }
        }
        assertThat(text).contains(permit.labelFr());
        permit.firstPieces().stream()
                .filter(piece -> piece.phase() == PieceRequirement.Phase.FILING)
                .forEach(piece -> assertThat(text).contains(piece.labelFr()));
    }

    @Test
    void in_english_the_permit_is_named_in_french_too() throws IOException {
        byte[] print = print("etudiant", "en");
        PermitEntry permit = permits()
                .filter(it -> it.code().value().equals("etudiant"))
                .findFirst()
                .orElseThrow();

        assertThat(words(print)).contains(permit.labelFr(), permit.labelEn(), "Serial number of the form: " + SERIAL);
        try (PDDocument document = Loader.loadPDF(print)) {
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en");
            assertThat(elements(document))
                    .anySatisfy(element -> assertThat(element.getLanguage()).isEqualTo("fr"));
        }
    }

    @Test
    void a_reader_who_sees_nothing_hears_every_word_and_finds_every_field() throws IOException {
        try (PDDocument document = Loader.loadPDF(print("etudiant", "fr"))) {
            List<PDStructureElement> elements = elements(document);

            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("fr");
            assertThat(document.getDocumentCatalog().getViewerPreferences().displayDocTitle())
                    .isTrue();
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Demande de titre de séjour " + SERIAL);
            assertThat(new String(document.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8))
                    .contains("<pdfuaid:part>1</pdfuaid:part>", SERIAL.value());
            assertThat(elements)
                    .extracting(PDStructureElement::getStructureType)
                    .startsWith("Document", "H1", "P")
                    .contains("H2", "H3", "L", "LI", "LBody", "Form");
            assertThat(elements)
                    .filteredOn(element -> element.getStructureType().equals("Form"))
                    .allSatisfy(field -> {
                        assertThat(field.getAlternateDescription()).isNotBlank();
                        assertThat(field.getAttributes().size()).isEqualTo(1);
                    })
                    .extracting(PDStructureElement::getAlternateDescription)
                    .contains("Nom de famille", "Signature", "Première demande");
            for (PDPage page : document.getPages()) {
                everythingDrawnIsInTheTree(page, elements);
            }
        }
    }

    @Test
    void a_permit_that_the_law_does_not_know_is_not_found() {
        assertThatThrownBy(() -> print("carte_de_demain", "fr")).isInstanceOf(CaseException.class);
    }

    @Test
    void a_language_without_words_is_french() throws IOException {
        assertThat(words(print("etudiant", "uk"))).contains("Demande de titre de séjour");
    }

    private byte[] print(String permit, String language) {
        return forms.print(new PermitCode(permit), SERIAL, TODAY, language);
    }

    private static void everythingDrawnIsInTheTree(PDPage page, List<PDStructureElement> elements) throws IOException {
        PDFMarkedContentExtractor extractor = new PDFMarkedContentExtractor();
        extractor.processPage(page);
        Set<Integer> owned = new HashSet<>();
        elements.stream()
                .filter(element -> element.getPage() != null
                        && element.getPage().getCOSObject().equals(page.getCOSObject()))
                .forEach(element -> element.getKids().stream()
                        .filter(Integer.class::isInstance)
                        .forEach(kid -> assertThat(owned.add((Integer) kid)).isTrue()));
        Set<Integer> drawn = new HashSet<>();
        for (PDMarkedContent content : extractor.getMarkedContents()) {
            if (!content.getTag().equals(COSName.ARTIFACT.getName())) {
                assertThat(drawn.add(content.getMCID())).isTrue();
            }
        }
        assertThat(drawn).isNotEmpty().isEqualTo(owned);
    }

    private static List<PDStructureElement> elements(PDDocument document) {
        List<PDStructureElement> found = new ArrayList<>();
        gather(document.getDocumentCatalog().getStructureTreeRoot(), found);
        return found;
    }

    private static void gather(PDStructureNode node, List<PDStructureElement> into) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                into.add(element);
                gather(element, into);
            }
        }
    }

    /** On one line, as somebody reads it. */
    private static String words(byte[] print) throws IOException {
        try (PDDocument document = Loader.loadPDF(print)) {
            return new PDFTextStripper().getText(document).replaceAll("[ \\n\\r]+", " ");
        }
    }
}
