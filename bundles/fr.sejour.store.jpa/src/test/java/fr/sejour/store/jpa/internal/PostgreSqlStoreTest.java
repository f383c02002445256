package fr.sejour.store.jpa.internal;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;

class PostgreSqlStoreTest extends StoreContract {

    private EmbeddedPostgres server;

    @Override
    DataSource freshDatabase() {
        try {
            server = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "60")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return database("contract");
    }

    private DataSource database(String name) {
        new RawDatabase(server.getPostgresDatabase()).run("CREATE DATABASE " + name);
        return server.getDatabase("postgres", name);
    }

    @Override
    Outage outage() {
        String name = "outage" + System.nanoTime();
        OpenStore open = OpenStore.on(database(name), Duration.ofSeconds(1));
        RawDatabase operator = new RawDatabase(server.getPostgresDatabase());
        return new Outage(
                open,
                () -> {
                    operator.run("ALTER DATABASE " + name + " ALLOW_CONNECTIONS false");
                    operator.run(
                            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + name + "'");
                },
                () -> operator.run("ALTER DATABASE " + name + " ALLOW_CONNECTIONS true"));
    }

    @AfterAll
    void stopTheServer() throws IOException {
        server.close();
    }
}
