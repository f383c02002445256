package fr.sejour.checker;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that somebody made so that the program fails, and files that nobody meant to be read by it. */
class HostileFilesTest {

    private static final Cases CASES = Cases.read();
    private static final String SEAL = CASES.seal("student");

    @TempDir
    private Path folder;

    @BeforeEach
    void everythingWasFetched() throws IOException {
        CASES.keepIn(folder);
    }

    @Test
    void an_attached_seal_of_any_length_is_read() throws Exception {
        Run run = check("long.pdf", attaching("{\"seal\":\"" + "A".repeat(90_000) + "\"}"));

        assertThat(run.end()).as(run.said()).isEqualTo(Checker.IN_DOUBT);
    }

    /** The largest page that PDF has is five metres wide: 60,000 dots at the density that a small seal needs. */
    @Test
    void a_page_of_any_size_is_looked_at() throws Exception {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            document.addPage(new PDPage(new PDRectangle(10_000, 10_000)));
            document.save(bytes);

            assertThat(check("poster.pdf", bytes.toByteArray()).end()).isEqualTo(Checker.IN_DOUBT);
        }
    }

    /** A few kilobytes that open to gigabytes. */
    @Test
    void a_picture_of_any_size_is_looked_at() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(24_000, 24_000, BufferedImage.TYPE_BYTE_BINARY), "png", bytes);

        assertThat(check("large.png", bytes.toByteArray()).end()).isEqualTo(Checker.IN_DOUBT);
    }

    /** Java ends with 1 when it has no memory left, which here would say that the paper is not to be relied on. */
    @Test
    void without_enough_memory_it_says_nothing_of_the_paper() throws Exception {
        Path large = Files.write(folder.resolve("large.pdf"), new byte[64_000_000]);
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx32m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Checker.class.getName(),
                        "--known",
                        folder.toString(),
                        large.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();

        assertThat(program.waitFor(60, TimeUnit.SECONDS)).isTrue();

        assertThat(program.exitValue())
                .as(Files.readString(folder.resolve("said")))
                .isEqualTo(Checker.UNUSABLE);
    }

    @Test
    void a_page_that_a_password_locks_cannot_be_read() throws Exception {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            document.save(bytes);

            assertThat(check("locked.pdf", bytes.toByteArray()).end()).isEqualTo(Checker.UNUSABLE);
        }
    }

    @Test
    void a_text_as_an_editor_of_windows_keeps_it_is_read() throws Exception {
        assertThat(check("bom.txt", ("\uFEFF" + SEAL + "\r\n").getBytes(StandardCharsets.UTF_8))
                        .end())
                .isEqualTo(Checker.RELIED_ON);
    }

    private Run check(String name, byte[] content) throws IOException, InterruptedException {
        return Run.of(folder, Files.write(folder.resolve(name), content).toString());
    }

    private static byte[] attaching(String text) throws IOException {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            PDComplexFileSpecification file = new PDComplexFileSpecification();
            file.setFile("record.json");
            file.setEmbeddedFile(
                    new PDEmbeddedFile(document, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
            PDEmbeddedFilesNameTreeNode files = new PDEmbeddedFilesNameTreeNode();
            files.setNames(Map.of("record.json", file));
            PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
            names.setEmbeddedFiles(files);
            document.getDocumentCatalog().setNames(names);
            document.save(bytes);
            return bytes.toByteArray();
        }
    }
}
