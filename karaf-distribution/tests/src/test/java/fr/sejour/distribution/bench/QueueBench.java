package fr.sejour.distribution.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.sejour.api.access.AccountId;
import fr.sejour.api.access.Caller;
import fr.sejour.api.access.SessionFingerprint;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.CaseReview;
import fr.sejour.api.cases.CaseStatus;
import fr.sejour.api.cases.NextAct;
import fr.sejour.api.cases.QueueFilterBuilder;
import fr.sejour.api.cases.QueuePage;
import fr.sejour.api.cases.QueueQuery;
import fr.sejour.api.cases.Task;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.filing.FilingChannel;
import fr.sejour.api.prefecture.Prefecture;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.text.Texts;
import fr.sejour.core.internal.desk.NationalCaseReview;
import fr.sejour.core.internal.notice.LetterWriter;
import fr.sejour.core.internal.notice.NoticeWriter;
import fr.sejour.core.internal.practice.Practices;
import fr.sejour.core.internal.upkeep.Upkeep;
import fr.sejour.distribution.process.Distribution;
import fr.sejour.distribution.process.PostgresServer;
import fr.sejour.law.Editions;
import fr.sejour.store.jpa.internal.OpenStore;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
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
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Pages of the queue and searches over a stock of cases as a country has it, for an agent of the largest préfecture and one of the
 * smallest. What is compared is the core's desk on the real store, in this process, with the query that somebody would write by hand
 * for just that page, read by plain JDBC through the same pool into the same rows. Both have to find the same page; they take turns,
 * one client at a time.
 *
 * <p>The ratio is that of all pages of a préfecture together, and of all its searches: the sum of their 95th percentiles may be
 * {@link #MOST_RATIO} times the sum by hand. A single question that a database answers in a twentieth of a millisecond would compare
 * the frame around a query; its ratio is printed all the same.
 *
 * <p>Beside it stands what the agent waits for: the same page through the API of the running distribution, with its session and its
 * JSON. Of no question may either way take more than {@link #MOST_MILLIS} at the 95th percentile.
 */
final class QueueBench {

    private static final long SEED = 20_261_122;
    private static final int ON_POSTGRESQL = Integer.getInteger("bench.cases", 1_000_000);
    private static final int ON_DERBY = ON_POSTGRESQL / 10;
    private static final int PAGE = 50;
    private static final int TURNS = 100;
    private static final int WARM_UP = 20;

    /** Of a question that takes longer by either way there are fewer turns: nobody waits half an hour for a benchmark. */
    private static final double SLOW_MILLIS = 50;

    private static final int TURNS_OF_A_SLOW_ONE = 20;
    private static final double MOST_MILLIS = 100;
    private static final double MOST_RATIO = 3;

    /**
     * Of four cases in ten what somebody said with an act, drawn from the number of the case; then what the cases are found by, as
     * the migration does it for cases that were there before.
     */
    private static final List<String> SAID = List.of("""
            INSERT INTO journal_statement (case_number, line_number, salt, words, found_by)
            SELECT case_number, 2, 'salt', words, array_to_tsvector(string_to_array(words, ' ')) FROM (
              SELECT case_number, 'une piece manque au dossier mot' || draw % 20011
                || CASE WHEN draw % 4 = 0 THEN ' domicile' ELSE '' END
                || CASE WHEN draw % 50 = 0 THEN ' greffe' ELSE '' END AS words
              FROM (SELECT case_number, abs(hashtext(case_number)::BIGINT) AS draw FROM permit_case) drawn
              WHERE draw % 10 < 4) said""", """
            INSERT INTO case_text (case_number, prefecture, queue_key, words)
            SELECT case_number, prefecture, queue_key, case_words(case_number) FROM permit_case
            ON CONFLICT DO NOTHING""");

    private static final String PASSWORD = "quatre mots au hasard";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ObjectMapper json = new ObjectMapper();
    private final Distribution distribution;
    private final LocalDate loadedOn = Prefecture.nationalDay(Instant.now());
    private final Map<String, String> tokens = new LinkedHashMap<>();
    private final List<String> failures = new ArrayList<>();
    private double worstRatio;
    private double worstMillis;

    private QueueBench(Distribution distribution) {
        this.distribution = distribution;
    }

    static void run() throws Exception {
        System.out.printf("Queue pages of %d, seed %d, %d turns each, as many through the API%n", PAGE, SEED, TURNS);
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
                List<String> indexes = withoutIndexes(connection);
                bench.load(connection, "PostgreSQL", ON_POSTGRESQL, new Copied(connection));
                connection.setAutoCommit(true);
                run(connection, SAID);
                run(connection, indexes);
                run(connection, List.of("VACUUM ANALYZE"));
            }
            PGSimpleDataSource source = new PGSimpleDataSource();
            source.setUrl(postgres.url());
            source.setUser("postgres");
            try (OpenStore store = OpenStore.on(source)) {
                bench.compare(store, "PostgreSQL");
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
                run(
                        connection,
                        Stream.of("PERMIT_CASE", "PERSON", "PERSON_NAME", "TASK")
                                .map(it -> "CALL SYSCS_UTIL.SYSCS_UPDATE_STATISTICS('APP', '" + it + "', NULL)")
                                .toList());
                connection.commit();
            }
            shutDown(original);
            new ProcessBuilder("cp", "--recursive", original.toString(), copy.toString())
                    .inheritIO()
                    .start()
                    .waitFor();
            distribution.start().awaitReady();
            try (OpenStore store = OpenStore.onDerby(copy)) {
                bench.compare(store, "Derby");
            }
            return bench.failures;
        }
    }

    /**
     * Takes the indexes away until the rows are there, and the checks of what refers to what, as whoever moves a country would.
     *
     * @return what makes the indexes again
     */
    private static List<String> withoutIndexes(Connection connection) throws SQLException {
        List<String> again = new ArrayList<>();
        List<String> away = new ArrayList<>(List.of("SET session_replication_role = replica"));
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT indexname, indexdef FROM pg_indexes"
                        + " WHERE schemaname = 'public'"
                        + " AND tablename IN ('person_name', 'permit_case', 'clock', 'task', 'decision', 'case_text')"
                        + " AND indexname NOT IN (SELECT conname FROM pg_constraint)")) {
            while (found.next()) {
                away.add("DROP INDEX " + found.getString(1));
                again.add(found.getString(2));
            }
        }
        run(connection, away);
        return again;
    }

    private static void run(Connection connection, List<String> statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
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
        new Stock(SEED, loadedOn, models).write(cases, sink);
        openSession(connection, Stock.LARGEST);
        openSession(connection, Stock.SMALLEST);
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

    /** An agent of a préfecture, signed in. */
    private void openSession(Connection connection, String prefecture) throws SQLException {
        String account = account(prefecture).value();
        String token = (account + "-".repeat(43)).substring(0, 43);
        run(
                connection,
                "INSERT INTO account (account_id, login, role, password_hash, last_totp_step, failures)"
                        + " VALUES (?, ?, 'AGENT', 'none', 0, 0)",
                account,
                account);
        run(connection, "INSERT INTO account_prefecture VALUES (?, ?)", account, prefecture);
        run(
                connection,
                "INSERT INTO session (token_hash, account_id, expires_at) VALUES (?, ?, ?)",
                SessionFingerprint.of(token).orElseThrow().value(),
                account,
                Timestamp.from(Instant.now().plus(Duration.ofDays(2))));
        tokens.put(prefecture, token);
    }

    private static AccountId account(String prefecture) {
        return new AccountId("bench-agent" + prefecture);
    }

    private static void run(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int at = 0; at < parameters.length; at++) {
                statement.setObject(at + 1, parameters[at]);
            }
            statement.executeUpdate();
        }
    }

    /** Where a question counts. */
    private enum Group {
        PAGES,
        SEARCHES
    }

    /** What is asked of the desk, the same in the address of the API, and what somebody would write by hand for it. */
    private record Question(
            String name,
            Group group,
            UnaryOperator<QueueFilterBuilder> filter,
            Optional<String> after,
            String address,
            String where,
            List<Object> parameters) {

        Question(String name, UnaryOperator<QueueFilterBuilder> filter, String address, String where, Object... given) {
            this(name, Group.PAGES, filter, Optional.empty(), address, where, List.of(given));
        }

        /** By a number, a name or words. */
        static Question search(
                String name, UnaryOperator<QueueFilterBuilder> filter, String address, String where, Object... given) {
            return new Question(name, Group.SEARCHES, filter, Optional.empty(), address, where, List.of(given));
        }

        QueueQuery query(String prefecture) {
            QueueFilterBuilder builder =
                    QueueFilterBuilder.builder().prefecture(Optional.of(new PrefectureCode(prefecture)));
            return new QueueQuery(filter.apply(builder).build(), after, PAGE);
        }
    }

    private static final String WORDED =
            "c.case_number IN (SELECT w.case_number FROM case_text w WHERE w.words @@ CAST(? AS tsquery))";

    /** @param words whether this database searches those of the cases */
    private List<Question> questions(Connection connection, String prefecture, boolean words) throws SQLException {
        // the desk and the platform tell the day by the clock, and a run may be loaded on the day before
        LocalDate today = Prefecture.nationalDay(Instant.now());
        Date day = Date.valueOf(today);
        LocalDate weekAgo = today.minusDays(6);
        LocalDate yesterday = today.minusDays(1);
        String deep = deepKey(connection, prefecture);
        String number = number(connection, prefecture);
        List<Question> all = new ArrayList<>(
                List.of(
                        new Question("first page", it -> it, "", ""),
                        new Question(
                                "deep page",
                                Group.PAGES,
                                it -> it,
                                Optional.of(after(deep)),
                                "&after=" + after(deep),
                                "c.queue_key > ?",
                                List.of(deep)),
                        new Question(
                                "one state",
                                it -> it.statuses(Set.of(CaseStatus.UNDER_REVIEW)),
                                "&status=under-review",
                                "c.status = 'UNDER_REVIEW'"),
                        new Question(
                                "three states",
                                it -> it.statuses(
                                        Set.of(CaseStatus.FILED, CaseStatus.UNDER_REVIEW, CaseStatus.GRANTED)),
                                "&status=filed,under-review,granted",
                                "c.status IN ('FILED', 'UNDER_REVIEW', 'GRANTED')"),
                        new Question(
                                "a common permit", permit("etudiant"), "&permit=etudiant", "c.permit = 'etudiant'"),
                        new Question(
                                "a rare permit", permit("volontaire"), "&permit=volontaire", "c.permit = 'volontaire'"),
                        new Question(
                                "a rare channel",
                                it -> it.channel(Optional.of(FilingChannel.SUBSTITUTE)),
                                "&channel=substitute",
                                "c.channel = 'SUBSTITUTE'"),
                        new Question(
                                "incomplete",
                                it -> it.complete(Optional.of(false)),
                                "&complete=false",
                                "c.complete_on IS NULL"),
                        new Question(
                                "filed this week",
                                it -> it.filedFrom(Optional.of(weekAgo)),
                                "&filedFrom=" + weekAgo,
                                "c.filed_on >= ?",
                                Date.valueOf(weekAgo)),
                        new Question(
                                "right over",
                                it -> it.rightEndsUntil(Optional.of(yesterday)),
                                "&rightEndsUntil=" + yesterday,
                                "c.right_ends_on < ?",
                                day),
                        new Question(
                                "overdue", it -> it.overdue(Optional.of(true)), "&overdue=true", "c.next_by < ?", day),
                        new Question(
                                "a common task",
                                it -> it.task(Optional.of(Task.Kind.DECIDE)),
                                "&task=decide",
                                task("DECIDE")),
                        new Question(
                                "a rare task",
                                it -> it.task(Optional.of(Task.Kind.OBEY_COURT)),
                                "&task=obey-court",
                                task("OBEY_COURT")),
                        new Question(
                                "duplicates",
                                it -> it.duplicate(Optional.of(true)),
                                "&duplicate=true",
                                "c.likely_duplicate"),
                        new Question(
                                "offered",
                                it -> it.transfer(Optional.of(true)),
                                "&transfer=true",
                                "c.transfer_to IS NOT NULL"),
                        Question.search(
                                "a number",
                                it -> it.number(Optional.of(new CaseNumber(number))),
                                "&number=" + number,
                                "c.case_number = ?",
                                number),
                        Question.search("a very common name", name("diallo"), "&q=diallo", named("diallo", "diallp")),
                        Question.search("the beginning of names", name("dia"), "&q=dia", named("dia", "dib")),
                        Question.search("a rare name", name("guekhazi"), "&q=guekhazi", named("guekhazi", "guekhazj")),
                        Question.search(
                                "name and given name",
                                name("ben amina"),
                                "&q=ben+amina",
                                named("ben", "beo") + " AND " + named("amina", "aminb")),
                        new Question(
                                "four filters",
                                it -> it.permit(Optional.of(new PermitCode("salarie")))
                                        .employed(Optional.of(true))
                                        .statuses(Set.of(CaseStatus.UNDER_REVIEW))
                                        .overdue(Optional.of(true)),
                                "&permit=salarie&employed=true&status=under-review&overdue=true",
                                "c.permit = 'salarie' AND c.employed AND c.status = 'UNDER_REVIEW' AND c.next_by < ?",
                                day),
                        new Question(
                                "nobody",
                                it -> it.permit(Optional.of(new PermitCode("volontaire")))
                                        .channel(Optional.of(FilingChannel.SUBSTITUTE))
                                        .statuses(Set.of(CaseStatus.GRANTED))
                                        .employed(Optional.of(true)),
                                "&permit=volontaire&channel=substitute&status=granted&employed=true",
                                "c.permit = 'volontaire' AND c.channel = 'SUBSTITUTE' AND c.status = 'GRANTED' AND c.employed")));
        if (words) {
            all.add(Question.search(
                    "words of very many",
                    text("manque etudiant"),
                    "&text=manque+etudiant",
                    WORDED,
                    "'manque' & 'etudiant'"));
            all.add(Question.search("words of some", text("greffe"), "&text=greffe", WORDED, "'greffe'"));
            all.add(Question.search(
                    "words of few", text("domicile diallo"), "&text=domicile+diallo", WORDED, "'domicile' & 'diallo'"));
        }
        return all;
    }

    private static UnaryOperator<QueueFilterBuilder> text(String words) {
        return it -> it.text(Optional.of(words));
    }

    private static UnaryOperator<QueueFilterBuilder> permit(String code) {
        return it -> it.permit(Optional.of(new PermitCode(code)));
    }

    private static UnaryOperator<QueueFilterBuilder> name(String words) {
        return it -> it.name(Optional.of(words));
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
        String where = "prefecture = '" + prefecture + "'";
        long half = open(connection, where) / 2;
        return one(
                connection,
                "SELECT queue_key FROM permit_case WHERE queue_key IS NOT NULL AND " + where
                        + " ORDER BY queue_key OFFSET " + half + " ROWS FETCH FIRST 1 ROWS ONLY");
    }

    private static String number(Connection connection, String prefecture) throws SQLException {
        return one(
                connection,
                "SELECT MAX(case_number) FROM permit_case WHERE queue_key IS NOT NULL AND prefecture = '" + prefecture
                        + "'");
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

    private void compare(OpenStore store, String database) throws Exception {
        CaseReview desk = desk(store);
        for (String prefecture : tokens.keySet()) {
            List<Question> questions;
            try (Connection connection = store.source().getConnection()) {
                questions = questions(connection, prefecture, database.equals("PostgreSQL"));
            }
            for (Question question : questions) {
                Caller agent = agent(prefecture);
                for (int turn = 0; turn < WARM_UP / 10; turn++) {
                    desk.queue(agent, question.query(prefecture));
                    rows(store.source(), byHand(question), parameters(prefecture, question));
                }
            }
            Map<Group, Sum> sums = new EnumMap<>(Group.class);
            for (Question question : questions) {
                compare(
                        desk,
                        store.source(),
                        database + " " + prefecture + ", " + question.name(),
                        prefecture,
                        question,
                        sums.computeIfAbsent(question.group(), group -> new Sum()));
            }
            sums.forEach((group, sum) -> judge(database + " " + prefecture + ", " + group, sum));
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

    private void judge(String name, Sum sum) {
        System.out.printf(
                Locale.ROOT,
                "%-40s all together %.2f ms, by hand %.2f ms, ratio %.2f (at most %.1f)%n",
                name,
                sum.ours,
                sum.byHand,
                sum.ratio(),
                MOST_RATIO);
        worstRatio = Math.max(worstRatio, sum.ratio());
        if (sum.ratio() > MOST_RATIO) {
            failures.add(String.format(Locale.ROOT, "Too far from the queries by hand: %s, %.2f", name, sum.ratio()));
        }
    }

    /** The desk that the API asks. A queue has no letters in it. */
    private static CaseReview desk(OpenStore store) {
        Texts silent = new Texts() {

            @Override
            public List<String> languages() {
                return List.of();
            }

            @Override
            public boolean has(String language, String key) {
                return false;
            }

            @Override
            public String say(String language, String key, Map<String, ?> arguments) {
                return key;
            }
        };
        return new NationalCaseReview(
                store.store(),
                new Upkeep(new Editions(), new NoticeWriter(silent)),
                new LetterWriter(silent),
                new Practices(),
                Clock.systemUTC());
    }

    private void compare(CaseReview desk, DataSource source, String name, String prefecture, Question question, Sum sum)
            throws Exception {
        Caller agent = agent(prefecture);
        QueueQuery query = question.query(prefecture);
        List<Object> parameters = parameters(prefecture, question);
        String sql = byHand(question);
        HttpRequest request = HttpRequest.newBuilder(distribution.uri(
                        "/api/v1/cases?limit=" + PAGE + "&prefecture=" + prefecture + question.address()))
                .header("Authorization", "Bearer " + tokens.get(prefecture))
                .build();
        desk.queue(agent, query);
        long once = System.nanoTime();
        desk.queue(agent, query);
        rows(source, sql, parameters);
        boolean slow = (System.nanoTime() - once) / 1e6 > SLOW_MILLIS;
        int turns = slow ? TURNS_OF_A_SLOW_ONE : TURNS;
        int warmUp = slow ? 2 : WARM_UP;
        long[] ours = new long[turns];
        long[] theirs = new long[turns];
        int rows = 0;
        for (int turn = -warmUp; turn < turns; turn++) {
            List<QueuePage.Row> expected = List.of();
            if (turn % 2 == 0) {
                long begin = System.nanoTime();
                expected = rows(source, sql, parameters);
                taken(theirs, turn, begin);
            }
            long begin = System.nanoTime();
            QueuePage page = desk.queue(agent, query);
            taken(ours, turn, begin);
            if (turn % 2 != 0) {
                begin = System.nanoTime();
                expected = rows(source, sql, parameters);
                taken(theirs, turn, begin);
            }
            if (!page.rows().equals(expected.subList(0, Math.min(PAGE, expected.size())))
                    || page.next().isPresent() != expected.size() > PAGE) {
                throw new IllegalStateException(name + ": found " + page + " and by hand " + expected);
            }
            rows = page.rows().size();
        }
        List<String> numbers = desk.queue(agent, query).rows().stream()
                .map(row -> row.number().value())
                .toList();
        long[] through = new long[TURNS];
        for (int turn = -WARM_UP; turn < TURNS; turn++) {
            long begin = System.nanoTime();
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            taken(through, turn, begin);
            if (!numbers(answer).equals(numbers)) {
                throw new IllegalStateException(name + ": the API found " + answer.body() + " and the desk " + numbers);
            }
        }
        report(name, sum, rows, ours, theirs, through);
    }

    private static Caller agent(String prefecture) {
        return Caller.agent(account(prefecture), Set.of(new PrefectureCode(prefecture)));
    }

    private static List<Object> parameters(String prefecture, Question question) {
        return Stream.concat(Stream.of(prefecture), question.parameters().stream())
                .toList();
    }

    private static void taken(long[] nanos, int turn, long begin) {
        if (turn >= 0) {
            nanos[turn] = System.nanoTime() - begin;
        }
    }

    private void report(String name, Sum sum, int rows, long[] ours, long[] theirs, long[] through) {
        double p95 = millisAt(ours, 0.95);
        double byHand = millisAt(theirs, 0.95);
        double waited = millisAt(through, 0.95);
        System.out.printf(
                Locale.ROOT,
                "%-40s %2d rows  p50 %6.2f p95 %6.2f ms  by hand p50 %6.2f p95 %6.2f ms  ratio %.2f  API p95 %6.2f ms%n",
                name,
                rows,
                millisAt(ours, 0.50),
                p95,
                millisAt(theirs, 0.50),
                byHand,
                p95 / byHand,
                waited);
        sum.add(p95, byHand);
        worstMillis = Math.max(worstMillis, Math.max(p95, waited));
        if (Math.max(p95, waited) > MOST_MILLIS) {
            failures.add(String.format(Locale.ROOT, "Too slow: %s, %.1f and %.1f ms", name, p95, waited));
        }
    }

    /** What the questions of a group take together. */
    private static final class Sum {

        private double ours;
        private double byHand;

        void add(double millis, double millisByHand) {
            ours += millis;
            byHand += millisByHand;
        }

        double ratio() {
            return ours / byHand;
        }
    }

    private static double millisAt(long[] nanos, double share) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.ceil(share * sorted.length) - 1] / 1e6;
    }

    /** One row more than the page has, which tells whether there is a next one. */
    private static String byHand(Question question) {
        return "SELECT c.case_number, c.status, c.permit, p.family_name, p.given_names, c.prefecture, c.filed_on,"
                + " c.complete_on, c.right_ends_on, c.employed, c.priority, c.next_who, c.next_what, c.next_by,"
                + " c.next_owner FROM permit_case c JOIN person p ON p.person_id = c.person_id"
                + " WHERE c.queue_key IS NOT NULL AND c.prefecture = ?"
                + (question.where().isEmpty() ? "" : " AND " + question.where())
                + " ORDER BY c.queue_key FETCH FIRST " + (PAGE + 1) + " ROWS ONLY";
    }

    private static List<QueuePage.Row> rows(DataSource source, String sql, List<Object> parameters)
            throws SQLException {
        List<QueuePage.Row> rows = new ArrayList<>();
        try (Connection connection = source.getConnection();
                PreparedStatement byHand = connection.prepareStatement(sql)) {
            // a page is read in a transaction
            connection.setAutoCommit(false);
            for (int at = 0; at < parameters.size(); at++) {
                byHand.setObject(at + 1, parameters.get(at));
            }
            try (ResultSet found = byHand.executeQuery()) {
                while (found.next()) {
                    rows.add(row(found));
                }
            }
            connection.rollback();
        }
        return rows;
    }

    private static QueuePage.Row row(ResultSet found) throws SQLException {
        return new QueuePage.Row(
                new CaseNumber(found.getString(1)),
                CaseStatus.valueOf(found.getString(2)),
                new PermitCode(found.getString(3)),
                found.getString(4),
                found.getString(5),
                new PrefectureCode(found.getString(6)),
                found.getDate(7).toLocalDate(),
                found.getDate(8) != null,
                Optional.ofNullable(found.getDate(9)).map(Date::toLocalDate),
                found.getBoolean(10),
                found.getInt(11),
                new NextAct(
                        NextAct.Who.valueOf(found.getString(12)),
                        found.getString(13),
                        found.getDate(14).toLocalDate(),
                        Optional.ofNullable(found.getString(15))));
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
}
