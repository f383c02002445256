package fr.sejour.rest.internal;

import static fr.sejour.rest.internal.HandWrittenServices.AMINAS_TOKEN;
import static fr.sejour.rest.internal.HandWrittenServices.CLERKS_TOKEN;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.rest.contract.ContractClient;
import fr.sejour.rest.contract.ContractClient.Answer;
import fr.sejour.rest.contract.OpenApiContract.Operation;
import fr.sejour.rest.internal.operate.ContractServlet;
import fr.sejour.rest.internal.operate.LiveServlet;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a bad request gets: a problem in French and English that says what to do, never a 5xx. */
class BadRequestsTest {

    private static final String CASE = "/cases/" + Situations.CASE;
    private static final String GOOD_FILING =
            "{\"permit\":\"etudiant\",\"residence\":{\"address\":\"1 rue\",\"commune\":\"38185\"}}";

    private static RunningApi api;
    private static ContractClient client;

    @BeforeAll
    static void start() {
        api = new RunningApi(Map.of("/api/openapi.json", new ContractServlet(), "/health/live", new LiveServlet()));
        client = api.client();
    }

    @AfterAll
    static void stop() {
        api.stop();
    }

    @ParameterizedTest(name = "[{index}] {1} {2}")
    @MethodSource("filings")
    void a_bad_filing_is_told_where_and_what(String body, String field, String rule) {
        Answer answer = filing(body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("malformed-input");
        assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo(field);
        assertThat(answer.json().at("/errors/0/rule").asText()).isEqualTo(rule);
        assertThat(answer.json().at("/errors/0/messages/fr").asText()).isNotBlank();
        assertThat(answer.json().at("/errors/0/messages/en").asText()).isNotBlank();
        assertThat(answer.json().path("next").asText()).isNotBlank();
    }

    static Stream<Arguments> filings() {
        String residence = "\"residence\":{\"address\":\"1 rue\",\"commune\":\"38185\"}";
        return Stream.of(
                Arguments.of("", "", "json"),
                Arguments.of("null", "", "json"),
                Arguments.of("{", "", "json"),
                Arguments.of("[]", "", "json"),
                Arguments.of("\"etudiant\"", "", "json"),
                Arguments.of("{} {}", "", "json"),
                Arguments.of(GOOD_FILING + "x", "", "json"),
                Arguments.of("{\"permit\":\"etudiant\",\"permit\":\"autre\"}", "", "json"),
                Arguments.of("{'permit':'etudiant'}", "", "json"),
                Arguments.of("{}", "permit", "required"),
                Arguments.of("{\"permit\":\"etudiant\"}", "residence", "required"),
                Arguments.of("{\"permit\":12," + residence + "}", "permit", "type"),
                Arguments.of("{\"permit\":true," + residence + "}", "permit", "type"),
                Arguments.of("{\"permit\":[\"etudiant\"]," + residence + "}", "permit", "type"),
                Arguments.of("{\"permit\":\"ÉTUDIANT\"," + residence + "}", "permit", "permit"),
                Arguments.of("{\"permit\":\"etu\\u0000diant\"," + residence + "}", "permit", "type"),
                Arguments.of("{\"permit\":\"\\ud800\"," + residence + "}", "permit", "type"),
                Arguments.of("{\"permit\":\"etudiant\",\"residence\":\"Grenoble\"}", "residence", "type"),
                Arguments.of(
                        "{\"permit\":\"etudiant\",\"residence\":{\"address\":\"\",\"commune\":\"38185\"}}",
                        "residence.address",
                        "address"),
                Arguments.of(
                        "{\"permit\":\"etudiant\",\"residence\":{\"address\":\"x\\ny\",\"commune\":\"38185\"}}",
                        "residence.address",
                        "address"),
                Arguments.of(
                        "{\"permit\":\"etudiant\",\"residence\":{\"address\":\"x\",\"commune\":\"99999\"}}",
                        "residence.commune",
                        "commune"),
                Arguments.of(
                        "{\"permit\":\"etudiant\",\"residence\":{\"address\":\"x\",\"commune\":38185}}",
                        "residence.commune",
                        "type"),
                Arguments.of(
                        "{\"permit\":\"etudiant\",\"residence\":{\"street\":\"x\"}}",
                        "residence.street",
                        "unknown-field"),
                Arguments.of("{\"permit\":\"etudiant\",\"Paul Dupont 06 12\":1}", "", "unknown-field"),
                Arguments.of("{\"permit\":\"etudiant\",\"channel\":\"ONLINE\"," + residence + "}", "channel", "code"),
                Arguments.of("{\"permit\":\"etudiant\",\"personId\":\"x\"," + residence + "}", "personId", "person-id"),
                Arguments.of("{\"permit\":\"etudiant\",\"article\":\" \"," + residence + "}", "article", "article"),
                Arguments.of(
                        "{\"permit\":\"etudiant\",\"entryDate\":\"2026-02-30\"," + residence + "}", "entryDate", "day"),
                Arguments.of(
                        "{\"permit\":\"etudiant\",\"entryDate\":\"30/02/2026\"," + residence + "}", "entryDate", "day"),
                Arguments.of(
                        "{\"permit\":\"etudiant\",\"entryDate\":\"+999999999-12-31\"," + residence + "}",
                        "entryDate",
                        "day"),
                Arguments.of(
                        "{\"permit\":\"etudiant\",\"entryDate\":[2026,1,1]," + residence + "}", "entryDate", "type"),
                Arguments.of(
                        "{\"permit\":\"etudiant\",\"workAuthorisation\":\"true\"," + residence + "}",
                        "workAuthorisation",
                        "type"),
                Arguments.of(
                        "{\"permit\":\"etudiant\",\"workAuthorisation\":1," + residence + "}",
                        "workAuthorisation",
                        "type"),
                Arguments.of(
                        "{\"permit\":\"etudiant\"," + residence
                                + ",\"heldPermit\":{\"permit\":\"etudiant\",\"number\":\"1\",\"validFrom\":\"2026-01-02\",\"validUntil\":\"2026-01-01\"}}",
                        "heldPermit.validUntil",
                        "ends-before-it-begins"),
                Arguments.of(
                        "{\"permit\":\"etudiant\"," + residence
                                + ",\"heldPermit\":{\"permit\":\"etudiant\",\"number\":\"\",\"validFrom\":\"2026-01-02\",\"validUntil\":\"2026-01-03\"}}",
                        "heldPermit.number",
                        "permit-number"),
                Arguments.of("{\"permit\":" + "[".repeat(17) + "]".repeat(17) + "}", "permit", "type"),
                Arguments.of("{\"permit\":{\"a\":" + "[".repeat(16) + "]".repeat(16) + "}}", "permit", "type"),
                Arguments.of("[".repeat(5_000), "", "json"),
                Arguments.of("{\"permit\":\"" + "x".repeat(20_000) + "\"}", "", "bounds"),
                Arguments.of("{\"" + "x".repeat(200) + "\":1}", "", "bounds"));
    }

    @Test
    void bytes_that_are_no_text_are_no_json() {
        Answer latin = client.call("POST", "/sessions")
                .content("application/json", "{\"login\":\"é\"}".getBytes(ISO_8859_1))
                .wrongOnPurpose()
                .send();
        Answer noise = client.call("POST", "/sessions")
                .content("application/json", new byte[] {0, 0, (byte) 0xFF, (byte) 0xFE, 1, 2, 3})
                .wrongOnPurpose()
                .send();

        assertThat(latin.json().at("/errors/0/rule").asText()).isEqualTo("json");
        assertThat(noise.json().at("/errors/0/rule").asText()).isEqualTo("json");
    }

    @ParameterizedTest(name = "[{index}] {1} {2}")
    @MethodSource("accounts")
    void a_bad_account_is_told_where_and_what(String body, String field, String rule) {
        Answer answer =
                client.call("POST", "/accounts").json(body).wrongOnPurpose().send();

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo(field);
        assertThat(answer.json().at("/errors/0/rule").asText()).isEqualTo(rule);
    }

    static Stream<Arguments> accounts() {
        String good = "\"login\":\"amina\",\"password\":\"quatre mots au hasard\"";
        return Stream.of(
                Arguments.of("{\"login\":\"a b\",\"password\":\"x\"}", "login", "login"),
                Arguments.of("{\"login\":\"amina\"}", "password", "required"),
                Arguments.of("{" + good + "}", "civilStatus", "required"),
                Arguments.of("{" + good + ",\"role\":\"root\"}", "role", "code"),
                Arguments.of("{" + good + ",\"prefectures\":[\"38\"]}", "prefectures", "not-for-this-role"),
                Arguments.of(
                        "{" + good + ",\"civilStatus\":" + civil("", "Amina", "1999-05-17", "MA") + "}",
                        "civilStatus.familyName",
                        "name"),
                Arguments.of(
                        "{" + good + ",\"civilStatus\":" + civil("x".repeat(201), "Amina", "1999-05-17", "MA") + "}",
                        "civilStatus.familyName",
                        "name"),
                Arguments.of(
                        "{" + good + ",\"civilStatus\":" + civil("Ng", "😀", "1999-05-17", "MA") + "}",
                        "civilStatus.givenNames",
                        "name"),
                Arguments.of(
                        "{" + good + ",\"civilStatus\":" + civil("Ng", "O", "1999-13-17", "MA") + "}",
                        "civilStatus.birthDate",
                        "day"),
                Arguments.of(
                        "{" + good + ",\"civilStatus\":" + civil("Ng", "O", "1999-12-17", "Maroc") + "}",
                        "civilStatus.nationality",
                        "nationality"),
                Arguments.of(
                        "{" + good + ",\"civilStatus\":" + civil("Ng", "O", "1999-12-17", "MA")
                                + ",\"contact\":{\"email\":\"nobody\"}}",
                        "contact.email",
                        "email"),
                Arguments.of(
                        "{" + good + ",\"civilStatus\":" + civil("Ng", "O", "1999-12-17", "MA")
                                + ",\"contact\":{\"language\":\"français\"}}",
                        "contact.language",
                        "language"));
    }

    private static String civil(String family, String given, String born, String nationality) {
        return "{\"familyName\":\"" + family + "\",\"givenNames\":\"" + given + "\",\"birthDate\":\"" + born
                + "\",\"nationality\":\"" + nationality + "\"}";
    }

    @ParameterizedTest
    @ValueSource(strings = {"N", "O'Brien-Ó", "Зеленська", "بن علي", "李", "Nguyễn 😀"})
    void a_name_of_any_script_is_a_name(String name) {
        Answer answer = client.call("POST", "/accounts")
                .json("{\"login\":\"amina\",\"password\":\"quatre mots au hasard\",\"civilStatus\":"
                        + civil(name, name, "1999-05-17", "XX") + "}")
                .send();

        assertThat(answer.status()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource({
        "{},act,required",
        "{\"act\":\"GRANT\"},act,code",
        "{\"act\":\"grant\";\"validFrom\":\"2026-12-02\";\"validUntil\":\"2026-12-01\";\"delegation\":\"x\"},validUntil,ends-before-it-begins",
        "{\"act\":\"grant\";\"reason\":\"x\"},reason,unknown-field",
        "{\"act\":\"refuse\";\"reason\":\" \";\"delegation\":\"x\"},reason,words",
        "{\"act\":\"take-up\";\"version\":\"3\"},version,type",
        "{\"act\":\"take-up\";\"version\":1.5},version,type",
        "{\"act\":\"take-up\";\"version\":-1},version,version",
        "{\"act\":\"take-up\";\"version\":99999999999999999999},version,type",
        "{\"act\":\"ask-for-pieces\";\"pieces\":[];\"answerBy\":\"2026-12-01\"},pieces,at-least-one",
        "{\"act\":\"ask-for-pieces\";\"pieces\":[null];\"answerBy\":\"2026-12-01\"},pieces,required",
        "{\"act\":\"ask-for-pieces\";\"pieces\":\"nationalite\"},pieces,type",
        "{\"act\":\"close-as-moot\";\"cause\":\"boredom\";\"reason\":\"x\"},cause,code",
        "{\"act\":\"offer-transfer\";\"to\":\"2C\";\"reason\":\"x\"},to,prefecture",
        "{\"act\":\"reaim-transfer\";\"to\":\"13\";\"reason\":\"x\"},insteadOf,required"
    })
    void a_bad_act_is_told_where_and_what(String body, String field, String rule) {
        Answer answer = client.call("POST", CASE + "/acts")
                .bearer(CLERKS_TOKEN)
                .json(body.replace(';', ','))
                .wrongOnPurpose()
                .send();

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo(field);
        assertThat(answer.json().at("/errors/0/rule").asText()).isEqualTo(rule);
    }

    @ParameterizedTest
    @CsvSource({
        "/cases/123,caseNumber",
        "/people/X/coverage,id",
        "/attestations/SJ-1,number",
        "/cases?limit=0,limit",
        "/cases?limit=201,limit",
        "/cases?limit=%2B5,limit",
        "/cases?limit=99999999999,limit",
        "/cases?status=open,status",
        "/cases?prefecture=1,prefecture",
        "/cases?status=filed%2Copen,status",
        "/cases?status=,status",
        "/cases?channel=pigeon,channel",
        "/cases?complete=perhaps,complete",
        "/cases?facts=sure,facts",
        "/cases?filedFrom=2026-02-30,filedFrom",
        "/cases?rightEndsUntil=soon,rightEndsUntil",
        "/cases?nextAct=sleep,nextAct",
        "/cases?task=sleep,task",
        "/cases?number=12,number",
        "/cases?after=%00,after",
        "/cases?after=,after",
        "/catalogue/permits?on=yesterday,on",
        "/prefectures/1,code"
    })
    void a_bad_address_is_told_where(String address, String field) {
        Answer answer = client.call("GET", address)
                .bearer(CLERKS_TOKEN)
                .wrongOnPurpose()
                .send();

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource({
        "/cases?complete=perhaps,2,true",
        "/cases?channel=pigeon,5,substitute",
        "/cases?nextAct=sleep,11,obey-court",
        "/cases?status=open,13,moot"
    })
    void a_value_that_is_not_taken_is_answered_with_those_that_are(String address, int count, String one) {
        JsonNode fault = client.call("GET", address)
                .bearer(CLERKS_TOKEN)
                .wrongOnPurpose()
                .send()
                .json()
                .at("/errors/0");

        assertThat(fault.path("allowed")).hasSize(count);
        assertThat(fault.path("allowed").toString()).contains("\"" + one + "\"");
    }

    @Test
    void every_closed_operation_asks_for_a_session_and_refuses_a_forged_one() {
        for (Operation operation : client.contract().operations()) {
            boolean closed = operation.description().path("security").path(0).has("session");
            if (!closed) {
                continue;
            }
            String address = operation
                    .address()
                    .replace("{id}", Situations.AMINA.value())
                    .replace("{caseNumber}", Situations.CASE.value())
                    .replace("{pieceType}", "nationalite")
                    .replace("{permit}", "etudiant")
                    .replace("{version}", "1")
                    .replace("{upload}", HandWrittenPieces.UPLOAD.value())
                    .replace("{name}", HandWrittenEditions.NAME)
                    .replace("{number}", Situations.PAPER.value())
                    .replace("{code}", "38")
                    .replace("{other}", Situations.AMINA.value())
                    .replace("{team}", "etudiants")
                    .replace("{account}", "zoe-1");

            Answer none =
                    client.call(operation.method(), address).wrongOnPurpose().send();
            Answer forged = client.call(operation.method(), address)
                    .bearer("z".repeat(43))
                    .wrongOnPurpose()
                    .send();
            Answer basic = client.call(operation.method(), address)
                    .header("Authorization", "Basic YTpi")
                    .wrongOnPurpose()
                    .send();

            for (Answer answer : List.of(none, forged, basic)) {
                assertThat(answer.status()).as(operation.name()).isEqualTo(401);
                if (!operation.method().equals("HEAD")) {
                    assertThat(answer.problem()).as(operation.name()).isEqualTo("not-signed-in");
                }
            }
            assertThat(forged.header("WWW-Authenticate")).contains("invalid_token");
        }
    }

    @Test
    void what_does_not_exist_gives_nothing_away() {
        Answer person = client.call("GET", "/people/00000000/coverage")
                .bearer(AMINAS_TOKEN)
                .send();
        Answer file = client.call("GET", "/cases/0000000000000000000")
                .bearer(AMINAS_TOKEN)
                .send();

        assertThat(file.body().replaceAll("urn:uuid:[^\"]*", ""))
                .isEqualTo(person.body().replaceAll("urn:uuid:[^\"]*", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/unknown", "/cases/1/2/3", "/application.wadl", "/filings/", "/cases;a=b"})
    void an_unknown_address_is_a_problem_too(String address) {
        Answer answer = client.call("GET", address).wrongOnPurpose().send();

        assertThat(answer.status()).isBetween(400, 405);
        assertThat(answer.problem()).isIn("not-found", "method-not-allowed", "not-signed-in");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELETE", "PATCH", "OPTIONS", "PROPFIND"})
    void an_unknown_method_is_a_problem_too(String method) {
        Answer answer = client.call(method, "/filings").wrongOnPurpose().send();

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).contains("POST").doesNotContain("OPTIONS");
    }

    @Test
    void another_format_is_neither_read_nor_written() {
        Answer form = client.call("POST", "/sessions")
                .content("application/x-www-form-urlencoded", "login=a".getBytes(UTF_8))
                .wrongOnPurpose()
                .send();
        Answer none = client.call("POST", "/sessions").wrongOnPurpose().send();
        Answer wildcard = client.call("POST", "/sessions")
                .content("*/*", "{}".getBytes(UTF_8))
                .wrongOnPurpose()
                .send();
        Answer xml = client.call("GET", "/prefectures/38")
                .header("Accept", "application/xml")
                .send();
        Answer nonsense = client.call("GET", "/prefectures/38")
                .header("Accept", "@@@")
                .wrongOnPurpose()
                .send();

        assertThat(form.problem()).isEqualTo("media-type-not-accepted");
        assertThat(none.status()).isIn(400, 415);
        assertThat(wildcard.status()).isIn(400, 415);
        assertThat(xml.problem()).isEqualTo("not-acceptable");
        assertThat(nonsense.status()).isIn(400, 406);
    }

    @ParameterizedTest
    @CsvSource({
        "image/png,%PDF-1.7,415",
        "application/pdf,<html>,415",
        "image/heic,%PDF-1.7,415",
        "image/gif,GIF89a,415",
        "application/pdf,'',400"
    })
    void a_piece_that_is_not_what_it_says_is_refused(String mediaType, String content, int status) {
        Answer answer = client.call("PUT", CASE + "/pieces/nationalite")
                .bearer(AMINAS_TOKEN)
                .content(mediaType, content.getBytes(US_ASCII))
                .wrongOnPurpose()
                .send();

        assertThat(answer.status()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "*", "fr;q=2", "x", "en_US", "zz-very-long-nonsense-;;;;,,,,", "fr-x-falc", "é"})
    void a_language_that_we_do_not_speak_gets_french(String wished) throws IOException {
        String answer = raw("GET /api/v1/unknown HTTP/1.1\r\nHost: x\r\nAccept-Language: " + wished
                + "\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 404").contains("Content-Language: fr");
    }

    @Test
    void an_upload_of_50_mb_is_refused_and_its_sender_gets_to_read_why() {
        byte[] large = new byte[50_000_000];

        Answer announced = client.call("PUT", CASE + "/pieces/nationalite")
                .bearer(AMINAS_TOKEN)
                .content("application/pdf", large)
                .send();

        assertThat(announced.problem()).isEqualTo("piece-too-large");
        assertThat(announced.header("Connection")).isEqualTo("close");
    }

    @Test
    void an_upload_that_waits_to_be_let_in_is_refused_before_it_is_sent() throws IOException {
        String answer = raw("PUT /api/v1" + CASE + "/pieces/nationalite HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                + AMINAS_TOKEN + "\r\nContent-Type: application/pdf\r\nContent-Length: 50000000\r\n"
                + "Expect: 100-continue\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 413").contains("/problems/piece-too-large");
    }

    /** RFC 9110, 8.3: without the header nobody knows what a file is. */
    @Test
    void a_piece_of_no_type_is_not_taken() throws IOException {
        String answer = raw("PUT /api/v1" + CASE + "/pieces/nationalite HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                + AMINAS_TOKEN + "\r\nContent-Length: 5\r\nConnection: close\r\n\r\n%PDF-");

        assertThat(answer).startsWith("HTTP/1.1 415").contains("/problems/media-type-not-accepted");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Nothing: of note",
                "Content-Type: */*",
                "Content-Type: application/*",
                "Content-Type: application/json",
                "Content-Type: application/json; charset=klingon",
                "Content-Type: ;",
                "Content-Type: application/pdf; charset",
                "Content-Type: application/offset+octet-stream\r\nTus-Resumable: 1.0.0",
                "Tus-Resumable: 1.0.0\r\nUpload-Length: x\r\nUpload-Offset: x",
                "Tus-Resumable: 1.0.0\r\nUpload-Length: 999999999999999\r\nUpload-Offset: 999999999999999",
                "Tus-Resumable: 1.0.0\r\nUpload-Length: 9\r\nUpload-Metadata: filename AAA=,filename",
                "Tus-Resumable: 1.0.0\r\nUpload-Length: 9\r\nUpload-Metadata: filename \u00e9",
                "Tus-Resumable: \r\nUpload-Length: \r\nUpload-Metadata: ",
                "Accept: ;",
                "Accept: nothing/at-all",
                "Accept-Language: ;;q=\u00e9",
                "Idempotency-Key: \u0080\u00ff",
                "Idempotency-Key: ",
                "Report-Secret: \u00ff",
                "Report-Secret: ",
                "Cookie: sejour-session=\"",
                "Sec-Fetch-Site: ?",
                "Expect: 200-miracle",
                "Content-Encoding: gzip",
                "X-Forwarded-For: ;",
                "Range: bytes=9-1",
                "If-Match: *",
                "Authorization: Basic \u00e9"
            })
    void no_header_makes_any_operation_fail(String header) throws IOException {
        for (Operation operation : client.contract().operations()) {
            // what an archive is made of is not written for these tests
            if (operation.server().isEmpty() || operation.address().endsWith("/archive")) {
                continue;
            }
            String credentials = header.startsWith("Authorization")
                    ? ""
                    : "Authorization: Bearer "
                            + (operation.address().startsWith("/accounts") ? CLERKS_TOKEN : AMINAS_TOKEN) + "\r\n";

            String answer =
                    raw(operation.method() + " /api/v1" + AwayTest.somewhere(operation) + " HTTP/1.1\r\nHost: x\r\n"
                            + credentials + header + "\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}");

            assertThat(answer)
                    .as(operation.method() + " " + operation.address())
                    .matches("(?s)HTTP/1\\.1 [234].*");
        }
    }

    @Test
    void a_json_body_beyond_64_kib_is_refused() {
        Answer answer = client.call("POST", "/sessions")
                .json("{\"login\":\"" + "x".repeat(70_000) + "\"}")
                .wrongOnPurpose()
                .send();

        assertThat(answer.problem()).isEqualTo("body-too-large");
    }

    @Test
    void a_body_that_announces_no_length_is_bounded_while_it_streams() throws IOException {
        StringBuilder chunks = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            chunks.append("1000\r\n").append(" ".repeat(4096)).append("\r\n");
        }

        String answer = raw("POST /api/v1/sessions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n" + chunks + "0\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 413").contains("/problems/body-too-large");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n2;\n\r\n{}\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n5\r\n{}\r\n0\r\n\r\n",
                "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}x",
                "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
                "Content-Length: -1\r\n\r\n{}",
                "Content-Length: x\r\n\r\n{}"
            })
    void malformed_framing_gets_400_and_a_closed_connection_without_a_stack_trace(String rest) throws IOException {
        try (Logged logged = new Logged()) {
            String answer =
                    raw("POST /api/v1/sessions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n" + rest);

            assertThat(answer).startsWith("HTTP/1.1 400").containsIgnoringCase("Connection: close");
            assertThat(logged.text()).isEmpty();
        }
    }

    @Test
    void a_sender_who_leaves_in_the_middle_leaves_no_stack_trace() throws Exception {
        try (Logged logged = new Logged();
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), api.port())) {
            socket.getOutputStream()
                    .write(("POST /api/v1/sessions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                                    + "Content-Length: 500\r\n\r\n{\"login\":")
                            .getBytes(US_ASCII));
            socket.shutdownOutput();
            socket.getInputStream().readAllBytes();

            assertThat(logged.text()).isEmpty();
        }
    }

    /** RFC 9110, 8.3.1: a type, a slash, a subtype, and parameters that are each a name and a value. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "json",
                "",
                ";",
                "/",
                "application/",
                "/json",
                "application/json/x",
                "application/json; charset",
                "application/json; charset=",
                "application/json; charset=\"utf-8",
                "application json",
                "application/json, text/plain",
                "appl\u00e9cation/json",
                "application/json; a=\u00e9"
            })
    void a_media_type_that_cannot_be_read_is_one_that_nobody_takes(String type) throws IOException {
        for (String asked : List.of(
                "POST /api/v1/sessions", "POST /api/v1/filings", "PUT /api/v1" + CASE + "/pieces/nationalite")) {
            String answer = raw(asked + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + AMINAS_TOKEN
                    + "\r\nIdempotency-Key: unreadable-type\r\nContent-Type: " + type
                    + "\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}");

            assertThat(answer)
                    .as(asked)
                    .startsWith("HTTP/1.1 415")
                    .contains("application/problem+json", "/problems/media-type-not-accepted");
            assertThat(answer.contains("\"attempt\"")).as(asked).isEqualTo(!asked.endsWith("/sessions"));
        }
    }

    @Test
    void a_media_type_with_parameters_is_read() throws IOException {
        for (String type : List.of(
                "application/json;", "application/json; charset=utf-8", "Application/JSON ; charset=\"utf-8\" ;a=b")) {
            String answer = raw("POST /api/v1/sessions HTTP/1.1\r\nHost: x\r\nContent-Type: " + type
                    + "\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}");

            assertThat(answer).as(type).startsWith("HTTP/1.1 400").contains("/problems/malformed-input");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /cases?stauts=filed",
                "GET /tasks?stauts=x&late=true",
                "GET /catalogue/permits?On=2026-06-01",
                "GET /attempts?limit=3",
                "POST /bulk-acts?stauts=filed"
            })
    void a_parameter_that_there_is_not_is_refused_and_named_with_those_that_there_are(String asked) {
        String[] parts = asked.split(" ", 2);
        ContractClient.Call call = client.call(parts[0], parts[1]).bearer(CLERKS_TOKEN);
        if (parts[0].equals("POST")) {
            call.json("{\"act\":{\"act\":\"take-up\"}}");
        }
        Answer answer = call.wrongOnPurpose().send();

        String unknown = parts[1].replaceAll(".*[?]([A-Za-z]+)=.*", "$1");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/rule").asText()).isEqualTo("unknown-parameter");
        assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo(unknown);
        if (asked.contains("/cases") || asked.contains("bulk-acts")) {
            assertThat(answer.json().at("/errors/0/allowed").toString())
                    .contains("\"status\"", "\"permit\"", "\"held\"");
        }
    }

    @Test
    void a_parameter_whose_name_says_anything_is_refused_and_not_repeated() throws IOException {
        for (String query : List.of("amina%20exemple=1", "%zz=1", "a".repeat(300) + "=1", "%3Cscript%3E=1")) {
            String answer =
                    raw("GET /api/v1/catalogue/permits?" + query + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

            assertThat(answer)
                    .as(query)
                    .startsWith("HTTP/1.1 400")
                    .contains("unknown-parameter", "\"field\":\"\"")
                    .doesNotContain("amina", "script", "aaaa");
        }
    }

    /** RFC 9110, 9.3.8: nothing is echoed to whoever asks. */
    @Test
    void nobody_is_told_back_what_they_sent() throws IOException {
        for (String path : List.of("/api/openapi.json", "/health/live", "/api/v1/sessions", "/unknown")) {
            String answer =
                    raw("TRACE " + path + " HTTP/1.1\r\nHost: x\r\nX-Mine: secret\r\nConnection: close\r\n\r\n");

            assertThat(answer)
                    .as(path)
                    .startsWith("HTTP/1.1 405")
                    .contains("Allow: ")
                    .doesNotContain("secret");
        }
    }

    /** tus 1.0: every answer says the version that is spoken, and one to another version those that are. */
    @Test
    void every_answer_to_an_upload_speaks_tus() {
        Answer unknown = client.call("HEAD", "/uploads/" + "f".repeat(32))
                .bearer(AMINAS_TOKEN)
                .header("Tus-Resumable", "1.0.0")
                .wrongOnPurpose()
                .send();
        Answer nobody = client.call("DELETE", "/uploads/" + "f".repeat(32))
                .wrongOnPurpose()
                .send();
        Answer older = client.call("POST", CASE + "/pieces/nationalite/uploads")
                .bearer(AMINAS_TOKEN)
                .header("Tus-Resumable", "0.2.2")
                .wrongOnPurpose()
                .send();

        for (Answer answer : List.of(unknown, nobody, older)) {
            assertThat(answer.header("Tus-Resumable")).as("%d", answer.status()).isEqualTo("1.0.0");
        }
        assertThat(older.problem()).isEqualTo("upload-protocol");
        assertThat(older.header("Tus-Version")).isEqualTo("1.0.0");
    }

    @Test
    void a_query_that_cannot_be_decoded_is_no_fault_of_ours() throws IOException {
        String answer = raw("GET /api/v1/catalogue/permits?on=%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 4");
    }

    @Test
    void a_fault_of_ours_is_told_by_its_trace_alone() {
        api.services.failure.set(() -> new IllegalStateException("Amina Benali, 1 rue de la Liberté"));

        try (Logged logged = new Logged()) {
            Answer answer = client.call("GET", CASE)
                    .bearer(AMINAS_TOKEN)
                    .mayBeUnavailable()
                    .send();

            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.body()).doesNotContain("Amina", "Liberté", "Exception");
            assertThat(answer.json().path("fault").asText()).isEqualTo("platform");
            assertThat(logged.text())
                    .containsOnlyOnce(answer.json().path("instance").asText())
                    .contains("readCase", "IllegalStateException", "\tat ")
                    .doesNotContain("Amina", "Liberté");
        }
    }

    @Test
    void a_store_that_is_away_is_told_with_the_time_to_wait() {
        api.services.failure.set(() -> new CaseException(ErrorCode.STORE_UNAVAILABLE));

        try (Logged logged = new Logged()) {
            Answer answer = client.call("GET", CASE)
                    .bearer(AMINAS_TOKEN)
                    .mayBeUnavailable()
                    .send();

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.header("Retry-After")).isEqualTo("30");
            assertThat(logged.text())
                    .contains(answer.json().path("instance").asText())
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void a_part_that_the_platform_refuses_is_told_by_its_name() {
        api.services.failure.set(
                () -> new CaseException(ErrorCode.CONTRADICTORY_INPUT, Map.of("field", "heldPermit.validFrom")));

        Answer answer = filing(GOOD_FILING);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo("heldPermit.validFrom");
        assertThat(answer.json().at("/errors/0/rule").asText()).isEqualTo("contradicts");
    }

    @Test
    void every_answer_carries_the_safe_headers() {
        Answer answer = client.call("GET", "/unknown").wrongOnPurpose().send();

        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.mediaType()).isEqualTo("application/problem+json");
    }

    private static Answer filing(String body) {
        return client.call("POST", "/filings")
                .bearer(AMINAS_TOKEN)
                .header("Idempotency-Key", "key-0001")
                .json(body)
                .wrongOnPurpose()
                .send();
    }

    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), api.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            socket.shutdownOutput();
            try (InputStream answer = socket.getInputStream()) {
                return new String(answer.readAllBytes(), UTF_8);
            }
        }
    }
}
