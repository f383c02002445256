package fr.sejour.distribution.bench;

import java.sql.Connection;
import java.sql.Date;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the deadline pass wrote for one case, found as the difference of all tables before and after it, so that plain SQL can write
 * the same for many: one INSERT..SELECT a row, and one UPDATE of the cases.
 */
final class DueRows {

    private final Map<String, List<Map<String, Object>>> added = new LinkedHashMap<>();
    private final Map<String, Object> changed = new LinkedHashMap<>();
    private final Map<String, String> names = new LinkedHashMap<>();

    /**
     * @param before the tables before the pass, from {@link FiledRows#tables}; {@code after} after it
     * @param number of the case
     * @param person of the case
     */
    DueRows(
            Map<String, List<Map<String, Object>>> before,
            Map<String, List<Map<String, Object>>> after,
            String number,
            String person) {
        after.forEach((table, all) -> {
            List<Map<String, Object>> there = before.get(table);
            List<Map<String, Object>> fresh =
                    all.stream().filter(row -> !there.contains(row)).toList();
            if (table.equals("case_text")) {
                // triggers write it, whoever changes a case
                return;
            }
            if (table.equals("permit_case")) {
                change(there.get(0), fresh.get(0));
            } else if (all.size() != there.size() + fresh.size()) {
                throw new IllegalStateException("The pass changed or removed rows of " + table);
            } else if (!fresh.isEmpty()) {
                added.put(table, fresh);
            }
        });
        name(number, person);
    }

    private void change(Map<String, Object> there, Map<String, Object> now) {
        TreeSet<String> columns = new TreeSet<>(there.keySet());
        columns.addAll(now.keySet());
        columns.stream()
                .filter(column -> !Objects.equals(there.get(column), now.get(column)))
                .forEach(column -> changed.put(column, now.get(column)));
    }

    /** What each identifier of the model is for another case, as SQL over that case. */
    private void name(String number, String person) {
        names.put(number, "c.case_number");
        names.put(person, "c.person_id");
        int at = 0;
        for (Map<String, Object> paper : added.get("attestation")) {
            String digits = "SUBSTR(c.case_number, 10, 3) || '-' || SUBSTR(c.case_number, 13, 4) || '-"
                    + "%d'".formatted(at) + " || SUBSTR(c.case_number, 17, 3)";
            names.put((String) paper.get("attestation_number"), "'SJ-B' || " + digits);
            names.put((String) paper.get("check_code"), "'B%d' || SUBSTR(c.case_number, 10, 10)".formatted(at));
            at++;
        }
        for (Map<String, Object> notice : added.getOrDefault("notice", List.of())) {
            names.put((String) notice.get("notice_id"), "'b%d-' || c.case_number".formatted(at));
            at++;
        }
    }

    @Override
    public String toString() {
        return added.entrySet().stream()
                        .map(table -> table.getKey() + " " + table.getValue().size())
                        .collect(Collectors.joining(", "))
                + "; of the case it changes " + String.join(", ", changed.keySet());
    }

    /** Writes the same for the cases from one number to another, in one transaction. */
    void writeFor(Connection connection, String first, String last) throws SQLException {
        String these = " WHERE c.case_number BETWEEN '" + first + "' AND '" + last + "'";
        try (Statement statement = connection.createStatement()) {
            for (Map.Entry<String, List<Map<String, Object>>> table : added.entrySet()) {
                for (Map<String, Object> row : table.getValue()) {
                    List<String> columns = new ArrayList<>(row.keySet());
                    // the database counts these itself
                    columns.remove("status_index");
                    statement.executeUpdate("INSERT INTO " + table.getKey() + " (" + String.join(", ", columns)
                            + ") SELECT "
                            + columns.stream()
                                    .map(column -> column.equals("body")
                                            ? text(connection, inSql(row.get(column)))
                                            : inSql(row.get(column)))
                                    .collect(Collectors.joining(", "))
                            + " FROM permit_case c" + these);
                }
            }
            statement.executeUpdate("UPDATE permit_case AS c SET "
                    + changed.entrySet().stream()
                            .map(column -> column.getKey() + " = " + inSql(column.getValue()))
                            .collect(Collectors.joining(", "))
                    + these);
        }
        connection.commit();
    }

    private static String text(Connection connection, String sql) {
        return connection.toString().contains("Pg") ? sql : "CAST(" + sql + " AS CLOB)";
    }

    private String inSql(@Nullable Object value) {
        if (value == null) {
            return "NULL";
        }
        if (value instanceof String words) {
            return "'" + renamed(words.replace("'", "''")) + "'";
        }
        if (value instanceof Date day) {
            return "CAST('" + day + "' AS DATE)";
        }
        if (value instanceof Timestamp instant) {
            return "CAST('" + instant + "' AS TIMESTAMP)";
        }
        return value.toString();
    }

    private String renamed(String words) {
        String renamed = words;
        for (Map.Entry<String, String> name : names.entrySet()) {
            renamed = renamed.replace(name.getKey(), "' || " + name.getValue() + " || '");
        }
        return renamed;
    }
}
