package fr.sejour.core.internal.stock;

import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.fault.Silenced;
import fr.sejour.api.operation.StockImport;
import fr.sejour.core.internal.csv.CsvRows;
import fr.sejour.core.internal.practice.Practices;
import fr.sejour.core.internal.practice.Practices.Answers;
import fr.sejour.core.internal.stock.Takeover.Outcome;
import fr.sejour.core.internal.upkeep.Upkeep;
import fr.sejour.core.port.Store;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the open cases of an earlier system from CSV, a hundred rows to a transaction. */
@Component
public final class CsvStockImport implements StockImport {

    private static final Logger LOG = LoggerFactory.getLogger(CsvStockImport.class);
    private static final int ROWS_A_TRANSACTION = 100;

    /** A file of bad rows alone shows that it moves, too. */
    private static final int ROWS_A_WORD = 10_000;

    private final Store store;
    private final Upkeep upkeep;
    private final Practices practices;
    private final Clock clock;
    private final Takeover takeover;

    @Activate
    public CsvStockImport(
            @Reference Store store, @Reference Upkeep upkeep, @Reference Practices practices, @Reference Clock clock) {
        this.store = store;
        this.upkeep = upkeep;
        this.practices = practices;
        this.clock = clock;
        this.takeover = new Takeover(upkeep);
    }

    @Override
    public Report read(Reader csv, Consumer<BadRow> bad, Consumer<Report> progress) {
        Count count = new Count(bad, progress);
        try (CsvRows rows = new CsvRows(csv, COLUMNS)) {
            if (rows.begins()) {
                read(rows, count);
            } else {
                count.refuse(
                        1, "", "the file has other columns", "let the first line read " + String.join(",", COLUMNS));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return count.report();
    }

    private void read(CsvRows rows, Count count) {
        List<StockRow> chunk = new ArrayList<>();
        while (true) {
            try {
                Optional<CSVRecord> record = rows.next();
                if (record.isEmpty()) {
                    break;
                }
                count.sawOne();
                read(record.get(), rows.line(), chunk, count);
            } catch (CsvRows.BrokenCsvException broken) {
                takeOver(chunk, count);
                count.refuse(rows.line(), "", String.valueOf(broken.getMessage()), broken.toDo());
                return;
            }
            if (chunk.size() == ROWS_A_TRANSACTION) {
                takeOver(chunk, count);
            }
        }
        takeOver(chunk, count);
    }

    private void read(CSVRecord record, long line, List<StockRow> chunk, Count count) {
        if (!record.isConsistent()) {
            count.refuse(
                    line,
                    "",
                    "the row has " + record.size() + " columns",
                    "write the " + COLUMNS.size() + " columns, the empty ones too");
            return;
        }
        try {
            chunk.add(StockRow.read(new Cells(record), line, upkeep.law(), clock.instant()));
        } catch (BadColumnException badly) {
            count.refuse(line, badly.column(), badly.wrong(), badly.toDo());
        }
    }

    /** One transaction for all, or, when one of them cannot be kept whatever the reason, one for each. */
    private void takeOver(List<StockRow> rows, Count count) {
        if (rows.isEmpty()) {
            return;
        }
        List<StockRow> chunk = List.copyOf(rows);
        rows.clear();
        Answers answers =
                practices.answer(chunk.stream().map(StockRow::question).collect(Collectors.toSet()));
        try {
            together(chunk, answers).forEach(count::add);
        } catch (CaseException refused) {
            if (refused.code() == ErrorCode.STORE_UNAVAILABLE) {
                throw refused;
            }
            chunk.forEach(row -> count.add(alone(row, answers)));
        } catch (RuntimeException bug) {
            LOG.debug("A chunk of the stock is taken over row by row", Silenced.of(bug));
            chunk.forEach(row -> count.add(alone(row, answers)));
        }
        count.say();
    }

    private List<Outcome> together(List<StockRow> chunk, Answers answers) {
        return store.write(records -> {
            Instant now = clock.instant();
            // people before anything else, in one order
            chunk.stream()
                    .flatMap(row -> takeover.known(records, row).stream())
                    .distinct()
                    .sorted(Comparator.comparing(person -> person.value()))
                    .forEach(records.people()::hold);
            return chunk.stream()
                    .map(row -> takeover.of(records, row, answers, now))
                    .toList();
        });
    }

    private Outcome alone(StockRow row, Answers answers) {
        try {
            return together(List.of(row), answers).get(0);
        } catch (CaseException refused) {
            if (refused.code() == ErrorCode.STORE_UNAVAILABLE) {
                throw refused;
            }
            return notKept(row, refused);
        } catch (RuntimeException bug) {
            return notKept(row, bug);
        }
    }

    private static Outcome notKept(StockRow row, RuntimeException why) {
        LOG.error("The row on line {} of a stock could not be taken over", row.line(), Silenced.of(why));
        return Outcome.refused(
                row, "", "the platform could not keep it", "look in the log for this line, then import the file again");
    }

    /** How far the file is. Only numbers grow with it. */
    private static final class Count {
        private final Consumer<BadRow> bad;
        private final Consumer<Report> progress;
        private long read;
        private long made;
        private long there;
        private long refused;
        private long silent;

        Count(Consumer<BadRow> bad, Consumer<Report> progress) {
            this.bad = bad;
            this.progress = progress;
        }

        void sawOne() {
            read++;
            if (read % ROWS_A_WORD == 0) {
                say();
            }
        }

        void refuse(long line, String column, String wrong, String toDo) {
            refused++;
            bad.accept(new BadRow(line, column, wrong, toDo));
        }

        void add(Outcome outcome) {
            outcome.refused().ifPresent(row -> refuse(row.line(), row.column(), row.wrong(), row.toDo()));
            made += outcome.made() ? 1 : 0;
            silent += outcome.silent() ? 1 : 0;
            there += outcome.made() || outcome.refused().isPresent() ? 0 : 1;
        }

        void say() {
            progress.accept(report());
        }

        Report report() {
            return new Report(read, made, there, refused, silent);
        }
    }
}
