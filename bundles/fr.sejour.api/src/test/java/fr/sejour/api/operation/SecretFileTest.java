package fr.sejour.api.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretFileTest {

    @TempDir
    private Path folder;

    @Test
    void it_is_its_owners_alone_and_stands_alone() throws IOException {
        Path file = folder.resolve("etc/key");

        SecretFile.makeOnce(file, bytes("first"));

        assertThat(file).hasContent("first");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(folder.resolve("etc")).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void what_stands_there_is_never_replaced() throws IOException {
        Path file = folder.resolve("key");
        SecretFile.makeOnce(file, bytes("first"));

        SecretFile.makeOnce(file, bytes("second"));

        assertThat(file).hasContent("first");
        assertThat(folder).isDirectoryNotContaining("glob:**.new");
    }

    private static byte[] bytes(String content) {
        return content.getBytes(StandardCharsets.US_ASCII);
    }
}
