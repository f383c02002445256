package fr.sejour.store.jpa.internal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The database as a DBA sees it, past the store. */
final class RawDatabase {

    private static final List<String> TABLES = List.of(
            "journal_leaf",
            "journal_root",
            "taken_over",
            "stray_case",
            "uncovered_day",
            "court_order",
            "attempt",
            "attempt_subject",
            "filing_key",
            "delivery",
            "consumer",
            "notice",
            "paper_copy",
            "attestation",
            "journal_statement",
            "report_step",
            "report",
            "attempt_trace",
            "journal",
            "collection",
            "decision",
            "task",
            "clock",
            "upload",
            "piece_version",
            "correction_step",
            "correction",
            "evidence",
            "person_key",
            "piece",
            "recovery",
            "counter_code",
            "access_line",
            "former_prefecture",
            "permit_case",
            "residence",
            "session",
            "bulk_line",
            "bulk_act",
            "agent_leave",
            "chief",
            "team_ground",
            "team_member",
            "team",
            "mandate",
            "share",
            "edition_effect",
            "edition_file",
            "edition",
            "mandatary",
            "account_prefecture",
            "account",
            "register_entry",
            "held_permit",
            "person_name",
            "people_apart",
            "person",
            "installation");

    private final DataSource source;

    RawDatabase(DataSource source) {
        this.source = source;
    }

    void clear() {
        TABLES.forEach(table -> run("DELETE FROM " + table));
    }

    void run(String sql) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The rows, each as its values joined by a bar; null reads as {@code -}. */
    List<String> rows(String sql) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (found.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    String value = found.getString(i);
                    values.add(value == null ? "-" : value);
                }
                rows.add(String.join("|", values));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    int count(String table) {
        return Integer.parseInt(rows("SELECT COUNT(*) FROM " + table).get(0));
    }
}
