package fr.sejour.core.internal.stock;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sejour.api.operation.StockImport.Report;
import fr.sejour.core.internal.Platform;
import fr.sejour.core.internal.csv.BadRows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Alone, for it measures a memory that it shares with every test beside it. */
@Isolated
class ManyBadRowsTest {

    private final Platform platform = new Platform("2026-11-02T08:00:00Z");

    @Test
    void a_million_bad_rows_are_each_told_and_none_is_kept_in_memory() {
        long[] told = new long[1];
        long[] early = new long[1];
        long[] late = new long[1];

        Report report =
                platform.stock.read(new BadRows(CsvStockImportTest.HEADER + "\n", 1_000_000), row -> told[0]++, far -> {
                    if (far.read() == 100_000) {
                        early[0] = usedAfterCollection();
                    } else if (far.read() == 1_000_000) {
                        late[0] = usedAfterCollection();
                    }
                });

        assertThat(report).isEqualTo(new Report(1_000_000, 0, 0, 1_000_000, 0));
        assertThat(told[0]).isEqualTo(1_000_000);
        // nine hundred thousand rows kept as bare objects would take 14 MB
        assertThat(late[0] - early[0]).isLessThan(5_000_000);
    }

    private static long usedAfterCollection() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
