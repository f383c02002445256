package fr.sejour.distribution.bench;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The rows that one filing wrote, found as the difference of all tables before and after it, so that plain JDBC can write the like
 * again: the same columns and sizes, with fresh identifiers.
 */
final class FiledRows {

    /** Where a filing makes an identifier; other columns, such as the key of the queue, have it in them. */
    private static final Map<String, List<String>> IDENTIFIERS = Map.of(
            "permit_case", List.of("case_number"),
            "attestation", List.of("attestation_number", "check_code"),
            "notice", List.of("notice_id"),
            "task", List.of("task_id"),
            "filing_key", List.of("key_text"));

    private final Map<String, List<Map<String, Object>>> rows = new LinkedHashMap<>();
    private final Set<String> identifiers = new HashSet<>();

    /** @param before the tables before the filing, from {@link #tables}; {@code after} after it */
    FiledRows(Map<String, List<Map<String, Object>>> before, Map<String, List<Map<String, Object>>> after) {
        after.forEach((table, all) -> {
            List<Map<String, Object>> there = before.get(table);
            List<Map<String, Object>> added =
                    all.stream().filter(row -> !there.contains(row)).toList();
            if (all.size() != there.size() + added.size()) {
                throw new IllegalStateException("A filing changed or removed rows of " + table);
            }
            // a person has one residence, and the rows are written again for the same person
            if (!added.isEmpty() && !table.equals("residence")) {
                rows.put(table, added);
            }
        });
        IDENTIFIERS.forEach((table, columns) -> rows.getOrDefault(table, List.of())
                .forEach(row -> columns.forEach(column -> identifiers.add(String.valueOf(row.get(column))))));
    }

    /** Every row of every table of a schema, parents before children; names in lower case. */
    static Map<String, List<Map<String, Object>>> tables(Connection connection, String schema) throws SQLException {
        Map<String, List<Map<String, Object>>> tables = new LinkedHashMap<>();
        for (String table : parentsFirst(connection.getMetaData(), schema)) {
            List<Map<String, Object>> all = new ArrayList<>();
            try (Statement statement = connection.createStatement();
                    ResultSet found = statement.executeQuery("SELECT * FROM " + table)) {
                ResultSetMetaData columns = found.getMetaData();
                while (found.next()) {
                    Map<String, Object> row = new LinkedHashMap<>();
                    for (int column = 1; column <= columns.getColumnCount(); column++) {
                        Object value = columns.getColumnType(column) == Types.CLOB
                                ? found.getString(column)
                                : found.getObject(column);
                        if (value != null) {
                            row.put(columns.getColumnName(column).toLowerCase(Locale.ROOT), value);
                        }
                    }
                    all.add(row);
                }
            }
            tables.put(table, all);
        }
        return tables;
    }

    private static List<String> parentsFirst(DatabaseMetaData database, String schema) throws SQLException {
        Map<String, Set<String>> parents = new HashMap<>();
        try (ResultSet found = database.getTables(null, schema, null, new String[] {"TABLE"})) {
            while (found.next()) {
                String table = found.getString("TABLE_NAME");
                Set<String> above = new HashSet<>();
                try (ResultSet keys = database.getImportedKeys(null, schema, table)) {
                    while (keys.next()) {
                        above.add(keys.getString("PKTABLE_NAME").toLowerCase(Locale.ROOT));
                    }
                }
                parents.put(table.toLowerCase(Locale.ROOT), above);
            }
        }
        // The histories of the migrations are nobody's rows.
        parents.keySet().removeIf(table -> table.contains("migration"));
        List<String> ordered = new ArrayList<>();
        while (ordered.size() < parents.size()) {
            int before = ordered.size();
            for (String table : new TreeSet<>(parents.keySet())) {
                if (!ordered.contains(table) && ordered.containsAll(parents.get(table))) {
                    ordered.add(table);
                }
            }
            if (ordered.size() == before) {
                throw new IllegalStateException("Tables that refer to one another: " + parents);
            }
        }
        return ordered;
    }

    int count() {
        return rows.values().stream().mapToInt(List::size).sum();
    }

    @Override
    public String toString() {
        return rows.entrySet().stream()
                .map(table -> table.getKey() + " " + table.getValue().size())
                .collect(Collectors.joining(", "));
    }

    /** Writes the like of them in one transaction. */
    void writeAgain(Connection connection) throws SQLException {
        Map<String, String> fresh = new HashMap<>();
        identifiers.forEach(identifier -> fresh.put(identifier, another(identifier)));
        for (Map.Entry<String, List<Map<String, Object>>> table : rows.entrySet()) {
            for (Map<String, Object> row : table.getValue()) {
                try (PreparedStatement insert = connection.prepareStatement("INSERT INTO " + table.getKey() + " ("
                        + String.join(", ", row.keySet()) + ") VALUES ("
                        + String.join(", ", Collections.nCopies(row.size(), "?")) + ")")) {
                    int place = 1;
                    for (Object value : row.values()) {
                        insert.setObject(place, value instanceof String text ? renamed(text, fresh) : value);
                        place++;
                    }
                    insert.executeUpdate();
                }
            }
        }
        connection.commit();
    }

    private static String renamed(String text, Map<String, String> fresh) {
        String renamed = text;
        for (Map.Entry<String, String> identifier : fresh.entrySet()) {
            renamed = renamed.replace(identifier.getKey(), identifier.getValue());
        }
        return renamed;
    }

    /** An identifier of the same shape: each digit another digit, each letter another letter. */
    private static String another(String identifier) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return IntStream.range(0, identifier.length())
                .map(at -> {
                    char sign = identifier.charAt(at);
                    if (Character.isDigit(sign)) {
                        return '0' + random.nextInt(10);
                    }
                    return Character.isUpperCase(sign) ? 'A' + random.nextInt(26) : sign;
                })
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
