package fr.sejour.inspection.internal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.sejour.core.port.MalwareScanner.Verdict;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against Debian's clamd, with a database of one signature. */
class ClamdScannerTest {

    /** The harmless string that every scanner finds, put together here so that none finds it in this file. */
    private static final String EICAR =
            "X5O!P%@AP[4\\PZX54(P^)7CC)7}" + "$EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!" + "$H+H*";

    @TempDir
    Path folder;

    @Test
    void clamd_finds_what_it_knows_and_its_absence_is_told_from_a_verdict() throws Exception {
        Path socket = folder.resolve("clamd.sock");
        ClamdScanner scanner = new ClamdScanner(UnixDomainSocketAddress.of(socket), Duration.ofSeconds(30));
        assertThat(scan(scanner, EICAR)).isEqualTo(Verdict.UNREACHABLE);

        Process clamd = clamd(socket);
        try {
            await().atMost(Duration.ofSeconds(60)).until(() -> scan(scanner, "hello") == Verdict.CLEAN);

            assertThat(scan(scanner, EICAR)).isEqualTo(Verdict.INFECTED);
            byte[] large = new byte[10 * 1024 * 1024];
            new Random(1).nextBytes(large);
            assertThat(scanner.scan(new ByteArrayInputStream(large))).isEqualTo(Verdict.CLEAN);
        } finally {
            clamd.destroyForcibly().waitFor();
        }

        assertThat(scan(scanner, EICAR)).isEqualTo(Verdict.UNREACHABLE);
        scanner.close();
    }

    private static Verdict scan(ClamdScanner scanner, String content) {
        return scanner.scan(new ByteArrayInputStream(content.getBytes(US_ASCII)));
    }

    /** A daemon over a database of one signature. */
    private Process clamd(Path socket) throws IOException {
        Path database = Files.createDirectory(folder.resolve("database"));
        Files.writeString(database.resolve("eicar.ndb"), "Eicar-Test:0:0:" + hexadecimal(EICAR) + "\n");
        Path configuration = Files.write(
                folder.resolve("clamd.conf"),
                List.of(
                        "Foreground yes",
                        "LocalSocket " + socket,
                        "DatabaseDirectory " + database,
                        "LogFile " + folder.resolve("clamd.log"),
                        "StreamMaxLength 60M"));
        return new ProcessBuilder("/usr/sbin/clamd", "--config-file=" + configuration)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("clamd.out").toFile())
                .start();
    }

    private static String hexadecimal(String text) {
        return java.util.HexFormat.of().formatHex(text.getBytes(US_ASCII));
    }
}
