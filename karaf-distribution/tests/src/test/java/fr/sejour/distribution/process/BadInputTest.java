package fr.sejour.distribution.process;

import static fr.sejour.distribution.process.SignedIn.API;
import static fr.sejour.distribution.process.SignedIn.BIRTH_DATE;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.sejour.rest.contract.ContractClient.Answer;
import fr.sejour.rest.contract.ContractClient.Call;
import fr.sejour.rest.contract.OpenApiContract.Operation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a bad request gets from the running platform: a problem in French and English that says what to do, nothing stored
 * half-way, nobody's words in the log.
 */
@ExtendWith(TryOut.ForTests.class)
class BadInputTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FAMILY_NAME = "NOM-QUE-LE-JOURNAL-TAIT";
    private static final String ADDRESS = "12 impasse que le journal tait";
    private static final String CONTENT = "une page que le journal tait";
    private static final String REASON = "une raison que le journal tait";

    private static SignedIn applicant;
    private static SignedIn agent;
    private static String caseNumber;

    /** What must not be found in the log. */
    private static List<String> personal;

    @BeforeAll
    static void somebodyHasFiled() {
        applicant = SignedIn.applicant(FAMILY_NAME, "Inès");
        agent = SignedIn.agentOf("38");
        JsonNode receipt = applicant.fileIn("38185");
        caseNumber = receipt.at("/case/caseNumber").asText();
        personal = List.of(
                FAMILY_NAME,
                "que le journal tait",
                "MQWRSXZNAME",
                applicant.login(),
                applicant.token(),
                agent.login(),
                agent.token(),
                SignedIn.PASSWORD,
                receipt.at("/papers/0/checkCode").asText(),
                receipt.at("/papers/0/checkCode").asText().replace("-", ""));
    }

    @AfterEach
    void nothingPersonalIsInTheLog() throws IOException {
        String log = TryOut.distribution().printed();
        try (var files = Files.walk(TryOut.distribution().home().resolve("data/log"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                log += new String(Files.readAllBytes(file), UTF_8);
            }
        }
        assertThat(log).doesNotContain(personal).doesNotContain("\tat ", "Exception");
    }

    // -- JSON --------------------------------------------------------------------------------------------------------

    @ParameterizedTest(name = "{0}")
    @MethodSource("operationsWithJson")
    void what_is_no_json_of_the_contract_is_refused_by_every_operation(Operation operation) {
        String address = operation
                .address()
                .replace("{id}", applicant.person())
                .replace("{caseNumber}", caseNumber)
                .replace("{pieceType}", "nationalite")
                .replace("{permit}", "etudiant")
                .replace("{number}", "SI-0000-0000-0000")
                .replace("{other}", "0".repeat(32))
                .replace("{code}", "38")
                .replace("{team}", "etudiants")
                .replace("{name}", "2026-12-01")
                .replace("{account}", "nobody");
        String before = standing();

        for (byte[] body : List.of(
                bytes(""),
                bytes("null"),
                bytes("{"),
                bytes("[]"),
                bytes("\"" + REASON + "\""),
                bytes("{} {}"),
                bytes("{\"" + REASON + "\":1}"),
                bytes("{\"a\":1,\"a\":2}"),
                bytes("[".repeat(60_000)),
                "{\"reason\":\"é\"}".getBytes(ISO_8859_1),
                new byte[] {0, 1, 2, (byte) 0xFF, (byte) 0xFE})) {
            Answer answer = refused(applicant
                    .call(operation.method(), address)
                    .header("Idempotency-Key", "bad-input-0001")
                    .content("application/json", body));
            assertThat(answer.status()).as(new String(body, UTF_8)).isEqualTo(400);
            assertThat(answer.problem()).isEqualTo("malformed-input");
        }
        Answer oversized = refused(applicant
                .call(operation.method(), address)
                .header("Idempotency-Key", "bad-input-0001")
                .json("{\"reason\":\"" + REASON.repeat(60_000) + "\"}"));

        assertThat(oversized.problem()).isEqualTo("body-too-large");
        assertThat(standing()).isEqualTo(before);
    }

    static Stream<Operation> operationsWithJson() {
        return API.contract().operations().stream()
                .filter(it -> it.description().at("/requestBody/content").has("application/json"));
    }

    // -- filings -----------------------------------------------------------------------------------------------------

    @ParameterizedTest(name = "{0}")
    @MethodSource("filings")
    void a_filing_that_cannot_be_opens_no_case(String change, int status, String problem, String field)
            throws IOException {
        String before = standing();

        Answer answer = refused(applicant
                .call("POST", "/filings")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .json(filing(change)));

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo(field);
        assertThat(standing()).isEqualTo(before);
        assertThat(casesInTheQueue()).isOne();
    }

    static Stream<Arguments> filings() {
        return Stream.of(
                Arguments.of("{'permit':'permis_de_conduire'}", 422, "unknown-permit", ""),
                Arguments.of("{'permit':'Permis de conduire'}", 400, "malformed-input", "permit"),
                Arguments.of("{'article':'L. 423-1'}", 422, "contradictory-input", "article"),
                Arguments.of(
                        "{'residence':{'address':'x','commune':'00000'}}", 400, "malformed-input", "residence.commune"),
                Arguments.of("{'residence':{'address':'x','commune':'98415'}}", 422, "unknown-commune", ""),
                Arguments.of("{'residence':{'address':'x','commune':'38999'}}", 422, "unknown-commune", ""),
                Arguments.of(
                        "{'residence':{'address':'x\\u0000y','commune':'38185'}}",
                        400,
                        "malformed-input",
                        "residence.address"),
                Arguments.of(
                        "{'residence':{'address':'x\\u001by','commune':'38185'}}",
                        400,
                        "malformed-input",
                        "residence.address"),
                Arguments.of(
                        "{'residence':{'address':'x\\ny','commune':'38185'}}",
                        400,
                        "malformed-input",
                        "residence.address"),
                Arguments.of(
                        "{'residence':{'address':'" + "x".repeat(301) + "','commune':'38185'}}",
                        400,
                        "malformed-input",
                        "residence.address"),
                Arguments.of("{'entryDate':'2026-02-30'}", 400, "malformed-input", "entryDate"),
                Arguments.of("{'entryDate':'01/02/2026'}", 400, "malformed-input", "entryDate"),
                Arguments.of("{'entryDate':'2190-01-01'}", 422, "contradictory-input", "entryDate"),
                Arguments.of("{'entryDate':'1999-05-16'}", 422, "contradictory-input", "entryDate"),
                Arguments.of(
                        held("etudiant", "D1", "2026-02-02", "2026-02-01"),
                        400,
                        "malformed-input",
                        "heldPermit.validUntil"),
                Arguments.of(
                        held("etudiant", "D1", "2190-01-01", "2191-01-01"),
                        422,
                        "contradictory-input",
                        "heldPermit.validFrom"),
                Arguments.of(
                        held("etudiant", "D1", "1999-05-16", "2026-12-31"),
                        422,
                        "contradictory-input",
                        "heldPermit.validFrom"),
                Arguments.of(held("permis_de_conduire", "D1", "2026-01-01", "2026-12-31"), 422, "unknown-permit", ""),
                Arguments.of(
                        held("etudiant", "D\\u00001", "2026-01-01", "2026-12-31"),
                        400,
                        "malformed-input",
                        "heldPermit.number"),
                Arguments.of(
                        held("etudiant", "D\\u00071", "2026-01-01", "2026-12-31"),
                        400,
                        "malformed-input",
                        "heldPermit.number"),
                Arguments.of("{'channel':'counter'}", 403, "not-yours-to-do", ""),
                Arguments.of("{'personId':'" + REASON + "'}", 400, "malformed-input", "personId"));
    }

    private static String held(String permit, String number, String from, String until) {
        return "{'heldPermit':{'permit':'%s','number':'%s','validFrom':'%s','validUntil':'%s'}}"
                .formatted(permit, number, from, until);
    }

    @Test
    void a_key_used_again_for_another_filing_is_refused_and_still_gives_the_first_receipt() throws IOException {
        SignedIn other = SignedIn.applicant(FAMILY_NAME + "-BIS", "Ada");
        String key = UUID.randomUUID().toString();
        Answer first = filed(other, key, filing("{}"));

        Answer reused = refused(other.call("POST", "/filings")
                .header("Idempotency-Key", key)
                .json(filing("{'workAuthorisation':true}")));
        Answer keyless = refused(other.call("POST", "/filings").json(filing("{}")));
        Answer again = filed(other, key, filing("{}"));

        assertThat(reused.status()).isEqualTo(422);
        assertThat(reused.problem()).isEqualTo("idempotency-key-reused");
        assertThat(keyless.status()).isEqualTo(400);
        assertThat(keyless.problem()).isEqualTo("idempotency-key-missing");
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(agent.queueOf("38"))
                .filteredOn(row -> row.path("familyName").asText().equals(FAMILY_NAME + "-BIS"))
                .hasSize(1);
    }

    private static Answer filed(SignedIn by, String key, String filing) {
        Answer receipt = by.call("POST", "/filings")
                .header("Idempotency-Key", key)
                .json(filing)
                .send();
        assertThat(receipt.status()).as(receipt.body()).isEqualTo(201);
        return receipt;
    }

    // -- names and birth dates ---------------------------------------------------------------------------------------

    @ParameterizedTest
    @MethodSource("names")
    void a_name_of_any_length_and_script_comes_back_as_it_was_written(String name) {
        SignedIn named = SignedIn.applicant(name, name);
        String number = named.fileIn("38185").at("/case/caseNumber").asText();

        JsonNode row = agent.queueOf("38").stream()
                .filter(it -> it.path("caseNumber").asText().equals(number))
                .findAny()
                .orElseThrow();

        assertThat(bytes(row.path("familyName").asText())).isEqualTo(bytes(name));
        assertThat(bytes(row.path("givenNames").asText())).isEqualTo(bytes(name));
    }

    static Stream<String> names() {
        return Stream.of(
                "N",
                "李",
                "بن علي",
                "אבג",
                "Зеленська",
                "O'Brien-D’Arcy",
                "\"Nguyễn\" <b> & \\ %s ${x}",
                "Zoé 😀👩‍👩‍👧",
                "n".repeat(200),
                "ﷺ".repeat(200),
                "𠮷".repeat(200));
    }

    @ParameterizedTest
    @MethodSource("noNames")
    void what_is_no_name_opens_no_account(String name) {
        String login = "nobody." + UUID.randomUUID();

        for (List<String> names : List.of(List.of(name, "Ada"), List.of("MQWRSXZNAME", name))) {
            Answer answer = refused(SignedIn.opening(login, names.get(0), names.get(1), BIRTH_DATE));
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.problem()).isEqualTo("malformed-input");
            assertThat(answer.json().at("/errors/0/rule").asText()).isIn("name", "type");
        }

        assertThatNobodyHas(login);
    }

    static Stream<String> noNames() {
        return Stream.of(
                "", " ", "'", "😀", "123", "x".repeat(201), "a\0b", "a\nb", "a\u0007b", "a\u001b[31mb", "a\u0085b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2001-02-29", "1999-13-01", "17/05/1999", "1879-12-31", "2190-01-01", "+99999-01-01"})
    void an_impossible_birth_date_opens_no_account(String birthDate) {
        String login = "nobody." + UUID.randomUUID();

        Answer answer = refused(SignedIn.opening(login, "MQWRSXZNAME", "Ada", birthDate));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("malformed-input");
        assertThatNobodyHas(login);
    }

    private static void assertThatNobodyHas(String login) {
        assertThat(SignedIn.opening(login, "LIBRE", "Ada", BIRTH_DATE).send().status())
                .isEqualTo(201);
    }

    // -- pieces ------------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @CsvSource({
        "selfie,application/pdf,%PDF-1.7,422,piece-not-expected",
        "A%20B,application/pdf,%PDF-1.7,400,malformed-input",
        "nationalite,application/pdf,'',400,malformed-input",
        "nationalite,application/pdf,<html>,415,media-type-not-accepted",
        "nationalite,image/png,%PDF-1.7,422,file-cut-short",
        "nationalite,text/html,<html>,415,media-type-not-accepted",
        "nationalite,image/gif,GIF89a,415,media-type-not-accepted",
    })
    void a_piece_that_is_not_asked_for_or_is_not_what_it_says_is_not_kept(
            String type, String mediaType, String start, int status, String problem) {
        String before = standing();

        Answer answer = refused(applicant
                .call("PUT", "/cases/" + caseNumber + "/pieces/" + type)
                .content(mediaType, bytes(start.isEmpty() ? "" : start + CONTENT)));

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(standing()).isEqualTo(before);
    }

    @Test
    void an_upload_of_50_mb_is_refused_and_its_sender_gets_to_read_why() {
        byte[] large = Arrays.copyOf(bytes("%PDF-1.7" + CONTENT), 50_000_000);
        String before = standing();

        Answer answer = refused(applicant
                .call("PUT", "/cases/" + caseNumber + "/pieces/nationalite")
                .content("application/pdf", large));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.problem()).isEqualTo("piece-too-large");
        assertThat(standing()).isEqualTo(before);
    }

    // -- tokens ------------------------------------------------------------------------------------------------------

    @ParameterizedTest(name = "{0}")
    @MethodSource("closedOperations")
    void a_missing_or_forged_token_opens_no_closed_operation(Operation operation) {
        String address = operation
                .address()
                .replace("{id}", applicant.person())
                .replace("{caseNumber}", caseNumber)
                .replace("{pieceType}", "nationalite")
                .replace("{permit}", "etudiant")
                .replace("{version}", "1")
                .replace("{upload}", "0".repeat(32))
                .replace("{number}", "SJ-0000-0000-0000")
                .replace("{other}", "0".repeat(32))
                .replace("{code}", "38")
                .replace("{team}", "etudiants")
                .replace("{name}", "2026-12-01")
                .replace("{account}", "nobody");
        String token = applicant.token();
        String forged = token.substring(1) + token.charAt(0);
        String before = standing();

        boolean told = !operation.method().equals("HEAD");
        assertThat(refused(API.call(operation.method(), address)).status()).isEqualTo(401);
        for (String authorization : List.of(
                "Bearer " + forged,
                "Bearer " + token + "A",
                "Bearer " + "z".repeat(2_000),
                "Bearer",
                "Basic " + token,
                token)) {
            Answer answer = refused(API.call(operation.method(), address).header("Authorization", authorization));
            assertThat(answer.status()).isEqualTo(401);
            if (told) {
                assertThat(answer.problem()).isEqualTo("not-signed-in");
            }
            assertThat(answer.header("WWW-Authenticate")).contains("invalid_token");
        }
        assertThat(standing()).isEqualTo(before);
    }

    static Stream<Operation> closedOperations() {
        return API.contract().operations().stream()
                .filter(it -> it.description().at("/security/0").has("session"));
    }

    // -- places ------------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @CsvSource({
        "38999, 422, unknown-commune",
        "98415, 422, unknown-commune",
        "38000x, 400, malformed-input",
        "00000, 400, malformed-input"
    })
    void an_address_in_no_commune_of_ours_moves_nothing(String commune, int status, String problem) throws IOException {
        String before = standing();

        Answer answer = refused(applicant
                .call("PUT", "/people/" + applicant.person() + "/residence")
                .json(Map.of("address", ADDRESS, "commune", commune)));

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(standing()).isEqualTo(before);
    }

    @Test
    void two_transfers_at_once_and_an_act_sent_again_are_told_what_stands() throws IOException {
        SignedIn mover = SignedIn.applicant(FAMILY_NAME, "Noé");
        String address =
                "/cases/" + mover.fileIn("38185").at("/case/caseNumber").asText();
        SignedIn receiver = SignedIn.agentOf("13");
        agent.call("POST", address + "/acts")
                .json(json(acts().get("offer-transfer")))
                .send();
        String before =
                agent.read(address).body() + agent.read(address + "/journal").body();

        Answer again = refused(agent.call("POST", address + "/acts").json(json(acts().get("offer-transfer"))));
        Answer elsewhere = refused(agent.call("POST", address + "/acts")
                .json(json("{'act':'reaim-transfer','to':'75','insteadOf':'13','reason':'" + REASON + "'}")));

        for (Answer late : List.of(again, elsewhere)) {
            assertThat(late.status()).isEqualTo(409);
            assertThat(late.problem()).isEqualTo("transfer-offered");
            assertThat(late.json().path("offeredTo").asText()).isEqualTo("69");
            assertThat(late.json().path("offeredBy").asText()).isNotBlank();
        }
        assertThat(agent.read(address).body() + agent.read(address + "/journal").body())
                .isEqualTo(before);

        agent.call("POST", address + "/acts")
                .json(json(acts().get("reaim-transfer")))
                .send();
        Answer received = receiver.call("POST", address + "/acts")
                .json(Map.of("act", "receive-transfer"))
                .send();
        Answer replayed = refused(receiver.call("POST", address + "/acts").json(Map.of("act", "receive-transfer")));

        assertThat(received.json().path("prefecture").asText()).isEqualTo("13");
        assertThat(replayed.problem()).isEqualTo("act-not-allowed");
    }

    // -- acts --------------------------------------------------------------------------------------------------------

    /** Every act, with what it needs; this case, filed and not taken up, takes some of them. */
    private static Map<String, String> acts() {
        String nextMonth = today().plusMonths(1).toString();
        String nextYear = today().plusYears(1).toString();
        return Map.ofEntries(
                act("take-up", ""),
                act(
                        "ask-for-pieces",
                        ",'pieces':[{'piece':'nationalite','reason':'x'}],'answerBy':'" + nextMonth + "'"),
                act("answer", ""),
                act("refuse-piece", ",'piece':'nationalite','reason':'x'"),
                act("waive-piece", ",'piece':'nationalite','reason':'x'"),
                act("see-facts", ""),
                act("confirm-attempt", ",'counts':true,'reason':'x'"),
                act("refuse-registration", ",'reason':'x'"),
                act("grant", ",'validFrom':'" + today() + "','validUntil':'" + nextYear + "','delegation':'x'"),
                act("refuse", ",'reason':'x','delegation':'x'"),
                act("notify", ",'means':'x','day':'" + today() + "','proof':'x'"),
                act("order-card", ""),
                act("card-ready", ",'cardNumber':'x'"),
                act("hand-over", ",'day':'" + today() + "'"),
                act("declare-receipt", ",'day':'" + today() + "','cardNumber':'x'"),
                act("confirm-receipt", ""),
                act("refuse-receipt", ",'reason':'x'"),
                act("deliver", ",'day':'" + today() + "'"),
                act("withdraw", ",'means':'x','day':'" + today() + "','reason':'x'"),
                act("close-as-moot", ",'cause':'death','reason':'x'"),
                act("absorb", ",'other':'0000000000000000018','reason':'x'"),
                act("keep-apart", ",'other':'0000000000000000018','reason':'x'"),
                act("follow", ",'followed':'0000000000000000018','holds':true,'reason':'x'"),
                act("offer-transfer", ",'to':'69','reason':'x'"),
                act("reaim-transfer", ",'to':'13','insteadOf':'69','reason':'x'"),
                act("receive-transfer", ""),
                act("ask-for-reasons", ""),
                act("give-reasons", ",'reason':'x','delegation':'x'"),
                act(
                        "record-court-order",
                        ",'court':'x','orderedOn':'" + today() + "','dueOn':'" + today().plusDays(1)
                                + "','what':'grant','reason':'x'"),
                act("seize-commission", ",'day':'" + today() + "','reason':'x'"),
                act("revoke-paper", ",'paper':'SJ-7K3M-9QXA-04TZ','reason':'x','delegation':'x'"),
                act("reopen", ",'reason':'x'"),
                act("assign", ",'to':'nobody'"),
                act("give-back", ""));
    }

    private static Map.Entry<String, String> act(String kind, String needs) {
        return Map.entry(kind, "{'act':'" + kind + "'" + needs + "}");
    }

    @Test
    void every_act_of_the_contract_is_tried() {
        assertThat(acts().keySet())
                .isEqualTo(names(API.contract().document().at("/components/schemas/ActBody/discriminator/mapping")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "answer",
                "notify",
                "order-card",
                "card-ready",
                "hand-over",
                "declare-receipt",
                "confirm-receipt",
                "refuse-receipt",
                "deliver",
                "absorb",
                "keep-apart",
                "receive-transfer",
                "reaim-transfer",
                "ask-for-reasons",
                "give-reasons",
                "reopen",
                "give-back"
            })
    void an_act_that_the_state_forbids_is_answered_with_those_it_allows(String kind) throws IOException {
        String before = standing();

        Answer answer = refused(act(agent, json(acts().get(kind))));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.problem()).isEqualTo("act-not-allowed");
        assertThat(answer.json().path("caseStatus").asText()).isEqualTo("filed");
        assertThat(texts(answer.json().path("allowedActs"))).contains("take-up").doesNotContain(kind);
        assertThat(standing()).isEqualTo(before);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("contradictions")
    void an_act_that_contradicts_itself_or_the_case_changes_nothing(String body, int status, String problem)
            throws IOException {
        String before = standing();

        Answer answer = refused(act(agent, json(body)));

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(standing()).isEqualTo(before);
    }

    static Stream<Arguments> contradictions() {
        String ask = "{'act':'ask-for-pieces','pieces':[{'piece':'%s','reason':'" + REASON + "'}],'answerBy':'%s'}";
        String grant = "{'act':'grant','validFrom':'%s','validUntil':'%s','delegation':'" + REASON + "'}";
        String transfer = "{'act':'offer-transfer','to':'%s','reason':'" + REASON + "'}";
        return Stream.of(
                Arguments.of(ask.formatted("nationalite", today().minusDays(1)), 422, "contradictory-input"),
                Arguments.of(ask.formatted("nationalite", today().plusYears(2)), 422, "contradictory-input"),
                Arguments.of(ask.formatted("nationalite", "2026-02-30"), 400, "malformed-input"),
                Arguments.of(ask.formatted("selfie", today().plusDays(30)), 422, "piece-not-expected"),
                Arguments.of(ask.formatted("acte_mariage", today().plusDays(30)), 422, "piece-not-expected"),
                Arguments.of(ask.formatted("nationalite", today().plusDays(14)), 422, "contradictory-input"),
                Arguments.of(grant.formatted("2026-01-02", "2026-01-01"), 400, "malformed-input"),
                Arguments.of(grant.formatted("1899-01-01", today().plusYears(1)), 400, "malformed-input"),
                Arguments.of(transfer.formatted("38"), 422, "contradictory-input"),
                Arguments.of(transfer.formatted("984"), 422, "contradictory-input"),
                Arguments.of(transfer.formatted("Rhône"), 400, "malformed-input"),
                Arguments.of("{'act':'refuse-piece','piece':'nationalite','reason':'x'}", 422, "piece-not-expected"),
                Arguments.of("{'act':'take-up','version':999}", 409, "case-changed"),
                Arguments.of("{'act':'take-up','version':-1}", 400, "malformed-input"),
                Arguments.of("{'act':'" + REASON + "'}", 400, "malformed-input"));
    }

    @Test
    void a_case_follows_neither_itself_nor_one_that_follows_it_nor_two() {
        String one = filed();
        String other = filed();
        String third = filed();
        assertThat(follow(one, other).send().status()).isEqualTo(200);
        String before = agent.read("/cases/" + one + "/links").body()
                + agent.read("/cases/" + other + "/links").body();

        for (Answer answer : List.of(
                refused(follow(one, one)),
                refused(follow(other, one)),
                refused(follow(one, other)),
                refused(follow(one, third)),
                refused(follow(third, "0000000000000000018")))) {
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.problem()).isEqualTo("contradictory-input");
            assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo("followed");
        }

        assertThat(agent.read("/cases/" + one + "/links").body()
                        + agent.read("/cases/" + other + "/links").body())
                .isEqualTo(before);
    }

    private static String filed() {
        return SignedIn.applicant(FAMILY_NAME, "Ève")
                .fileIn("38185")
                .at("/case/caseNumber")
                .asText();
    }

    private static Call follow(String number, String followed) {
        return agent.call("POST", "/cases/" + number + "/acts")
                .json(Map.of("act", "follow", "followed", followed, "holds", true, "reason", REASON));
    }

    @Test
    void a_permit_that_has_ended_is_not_granted() {
        String number = SignedIn.applicant(FAMILY_NAME, "Ève")
                .fileIn("38185")
                .at("/case/caseNumber")
                .asText();
        String address = "/cases/" + number;
        agent.call("POST", address + "/acts").json(Map.of("act", "take-up")).send();
        String before =
                agent.read(address).body() + agent.read(address + "/journal").body();

        Answer answer = refused(agent.call("POST", address + "/acts")
                .json(Map.of(
                        "act", "grant", "validFrom", "2020-01-01", "validUntil", "2020-12-31", "delegation", REASON)));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.problem()).isEqualTo("contradictory-input");
        assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo("validUntil");
        assertThat(agent.read(address).body() + agent.read(address + "/journal").body())
                .isEqualTo(before);
    }

    @Test
    void a_person_does_not_do_the_acts_of_an_agent() throws IOException {
        String before = standing();

        Answer answer = refused(act(applicant, json(acts().get("take-up"))));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.problem()).isEqualTo("not-yours-to-do");
        assertThat(standing()).isEqualTo(before);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("words")
    void signs_that_nobody_writes_are_refused_in_every_free_text(String kind, String field) throws IOException {
        String before = standing();

        for (String sign : List.of("\0", "\u0007", "\u001b[31m", "\u007f", "\u0085")) {
            ObjectNode body = (ObjectNode) JSON.readTree(json(acts().get(kind)));
            body.put(field, REASON + sign + REASON);
            Answer answer = refused(act(agent, body.toString()));
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo(field);
        }

        assertThat(standing()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\0", "deux\u001b[31m passeports", "\u0085"})
    void two_people_are_not_kept_apart_for_words_that_nobody_writes(String words) {
        Call call = agent.call("PUT", "/people/" + applicant.person() + "/look-alikes/" + "0".repeat(32))
                .json(Map.of("words", words));

        Answer answer = refused(call);

        assertThat(answer.problem()).isEqualTo("malformed-input");
        assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo("words");
    }

    @Test
    void nobody_is_kept_apart_from_themselves_or_from_somebody_there_is_not() {
        String own = "/people/" + applicant.person() + "/look-alikes/";
        Map<String, String> said = Map.of("words", REASON);

        assertThat(refused(agent.call("PUT", own + applicant.person()).json(said))
                        .problem())
                .isEqualTo("contradictory-input");
        assertThat(refused(agent.call("PUT", own + "0".repeat(32)).json(said)).problem())
                .isEqualTo("not-found");
    }

    @Test
    void a_mandate_is_given_on_days_that_fit_to_somebody_there_is() {
        String code = SignedIn.association().code();
        LocalDate today = SignedIn.today();

        assertThat(mandate(code, today, today.minusDays(1)).problem()).isEqualTo("contradictory-input");
        assertThat(mandate(code, today.minusDays(1), today).problem()).isEqualTo("contradictory-input");
        assertThat(mandate(code, today, today.plusMonths(12)).problem()).isEqualTo("contradictory-input");
        assertThat(mandate("0000-0000", today, today.plusDays(1)).problem()).isEqualTo("unknown-mandatary");
        assertThat(mandate("O000-0000", today, today.plusDays(1)).problem()).isEqualTo("malformed-input");
    }

    private static Answer mandate(String code, LocalDate first, LocalDate last) {
        return refused(applicant
                .call("POST", "/people/" + applicant.person() + "/mandates")
                .json(Map.of(
                        "helperCode", code,
                        "allows", List.of("read"),
                        "firstDay", first.toString(),
                        "lastDay", last.toString())));
    }

    /** The texts of the contract's acts that somebody writes freely. */
    static Stream<Arguments> words() {
        JsonNode schemas = API.contract().document().at("/components/schemas");
        List<Arguments> words = new ArrayList<>();
        schemas.at("/ActBody/discriminator/mapping")
                .forEachEntry((kind, reference) -> schemas.path(
                                reference.asText().replaceAll(".*/", ""))
                        .path("properties")
                        .forEachEntry((field, schema) -> {
                            if (schema.path("$ref").asText().endsWith("/Words") || field.equals("cardNumber")) {
                                words.add(Arguments.of(kind, field));
                            }
                        }));
        return words.stream();
    }

    @Test
    void a_reason_comes_back_as_it_was_written() {
        SignedIn refusedOne = SignedIn.applicant(FAMILY_NAME, "Zoé");
        String number = refusedOne.fileIn("38185").at("/case/caseNumber").asText();
        String reason = "L'été \"dernier\"\n\tالسبب 李 😀 <b>&amp;</b> " + REASON;
        agent.act(number, Map.of("act", "take-up"));

        agent.call("POST", "/cases/" + number + "/acts")
                .json(Map.of("act", "refuse", "reason", reason, "delegation", reason))
                .send();

        JsonNode decision = refusedOne.read("/cases/" + number).json().path("decision");
        assertThat(decision.path("reason").asText()).isEqualTo(reason);
        assertThat(decision.path("delegation").asText()).isEqualTo(reason);
    }

    // -- addresses ---------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/cases/12",
                "/people/A/coverage",
                "/people/A/look-alikes",
                "/attestations/SJ-1",
                "/cases?limit=0",
                "/cases?limit=201",
                "/cases?after=%00",
                "/cases?after=open_2026-01-01_x",
                "/cases?status=perdue",
                "/cases?prefecture=Isère",
                "/cases?channel=pigeon",
                "/cases?complete=maybe",
                "/cases?nextAct=dormir",
                "/cases?filedFrom=2026-02-30",
                "/catalogue/permits?on=2026-02-30",
                "/prefectures/0"
            })
    void an_address_that_cannot_be_is_refused(String address) {
        assertThat(refused(agent.call("GET", address.replace("è", "%C3%A8"))).status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%25", "_", "%F0%9F%98%80", "'%20OR%201=1%20--", "%00"})
    void a_search_for_signs_finds_nobody(String typed) {
        assertThat(agent.call("GET", "/cases?q=" + typed).send().json().path("cases"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"domicile", "%25", "'", "a%3A*%20%26%20!b", "%F0%9F%98%80", "'%20OR%201=1%20--", "%00"})
    void words_of_cases_are_refused_plainly_where_the_database_is_derby(String typed) {
        Answer answer = refused(agent.call("GET", "/cases?text=" + typed));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.problem()).isEqualTo("full-text-unavailable");
    }

    @Test
    void words_of_cases_are_two_hundred_characters_at_most() {
        assertThat(refused(agent.call("GET", "/cases?text=" + "z".repeat(201))).status())
                .isEqualTo(400);
    }

    @Test
    void a_search_for_a_thousand_letters_finds_nobody() {
        assertThat(agent.call("GET", "/cases?q=" + "z".repeat(1000))
                        .send()
                        .json()
                        .path("cases"))
                .isEmpty();
    }

    // -- what every refusal is ---------------------------------------------------------------------------------------

    /** Sends what is wrong on purpose, and sees that it is told in French and English what to do next. */
    private static Answer refused(Call call) {
        Answer answer = call.wrongOnPurpose().send();
        assertThat(answer.status()).as(answer.body()).isBetween(400, 499);
        assertThat(answer.mediaType()).isEqualTo("application/problem+json");
        if (answer.body().isEmpty()) {
            // an answer to HEAD
            return answer;
        }
        JsonNode french = answer.json().at("/messages/fr");
        JsonNode english = answer.json().at("/messages/en");
        for (String part : List.of("title", "detail", "next")) {
            assertThat(french.path(part).asText()).isNotBlank();
            assertThat(english.path(part).asText())
                    .isNotBlank()
                    .isNotEqualTo(french.path(part).asText());
            assertThat(answer.json().path(part).asText())
                    .isEqualTo(french.path(part).asText());
        }
        assertThat(answer.body()).doesNotContain(personal);
        return answer;
    }

    private static Call act(SignedIn by, String body) {
        return by.call("POST", "/cases/" + caseNumber + "/acts").json(body);
    }

    /** All that is recorded of the person and the case; the delay of the préfecture is told from the cases of everybody. */
    private static String standing() {
        return Stream.of(
                        "/cases/" + caseNumber,
                        "/cases/" + caseNumber + "/journal",
                        "/people/" + applicant.person() + "/coverage",
                        "/people/" + applicant.person() + "/residence",
                        "/people/" + applicant.person() + "/inbox")
                .map(address -> agent.read(address)
                        .body()
                        .replaceFirst("\"at\":\"[^\"]*\"", "")
                        .replaceFirst("\"delay\":\\{[^}]*}", ""))
                .reduce("", String::concat);
    }

    private static long casesInTheQueue() {
        return agent.queueOf("38").stream()
                .filter(row -> row.path("familyName").asText().equals(FAMILY_NAME)
                        && row.path("givenNames").asText().equals("Inès"))
                .count();
    }

    /** A good filing with a change. */
    private static String filing(String change) throws IOException {
        ObjectNode filing = (ObjectNode) JSON.readTree(
                json("{'permit':'etudiant','residence':{'address':'" + ADDRESS + "','commune':'38185'}}"));
        filing.setAll((ObjectNode) JSON.readTree(json(change)));
        return filing.toString();
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Europe/Paris"));
    }

    private static String json(String withSingleQuotes) {
        return withSingleQuotes.replace('\'', '"');
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(it -> texts.add(it.asText()));
        return texts;
    }
}
