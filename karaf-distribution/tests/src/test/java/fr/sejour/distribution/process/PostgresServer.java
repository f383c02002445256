package fr.sejour.distribution.process;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A real PostgreSQL server for one test run. */
public final class PostgresServer implements AutoCloseable {
    static final String USER = "postgres";
    private static final String DATABASE = "sejour";

    private static final Pattern WRITE =
            Pattern.compile("LOG:  execute [^:]+: (INSERT INTO|UPDATE|DELETE FROM) (\\w+)");

    private final EmbeddedPostgres server;
    private final Path log;

    private PostgresServer(EmbeddedPostgres server, Path log) {
        this.server = server;
        this.log = log;
    }

    /** Starts a server with one empty database. */
    public static PostgresServer start() {
        return startAt(Ports.free());
    }

    /** Starts it at a port that was told before. */
    public static PostgresServer startAt(int port) {
        return start(port, Optional.empty());
    }

    /** Starts it on a folder that outlives it: started there again, it has what it had. */
    public static PostgresServer startAt(int port, Path data) {
        return start(port, Optional.of(data));
    }

    private static PostgresServer start(int port, Optional<Path> data) {
        boolean again = data.map(it -> Files.exists(it.resolve("PG_VERSION"))).orElse(false);
        try {
            Path folder = Files.createDirectories(
                    Path.of(System.getProperty("sejour.work")).resolve("postgres"));
            Path log = Files.createTempFile(folder, "server-", ".log");
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder();
            data.ifPresent(it -> builder.setDataDirectory(it).setCleanDataDirectory(false));
            EmbeddedPostgres server = builder.setOutputRedirector(Redirect.appendTo(log.toFile()))
                    .setErrorRedirector(Redirect.appendTo(log.toFile()))
                    .setPort(port)
                    .setServerConfig("max_connections", "200")
                    // What it acknowledges is on the disk, as an operator's server does it.
                    .setServerConfig("synchronous_commit", "on")
                    .start();
            if (!again) {
                try (Connection connection = server.getPostgresDatabase().getConnection();
                        Statement statement = connection.createStatement()) {
                    statement.execute("CREATE DATABASE " + DATABASE);
                }
            }
            return new PostgresServer(server, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The JDBC address of its database. */
    public String url() {
        return url(server.getPort());
    }

    static String url(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE;
    }

    /** A connection beside the platform's own. */
    public Connection connect() throws SQLException {
        return server.getDatabase(USER, DATABASE).getConnection();
    }

    /** Makes it write down the statements that change something, or stop doing so. */
    public void logStatements(boolean wanted) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER SYSTEM SET log_statement = '" + (wanted ? "mod" : "none") + "'");
            statement.execute("SELECT pg_reload_conf()");
            statement.execute("SELECT pg_sleep(0.5)");
        }
    }

    /** How often it wrote down each kind of change. */
    public Map<String, Long> loggedWrites() throws IOException {
        return WRITE.matcher(Files.readString(log))
                .results()
                .collect(Collectors.groupingBy(
                        found -> found.group(1) + " " + found.group(2), TreeMap::new, Collectors.counting()));
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
