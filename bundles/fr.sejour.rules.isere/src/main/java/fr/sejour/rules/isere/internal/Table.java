package fr.sejour.rules.isere.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A table of this bundle: lines of cells under a line of column names. Lines that begin with {@code #} are for the reader; there
 * are no quotes, so a cell never holds the separator.
 */
record Table(List<Row> rows) {

    static Table read(String name, String separator) {
        try (InputStream content = Table.class.getResourceAsStream(name)) {
            if (content == null) {
                throw new IllegalStateException("The table " + name + " is missing from the bundle");
            }
            return parse(name, new String(content.readAllBytes(), StandardCharsets.UTF_8), separator);
        } catch (IOException e) {
            throw new UncheckedIOException("The table " + name + " cannot be read", e);
        }
    }

    static Table parse(String name, String content, String separator) {
        List<List<String>> lines = content.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> List.of(line.split(Pattern.quote(separator), -1)))
                .collect(Collectors.toUnmodifiableList());
        if (lines.isEmpty()) {
            throw new IllegalStateException("The table " + name + " has no line of column names");
        }
        return new Table(lines.stream()
                .skip(1)
                .map(cells -> new Row(name, lines.get(0), cells))
                .collect(Collectors.toUnmodifiableList()));
    }

    /** One line, its cells by column name. */
    record Row(String table, List<String> columns, List<String> cells) {

        Row {
            if (cells.size() != columns.size()) {
                throw new IllegalStateException("The table " + table + " has " + columns.size()
                        + " columns, but its line " + cells.get(0) + " has " + cells.size());
            }
        }

        String cell(String column) {
            int place = columns.indexOf(column);
            if (place < 0) {
                throw new IllegalStateException("The table " + table + " has no column " + column);
            }
            return cells.get(place).strip();
        }
    }
}
