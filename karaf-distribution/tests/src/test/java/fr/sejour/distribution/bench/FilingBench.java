package fr.sejour.distribution.bench;

import fr.sejour.distribution.process.Distribution;
import fr.sejour.distribution.process.PostgresServer;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Filings through the API against the plainest code that writes the same rows: one JDBC transaction. Rounds alternate, and the
 * result is the median of their ratios.
 *
 * <p>One more person files first: theirs are the rows that the plain code writes the like of, and nobody files for them again.
 *
 * <p>On PostgreSQL both write to the same database. Derby belongs to one process, so there the plain code writes to a copy of the
 * platform's database in this process.
 */
final class FilingBench {

    private static final int CLIENTS = 32;
    private static final int PEOPLE = 513;
    private static final int PAIRS = 5;
    private static final Duration ROUND = Duration.ofSeconds(10);

    private final Client client;
    private final List<String> tokens = new ArrayList<>();

    private FilingBench(Distribution distribution) {
        this.client = new Client(distribution);
    }

    static void run() throws Exception {
        System.out.printf(
                "Filings by %d clients for %d people, %d pairs of rounds of %d s; client and server share this machine%n",
                CLIENTS, PEOPLE - 1, PAIRS, ROUND.toSeconds());
        onPostgres();
        onDerby();
    }

    private static void onPostgres() throws Exception {
        try (PostgresServer postgres = PostgresServer.start();
                Distribution distribution =
                        Distribution.unpackedFor(FilingBench.class).asShipped().on(postgres)) {
            FilingBench bench = new FilingBench(distribution);
            distribution.start().awaitReady();
            bench.openAccounts();
            FiledRows rows;
            try (Connection connection = postgres.connect()) {
                Map<String, List<Map<String, Object>>> before = FiledRows.tables(connection, "public");
                postgres.logStatements(true);
                bench.file(bench.tokens.remove(0));
                postgres.logStatements(false);
                rows = new FiledRows(before, FiledRows.tables(connection, "public"));
            }
            System.out.printf("%nPostgreSQL: a filing writes %d rows (%s)%n", rows.count(), rows);
            System.out.printf("its SQL log has %s%n", postgres.loggedWrites());
            bench.alternate(rows, postgres::connect);
        }
    }

    private static void onDerby() throws Exception {
        try (Distribution distribution =
                Distribution.unpackedFor(FilingBench.class).asShipped()) {
            FilingBench bench = new FilingBench(distribution);
            distribution.start().awaitReady();
            bench.openAccounts();
            distribution.stop();
            Path copy = distribution.home().resolve("copy");
            Map<String, List<Map<String, Object>>> before =
                    tablesOfCopy(distribution, distribution.home().resolve("copy-before"));
            distribution.start().awaitReady();
            bench.file(bench.tokens.remove(0));
            distribution.stop();
            FiledRows rows = new FiledRows(before, tablesOfCopy(distribution, copy));
            distribution.start().awaitReady();
            System.out.printf("%nDerby: a filing writes %d rows (%s)%n", rows.count(), rows);
            bench.alternate(rows, () -> DriverManager.getConnection("jdbc:derby:" + copy));
        }
    }

    private static Map<String, List<Map<String, Object>>> tablesOfCopy(Distribution distribution, Path copy)
            throws IOException, InterruptedException, SQLException {
        new ProcessBuilder(
                        "cp",
                        "--recursive",
                        distribution.home().resolve("database/sejour").toString(),
                        copy.toString())
                .inheritIO()
                .start()
                .waitFor();
        try (Connection connection = DriverManager.getConnection("jdbc:derby:" + copy)) {
            return FiledRows.tables(connection, "APP");
        }
    }

    private interface Database {
        Connection connect() throws SQLException;
    }

    private void alternate(FiledRows rows, Database database) throws Exception {
        List<Connection> connections = new ArrayList<>();
        for (int at = 0; at < CLIENTS; at++) {
            Connection connection = database.connect();
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            connections.add(connection);
        }
        List<Round> filed = new ArrayList<>();
        List<Round> written = new ArrayList<>();
        // The first pair warms both up and does not count.
        for (int pair = -1; pair < PAIRS; pair++) {
            Round filing = Round.of(CLIENTS, ROUND, this::filings);
            Round writing = Round.of(CLIENTS, ROUND, at -> () -> {
                rows.writeAgain(connections.get(at));
                return null;
            });
            if (pair >= 0) {
                filed.add(filing);
                written.add(writing);
                System.out.printf(
                        Locale.ROOT,
                        "pair %d: %.1f and %.1f per s, ratio %.3f%n",
                        pair + 1,
                        filing.perSecond(),
                        writing.perSecond(),
                        filing.perSecond() / writing.perSecond());
            }
        }
        for (Connection connection : connections) {
            connection.close();
        }
        double[] ratios = new double[PAIRS];
        for (int pair = 0; pair < PAIRS; pair++) {
            ratios[pair] = filed.get(pair).perSecond() / written.get(pair).perSecond();
        }
        System.out.println(Round.all(filed).line("POST /api/v1/filings"));
        System.out.println(Round.all(written).line("JDBC, the same rows"));
        System.out.printf(Locale.ROOT, "ratio %.3f (gate 0.40, goal 0.60)%n", Round.median(ratios));
    }

    private Callable<Void> filings(int at) {
        return () -> {
            file(tokens.get(ThreadLocalRandom.current().nextInt(tokens.size())));
            return null;
        };
    }

    private Void file(String token) throws IOException, InterruptedException {
        client.file(token, "vpf_conjoint_francais", "69123");
        return null;
    }

    private void openAccounts() throws IOException, InterruptedException {
        for (int person = 0; person < PEOPLE; person++) {
            tokens.add(client.newcomer());
        }
    }
}
