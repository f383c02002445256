package fr.sejour.law.internal.text;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Rows that count from their day on, in the order in which they are asked. Of the rows of one name that are in force on a day the
 * latest counts, and the one recorded last of those. Immutable.
 */
public final class DatedRows<R extends DatedRows.Row> {

    private static final Comparator<Row> BY_DATES = Comparator.comparing(
                    (Row row) -> row.dates().from())
            .thenComparing(row -> row.dates().recordedOn());

    private final List<R> rows;
    private final NavigableMap<LocalDate, List<R>> periods = new TreeMap<>();

    DatedRows(Collection<R> rows) {
        this.rows = List.copyOf(rows);
        this.rows.stream()
                .flatMap(row -> Stream.concat(
                        Stream.of(row.dates().from()), row.dates().until().map(day -> day.plusDays(1)).stream()))
                .forEach(day -> periods.computeIfAbsent(day, this::from));
    }

    /** A row with its dates. Rows of one name are editions of one another. */
    public interface Row {
        String name();

        InForce dates();
    }

    /** Every row, whatever its day. */
    public List<R> all() {
        return rows;
    }

    /** The days from which others count. */
    Set<LocalDate> turns() {
        return Set.copyOf(periods.keySet());
    }

    /** The rows that count on a day. */
    public List<R> on(LocalDate day) {
        return Optional.ofNullable(periods.floorEntry(day))
                .map(Map.Entry::getValue)
                .orElse(List.of());
    }

    private List<R> from(LocalDate day) {
        Map<String, R> latest = new LinkedHashMap<>();
        rows.stream()
                .filter(row -> row.dates().hasBegunOn(day))
                .forEach(row ->
                        latest.merge(row.name(), row, (one, other) -> BY_DATES.compare(one, other) < 0 ? other : one));
        return latest.values().stream()
                .filter(row -> !row.dates().isOverOn(day))
                .toList();
    }
}
