package fr.sejour.distribution.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.sejour.api.access.SessionFingerprint;
import fr.sejour.distribution.process.Distribution;
import fr.sejour.distribution.process.PostgresServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Date;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Pages of the queue and searches through the API, over a stock of cases as a country has it, against the query that somebody would
 * write by hand for just that page, behind the plainest server. Both have to find the same cases; they take turns, one client at a
 * time.
 *
 * <p>The plain server has no session, no scope and no sentences in two languages: what they cost counts against the platform.
 */
final class QueueBench {

    private static final long SEED = 20_261_122;
    private static final int ON_POSTGRESQL = Integer.getInteger("bench.cases", 1_000_000);
    private static final int ON_DERBY = ON_POSTGRESQL / 10;
    private static final int PAGE = 50;
    private static final int TURNS = 100;
    private static final int WARM_UP = 20;
    private static final double MOST_MILLIS = 100;
    private static final double MOST_RATIO = 3;

    private static final String PASSWORD = "quatre mots au hasard";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ObjectMapper json = new ObjectMapper();
    private final Distribution distribution;
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private final Map<String, String> tokens = new LinkedHashMap<>();
    private final List<String> failures = new ArrayList<>();
    private double worstRatio;
    private double worstMillis;

    private QueueBench(Distribution distribution) {
        this.distribution = distribution;
    }

    static void run() throws Exception {
        System.out.printf("Queue pages of %d, seed %d, %d turns each%n", PAGE, SEED, TURNS);
        List<String> failures = new ArrayList<>(onPostgres());
        failures.addAll(onDerby());
        failures.forEach(System.out::println);
        if (!failures.isEmpty()) {
            System.exit(1);
        }
    }

    private static List<String> onPostgres() throws Exception {
        try (PostgresServer postgres = PostgresServer.start();
                Distribution distribution =
                        Distribution.unpackedFor(QueueBench.class).asShipped().on(postgres)) {
            QueueBench bench = new QueueBench(distribution);
            distribution.start().awaitReady();
            bench.fileOnce();
            try (Connection connection = postgres.connect()) {
                bench.load(connection, "PostgreSQL", ON_POSTGRESQL, new Copied(connection));
                try (Statement statement = connection.createStatement()) {
                    connection.setAutoCommit(true);
                    statement.execute("VACUUM ANALYZE");
                }
                bench.compare(connection, "PostgreSQL");
            }
            return bench.failures;
        }
    }

    private static List<String> onDerby() throws Exception {
        try (Distribution distribution =
                Distribution.unpackedFor(QueueBench.class).asShipped()) {
            QueueBench bench = new QueueBench(distribution);
            distribution.start().awaitReady();
            bench.fileOnce();
            distribution.stop();
            Path original = distribution.home().resolve("database/sejour");
            Path copy = distribution.home().resolve("copy");
            try (Connection connection = DriverManager.getConnection("jdbc:derby:" + original)) {
                bench.load(connection, "Derby", ON_DERBY, new Batched(connection));
                try (Statement statement = connection.createStatement()) {
                    for (String table : List.of("PERMIT_CASE", "PERSON", "PERSON_NAME", "TASK")) {
                        statement.execute("CALL SYSCS_UTIL.SYSCS_UPDATE_STATISTICS('APP', '" + table + "', NULL)");
                    }
                }
                connection.commit();
            }
            shutDown(original);
            new ProcessBuilder("cp", "--recursive", original.toString(), copy.toString())
                    .inheritIO()
                    .start()
                    .waitFor();
            distribution.start().awaitReady();
            try (Connection connection = DriverManager.getConnection("jdbc:derby:" + copy)) {
                bench.compare(connection, "Derby");
            }
            shutDown(copy);
            return bench.failures;
        }
    }

    private static void shutDown(Path database) throws SQLException {
        try {
            DriverManager.getConnection("jdbc:derby:" + database + ";shutdown=true")
                    .close();
        } catch (SQLException said) {
            // Derby says by an exception that it has shut down.
            if (!"08006".equals(said.getSQLState())) {
                throw said;
            }
        }
    }

    /** One real filing, whose rows the others are made like. */
    private void fileOnce() throws IOException, InterruptedException {
        String login = "bench." + UUID.randomUUID();
        post(
                "/api/v1/accounts",
                "{\"login\":\"" + login + "\",\"password\":\"" + PASSWORD
                        + "\",\"civilStatus\":{\"familyName\":\"EXEMPLE\",\"givenNames\":\"Ada\","
                        + "\"birthDate\":\"1990-01-01\",\"nationality\":\"MA\"},\"contact\":{\"language\":\"fr\"}}",
                "");
        String token = post("/api/v1/sessions", "{\"login\":\"" + login + "\",\"password\":\"" + PASSWORD + "\"}", "")
                .get("token")
                .asText();
        post(
                "/api/v1/filings",
                "{\"permit\":\"etudiant\",\"residence\":{\"address\":\"1 rue de l'Exemple\",\"commune\":\"69123\"}}",
                token);
    }

    private JsonNode post(String path, String body, String token) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(distribution.uri(path))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() != 201) {
            throw new IOException(path + " " + answer.statusCode() + " " + answer.body());
        }
        return json.readTree(answer.body());
    }

    private void load(Connection connection, String database, int cases, Stock.Sink sink) throws SQLException {
        long begin = System.nanoTime();
        connection.setAutoCommit(false);
        Map<String, Map<String, Object>> models = new LinkedHashMap<>();
        for (String table : List.of("person", "person_name", "permit_case", "clock", "task", "decision")) {
            models.put(table, model(connection, table));
        }
        new Stock(SEED, today, models).write(cases, sink);
        openSession(connection, "AGENT", Stock.LARGEST);
        openSession(connection, "AGENT", Stock.SMALLEST);
        openSession(connection, "NATIONAL", "");
        connection.commit();
        System.out.printf(
                Locale.ROOT,
                "%n%s: %,d cases written in %d s; open in %s %,d, in %s %,d, everywhere %,d%n",
                database,
                cases,
                Duration.ofNanos(System.nanoTime() - begin).toSeconds(),
                Stock.LARGEST,
                open(connection, "prefecture = '" + Stock.LARGEST + "'"),
                Stock.SMALLEST,
                open(connection, "prefecture = '" + Stock.SMALLEST + "'"),
                open(connection, "1 = 1"));
        connection.commit();
    }

    private static long open(Connection connection, String where) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(
                        "SELECT COUNT(*) FROM permit_case WHERE queue_key IS NOT NULL AND " + where)) {
            found.next();
            return found.getLong(1);
        }
    }

    private static Map<String, Object> model(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT * FROM " + table)) {
            ResultSetMetaData columns = found.getMetaData();
            boolean any = found.next();
            Map<String, @Nullable Object> model = new LinkedHashMap<>();
            for (int at = 1; at <= columns.getColumnCount(); at++) {
                model.put(columns.getColumnName(at).toLowerCase(Locale.ROOT), any ? found.getObject(at) : null);
            }
            return model;
        }
    }

    /** @param prefecture whom the agent serves; empty for the national services */
    private void openSession(Connection connection, String role, String prefecture) throws SQLException {
        String account = "bench-" + role + prefecture;
        String token = (account + "-".repeat(43)).substring(0, 43);
        run(
                connection,
                "INSERT INTO account (account_id, login, role, password_hash, last_totp_step, failures)"
                        + " VALUES (?, ?, ?, 'none', 0, 0)",
                account,
                account.toLowerCase(Locale.ROOT),
                role);
        if (!prefecture.isEmpty()) {
            run(connection, "INSERT INTO account_prefecture VALUES (?, ?)", account, prefecture);
        }
        run(
                connection,
                "INSERT INTO session (token_hash, account_id, expires_at) VALUES (?, ?, ?)",
                SessionFingerprint.of(token).orElseThrow().value(),
                account,
                Timestamp.from(Instant.now().plus(Duration.ofDays(2))));
        tokens.put(prefecture, token);
    }

    private static void run(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int at = 0; at < parameters.length; at++) {
                statement.setObject(at + 1, parameters[at]);
            }
            statement.executeUpdate();
        }
    }

    /** What is asked of the API, and what somebody would write by hand for it. */
    private record Question(String name, String address, String where, List<Object> parameters) {}

    private List<Question> questions(Connection connection, String prefecture) throws SQLException {
        Date today = Date.valueOf(this.today);
        String deep = deepKey(connection, prefecture);
        List<Question> all = new ArrayList<>();
        all.add(ask("first page", "", ""));
        all.add(ask("deep page", "&after=" + after(deep), "c.queue_key > ?", deep));
        all.add(ask("one state", "&status=under-review", "c.status = 'UNDER_REVIEW'"));
        all.add(ask(
                "three states",
                "&status=filed,under-review,granted",
                "c.status IN ('FILED', 'UNDER_REVIEW', 'GRANTED')"));
        all.add(ask("a common permit", "&permit=etudiant", "c.permit = 'etudiant'"));
        all.add(ask("a rare permit", "&permit=volontaire", "c.permit = 'volontaire'"));
        all.add(ask("a rare channel", "&channel=substitute", "c.channel = 'SUBSTITUTE'"));
        all.add(ask("incomplete", "&complete=false", "c.complete_on IS NULL"));
        all.add(ask("declared facts", "&facts=declared", "c.facts = 'DECLARED'"));
        all.add(ask("a job at stake", "&employed=true", "c.employed"));
        all.add(ask(
                "filed this week",
                "&filedFrom=" + this.today.minusDays(6),
                "c.filed_on >= ?",
                Date.valueOf(this.today.minusDays(6))));
        all.add(ask("right over", "&rightEndsUntil=" + this.today.minusDays(1), "c.right_ends_on < ?", today));
        all.add(ask("cards to order", "&nextAct=order-card", "c.next_what = 'order-card'"));
        all.add(ask("overdue", "&overdue=true", "c.next_by < ?", today));
        all.add(ask("a common task", "&task=decide", task("DECIDE")));
        all.add(ask("a rare task", "&task=obey-court", task("OBEY_COURT")));
        all.add(ask("duplicates", "&duplicate=true", "c.related LIKE '%LIKELY_DUPLICATE%'"));
        all.add(ask("offered", "&transfer=true", "c.transfer_to IS NOT NULL"));
        String number = number(connection, prefecture);
        all.add(ask("a number", "&number=" + number, "c.case_number = ?", number));
        all.add(ask("a very common name", "&q=diallo", named("diallo", "diallp")));
        all.add(ask("the beginning of names", "&q=dia", named("dia", "dib")));
        all.add(ask("a rare name", "&q=" + "guekhazi", named("guekhazi", "guekhazj")));
        all.add(ask("name and given name", "&q=ben+amina", named("ben", "beo") + " AND " + named("amina", "aminb")));
        all.add(ask(
                "four filters",
                "&permit=salarie&employed=true&status=under-review&overdue=true",
                "c.permit = 'salarie' AND c.employed AND c.status = 'UNDER_REVIEW' AND c.next_by < ?",
                today));
        all.add(ask(
                "nobody",
                "&permit=volontaire&channel=substitute&status=granted&employed=true",
                "c.permit = 'volontaire' AND c.channel = 'SUBSTITUTE' AND c.status = 'GRANTED' AND c.employed"));
        return all;
    }

    private static Question ask(String name, String address, String where, Object... parameters) {
        return new Question(name, address, where, List.of(parameters));
    }

    private static String task(String kind) {
        return "EXISTS (SELECT 1 FROM task t WHERE t.case_number = c.case_number AND t.kind = '" + kind + "')";
    }

    private static String named(String first, String next) {
        return "c.person_id IN (SELECT n.person_id FROM person_name n WHERE n.word >= '" + first + "' AND n.word < '"
                + next + "')";
    }

    /** The key of a row far behind. */
    private static String deepKey(Connection connection, String prefecture) throws SQLException {
        String where = where(prefecture);
        long half = open(connection, where) / 2;
        return one(
                connection,
                "SELECT queue_key FROM permit_case WHERE queue_key IS NOT NULL AND " + where
                        + " ORDER BY queue_key OFFSET " + half + " ROWS FETCH FIRST 1 ROWS ONLY");
    }

    private static String number(Connection connection, String prefecture) throws SQLException {
        return one(
                connection,
                "SELECT MAX(case_number) FROM permit_case WHERE queue_key IS NOT NULL AND " + where(prefecture));
    }

    private static String where(String prefecture) {
        return prefecture.isEmpty() ? "1 = 1" : "prefecture = '" + prefecture + "'";
    }

    private static String one(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            found.next();
            return found.getString(1);
        }
    }

    /** The key of the API for a place in the queue: end of right, job, priority, day of filing, number. */
    private static String after(String place) {
        String end = place.startsWith("9999") ? "open" : day(place.substring(0, 8));
        String employed = place.charAt(8) == '0' ? "1" : "0";
        int priority = 9 - (place.charAt(9) - '0');
        return String.join(
                "_", end, employed, String.valueOf(priority), day(place.substring(10, 18)), place.substring(18));
    }

    private static String day(String digits) {
        return digits.substring(0, 4) + "-" + digits.substring(4, 6) + "-" + digits.substring(6);
    }

    private void compare(Connection connection, String database) throws Exception {
        connection.setAutoCommit(true);
        try (PlainQueue plain = new PlainQueue()) {
            for (String prefecture : tokens.keySet()) {
                String who = prefecture.isEmpty() ? "national" : "préfecture " + prefecture;
                for (Question question : questions(connection, prefecture)) {
                    compare(plain, connection, database + ", " + who + ", " + question.name(), prefecture, question);
                }
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%s: largest p95 %.1f ms (at most %.0f), largest ratio %.2f (at most %.1f)%n",
                database,
                worstMillis,
                MOST_MILLIS,
                worstRatio,
                MOST_RATIO);
    }

    private void compare(PlainQueue plain, Connection connection, String name, String prefecture, Question question)
            throws Exception {
        String address = "/api/v1/cases?limit=" + PAGE + (prefecture.isEmpty() ? "" : "&prefecture=" + prefecture)
                + question.address();
        HttpRequest request = HttpRequest.newBuilder(distribution.uri(address))
                .header("Authorization", "Bearer " + tokens.get(prefecture))
                .build();
        HttpRequest plainRequest = HttpRequest.newBuilder(plain.uri()).build();
        try (PreparedStatement byHand = connection.prepareStatement(byHand(prefecture, question))) {
            List<Object> parameters = new ArrayList<>(question.parameters());
            if (!prefecture.isEmpty()) {
                parameters.add(0, prefecture);
            }
            for (int at = 0; at < parameters.size(); at++) {
                byHand.setObject(at + 1, parameters.get(at));
            }
            plain.answerWith(byHand);
            long[] ours = new long[TURNS];
            long[] theirs = new long[TURNS];
            int rows = 0;
            for (int turn = -WARM_UP; turn < TURNS; turn++) {
                long begin = System.nanoTime();
                HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
                long between = System.nanoTime();
                HttpResponse<String> plainly = client.send(plainRequest, BodyHandlers.ofString());
                long end = System.nanoTime();
                if (turn >= 0) {
                    ours[turn] = between - begin;
                    theirs[turn] = end - between;
                }
                List<String> found = numbers(answer);
                List<String> expected = numbers(plainly);
                if (!found.equals(expected)) {
                    throw new IllegalStateException(name + ": found " + found + " and by hand " + expected);
                }
                rows = found.size();
            }
            report(name, rows, ours, theirs);
        }
    }

    private void report(String name, int rows, long[] ours, long[] theirs) {
        double p95 = millisAt(ours, 0.95);
        double byHand = millisAt(theirs, 0.95);
        double ratio = p95 / byHand;
        System.out.printf(
                Locale.ROOT,
                "%-55s %2d rows  p50 %6.1f p95 %6.1f ms  by hand p50 %6.1f p95 %6.1f ms  ratio %.2f%n",
                name,
                rows,
                millisAt(ours, 0.50),
                p95,
                millisAt(theirs, 0.50),
                byHand,
                ratio);
        worstMillis = Math.max(worstMillis, p95);
        if (p95 > MOST_MILLIS) {
            failures.add(String.format(Locale.ROOT, "Too slow: %s, %.1f ms", name, p95));
        }
        worstRatio = Math.max(worstRatio, ratio);
        if (ratio > MOST_RATIO) {
            failures.add(String.format(Locale.ROOT, "Too far from the query by hand: %s, %.2f", name, ratio));
        }
    }

    private static double millisAt(long[] nanos, double share) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.ceil(share * sorted.length) - 1] / 1e6;
    }

    private static String byHand(String prefecture, Question question) {
        return "SELECT c.case_number, c.status, c.permit, p.family_name, p.given_names, c.prefecture, c.filed_on,"
                + " c.complete_on, c.right_ends_on, c.employed, c.priority, c.next_who, c.next_what, c.next_by,"
                + " c.next_owner FROM permit_case c JOIN person p ON p.person_id = c.person_id"
                + " WHERE c.queue_key IS NOT NULL"
                + (prefecture.isEmpty() ? "" : " AND c.prefecture = ?")
                + (question.where().isEmpty() ? "" : " AND " + question.where())
                + " ORDER BY c.queue_key FETCH FIRST " + PAGE + " ROWS ONLY";
    }

    private List<String> numbers(HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() != 200) {
            throw new IOException(answer.statusCode() + " " + answer.body());
        }
        List<String> numbers = new ArrayList<>();
        json.readTree(answer.body())
                .path("cases")
                .forEach(row -> numbers.add(row.path("caseNumber").asText()));
        return numbers;
    }

    /** Rows by COPY. */
    private record Copied(Connection connection) implements Stock.Sink {

        @Override
        public void write(String table, List<String> columns, List<Object[]> rows) throws SQLException {
            StringBuilder text = new StringBuilder(rows.size() * 200);
            for (Object[] row : rows) {
                for (int at = 0; at < row.length; at++) {
                    text.append(at == 0 ? "" : "\t").append(row[at] == null ? "\\N" : escaped(row[at]));
                }
                text.append('\n');
            }
            try {
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn(
                                "COPY " + table + " (" + String.join(", ", columns) + ") FROM STDIN",
                                new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8)));
            } catch (IOException e) {
                throw new SQLException(e);
            }
        }

        private static String escaped(Object value) {
            return value.toString()
                    .replace("\\", "\\\\")
                    .replace("\t", "\\t")
                    .replace("\n", "\\n")
                    .replace("\r", "\\r");
        }

        @Override
        public void commit() throws SQLException {
            connection.commit();
        }
    }

    /** Rows by batches of inserts. */
    private record Batched(Connection connection) implements Stock.Sink {

        @Override
        public void write(String table, List<String> columns, List<Object[]> rows) throws SQLException {
            String places =
                    String.join(", ", columns.stream().map(column -> "?").toList());
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
}
