package fr.sejour.core.internal.stock;

import fr.sejour.core.internal.secret.Secrets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.commons.csv.CSVRecord;

/** The cells of one row, read with a reason for each that cannot be. What the earlier system does not know is left empty. */
final class Cells {

    private static final String UNKNOWN = "unknown";
    private static final String DAY = "write a day such as 2026-03-31";

    private final CSVRecord row;

    Cells(CSVRecord row) {
        this.row = row;
    }

    /** What the row says, in one form that tells any two rows apart. */
    String digest() {
        StringBuilder said = new StringBuilder();
        for (String cell : row) {
            said.append(cell.length()).append(' ').append(cell).append('\n');
        }
        return Secrets.digest("stock-row", said.toString());
    }

    Optional<String> text(String column) {
        return Optional.of(row.get(column).strip()).filter(text -> !text.isEmpty() && !text.equals(UNKNOWN));
    }

    /** Whether the row says outright that nobody knows. */
    boolean saysUnknown(String column) {
        return row.get(column).strip().equals(UNKNOWN);
    }

    String needed(String column, String toDo) throws BadColumnException {
        Optional<String> text = text(column);
        if (text.isEmpty()) {
            throw new BadColumnException(column, "it is empty", toDo);
        }
        return text.get();
    }

    LocalDate neededDay(String column) throws BadColumnException {
        return read(column, needed(column, DAY), LocalDate::parse, DAY);
    }

    Optional<LocalDate> day(String column) throws BadColumnException {
        return value(column, LocalDate::parse, DAY);
    }

    boolean yes(String column) throws BadColumnException {
        return code(column, Map.of("yes", true, "no", false)).orElse(false);
    }

    /** One of some codes, whatever its capitals; empty when the cell is. */
    <T> Optional<T> code(String column, Map<String, T> known) throws BadColumnException {
        Optional<String> text = text(column);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<T> value = Optional.ofNullable(known.get(text.get().toLowerCase(Locale.ROOT)));
        if (value.isEmpty()) {
            throw new BadColumnException(
                    column,
                    "there is no such code",
                    "write one of "
                            + String.join(", ", known.keySet().stream().sorted().toList()));
        }
        return value;
    }

    <T> T neededCode(String column, Map<String, T> known) throws BadColumnException {
        needed(
                column,
                "write one of "
                        + String.join(", ", known.keySet().stream().sorted().toList()));
        return code(column, known).orElseThrow();
    }

    /** A value read from a cell; empty when the cell is. */
    <T> Optional<T> value(String column, Function<String, T> reader, String toDo) throws BadColumnException {
        Optional<String> text = text(column);
        return text.isEmpty() ? Optional.empty() : Optional.of(read(column, text.get(), reader, toDo));
    }

    <T> T neededValue(String column, Function<String, T> reader, String toDo) throws BadColumnException {
        return read(column, needed(column, toDo), reader, toDo);
    }

    private static <T> T read(String column, String text, Function<String, T> reader, String toDo)
            throws BadColumnException {
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            throw new BadColumnException(column, "it cannot be read", toDo);
        }
    }
}
