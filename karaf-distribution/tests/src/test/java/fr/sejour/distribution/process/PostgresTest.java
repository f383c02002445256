package fr.sejour.distribution.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class PostgresTest {
    @Test
    void it_runs_on_postgresql_by_one_file_and_waits_until_it_is_there() throws SQLException {
        int port = Ports.free();
        try (Distribution distribution = Distribution.unpackedFor(PostgresTest.class)) {
            distribution.onPostgresAt(port).start().awaitPrinted("waits for its database");

            try (PostgresServer postgres = PostgresServer.startAt(port);
                    Connection beside = postgres.connect()) {
                distribution.awaitReady();

                assertThat(beside.getMetaData()
                                .getTables(null, "public", "store_migrations", null)
                                .next())
                        .isTrue();
            }
        }
    }
}
