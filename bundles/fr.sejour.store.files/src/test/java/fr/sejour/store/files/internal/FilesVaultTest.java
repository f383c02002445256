package fr.sejour.store.files.internal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.sejour.api.cases.UploadId;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.core.port.PieceVault.Kept;
import fr.sejour.core.port.WrappedKey;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilesVaultTest {

    private static final UploadId UPLOAD = new UploadId("0123456789abcdef0123456789abcdef");
    private static final long MOST = 10 * 1024 * 1024;

    @TempDir
    Path folder;

    private FilesVault vault;
    private WrappedKey key;

    @BeforeEach
    void open() {
        vault = reopened();
        key = vault.freshKey();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 15, 16, 17, 65_535, 65_536, 65_537, 131_072, 300_001})
    void a_file_comes_back_as_it_was_given(int size) throws Exception {
        byte[] content = random(size);
        vault.append(UPLOAD, 0, new ByteArrayInputStream(content), MOST);

        Kept kept = vault.keep(UPLOAD, key);

        assertThat(kept.size()).isEqualTo(size);
        assertThat(kept.digest()).isEqualTo(sha256(content));
        try (InputStream back = vault.open(kept.name(), key)) {
            assertThat(back.readAllBytes()).isEqualTo(content);
        }
    }

    @Test
    void a_file_outlives_the_vault_that_kept_it() throws IOException {
        Kept kept = kept("%PDF-1.7 passport");

        try (InputStream back = reopened().open(kept.name(), key)) {
            assertThat(back).hasContent("%PDF-1.7 passport");
        }
    }

    @Test
    void the_same_content_of_one_person_is_one_file_and_of_two_people_two() throws IOException {
        Kept once = kept("%PDF-1.7 passport");
        Kept again = kept("%PDF-1.7 passport");
        assertThat(again.name()).isEqualTo(once.name());
        assertThat(files()).hasSize(1);

        key = vault.freshKey();
        Kept another = kept("%PDF-1.7 passport");

        assertThat(another.name()).isNotEqualTo(once.name());
        assertThat(files()).hasSize(2);
    }

    @Test
    void neither_names_nor_bytes_on_disk_tell_anything() throws IOException {
        vault.append(UPLOAD, 0, stream("%PDF-1.7 Amina Exemple"), MOST);
        assertThat(everything()).noneMatch(bytes -> bytes.contains("Amina") || bytes.contains("%PDF"));

        Kept kept = vault.keep(UPLOAD, key);

        assertThat(everything()).noneMatch(bytes -> bytes.contains("Amina") || bytes.contains("%PDF"));
        assertThat(files())
                .singleElement()
                .satisfies(file -> assertThat(file.getFileName()).hasToString(kept.name()));
        assertThat(kept.name()).isNotEqualTo(kept.digest()).hasSize(64);
    }

    @Test
    void without_the_key_of_the_person_nobody_reads_it() {
        Kept kept = kept("%PDF-1.7 passport");

        assertThatThrownBy(() -> vault.open(kept.name(), vault.freshKey()).readAllBytes())
                .isInstanceOf(IOException.class);
    }

    @Test
    void a_key_of_another_installation_is_told_in_a_sentence() throws IOException {
        kept("%PDF-1.7 passport");
        Files.delete(folder.resolve("etc/key"));

        FilesVault other = reopened();

        assertThatIllegalStateException()
                .isThrownBy(() -> other.open("ab".repeat(32), key))
                .withMessageContaining("master key");
    }

    @Test
    void the_master_key_is_its_owners_alone() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("etc/key"))))
                .isEqualTo("rw-------");
    }

    @ParameterizedTest
    @ValueSource(strings = {"flip", "cut", "append", "swap"})
    void a_file_that_was_tampered_with_breaks_off(String how) throws IOException {
        vault.append(UPLOAD, 0, new ByteArrayInputStream(random(200_000)), MOST);
        Kept kept = vault.keep(UPLOAD, key);
        Path file = files().get(0);
        byte[] bytes = Files.readAllBytes(file);
        switch (how) {
            case "flip" -> bytes[bytes.length / 2] ^= 1;
            case "cut" -> bytes = Arrays.copyOf(bytes, 20 + 2 * (65_536 + 16));
            case "append" -> bytes = Arrays.copyOf(bytes, bytes.length + 16);
            default -> {
                vault.discard(UPLOAD);
                Kept other = kept("%PDF-1.7 another file of hers");
                bytes = Files.readAllBytes(files().stream()
                        .filter(it -> it.endsWith(other.name()))
                        .findFirst()
                        .orElseThrow());
            }
        }
        Files.write(file, bytes);

        assertThatThrownBy(() -> {
                    try (InputStream back = vault.open(kept.name(), key)) {
                        back.readAllBytes();
                    }
                })
                .isInstanceOf(IOException.class);
    }

    @Test
    void m6_what_came_before_the_connection_broke_stays_and_the_rest_is_written_on() throws IOException {
        byte[] content = random(200_000);
        InputStream breaks = new SequenceInputStream(new ByteArrayInputStream(content, 0, 70_001), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the tunnel");
            }

            @Override
            public int read(byte[] into, int offset, int count) throws IOException {
                throw new IOException("the tunnel");
            }
        });
        assertThatThrownBy(() -> vault.append(UPLOAD, 0, breaks, MOST)).isInstanceOf(UncheckedIOException.class);

        FilesVault afterwards = reopened();
        long arrived = afterwards.arrived(UPLOAD);
        afterwards.append(UPLOAD, arrived, new ByteArrayInputStream(content, (int) arrived, content.length), MOST);

        assertThat(arrived).isEqualTo(70_001);
        try (InputStream back = afterwards.partial(UPLOAD)) {
            assertThat(back.readAllBytes()).isEqualTo(content);
        }
    }

    @Test
    void a_part_for_another_place_and_one_too_many_are_refused() {
        vault.append(UPLOAD, 0, stream("12345"), MOST);

        assertThat(refusal(() -> vault.append(UPLOAD, 4, stream("56"), MOST))).isEqualTo(ErrorCode.UPLOAD_ELSEWHERE);
        assertThat(refusal(() -> vault.append(UPLOAD, 5, stream("6789"), 8))).isEqualTo(ErrorCode.PIECE_TOO_LARGE);
        assertThat(vault.arrived(UPLOAD)).isEqualTo(5);
    }

    @Test
    void a_full_disk_refuses_new_files_and_loses_none() throws IOException {
        Kept kept = kept("%PDF-1.7 passport");
        FilesVault full = new FilesVault(folder.resolve("data"), folder.resolve("etc/key"), Long.MAX_VALUE);

        assertThat(refusal(() -> full.append(UPLOAD, 0, stream("more"), MOST))).isEqualTo(ErrorCode.STORAGE_FULL);

        assertThat(full.look().healthy()).isFalse();
        try (InputStream back = full.open(kept.name(), key)) {
            assertThat(back).hasContent("%PDF-1.7 passport");
        }
    }

    @Test
    void the_sweep_removes_what_is_old_and_unknown_and_nothing_else() throws IOException {
        Kept known = kept("%PDF-1.7 known");
        Kept unknown = kept("%PDF-1.7 unknown");
        Kept young = kept("%PDF-1.7 young");
        Instant now = Instant.parse("2026-06-01T08:00:00Z");
        for (Path file : files()) {
            boolean isYoung = file.endsWith(young.name());
            Files.setLastModifiedTime(file, FileTime.from(isYoung ? now : now.minusSeconds(90_000)));
        }
        vault.append(UPLOAD, 0, stream("half"), MOST);

        int swept = vault.sweep(now.minusSeconds(86_400), Instant.EPOCH, names -> Set.of(known.name()));

        assertThat(swept).isEqualTo(1);
        assertThat(files())
                .extracting(file -> file.getFileName().toString())
                .containsExactlyInAnyOrder(known.name(), young.name())
                .doesNotContain(unknown.name());
        assertThat(vault.arrived(UPLOAD)).isEqualTo(4);
        assertThat(vault.sweep(Instant.EPOCH, Instant.now().plusSeconds(60), names -> names))
                .isEqualTo(1);
        assertThat(vault.arrived(UPLOAD)).isZero();
    }

    @Test
    void a_file_that_is_not_there_is_not_found() {
        assertThat(refusal(() -> vault.open("ab".repeat(32), key))).isEqualTo(ErrorCode.NOT_FOUND);
        assertThat(refusal(() -> vault.partial(UPLOAD))).isEqualTo(ErrorCode.UPLOAD_ELSEWHERE);
    }

    private FilesVault reopened() {
        return new FilesVault(folder.resolve("data"), folder.resolve("etc/key"), 0);
    }

    private Kept kept(String content) {
        vault.append(UPLOAD, 0, stream(content), MOST);
        Kept kept = vault.keep(UPLOAD, key);
        vault.discard(UPLOAD);
        return kept;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder.resolve("data/whole"))) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private List<String> everything() throws IOException {
        try (Stream<Path> all = Files.walk(folder.resolve("data"))) {
            return all.filter(Files::isRegularFile)
                    .map(file -> file + text(file))
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), ISO_8859_1);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static InputStream stream(String content) {
        return new ByteArrayInputStream(content.getBytes(ISO_8859_1));
    }

    private static byte[] random(int size) {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);
        return content;
    }

    private static String sha256(byte[] content) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }

    private static ErrorCode refusal(ThrowingCallable call) {
        return catchThrowableOfType(CaseException.class, call).code();
    }
}
