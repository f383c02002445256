package fr.sejour.distribution.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An operator takes the open cases of an earlier system over: the sample of the distribution, and five bad rows after it. */
@ExtendWith(TryOut.ForTests.class)
class StockTest {

    private static final int COLUMNS = 38;

    private final Distribution platform = TryOut.distribution();

    @Test
    void twenty_rows_with_five_bad_ones_twice() throws IOException {
        Path file = Files.copy(
                platform.home().resolve("samples/stock.csv"), platform.home().resolve("data/stock-of-the-test.csv"));
        List<String> good = Files.readAllLines(file);
        assertThat(good).hasSize(16);
        Files.write(
                file,
                List.of(
                        good.get(1).replace("EXEMPLE-0001", ""),
                        good.get(2).replace("EXEMPLE-0002", "EXEMPLE-0102").replace("2026-08-03", "03/08/2026"),
                        good.get(3).replace("EXEMPLE-0003", "EXEMPLE-0103").replace("38185", "38999"),
                        good.get(4).replace("EXEMPLE-0004", "EXEMPLE-0104") + ",",
                        good.get(1).replace("1 place de Verdun", "ailleurs")),
                StandardOpenOption.APPEND);

        String first = platform.shell("sejour:import-stock " + file);
        String again = platform.shell("sejour:import-stock " + file);

        assertThat(first).contains("20 rows read: 15 cases made, 0 already there, 5 refused");
        assertThat(again).contains("20 rows read: 0 cases made, 15 already there, 5 refused");
        assertThat(Files.readAllLines(platform.home().resolve("data/stock-of-the-test.csv.refused.csv")))
                .hasSize(6)
                .anySatisfy(line -> assertThat(line).startsWith("17,reference,"))
                .anySatisfy(line -> assertThat(line).startsWith("18,filed_on,"))
                .anySatisfy(line -> assertThat(line).startsWith("19,commune,"))
                .anySatisfy(line -> assertThat(line).startsWith("20,,").contains("" + (COLUMNS + 1)))
                .anySatisfy(line -> assertThat(line).startsWith("21,reference,").contains("taken over before"));
        assertThat(platform.printed()).doesNotContain("Binta", "Ismael", "EXEMPLE-0");
        assertThat(platform.shell("sejour:watchdog")).contains("0 cases astray");
    }
}
