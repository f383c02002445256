package fr.sejour.distribution.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What was acknowledged is never lost, however the platform ends: kills on each database, under eight writers. */
@Execution(ExecutionMode.CONCURRENT)
@Order(1)
class KillTest {

    private static final int KILLS = Integer.getInteger("sejour.kills");
    private static final int WRITERS = 8;
    private static final int FILINGS_BEFORE_A_KILL = 40;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final ObjectMapper json = new ObjectMapper();

    @Test
    void every_acknowledged_filing_is_whole_after_kills_on_derby() throws Exception {
        try (Distribution distribution = Distribution.unpackedFor(KillTest.class)) {
            Set<String> acknowledged = killAndRestart(distribution);

            distribution.stop();

            try (Connection connection = DriverManager.getConnection(
                    "jdbc:derby:" + distribution.home().resolve("database/sejour"))) {
                assertWhole(connection, acknowledged);
            }
        }
    }

    @Test
    void every_acknowledged_filing_is_whole_after_kills_on_postgresql() throws Exception {
        try (PostgresServer postgres = PostgresServer.start();
                Distribution distribution =
                        Distribution.unpackedFor(KillTest.class).on(postgres)) {
            Set<String> acknowledged = killAndRestart(distribution);

            distribution.stop();

            try (Connection connection = postgres.connect()) {
                assertWhole(connection, acknowledged);
            }
        }
    }

    /** Kills under load, in the midst of eight filings with one key; answers with every case number acknowledged. */
    private Set<String> killAndRestart(Distribution distribution) throws Exception {
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        distribution.start().awaitReady();
        List<String> tokens = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            tokens.add(anApplicant(distribution));
        }
        for (int kill = 0; kill < KILLS; kill++) {
            int before = acknowledged.size();
            ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
            for (String token : tokens) {
                writers.execute(() -> writeUntilItDies(distribution, token, acknowledged));
            }
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> acknowledged.size() >= before + FILINGS_BEFORE_A_KILL);
            String key = UUID.randomUUID().toString();
            List<Future<?>> cutOff = fileAtOnce(distribution, tokens.get(0), key);
            distribution.kill();
            writers.shutdownNow();
            for (Future<?> each : cutOff) {
                each.get();
            }
            distribution.start().awaitReady();
            acknowledged.add(oneCase(distribution, tokens.get(0), key));
        }
        return acknowledged;
    }

    private void writeUntilItDies(Distribution distribution, String token, Set<String> acknowledged) {
        try {
            while (true) {
                HttpResponse<String> receipt =
                        file(distribution, token, UUID.randomUUID().toString());
                if (receipt.statusCode() == 201) {
                    acknowledged.add(caseNumber(receipt));
                }
            }
        } catch (IOException killed) {
            // Whoever was not answered was not acknowledged.
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    /** Eight filings with one key, on their way and without an answer to wait for. */
    private List<Future<?>> fileAtOnce(Distribution distribution, String token, String key) {
        ExecutorService callers = Executors.newFixedThreadPool(WRITERS);
        List<Future<?>> filings = new ArrayList<>();
        for (int caller = 0; caller < WRITERS; caller++) {
            filings.add(callers.submit(() -> {
                try {
                    file(distribution, token, key);
                } catch (IOException killed) {
                    return null;
                }
                return null;
            }));
        }
        callers.shutdown();
        return filings;
    }

    /** The one case that eight more filings with that key are answered with. */
    private String oneCase(Distribution distribution, String token, String key) throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(WRITERS);
        List<Future<String>> again = new ArrayList<>();
        for (int caller = 0; caller < WRITERS; caller++) {
            again.add(callers.submit(() -> caseNumber(file(distribution, token, key))));
        }
        callers.shutdown();
        Set<String> numbers = new HashSet<>();
        for (Future<String> each : again) {
            numbers.add(each.get());
        }
        assertThat(numbers).hasSize(1);
        return numbers.iterator().next();
    }

    private HttpResponse<String> file(Distribution distribution, String token, String key)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(distribution.uri("/api/v1/filings"))
                        .timeout(Duration.ofSeconds(30))
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Bearer " + token)
                        .header("Idempotency-Key", key)
                        .POST(BodyPublishers.ofString("{\"permit\":\"vpf_conjoint_francais\",\"residence\":"
                                + "{\"address\":\"1 rue de l'Exemple\",\"commune\":\"69123\"}}"))
                        .build(),
                BodyHandlers.ofString());
    }

    private String caseNumber(HttpResponse<String> receipt) throws IOException {
        assertThat(receipt.statusCode()).as(receipt.body()).isEqualTo(201);
        return json.readTree(receipt.body()).get("case").get("caseNumber").asText();
    }

    private String anApplicant(Distribution distribution) throws IOException, InterruptedException {
        String login = "kill." + UUID.randomUUID();
        post(
                distribution,
                "/api/v1/accounts",
                "{\"login\":\"" + login
                        + "\",\"password\":\"quatre mots au hasard\",\"civilStatus\":{\"familyName\":\"EXEMPLE\","
                        + "\"givenNames\":\"Ada\",\"birthDate\":\"1990-01-01\",\"nationality\":\"MA\"},"
                        + "\"contact\":{\"language\":\"fr\"}}");
        String session = post(
                distribution,
                "/api/v1/sessions",
                "{\"login\":\"" + login + "\",\"password\":\"quatre mots au hasard\"}");
        return json.readTree(session).get("token").asText();
    }

    private String post(Distribution distribution, String path, String body) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(distribution.uri(path))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return answer.body();
    }

    /** Every acknowledged case stands, and no case stands without its paper, key, journal, clocks and notice. */
    private static void assertWhole(Connection connection, Set<String> acknowledged) throws SQLException {
        Set<String> cases = numbers(connection, "select case_number from permit_case");
        assertThat(cases).containsAll(acknowledged);
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(KILLS * FILINGS_BEFORE_A_KILL);
        assertThat(numbers(connection, "select case_number from attestation where kind = 'ATTESTATION_DE_DEPOT'"))
                .isEqualTo(cases);
        assertThat(numbers(connection, "select case_number from filing_key")).isEqualTo(cases);
        assertThat(numbers(connection, "select case_number from journal where line_number = 1 and what = 'filed'"))
                .isEqualTo(cases);
        assertThat(numbers(connection, "select case_number from clock where kind = 'acknowledgement'"))
                .isEqualTo(cases);
        assertThat(numbers(connection, "select case_number from notice where kind = 'filed'"))
                .isEqualTo(cases);
    }

    private static Set<String> numbers(Connection connection, String sql) throws SQLException {
        Set<String> numbers = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            while (found.next()) {
                assertThat(numbers.add(found.getString(1))).as(sql).isTrue();
            }
        }
        return numbers;
    }
}
