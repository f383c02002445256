package fr.sejour.paper.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sejour.api.attestation.Attestation;
import fr.sejour.api.paper.PrintedPaper;
import fr.sejour.api.person.CivilStatus;
import fr.sejour.api.right.PaperKind;
import fr.sejour.api.right.Rights;
import fr.sejour.api.right.RightsCode;
import fr.sejour.api.text.RightSentences;
import fr.sejour.law.Editions;
import fr.sejour.law.internal.NationalCatalogue;
import fr.sejour.text.internal.PropertiesTexts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** Every paper that the law gives, in every language: printed once, then judged by tools that know nothing of the press. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryPaperTest {

    private static final String SEAL = "DC04FRS101232B1C2B1C0D01FR6J26K0380000000000000017".repeat(5);

    private final PropertiesTexts texts = PropertiesTexts.onClassPath();
    private final List<Printed> prints = new ArrayList<>();

    private record Printed(PrintedPaper paper, String language, Path file) {
        byte[] pdf() throws IOException {
            return Files.readAllBytes(file);
        }

        boolean isLong() {
            return paper.holder().familyName().length() == CivilStatus.LONGEST_NAME;
        }

        @Override
        public String toString() {
            return paper.attestation().kind() + " of " + paper.permit() + " in " + language;
        }
    }

    @BeforeAll
    void print(@TempDir Path folder) throws IOException {
        PdfPress press = new PdfPress(
                new NationalCatalogue(new Editions()), new LawfulPapers(), texts, "https://sejour.example");
        List<PrintedPaper> papers = new ArrayList<>(LawfulPapers.all());
        papers.add(ofTheLongestNames());
        for (String language : texts.paperLanguages()) {
            for (PrintedPaper paper : papers) {
                Path file = folder.resolve(prints.size() + ".pdf");
                prints.add(new Printed(paper, language, Files.write(file, press.print(paper, SEAL, language))));
            }
        }
    }

    @Test
    void each_kind_is_among_them_in_each_of_eight_languages() {
        Set<PaperKind> kinds = EnumSet.noneOf(PaperKind.class);
        Set<String> languages = new TreeSet<>();
        for (Printed print : prints) {
            kinds.add(print.paper().attestation().kind());
            languages.add(print.language());
        }

        assertThat(kinds).containsExactlyInAnyOrder(PaperKind.values());
        assertThat(languages).containsExactly("ar", "en", "es", "fr", "pt", "ru", "uk", "zh");
    }

    @Test
    void each_reason_of_the_table_is_among_them() {
        Set<String> given = new TreeSet<>();
        prints.forEach(print -> given.addAll(print.paper().attestation().because()));

        // no permit of today has texts of its own that deny the work
        given.add("work-own-texts-none");
        assertThat(given).isEqualTo(LawfulPapers.LAW.papers().reasons());
    }

    @Test
    void each_is_one_page_of_a4() throws IOException {
        for (Printed print : prints) {
            try (PDDocument document = Loader.loadPDF(print.pdf())) {
                assertThat(document.getNumberOfPages()).as(print.toString()).isEqualTo(1);
                assertThat(Math.round(document.getPage(0).getMediaBox().getWidth()))
                        .isEqualTo(595);
                assertThat(Math.round(document.getPage(0).getMediaBox().getHeight()))
                        .isEqualTo(842);
            }
        }
    }

    @Test
    void each_says_its_rights_and_reasons_in_french_and_in_its_language_and_keeps_silent_on_what_is_open()
            throws Exception {
        RightSentences sentences = new RightSentences(texts);
        int pages = 0;
        for (Printed print : prints) {
            String text = extracted(print.file());
            Rights rights = print.paper().attestation().rights();

            for (String language : new TreeSet<>(List.of("fr", print.language()))) {
                List<String> said = new ArrayList<>();
                rights.stay()
                        .value()
                        .ifSettled()
                        .ifPresent(it ->
                                said.add(sentences.stay(language, rights.stay().value())));
                rights.work()
                        .value()
                        .ifSettled()
                        .ifPresent(it ->
                                said.add(sentences.work(language, rights.work().value())));
                rights.travel()
                        .value()
                        .ifSettled()
                        .ifPresent(it -> said.add(
                                sentences.travel(language, rights.travel().value())));
                rights.social()
                        .value()
                        .ifSettled()
                        .ifPresent(it -> said.add(
                                sentences.social(language, rights.social().value())));
                List<String> because = print.paper().attestation().because();
                because.forEach(code -> said.add(texts.say(language, "because." + code)));
                assertThat(said).hasSizeGreaterThan(because.size());
                for (String sentence : said) {
                    assertThat(text).as(print.toString()).contains(plain(sentence));
                }
                assertThat(text).as(print.toString()).doesNotContain(plain(texts.say(language, "right.undetermined")));
            }
            boolean works = rights.work()
                    .value()
                    .ifSettled()
                    .map(work -> work.code().authorisesWork())
                    .orElse(false);
            assertThat(text.contains(plain("Ce document autorise son titulaire à travailler")))
                    .as(print.toString())
                    .isEqualTo(works);
            assertThat(text.contains(plain("Ce document n'autorise pas son titulaire à travailler")))
                    .as(print.toString())
                    .isEqualTo(rights.work().value().isSettled() && !works);
            assertThat(text).doesNotContain("right.", "paper.", "print.", "because.", "{");
            pages++;
        }
        System.out.println(pages + " pages say their rights and their reasons in " + texts.paperLanguages());
    }

    /** Each kind in each language, each set of rights in Arabic, which stands beside French on the same page, and the longest. */
    @Test
    void each_conforms_to_pdf_a_3a_and_pdf_ua_1() throws Exception {
        Set<String> judged = new TreeSet<>();
        for (Printed print : prints) {
            Attestation attestation = print.paper().attestation();
            boolean newKind = judged.add(print.language() + " " + attestation.kind());
            boolean newRights = print.language().equals("ar")
                    && judged.add(RightsCode.of(attestation.rights()).value());
            if (newKind || newRights || print.isLong()) {
                for (PDFAFlavour flavour : List.of(PDFAFlavour.PDFA_3_A, PDFAFlavour.PDFUA_1)) {
                    assertThat(Judge.objections(print.pdf(), flavour))
                            .as(print.toString())
                            .isEmpty();
                }
            }
        }
        assertThat(judged).hasSizeGreaterThan(8 * PaperKind.values().length);
        System.out.println("veraPDF judged " + judged);
    }

    private static PrintedPaper ofTheLongestNames() {
        PrintedPaper paper = LawfulPapers.all().stream()
                .filter(it -> it.attestation().rights().work().value().isSettled()
                        && it.attestation().rights().social().value().isSettled())
                .findFirst()
                .orElseThrow();
        String longest = "Wolfeschlegelsteinhausenbergerdorff".repeat(6).substring(0, CivilStatus.LONGEST_NAME);
        return LawfulPapers.of(paper, new CivilStatus(longest, longest, LawfulPapers.AMINA.birthDate(), "XX"));
    }

    /** What poppler reads beside the names of the lines. */
    private static String extracted(Path page) throws Exception {
        Process poppler = new ProcessBuilder(List.of(
                        ("pdftotext -r 72 -x 165 -y 0 -W 400 -H 842 -enc UTF-8 " + page.getFileName() + " page.txt")
                                .split(" ")))
                .directory(page.getParent().toFile())
                .inheritIO()
                .start();
        assertThat(poppler.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(poppler.exitValue()).isZero();
        return Files.readString(page.resolveSibling("page.txt"), StandardCharsets.UTF_8)
                .lines()
                .map(EveryPaperTest::asWritten)
                .collect(Collectors.joining());
    }

    /**
     * Poppler gives an Arabic line of a page that is read from the left from the left too: stretches of letters and numbers, each
     * in its own order, the last one first.
     */
    private static String asWritten(String line) {
        String letters = plain(line);
        if (!letters.matches(".*\\p{IsArabic}.*") || letters.matches(".*\\p{IsLatin}.*")) {
            return letters;
        }
        StringBuilder written = new StringBuilder();
        Pattern.compile("[\\p{L}\\p{M}]+|\\d+|.")
                .matcher(letters)
                .results()
                .map(MatchResult::group)
                .forEach(stretch -> written.insert(
                        0,
                        switch (stretch) {
                            case "(" -> ")";
                            case ")" -> "(";
                            default -> stretch;
                        }));
        return written.toString();
    }

    /** Without the breaks of lines, which languages make at different places, hyphens that end one, and marks of direction. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Cf}-]+", "");
    }
}
