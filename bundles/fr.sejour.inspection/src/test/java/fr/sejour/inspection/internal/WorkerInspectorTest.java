package fr.sejour.inspection.internal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkerInspectorTest {

    @TempDir
    static Path folder;

    private static WorkerInspector inspector;

    @BeforeAll
    static void open() {
        inspector = new WorkerInspector(System.getProperty("java.class.path"), folder, 1, Duration.ofSeconds(30));
    }

    @AfterAll
    static void close() {
        inspector.close();
    }

    @Test
    void what_a_prefecture_can_read_is_told_by_its_content() throws IOException {
        assertThat(typeOf(pdf(3))).isEqualTo("application/pdf");
        assertThat(typeOf(image("jpg", 40, 30))).isEqualTo("image/jpeg");
        assertThat(typeOf(image("png", 40, 30))).isEqualTo("image/png");
        assertThat(typeOf(heic(4032, 3024))).isEqualTo("image/heic");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "PK\u0003\u0004 a zip", "GIF89a", "MZ", "plain text", "\u00FF\u00FE"})
    void nothing_else_is_taken(String content) {
        assertThat(refusal(content.getBytes(ISO_8859_1))).isEqualTo(ErrorCode.MEDIA_TYPE_NOT_ACCEPTED);
    }

    @Test
    void a_pdf_under_a_password_is_locked_and_one_that_anybody_opens_is_not() throws IOException {
        assertThat(refusal(locked("secret"))).isEqualTo(ErrorCode.FILE_LOCKED);
        assertThat(typeOf(locked(""))).isEqualTo("application/pdf");
    }

    @Test
    void a_file_whose_end_is_missing_was_cut() throws IOException {
        for (byte[] whole : new byte[][] {pdf(30), image("jpg", 400, 300), image("png", 400, 300), heic(10, 10)}) {
            assertThat(refusal(Arrays.copyOf(whole, whole.length - 20))).isEqualTo(ErrorCode.FILE_CUT_SHORT);
        }
    }

    @Test
    void a_damaged_file_is_unreadable() throws IOException {
        byte[] png = image("png", 40, 30);
        png[png.length - 20] ^= 1;

        assertThat(refusal(png)).isEqualTo(ErrorCode.FILE_UNREADABLE);
        assertThat(refusal("%PDF-1.7\nnothing of the kind\n%%EOF\n".getBytes(ISO_8859_1)))
                .isEqualTo(ErrorCode.FILE_UNREADABLE);
    }

    @Test
    void a_pdf_of_the_most_pages_is_taken_and_one_page_more_is_not() throws IOException {
        assertThat(typeOf(pdf(50))).isEqualTo("application/pdf");
        assertThat(refusal(pdf(51))).isEqualTo(ErrorCode.FILE_HAS_TOO_MANY_PAGES);
    }

    @Test
    void an_image_of_absurd_dimensions_is_refused_however_small_its_file() throws IOException {
        byte[] png = image("png", 40, 30);
        ByteBuffer header = ByteBuffer.wrap(png);
        header.putInt(16, 60_000).putInt(20, 60_000);
        CRC32 sum = new CRC32();
        sum.update(png, 12, 17);
        header.putInt(29, (int) sum.getValue());

        assertThat(refusal(png)).isEqualTo(ErrorCode.IMAGE_TOO_LARGE);
        assertThat(refusal(heic(100_000, 100_000))).isEqualTo(ErrorCode.IMAGE_TOO_LARGE);
    }

    @Test
    void a_pdf_that_swells_is_refused_and_the_next_file_is_looked_at() throws IOException {
        assertThat(refusal(swelling(""))).isEqualTo(ErrorCode.FILE_SWELLS);
        // as a table of objects it is unpacked before anybody can count: its worker dies of it, and nothing else does
        assertThat(refusal(swelling("/Type/ObjStm/N 1/First 4"))).isEqualTo(ErrorCode.FILE_SWELLS);

        assertThat(typeOf(pdf(1))).isEqualTo("application/pdf");
    }

    @Test
    void a_look_that_takes_too_long_is_ended() throws IOException {
        WorkerInspector hasty =
                new WorkerInspector(System.getProperty("java.class.path"), folder, 1, Duration.ofMillis(1));
        byte[] file = pdf(1);

        CaseException refused = catchThrowableOfType(
                CaseException.class, () -> hasty.inspect(new ByteArrayInputStream(file), file.length, 50));

        assertThat(refused.code()).isEqualTo(ErrorCode.FILE_SWELLS);
        hasty.close();
    }

    /** The disk fails, not the file: it must not be refused for that. */
    @Test
    void a_file_that_cannot_be_read_where_it_is_kept_is_no_bad_file_and_its_worker_goes() throws IOException {
        byte[] file = pdf(1);
        InputStream failing = Files.newInputStream(Files.write(folder.resolve("kept"), file));
        failing.close();
        InputStream shorter = new ByteArrayInputStream(file, 0, 100);

        for (InputStream unreadable : List.of(failing, shorter)) {
            CaseException refused =
                    catchThrowableOfType(CaseException.class, () -> inspector.inspect(unreadable, file.length, 50));

            assertThat(refused.code()).isEqualTo(ErrorCode.STORE_UNAVAILABLE);
            await().until(() -> workers() == 0);
        }
        assertThat(typeOf(file)).isEqualTo("application/pdf");
    }

    private static long workers() {
        return ProcessHandle.current()
                .children()
                .filter(ProcessHandle::isAlive)
                .filter(it -> it.info().command().orElse("").endsWith("java"))
                .count();
    }

    private static String typeOf(byte[] file) {
        return inspector.inspect(new ByteArrayInputStream(file), file.length, 50);
    }

    private static ErrorCode refusal(byte[] file) {
        return catchThrowableOfType(CaseException.class, () -> typeOf(file)).code();
    }

    private static byte[] pdf(int pages) throws IOException {
        try (PDDocument document = new PDDocument()) {
            for (int page = 0; page < pages; page++) {
                document.addPage(new PDPage());
            }
            return saved(document);
        }
    }

    private static byte[] locked(String password) throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
            return saved(document);
        }
    }

    private static byte[] saved(PDDocument document) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        document.save(file);
        return file.toByteArray();
    }

    private static byte[] image(String format, int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < width; x++) {
            image.setRGB(x, x % height, x * 7919);
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(image, format, file);
        return file.toByteArray();
    }

    /** A photo as a phone frames it, by hand (ISO/IEC 14496-12, 23008-12): its kind, one size, and no pixel. */
    private static byte[] heic(int width, int height) {
        byte[] size = box(
                "ispe",
                ByteBuffer.allocate(12).putInt(0).putInt(width).putInt(height).array());
        byte[] properties = box("iprp", box("ipco", size));
        byte[] meta = box("meta", joined(new byte[4], properties));
        return joined(
                joined(box("ftyp", "heic\0\0\0\0mif1heic".getBytes(ISO_8859_1)), meta), box("mdat", new byte[64]));
    }

    private static byte[] box(String name, byte[] content) {
        return ByteBuffer.allocate(8 + content.length)
                .putInt(8 + content.length)
                .put(name.getBytes(ISO_8859_1))
                .put(content)
                .array();
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    /** A page and a stream of a gigabyte of zeros, packed to a megabyte. */
    private static byte[] swelling(String entries) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new DeflaterOutputStream(packed, new Deflater(9))) {
            byte[] zeros = new byte[1024 * 1024];
            for (int megabyte = 0; megabyte < 1024; megabyte++) {
                out.write(zeros);
            }
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(("%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
                        + "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                        + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>endobj\n"
                        + "4 0 obj<<" + entries + "/Filter/FlateDecode/Length " + packed.size() + ">>stream\n")
                .getBytes(ISO_8859_1));
        file.writeBytes(packed.toByteArray());
        file.writeBytes("\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n".getBytes(ISO_8859_1));
        return file.toByteArray();
    }
}
