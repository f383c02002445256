package fr.sejour.api.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreshFileTest {

    private static final Instant EARLIER = Instant.parse("2026-06-15T08:00:00Z");

    @TempDir
    private Path folder;

    private final AtomicInteger reads = new AtomicInteger();
    private Path path;
    private FreshFile<String> file;

    @BeforeEach
    void aFile() {
        path = folder.resolve("file");
        file = new FreshFile<>(path, this::read);
    }

    @Test
    void what_has_not_changed_is_read_once_and_what_has_is_read_again() throws IOException {
        write("good", EARLIER);
        assertThat(file.get()).isEqualTo("good");
        assertThat(file.get()).isEqualTo("good");
        assertThat(reads).hasValue(1);

        write("also", EARLIER.plusSeconds(1));

        assertThat(file.get()).isEqualTo("also");
        assertThat(reads).hasValue(2);
    }

    @Test
    void what_cannot_be_read_is_not_tried_by_each_who_asks_and_is_at_once_when_it_is_mended() throws IOException {
        write("bad", EARLIER);
        for (int asked = 0; asked < 100; asked++) {
            assertThatThrownBy(file::get).hasMessage("bad");
        }
        // a slow machine may take more than a second for a hundred
        assertThat(reads.get()).isLessThan(50);

        write("good", EARLIER.plusSeconds(1));
        assertThat(file.get()).isEqualTo("good");

        write("bad", EARLIER.plusSeconds(2));
        assertThatThrownBy(file::get).as("what it held before is over").hasMessage("bad");
        write("good", EARLIER.plusSeconds(3));
        assertThat(file.get()).isEqualTo("good");
    }

    private String read(Path from) {
        reads.incrementAndGet();
        try {
            String content = Files.readString(from);
            if (content.equals("bad")) {
                throw new IllegalStateException(content);
            }
            return content;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void write(String content, Instant at) throws IOException {
        Files.writeString(path, content);
        Files.setLastModifiedTime(path, FileTime.from(at));
    }
}
