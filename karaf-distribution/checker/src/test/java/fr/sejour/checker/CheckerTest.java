package fr.sejour.checker;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.datamatrix.DataMatrixWriter;
import com.google.zxing.datamatrix.encoder.SymbolShapeHint;
import fr.sejour.text.internal.PropertiesTexts;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckerTest {

    private static final String AT = "2026-06-20T10:30:00+02:00";
    private static final Cases CASES = Cases.read();
    private static final String SEAL = CASES.seal("student");

    @TempDir
    private Path folder;

    private String said = "";
    private String complained = "";

    @BeforeEach
    void everythingWasFetched() throws IOException {
        CASES.keepIn(folder);
    }

    @Test
    void a_text_is_checked_and_its_rights_are_told() {
        assertThat(check(SEAL)).isEqualTo(Checker.RELIED_ON);
        assertThat(said)
                .contains(
                        "CE DOCUMENT EST AUTHENTIQUE ET VALABLE",
                        "Titulaire : AMINA BENALI",
                        "Date de naissance : 28 février 1999",
                        "Dernier jour : 15 septembre 2026",
                        "- Travail : Ce document autorise son titulaire à travailler comme salarié, dans la limite de 964 heures par an");
        assertThat(check("--language", "en", SEAL)).isEqualTo(Checker.RELIED_ON);
        assertThat(said)
                .contains(
                        "THIS DOCUMENT IS GENUINE AND VALID",
                        "up to 964 hours a year",
                        "- Travel: ",
                        "In French",
                        "- Travail : ");
    }

    @Test
    void it_ends_with_what_can_be_concluded() {
        assertThat(check(CASES.seal("student, ended"))).isEqualTo(Checker.NOT_RELIED_ON);
        assertThat(said).contains("A CESSÉ DE VALOIR");
        assertThat(check(CASES.seal("another birth date"))).isEqualTo(Checker.NOT_RELIED_ON);
        assertThat(said).contains("CE SCEAU A ÉTÉ MODIFIÉ").doesNotContain("AMINA");
        assertThat(check(CASES.seal("cut in the signature"))).isEqualTo(Checker.IN_DOUBT);
        assertThat(run("--known", folder.toString(), "--at", "2026-06-21T10:30:00+02:00", SEAL))
                .as("a clock that is a day ahead")
                .isEqualTo(Checker.IN_DOUBT);
        assertThat(check(CASES.seal("filing"))).isEqualTo(Checker.RELIED_ON);
        assertThat(said).contains("IL PROUVE LE DÉPÔT D'UNE DEMANDE, ET RIEN D'AUTRE", "n'autorise pas");
    }

    /** Online it is said of no such paper that it allows anything. */
    @Test
    void a_paper_that_is_over_is_said_to_allow_nothing() throws IOException {
        for (String over : List.of("student, ended", "student, replaced", "open end, ended")) {
            assertThat(check(CASES.seal(over))).as(over).isEqualTo(Checker.NOT_RELIED_ON);
            assertThat(said).as(over).contains("Titulaire :").doesNotContain("autorise", "permet");
        }
        assertThat(run("--known", folder.toString(), "--at", "2026-09-16T10:30:00+02:00", SEAL))
                .isEqualTo(Checker.NOT_RELIED_ON);
        assertThat(said).contains("A EXPIRÉ", "Titulaire :").doesNotContain("autorise", "permet");
        // a list of a later day would make the clock wrong
        Files.delete(folder.resolve("status-list-0.jwt"));
        assertThat(run("--known", folder.toString(), "--at", "2026-06-15T10:30:00+02:00", SEAL))
                .isEqualTo(Checker.NOT_RELIED_ON);
        assertThat(said).as("what it will allow").contains("autorise son titulaire à travailler");
    }

    @Test
    void the_text_may_come_by_the_input() {
        assertThat(run(SEAL, "--known", folder.toString(), "--at", AT, "-")).isEqualTo(Checker.UNUSABLE);
        assertThat(typed(CASES.seal("typed"), "--known", folder.toString(), "--at", AT, "-"))
                .isEqualTo(Checker.RELIED_ON);
    }

    @Test
    void asked_wrongly_it_says_how_to_ask() throws IOException {
        assertThat(run()).isEqualTo(Checker.UNUSABLE);
        assertThat(complained).contains("java -jar sejour-check.jar");
        assertThat(run("--at", "yesterday", SEAL)).isEqualTo(Checker.UNUSABLE);
        assertThat(run("--nothing", SEAL)).isEqualTo(Checker.UNUSABLE);
        assertThat(check(folder.resolve("none.pdf").toString())).isEqualTo(Checker.UNUSABLE);
        assertThat(check(kept("noise", new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 1})))
                .isEqualTo(Checker.UNUSABLE);
        assertThat(run("--known", folder.resolve("empty").toString(), SEAL)).isEqualTo(Checker.UNUSABLE);
        assertThat(run("--known", folder.toString(), "fetch", "http://127.0.0.1:9"))
                .isEqualTo(Checker.UNUSABLE);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 4, 90, 184})
    void a_photo_is_read_however_it_is_turned(double degrees) throws IOException {
        assertThat(check(kept("photo.png", photo(degrees)))).as(said).isEqualTo(Checker.RELIED_ON);
        assertThat(said).contains("AMINA BENALI");
    }

    @Test
    void a_picture_without_a_seal_is_no_proof_of_anything() throws IOException {
        BufferedImage empty = new BufferedImage(400, 400, BufferedImage.TYPE_INT_RGB);

        assertThat(check(kept("empty.png", png(empty)))).isEqualTo(Checker.IN_DOUBT);
        assertThat(said).contains("Aucun sceau n'a été trouvé");
    }

    @Test
    void a_copy_of_a_page_is_read_and_told_to_be_one() throws IOException {
        assertThat(check(kept("copy.pdf", page(SEAL)))).isEqualTo(Checker.RELIED_ON);
        assertThat(said).contains("AMINA BENALI", "Le PDF n'est pas signé : c'est une copie.");
    }

    @Test
    void a_signed_page_is_read_with_its_signature() throws Exception {
        Signer signer = Signer.make();
        byte[] signed = signer.sign(page(SEAL));

        assertThat(check(kept("signed.pdf", signed))).isEqualTo(Checker.RELIED_ON);
        assertThat(said).contains("l'autorité qui l'a faite n'est pas connue ici");
        Files.write(folder.resolve(Known.AUTHORITY), signer.certificate().getEncoded());
        assertThat(check(kept("signed.pdf", signed))).isEqualTo(Checker.RELIED_ON);
        assertThat(said).contains("intacte, et c'est celle de la plateforme");
    }

    @Test
    void a_page_that_somebody_else_signed_is_refused_once_the_platform_has_said_who_signs() throws Exception {
        Files.write(folder.resolve(Known.AUTHORITY), Signer.make().certificate().getEncoded());

        assertThat(check(kept("signed.pdf", Signer.make().sign(page(SEAL))))).isEqualTo(Checker.NOT_RELIED_ON);

        assertThat(said)
                .contains("LA SIGNATURE DE CE PDF N'EST PAS CELLE DE LA PLATEFORME", "Ne vous fiez pas à ce fichier")
                .doesNotContain("autorise");
    }

    @Test
    void a_page_that_was_changed_after_it_was_signed_is_refused() throws Exception {
        Signer signer = Signer.make();
        Files.write(folder.resolve(Known.AUTHORITY), signer.certificate().getEncoded());
        byte[] signed = signer.sign(page(SEAL));
        byte[] oneByte = signed.clone();
        oneByte[1000] ^= 1; // before the signature, and part of what it covers

        for (byte[] changed : List.of(oneByte, writtenOver(signed))) {
            int end = check(kept("changed.pdf", changed));

            assertThat(end).as(said).isEqualTo(Checker.NOT_RELIED_ON);
            assertThat(said)
                    .contains("CE PDF A ÉTÉ MODIFIÉ APRÈS SA SIGNATURE", "Ne vous fiez pas à ce fichier")
                    .doesNotContain("autorise");
        }
    }

    private int check(String... arguments) {
        List<String> all = new ArrayList<>(List.of("--known", folder.toString(), "--at", AT));
        all.addAll(Arrays.asList(arguments));
        return run(all.toArray(String[]::new));
    }

    private int run(String... arguments) {
        return typed("", arguments);
    }

    private int typed(String input, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream complaints = new ByteArrayOutputStream();
        Checker checker = new Checker(
                PropertiesTexts.onClassPath(),
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(complaints, true, StandardCharsets.UTF_8));
        List<String> french = new ArrayList<>(Arrays.asList(arguments));
        if (!french.contains("--language")) {
            french.addAll(0, List.of("--language", "fr"));
        }
        try {
            return checker.run(
                    french.toArray(String[]::new),
                    Clock.fixed(
                            OffsetDateTime.parse(AT).toInstant(),
                            OffsetDateTime.parse(AT).getOffset()));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        } finally {
            said = out.toString(StandardCharsets.UTF_8).replace('\u00a0', ' ').replace('\u202f', ' ');
            complained = complaints.toString(StandardCharsets.UTF_8);
        }
    }

    private String kept(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content).toString();
    }

    /** A sheet with words and a seal, on a dark table. */
    private static byte[] photo(double degrees) throws IOException {
        BufferedImage photo = new BufferedImage(1400, 1400, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = photo.createGraphics();
        pen.setColor(new Color(90, 80, 70));
        pen.fillRect(0, 0, 1400, 1400);
        pen.setTransform(AffineTransform.getRotateInstance(Math.toRadians(degrees), 700, 700));
        pen.setColor(new Color(235, 232, 225));
        pen.fillRect(250, 200, 900, 1000);
        pen.setColor(new Color(30, 30, 35));
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 22));
        for (int line = 0; line < 12; line++) {
            pen.drawString("Attestation de prolongation d'instruction : ce document autorise", 300, 260 + line * 40);
        }
        draw(pen, SEAL, 320, 760, 6);
        pen.dispose();
        return png(photo);
    }

    private static void draw(Graphics2D pen, String seal, int left, int top, int module) {
        BitMatrix modules = new DataMatrixWriter()
                .encode(
                        seal,
                        BarcodeFormat.DATA_MATRIX,
                        1,
                        1,
                        Map.of(
                                EncodeHintType.DATA_MATRIX_SHAPE,
                                SymbolShapeHint.FORCE_SQUARE,
                                EncodeHintType.DATA_MATRIX_COMPACT,
                                true));
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                if (modules.get(x, y)) {
                    pen.fillRect(left + x * module, top + y * module, module, module);
                }
            }
        }
    }

    private static byte[] png(BufferedImage picture) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", bytes);
        return bytes.toByteArray();
    }

    private static byte[] page(String seal) throws IOException {
        BufferedImage square = new BufferedImage(420, 420, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = square.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 420, 420);
        pen.setColor(Color.BLACK);
        draw(pen, seal, 20, 20, 6);
        pen.dispose();
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawImage(LosslessFactory.createFromImage(document, square), 60, 60, 90, 90);
                write(content, "Attestation de prolongation d'instruction", 700);
            }
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    /** What stands on a page, changed by what is appended to the file. */
    private static byte[] writtenOver(byte[] signed) throws IOException {
        try (PDDocument document = Loader.loadPDF(signed);
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            PDPage page = document.getPage(0);
            try (PDPageContentStream content =
                    new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, true)) {
                write(content, "Autorise son titulaire à tout travail", 500);
            }
            document.saveIncremental(
                    bytes, Set.of(page.getCOSObject(), page.getResources().getCOSObject()));
            return bytes.toByteArray();
        }
    }

    private static void write(PDPageContentStream content, String words, float at) throws IOException {
        content.beginText();
        content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
        content.newLineAtOffset(60, at);
        content.showText(words);
        content.endText();
    }
}
