package fr.sejour.distribution.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;

/** Rows by batches of inserts. */
record Batched(Connection connection) implements Stock.Sink {

    @Override
    public void write(String table, List<String> columns, List<Object[]> rows) throws SQLException {
        String places = String.join(", ", columns.stream().map(column -> "?").toList());
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO " + table + " (" + String.join(", ", columns) + ") VALUES (" + places + ")")) {
            for (Object[] row : rows) {
                for (int at = 0; at < row.length; at++) {
                    if (row[at] == null) {
                        insert.setNull(at + 1, Types.VARCHAR);
                    } else {
                        insert.setObject(at + 1, row[at]);
                    }
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    @Override
    public void commit() throws SQLException {
        connection.commit();
    }
}
