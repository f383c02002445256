package fr.sejour.core.internal.people;

import fr.sejour.api.catalogue.DocumentKind;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.operation.RegisterImport;
import fr.sejour.api.person.CivilStatus;
import fr.sejour.api.person.ForeignerNumber;
import fr.sejour.api.person.HeldPermit;
import fr.sejour.api.person.LetterCode;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.prefecture.Prefecture;
import fr.sejour.core.internal.csv.CsvRows;
import fr.sejour.core.internal.upkeep.Upkeep;
import fr.sejour.core.port.RegisterEntry;
import fr.sejour.core.port.Store;
import fr.sejour.law.Editions;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads the register's entries from CSV, a thousand rows to a transaction. */
@Component
public final class CsvRegisterImport implements RegisterImport {

    private static final int ROWS_A_TRANSACTION = 1000;

    /** How many bad rows a report names; it then only counts them, so that no file fills the memory. */
    private static final int NAMED = 1000;

    private static final Set<String> PROTECTIONS = Set.of("refugie", "protection_subsidiaire");
    private static final List<String> COLUMNS = List.of(
            "foreigner_number",
            "family_name",
            "given_names",
            "birth_date",
            "nationality",
            "permit",
            "document_kind",
            "permit_number",
            "valid_from",
            "valid_until",
            "protection",
            "letter_code");
    private static final Report NOT_OURS =
            new Report(0, List.of("The first line must read: " + String.join(",", COLUMNS)));

    private final Store store;
    private final Editions editions;
    private final RegisterNews news;
    private final Clock clock;

    @Activate
    public CsvRegisterImport(
            @Reference Store store, @Reference Editions editions, @Reference Upkeep upkeep, @Reference Clock clock) {
        this.store = store;
        this.editions = editions;
        this.news = new RegisterNews(upkeep);
        this.clock = clock;
    }

    @Override
    public Report read(Reader csv) {
        try (CsvRows rows = new CsvRows(csv, COLUMNS)) {
            return rows.begins() ? read(rows) : NOT_OURS;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Report read(CsvRows rows) {
        Refusals refused = new Refusals();
        List<RegisterEntry> entries = new ArrayList<>();
        int imported = 0;
        while (true) {
            try {
                Optional<CSVRecord> row = rows.next();
                if (row.isEmpty()) {
                    break;
                }
                entries.add(entry(row.get()));
            } catch (CsvRows.BrokenCsvException broken) {
                refused.add(rows.line(), broken.getMessage() + "; " + broken.toDo());
                break;
            } catch (IllegalArgumentException | DateTimeException unreadable) {
                refused.add(rows.line(), String.valueOf(unreadable.getMessage()));
            }
            if (entries.size() == ROWS_A_TRANSACTION) {
                imported += keep(entries);
                entries.clear();
            }
        }
        return new Report(imported + keep(entries), refused.sentences());
    }

    /** The bad rows: the first ones by their line, the others by their number. */
    private static final class Refusals {
        private final List<String> named = new ArrayList<>();
        private long unnamed;

        void add(long line, String why) {
            if (named.size() < NAMED) {
                named.add("Line " + line + ": " + why);
            } else {
                unnamed++;
            }
        }

        List<String> sentences() {
            if (unnamed > 0) {
                named.add("and " + unnamed + " more rows");
            }
            return named;
        }
    }

    private int keep(List<RegisterEntry> entries) {
        List<RegisterEntry> batch = List.copyOf(entries);
        return batch.isEmpty()
                ? 0
                : store.write(records -> {
                    // people before the register, as whoever hands a card over takes them, and in one order
                    batch.stream()
                            .flatMap(entry -> records.register().linked(entry.number()).stream())
                            .sorted(Comparator.comparing(PersonId::value))
                            .forEach(records.people()::hold);
                    Instant now = clock.instant();
                    batch.forEach(entry -> records.register().keep(entry).ifPresent(person -> {
                        records.people().hold(person);
                        news.reach(records, person, entry, now);
                    }));
                    return batch.size();
                });
    }

    private RegisterEntry entry(CSVRecord row) {
        if (!row.isConsistent()) {
            throw new IllegalArgumentException("a row has " + COLUMNS.size() + " columns, this one has " + row.size());
        }
        ForeignerNumber number = new ForeignerNumber(row.get("foreigner_number"));
        LocalDate born = day(row, "birth_date");
        if (born.isAfter(today())) {
            throw new IllegalArgumentException("birth_date is not after today");
        }
        return new RegisterEntry(
                number,
                new CivilStatus(row.get("family_name"), row.get("given_names"), born, row.get("nationality")),
                heldPermit(row),
                text(row, "protection").map(CsvRegisterImport::protection),
                text(row, "letter_code").map(LetterCode::new).map(code -> RegisteredPeople.letterDigest(number, code)));
    }

    private Optional<HeldPermit> heldPermit(CSVRecord row) {
        List<String> columns = List.of("permit", "permit_number", "valid_from", "valid_until");
        long there =
                columns.stream().filter(name -> text(row, name).isPresent()).count();
        if (there == 0) {
            return Optional.empty();
        }
        if (there < columns.size()) {
            throw new IllegalArgumentException("the columns of a permit stand together or not at all");
        }
        PermitCode permit = new PermitCode(row.get("permit"));
        if (editions.at(clock.instant()).permit(permit).isEmpty()) {
            throw new IllegalArgumentException("the catalogue has no such permit");
        }
        return Optional.of(new HeldPermit(
                permit,
                row.get("permit_number"),
                text(row, "document_kind").map(CsvRegisterImport::kind),
                day(row, "valid_from"),
                day(row, "valid_until")));
    }

    private LocalDate today() {
        return Prefecture.nationalDay(clock.instant());
    }

    private static DocumentKind kind(String written) {
        return Arrays.stream(DocumentKind.values())
                .filter(kind -> kind.name().equals(written.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a document kind is a code such as CST or CSP"));
    }

    private static PermitCode protection(String written) {
        if (!PROTECTIONS.contains(written)) {
            throw new IllegalArgumentException("a protection is refugie or protection_subsidiaire");
        }
        return new PermitCode(written);
    }

    private static LocalDate day(CSVRecord row, String column) {
        try {
            return LocalDate.parse(row.get(column));
        } catch (DateTimeException unreadable) {
            throw new IllegalArgumentException(column + " is a day such as 2026-03-31", unreadable);
        }
    }

    private static Optional<String> text(CSVRecord row, String column) {
        return Optional.of(row.get(column).strip()).filter(text -> !text.isEmpty());
    }
}
