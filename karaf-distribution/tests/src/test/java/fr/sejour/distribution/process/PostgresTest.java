package fr.sejour.distribution.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class PostgresTest {
    @Test
    void it_runs_on_postgresql_by_one_file_and_waits_for_it() throws IOException {
        try (Distribution distribution = Distribution.unpackedFor(PostgresTest.class)) {
            int port = Ports.free();
            distribution.onPostgresAt(port).start().awaitPrinted("tries again");

            try (PostgresServer postgres = PostgresServer.startAt(port)) {
                distribution.awaitReady();

                assertThat(distribution.printed()).contains("has its database: PostgreSQL");
            }
        }
    }
}
