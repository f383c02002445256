package fr.sejour.distribution.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.sejour.rest.contract.ContractClient;
import fr.sejour.rest.contract.ContractClient.Answer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A PostgreSQL that comes late, and stops while people file: the platform waits for it, each of them leaves with a receipt, and
 * none of these is lost or doubled.
 */
class OutageTest {

    private static final String LOGIN = "applicant." + UUID.randomUUID();

    @TempDir
    private Path data;

    @Test
    void p4_what_is_filed_while_the_database_is_down_leaves_a_receipt_that_reaches_it_once() throws SQLException {
        int port = Ports.free();
        try (Distribution distribution = Distribution.unpackedFor(OutageTest.class)) {
            ContractClient api;
            JsonNode session;
            JsonNode keys;
            List<String> numbers = new ArrayList<>();
            distribution.onPostgresAt(port).start().awaitPrinted("waits for its database");
            try (PostgresServer postgres = PostgresServer.startAt(port, data.resolve("postgres"))) {
                distribution.awaitReady();
                api = new ContractClient(distribution.uri("/"));
                session = signedIn(api);
                keys = api.call("GET", "/signature-keys").send().json();
                assertThat(count(postgres)).isZero();
            }

            for (int filing = 0; filing < 4; filing++) {
                Answer answer = api.call("POST", "/filings")
                        .bearer(session.path("token").asText())
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .mayBeUnavailable()
                        .json(Map.of(
                                "permit",
                                "etudiant",
                                "residence",
                                Map.of("address", "1 rue de l'Exemple", "commune", "38185")))
                        .send();
                assertThat(answer.status()).as(answer.body()).isEqualTo(503);
                JsonNode said =
                        Jws.verified(answer.json().at("/attempt/signature").asText(), keys);
                assertThat(said.path("ground").asText()).isEqualTo("etudiant");
                assertThat(answer.json().at("/attempt/substitute").asBoolean()).isTrue();
                numbers.add(said.path("number").asText());
            }
            assertThat(distribution.shell("sejour:attempts")).contains(numbers);

            try (PostgresServer postgres = PostgresServer.startAt(port, data.resolve("postgres"))) {
                Awaitility.await("the replay of what waited")
                        .atMost(Duration.ofSeconds(60))
                        .ignoreExceptions()
                        .until(() -> count(postgres) == 4);
                distribution.awaitReady();

                assertThat(rows(postgres))
                        .containsExactlyInAnyOrderElementsOf(numbers.stream()
                                .map(number ->
                                        number + " " + session.path("personId").asText())
                                .toList());
                assertThat(distribution.shell("sejour:attempts")).doesNotContain(numbers);
                whatFailsWithoutAKeyLeavesAReceiptThatIsSignedLater(
                        distribution, api, session.path("token").asText(), keys);
            }
        }
    }

    private static void whatFailsWithoutAKeyLeavesAReceiptThatIsSignedLater(
            Distribution distribution, ContractClient api, String token, JsonNode keys) {
        distribution.set("fr.sejour.signature.cfg", ".password", "another");
        awaitSaid(api, "The password of the file sejour.signature.p12 is wrong: set .password in etc/fr.sejour.sign");

        Answer refused = api.call("POST", "/filings")
                .bearer(token)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .json(Map.of("permit", "aucun", "residence", Map.of("address", "1 rue", "commune", "38185")))
                .send();

        assertThat(refused.problem()).isEqualTo("unknown-permit");
        assertThat(refused.json().at("/attempt/signature").isMissingNode()).isTrue();
        String number = refused.json().at("/attempt/number").asText();
        assertThat(attempt(api, token, number).has("signature")).isFalse();
        assertThat(api.call("GET", "/signature-keys").send().json()).isEqualTo(keys);

        distribution.set("fr.sejour.signature.cfg", ".password", "sejour");
        awaitSaid(api, "Statements are signed with the key");

        JsonNode said =
                Jws.verified(attempt(api, token, number).path("signature").asText(), keys);
        assertThat(said.path("number").asText()).isEqualTo(number);
        assertThat(said.path("at").asText())
                .isEqualTo(refused.json().at("/attempt/at").asText());
        assertThat(said.has("signedAt")).isTrue();
    }

    private static void awaitSaid(ContractClient api, String sentence) {
        Awaitility.await(sentence)
                .atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .untilAsserted(() -> {
                    Answer ready = api.callBeside("/health/ready").send();
                    assertThat(ready.status()).isEqualTo(200);
                    assertThat(ready.body()).contains(sentence);
                });
    }

    private static JsonNode attempt(ContractClient api, String token, String number) {
        Answer read = api.call("GET", "/attempts/" + number).bearer(token).send();
        assertThat(read.status()).as(read.body()).isEqualTo(200);
        return read.json();
    }

    private static JsonNode signedIn(ContractClient api) {
        Answer opened = api.call("POST", "/accounts")
                .json(Map.of(
                        "login",
                        LOGIN,
                        "password",
                        SignedIn.PASSWORD,
                        "civilStatus",
                        Map.of(
                                "familyName", "ENDURANTE",
                                "givenNames", "Awa",
                                "birthDate", SignedIn.BIRTH_DATE,
                                "nationality", "MA")))
                .send();
        assertThat(opened.status()).as(opened.body()).isEqualTo(201);
        return api.call("POST", "/sessions")
                .json(Map.of("login", LOGIN, "password", SignedIn.PASSWORD))
                .send()
                .json();
    }

    private static int count(PostgresServer postgres) throws SQLException {
        return rows(postgres).size();
    }

    /** Number and person of each attempt, duplicates included. */
    private static List<String> rows(PostgresServer postgres) throws SQLException {
        try (Connection connection = postgres.connect();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT attempt_number, person_id FROM attempt_trace")) {
            List<String> rows = new ArrayList<>();
            while (found.next()) {
                rows.add(found.getString(1) + " " + found.getString(2));
            }
            return rows;
        }
    }
}
