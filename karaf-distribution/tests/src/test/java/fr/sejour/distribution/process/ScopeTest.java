package fr.sejour.distribution.process;

import static fr.sejour.distribution.process.SignedIn.API;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.sejour.rest.contract.ContractClient.Answer;
import fr.sejour.rest.contract.ContractClient.Call;
import fr.sejour.rest.contract.OpenApiContract.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Out of scope answers exactly like unknown, for every operation of the contract and every role. */
@ExtendWith(TryOut.ForTests.class)
class ScopeTest {

    private enum Role {
        NOBODY,
        APPLICANT,
        /** With a mandate of somebody else. */
        HELPER,
        AGENT_ELSEWHERE,
        AGENT_IN_CHARGE,
        NATIONAL
    }

    /**
     * What each role is answered when it names somebody else. {@code =} is out of scope: exactly what the unknown gets. Without
     * it the role may know of this person, and is served, or refused for another reason. A row of dashes names nobody.
     */
    private static final String TABLE = """
            POST /accounts                             | -    | -    | -    | -    | -    | -
            POST /sessions                             | =401 | =401 | =401 | =401 | =401 | =401
            PUT /accounts/own                          | -    | -    | -    | -    | -    | -
            POST /recoveries                           | =422 | =422 | =422 | =422 | =422 | =422
            GET /people/{id}                           | =401 | =404 | =404 | =404 | 200  | 200
            PUT /people/{id}/contact                   | =401 | =404 | =404 | =404 | 403  | 403
            PUT /people/{id}/representative            | =401 | =404 | =404 | =404 | 422  | 422
            GET /people/{id}/corrections               | =401 | =404 | =404 | =404 | 200  | 200
            POST /people/{id}/corrections              | =401 | =404 | =404 | =404 | 201  | 201
            POST /people/{id}/recovery                 | =401 | =404 | =404 | =404 | 201  | 201
            POST /people/{id}/counter-code             | =401 | =404 | =404 | =404 | =404 | =404
            GET /people/{id}/access                    | =401 | =404 | =404 | =404 | 200  | 200
            GET /people/{id}/look-alikes               | =401 | =404 | =404 | =404 | 200  | 200
            PUT /people/{id}/look-alikes/{other}       | =401 | =404 | =404 | =404 | 200  | 200
            DELETE /people/{id}/look-alikes/{other}    | =401 | =404 | =404 | =404 | 204  | 204
            GET /people/{id}/mandates                  | =401 | =404 | =404 | =404 | 200  | 200
            POST /people/{id}/mandates                 | =401 | =404 | =404 | =404 | 201  | 201
            DELETE /people/{id}/mandates/{number}      | =401 | =404 | =404 | =404 | 204  | 204
            GET /mandates                              | -    | -    | -    | -    | -    | -
            DELETE /helpers/{code}                     | -    | -    | -    | -    | -    | -
            GET /corrections                           | -    | -    | -    | -    | -    | -
            GET /corrections/{number}                  | =401 | =404 | =404 | =404 | 200  | 200
            PUT /corrections/{number}/proof            | =401 | =404 | =404 | =404 | 409  | 409
            GET /corrections/{number}/proof            | =401 | =404 | =404 | =404 | 200  | 200
            POST /corrections/{number}/acts            | =401 | =404 | =404 | =404 | 200  | 200
            POST /people/{id}/link                     | =401 | =404 | =404 | =404 | 422  | 422
            GET /people/{id}/coverage                  | =401 | =404 | =404 | =404 | 200  | 200
            GET /people/{id}/inbox                     | =401 | =404 | =404 | =404 | 200  | 200
            GET /people/{id}/residence                 | =401 | =404 | =404 | =404 | 200  | 200
            PUT /people/{id}/residence                 | =401 | =404 | =404 | =404 | 200  | 200
            GET /forms/{permit}                        | -    | -    | -    | -    | -    | -
            POST /look-ups                             | =401 | =403 | =403 | =404 | 200  | 200
            POST /filings                              | =401 | =404 | =404 | =404 | 201  | 201
            GET /cases                                 | =401 | =403 | =403 | =404 | 200  | 200
            GET /cases/{caseNumber}                    | =401 | =404 | =404 | =404 | 200  | 200
            PUT /cases/{caseNumber}/pieces/{pieceType} | =401 | =404 | =404 | =404 | 200  | 200
            GET /cases/{caseNumber}/pieces             | =401 | =404 | =404 | =404 | 200  | 200
            GET /cases/{caseNumber}/pieces/{pieceType} | =401 | =404 | =404 | =404 | 200  | 200
            DELETE /cases/{caseNumber}/pieces/{pieceType} | =401 | =404 | =404 | =404 | 403 | 403
            GET /cases/{caseNumber}/pieces/{pieceType}/versions/{version} | =401 | =404 | =404 | =404 | 200 | 200
            PUT /cases/{caseNumber}/pieces/{pieceType}/evidence | =401 | =404 | =404 | =404 | 200 | 200
            POST /cases/{caseNumber}/pieces/{pieceType}/uploads | =401 | =404 | =404 | =404 | 201 | 201
            HEAD /uploads/{upload}                     | =401 | =404 | =404 | =404 | =404 | =404
            PATCH /uploads/{upload}                    | =401 | =404 | =404 | =404 | =404 | =404
            DELETE /uploads/{upload}                   | =401 | =404 | =404 | =404 | =404 | =404
            GET /people/{id}/evidence                  | =401 | =404 | =404 | =404 | 200  | 200
            POST /cases/{caseNumber}/acts              | =401 | =404 | =404 | =404 | 200  | 200
            GET /cases/{caseNumber}/journal            | =401 | =404 | =404 | =404 | 200  | 200
            GET /cases/{caseNumber}/journal/verification | =401 | =404 | =404 | =404 | 200  | 200
            GET /cases/{caseNumber}/archive            | =401 | =404 | =404 | =404 | 200  | 200
            GET /cases/{caseNumber}/letters            | =401 | =404 | =404 | =404 | 200  | 200
            GET /cases/{caseNumber}/links              | =401 | =404 | =404 | =404 | 200  | 200
            GET /attempts                              | -    | -    | -    | -    | -    | -
            GET /attempts/{number}                     | =401 | =404 | =404 | 200  | 200  | 200
            GET /reports                               | -    | -    | -    | -    | -    | -
            POST /reports                              | =404 | =404 | =404 | =404 | 201  | 201
            GET /reports/{number}                      | =401 | =404 | =404 | =404 | 200  | 200
            POST /reports/{number}/steps               | =401 | =403 | =403 | =404 | 200  | 200
            GET /signature-keys                        | -    | -    | -    | -    | -    | -
            GET /journal-roots                         | -    | -    | -    | -    | -    | -
            GET /attestations/{number}                 | =401 | =404 | =404 | =404 | 200  | 200
            GET /attestations/{number}/page            | =401 | =404 | =404 | =404 | 200  | 200
            POST /checks                               | =422 | =422 | =422 | =422 | =422 | =422
            POST /share-checks                         | =422 | =422 | =422 | =422 | =422 | =422
            POST /check-proofs                         | -    | -    | -    | -    | -    | -
            GET /status-lists                          | -    | -    | -    | -    | -    | -
            GET /status-lists/{number}                 | -    | -    | -    | -    | -    | -
            GET /seal-keys                             | -    | -    | -    | -    | -    | -
            GET /paper-authority/certificate           | -    | -    | -    | -    | -    | -
            GET /paper-authority/revoked               | -    | -    | -    | -    | -    | -
            GET /people/{id}/shares                    | =401 | =404 | =404 | =404 | =404 | =404
            POST /people/{id}/shares                   | =401 | =404 | =404 | =404 | =404 | =404
            DELETE /people/{id}/shares/{code}          | =401 | =404 | =404 | =404 | =404 | =404
            GET /catalogue/permits                     | -    | -    | -    | -    | -    | -
            GET /prefectures/{code}                    | -    | -    | -    | -    | -    | -
            GET /communes                              | -    | -    | -    | -    | -    | -
            GET /communes/{code}                       | -    | -    | -    | -    | -    | -
            GET /transfers                             | -    | -    | -    | -    | -    | -
            GET /tasks                                 | =401 | =403 | =403 | =404 | 200  | 200
            GET /coverage-gaps                         | =401 | =403 | =403 | =404 | 403  | 200
            GET /coverage-gaps/uncovered-days          | =401 | =403 | =403 | =404 | 403  | 200
            GET /prefectures/{code}/teams              | =401 | =403 | =403 | =404 | 200  | 200
            PUT /prefectures/{code}/teams/{team}       | =401 | =403 | =403 | =404 | 403  | 200
            DELETE /prefectures/{code}/teams/{team}    | =401 | =403 | =403 | =404 | 403  | 404
            PUT /prefectures/{code}/chiefs             | =401 | =403 | =403 | =404 | 403  | 200
            PUT /agents/{account}/leave                | =401 | =403 | =403 | =404 | 403  | 204
            DELETE /agents/{account}                   | =401 | =403 | =403 | =403 | =403 | 204
            GET /cases/{caseNumber}/place              | =401 | =403 | =403 | =404 | 200  | 200
            POST /bulk-acts                            | -    | -    | -    | -    | -    | -
            GET /bulk-acts/{id}                        | =401 | =404 | =404 | =404 | 200  | 200
            POST /bulk-acts/{id}/steps                 | =401 | =404 | =404 | =404 | 200  | 200
            GET /editions                              | -    | -    | -    | -    | -    | -
            POST /editions                             | -    | -    | -    | -    | -    | -
            POST /editions/{name}/steps                | =401 | =403 | =403 | =403 | =403 | =404
            GET /editions/{name}/effects               | =401 | =403 | =403 | =403 | =403 | =404
            GET /health/live                           | -    | -    | -    | -    | -    | -
            GET /health/ready                          | -    | -    | -    | -    | -    | -
            GET /metrics                               | -    | -    | -    | -    | -    | -
            GET /api/openapi.json                      | -    | -    | -    | -    | -    | -
            """;

    /** What somebody is known by. */
    private record Known(
            String login,
            String person,
            String caseNumber,
            String paper,
            String checkCode,
            String prefecture,
            String evidence,
            String upload,
            String attempt,
            String report,
            String correction,
            String mandate,
            String colleague,
            String leaver,
            String bulkAct) {

        String accountFor(String operation) {
            return operation.startsWith("DELETE") ? leaver : colleague;
        }

        String numberFor(String operation) {
            if (operation.contains("/corrections")) {
                return correction;
            }
            if (operation.contains("/mandates")) {
                return mandate;
            }
            return operation.contains("/attempts") ? attempt : operation.contains("/reports") ? report : paper;
        }
    }

    /** Who nobody is, in the same shapes; 20 was the code of Corsica and is no préfecture's now. */
    private static final Known UNKNOWN = new Known(
            "applicant." + UUID.randomUUID(),
            UUID.randomUUID().toString(),
            "0000000000000000018",
            "SJ-0000-0000-0000",
            "0000-0000-0000",
            "20",
            UUID.randomUUID().toString(),
            "0".repeat(32),
            "TE-0000-0000-0000",
            "SI-0000-0000-0000",
            "CO-0000-0000-0000",
            "MA-0000-0000-0000",
            UUID.randomUUID().toString(),
            UUID.randomUUID().toString(),
            "0".repeat(32));

    /** What reads nothing of a préfecture that there is not. */
    private static final Set<String> QUEUES =
            Set.of("GET /cases", "GET /tasks", "GET /coverage-gaps", "GET /coverage-gaps/uncovered-days");

    /** Of somebody whom an agent in Grenoble types in; begins anywhere, for a platform that kept its people. */
    private static final String NUMBER = String.valueOf(9_700_000_000L + System.nanoTime() / 1_000 % 90_000_000);

    private static final String NUMBER_OF_NOBODY = "9799999999";

    private static final Map<Role, SignedIn> ASKING = new EnumMap<>(Role.class);
    private static String colleague = "";

    private static final SignedIn.Association NOBODY_YET = new SignedIn.Association(new SignedIn("", "", ""), "");

    /** Whom everybody here has given a mandate, and who never asks. */
    private static SignedIn.Association association = NOBODY_YET;

    /** Whom nobody has given one. */
    private static SignedIn.Association another = NOBODY_YET;

    private static final Map<Role, Known> SOMEBODY = new EnumMap<>(Role.class);

    @BeforeAll
    static void somebodyElseLivesInGrenoble() throws IOException {
        ASKING.put(Role.APPLICANT, SignedIn.applicant("CURIEUX", "Paul"));
        SignedIn.Association helper = SignedIn.association();
        ASKING.put(Role.HELPER, helper.signedIn());
        association = SignedIn.association();
        another = SignedIn.association();
        SignedIn mandator = SignedIn.applicant("CONFIANTE", "Nora");
        mandator.mandate(helper.code(), "file", "complete", "read");
        ASKING.put(Role.AGENT_ELSEWHERE, SignedIn.agentOf("69", "75"));
        ASKING.put(Role.AGENT_IN_CHARGE, SignedIn.agentOf("38"));
        ASKING.put(Role.NATIONAL, SignedIn.national());
        colleague = SignedIn.agentOf("38").account();
        for (Role role : Role.values()) {
            SOMEBODY.put(role, somebody());
        }
        somebodyIsKnownByTheirNumber();
    }

    private static void somebodyIsKnownByTheirNumber() throws IOException {
        Distribution platform = TryOut.distribution();
        Path file = Files.createTempFile(platform.home(), "register", ".csv");
        Files.writeString(file, """
                foreigner_number,family_name,given_names,birth_date,nationality,permit,\
                document_kind,permit_number,valid_from,valid_until,protection,letter_code
                %1$s,CONNUE,Ana,%2$s,MA,etudiant,CST,D38%1$s,%3$s,%4$s,,LETTRE%1$s
                """.formatted(
                        NUMBER,
                        SignedIn.BIRTH_DATE,
                        SignedIn.today().minusDays(300),
                        SignedIn.today().plusDays(64)));
        assertThat(platform.shell("sejour:register-import " + file)).contains("1 rows imported");
        Answer entered = ASKING.get(Role.AGENT_IN_CHARGE)
                .call("POST", "/filings")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .json(Map.of(
                        "registered",
                        Map.of("foreignerNumber", NUMBER, "birthDate", SignedIn.BIRTH_DATE),
                        "channel",
                        "counter",
                        "permit",
                        "etudiant",
                        "residence",
                        Map.of("address", "1 rue de l'Exemple", "commune", "38185")))
                .send();
        assertThat(entered.status()).as(entered.body()).isEqualTo(201);
    }

    @Test
    void every_operation_of_the_contract_has_its_row() {
        assertThat(rows().keySet())
                .containsExactlyInAnyOrderElementsOf(API.contract().operations().stream()
                        .map(Operation::name)
                        .toList());
    }

    @Test
    void everybody_reads_what_is_theirs_to_read() {
        SignedIn owner = ASKING.get(Role.APPLICANT);
        String number = owner.fileIn("38185").at("/case/caseNumber").asText();

        for (SignedIn reader : List.of(owner, ASKING.get(Role.AGENT_IN_CHARGE), ASKING.get(Role.NATIONAL))) {
            assertThat(reader.read("/cases/" + number).json().path("caseNumber").asText())
                    .isEqualTo(number);
        }
    }

    @ParameterizedTest(name = "{0} by {1}")
    @MethodSource("outOfScope")
    void somebody_out_of_scope_is_answered_exactly_like_nobody_at_all(String operation, Role role, int status) {
        Known somebody = SOMEBODY.get(role);
        String before = standing(somebody);

        Answer known = ask(operation, role, somebody).send();
        Answer unknown = ask(operation, role, UNKNOWN).send();

        assertThat(known.status()).as(known.body()).isEqualTo(status);
        assertThat(whole(known)).isEqualTo(whole(unknown));
        assertThat(standing(somebody)).isEqualTo(before);
    }

    @ParameterizedTest(name = "{0} by {1}")
    @MethodSource("inScope")
    void somebody_in_scope_is_known(String operation, Role role, int status) {
        Answer known = ask(operation, role, SOMEBODY.get(role)).send();

        assertThat(known.status()).as(known.body()).isEqualTo(status);
        if (!QUEUES.contains(operation)) {
            assertThat(ask(operation, role, UNKNOWN).send().problem()).isEqualTo("not-found");
        }
    }

    static Stream<Arguments> outOfScope() {
        return cells("=");
    }

    static Stream<Arguments> inScope() {
        return cells("");
    }

    private static Stream<Arguments> cells(String mark) {
        return rows().entrySet().stream()
                .flatMap(row -> Stream.of(Role.values())
                        .filter(role -> row.getValue().get(role).matches(mark + "\\d{3}"))
                        .map(role -> Arguments.of(
                                row.getKey(),
                                role,
                                Integer.parseInt(row.getValue().get(role).substring(mark.length())))));
    }

    private static Map<String, Map<Role, String>> rows() {
        Map<String, Map<Role, String>> rows = new TreeMap<>();
        TABLE.lines().forEach(line -> {
            Iterator<String> answers =
                    Stream.of(line.split("\\|", -1)).map(String::strip).iterator();
            String operation = answers.next();
            Map<Role, String> byRole = new EnumMap<>(Role.class);
            for (Role role : Role.values()) {
                byRole.put(role, answers.next());
            }
            rows.put(operation, byRole);
        });
        return rows;
    }

    /** A code that nobody shared. */
    private static final String SHARE = "T-0000-0000-0000";

    /** Asks the operation about somebody, with all that it needs besides. */
    private static Call ask(String operation, Role role, Known about) {
        String[] name = operation.split(" ", 2);
        String address = name[1].replace("{id}", name[1].startsWith("/bulk-acts") ? about.bulkAct() : about.person())
                .replace("{other}", SOMEBODY.get(Role.NOBODY).person())
                .replace("{code}", operation.contains("/shares") ? SHARE : about.prefecture())
                .replace("{name}", "2026-12-01")
                .replace("{team}", "essai")
                .replace("{account}", about.accountFor(operation))
                .replace("{caseNumber}", about.caseNumber())
                .replace("{pieceType}", "nationalite")
                .replace("{permit}", "etudiant")
                .replace("{version}", "1")
                .replace("{upload}", about.upload())
                .replace("{number}", about.numberFor(operation));
        String months = operation.endsWith("/uncovered-days") ? "&from=2026-01&until=2026-02" : "";
        Call call = API.call(
                name[0], QUEUES.contains(operation) ? address + "?prefecture=" + about.prefecture() + months : address);
        Optional.ofNullable(ASKING.get(role)).ifPresent(asking -> call.bearer(asking.token()));
        // a login and a code that nobody has are slowed down like those that somebody has: each is tried by one role
        boolean nobody = about.equals(UNKNOWN);
        String login = nobody ? "applicant." + UUID.randomUUID() : about.login();
        String checkCode =
                nobody ? "000%d-0000-0000".formatted(List.of(Role.values()).indexOf(role)) : about.checkCode();
        return switch (operation) {
            case "POST /sessions" -> call.json(Map.of("login", login, "password", "quatre autres mots"));
            case "POST /people/{id}/link" ->
                call.json(Map.of(
                        "foreignerNumber", "9900000001", "birthDate", "2003-05-14", "letterCode", "FAUX-CODE-0001"));
            case "POST /look-ups" -> call.json(Map.of("foreignerNumber", nobody ? NUMBER_OF_NOBODY : NUMBER));
            case "POST /recoveries" ->
                call.json(Map.of(
                        "login",
                        login,
                        "birthDate",
                        SignedIn.BIRTH_DATE,
                        "code",
                        "0000-0000-0000-0000-0000",
                        "password",
                        "quatre autres mots"));
            case "PUT /people/{id}/representative" ->
                call.json(Map.of("familyName", "EXEMPLE", "givenNames", "Jeanne", "quality", "parent"));
            case "PUT /people/{id}/contact" -> call.json(Map.of("email", "autre@example.org"));
            case "POST /people/{id}/corrections" -> call.json(correction("DISCRETE"));
            // everybody here has the same name and birth date
            case "PUT /people/{id}/look-alikes/{other}" -> call.json(Map.of("words", "Deux passeports vus."));
            case "POST /people/{id}/mandates" -> call.json(mandated());
            case "POST /people/{id}/recovery" -> call.json(Map.of("seen", "Passeport"));
            // the first of the two that change it: the other comes too late
            case "POST /corrections/{number}/acts" -> call.json(Map.of("what", "refuse", "words", "Illisible."));
            case "PUT /corrections/{number}/proof" -> call.content("application/pdf", SamplePdf.of("acte"));
            case "PUT /people/{id}/residence" -> call.json(Map.of("address", "1 rue de l'Exemple", "commune", "38185"));
            case "POST /filings" ->
                call.header("Idempotency-Key", UUID.randomUUID().toString()).json(filing(role, about));
            case "PUT /cases/{caseNumber}/pieces/{pieceType}" ->
                call.content("application/pdf", SamplePdf.of("une page"));
            case "PUT /cases/{caseNumber}/pieces/{pieceType}/evidence" ->
                call.json(Map.of("evidence", about.evidence()));
            case "POST /cases/{caseNumber}/pieces/{pieceType}/uploads" ->
                call.header("Tus-Resumable", "1.0.0").header("Upload-Length", "10");
            case "HEAD /uploads/{upload}", "DELETE /uploads/{upload}" -> call.header("Tus-Resumable", "1.0.0");
            case "PATCH /uploads/{upload}" ->
                call.header("Tus-Resumable", "1.0.0")
                        .header("Upload-Offset", "0")
                        .content("application/offset+octet-stream", new byte[] {1});
            case "POST /reports" ->
                call.json(Map.of(
                        "topic", "case", "blocking", false, "words", "Rien ne va.", "caseNumber", about.caseNumber()));
            case "POST /reports/{number}/steps" -> call.json(Map.of("what", "answer", "words", "C'est vu."));
            case "POST /cases/{caseNumber}/acts" -> call.json(Map.of("act", "take-up"));
            case "PUT /prefectures/{code}/teams/{team}" -> call.json(Map.of("name", "Un essai"));
            case "PUT /prefectures/{code}/chiefs" -> call.json(Map.of("chiefs", List.of()));
            case "PUT /agents/{account}/leave" -> call.json(Map.of());
            case "POST /bulk-acts/{id}/steps" -> call.json(Map.of("what", "cancel"));
            case "POST /editions/{name}/steps" -> call.json(Map.of("what", "activate"));
            case "POST /people/{id}/shares" ->
                call.json(Map.of(
                        "purpose",
                        "work",
                        "lastDay",
                        LocalDate.now(ZoneId.of("Europe/Paris")).toString()));
            // nobody shared it, and each role tries one of its own
            case "POST /share-checks" ->
                call.json(Map.of("code", (nobody ? "T" : "H") + checkCode, "birthDate", "1970-01-01"));
            case "POST /checks" -> call.json(Map.of("code", checkCode, "birthDate", "1970-01-01"));
            default -> call;
        };
    }

    private static Map<String, Object> filing(Role role, Known about) {
        return Map.of(
                "personId",
                about.person(),
                "channel",
                role == Role.APPLICANT || role == Role.HELPER ? "online" : "counter",
                "permit",
                "etudiant",
                "residence",
                Map.of("address", "1 rue de l'Exemple", "commune", "38185"));
    }

    private static Map<String, Object> correction(String familyName) {
        return Map.of(
                "proposed",
                Map.of(
                        "familyName",
                        familyName,
                        "givenNames",
                        "Zoé",
                        "birthDate",
                        SignedIn.BIRTH_DATE,
                        "nationality",
                        "MA"),
                "words",
                "Une lettre manque.");
    }

    private static Map<String, Object> mandated() {
        return Map.of(
                "helperCode",
                another.code(),
                "allows",
                List.of("file", "complete", "read"),
                "lastDay",
                SignedIn.today().plusMonths(6).toString(),
                "document",
                "GUICHET-12");
    }

    private static String mandate(SignedIn applicant) {
        return applicant.mandate(association.code(), "file", "complete", "read");
    }

    private static String proposed(SignedIn applicant) {
        String number = applicant
                .call("POST", "/people/" + applicant.person() + "/corrections")
                .json(correction("DISCRÈT"))
                .send()
                .json()
                .path("number")
                .asText();
        applicant
                .call("PUT", "/corrections/" + number + "/proof")
                .content("application/pdf", SamplePdf.of("acte"))
                .send();
        return number;
    }

    private static Known somebody() {
        SignedIn applicant = SignedIn.applicant("DISCRET", "Zoé");
        JsonNode receipt = applicant.fileIn("38185");
        String pieces = "/cases/" + receipt.at("/case/caseNumber").asText() + "/pieces";
        Answer given = applicant
                .call("PUT", pieces + "/nationalite")
                .content("application/pdf", SamplePdf.of("passeport"))
                .send();
        assertThat(given.status()).as(given.body()).isEqualTo(200);
        Answer begun = applicant
                .call("POST", pieces + "/nationalite/uploads")
                .header("Tus-Resumable", "1.0.0")
                .header("Upload-Length", "10")
                .send();
        return new Known(
                applicant.login(),
                applicant.person(),
                receipt.at("/case/caseNumber").asText(),
                receipt.at("/papers/0/number").asText(),
                receipt.at("/papers/0/checkCode").asText(),
                "38",
                applicant.read(pieces).json().at("/versions/0/evidence").asText(),
                begun.header("Location").replaceAll(".*/", ""),
                applicant.failToFile().path("number").asText(),
                applicant.report(false).path("number").asText(),
                proposed(applicant),
                mandate(applicant),
                colleague,
                SignedIn.agentOf("38").account(),
                bulkAct(receipt.at("/case/caseNumber").asText()));
    }

    private static String bulkAct(String caseNumber) {
        Answer prepared = ASKING.get(Role.AGENT_IN_CHARGE)
                .call("POST", "/bulk-acts")
                .json(Map.of("act", Map.of("act", "take-up"), "cases", List.of(Map.of("caseNumber", caseNumber))))
                .send();
        assertThat(prepared.status()).as(prepared.body()).isEqualTo(201);
        return prepared.json().path("id").asText();
    }

    /** Status, headers and body, without the trace and the time of day. */
    private static String whole(Answer answer) {
        Map<String, List<String>> headers = new HashMap<>();
        answer.headers().map().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
        headers.remove("date");
        return answer.status() + " " + new TreeMap<>(headers) + " "
                + answer.body()
                        .replaceAll("urn:uuid:[0-9a-f-]{36}", "")
                        // an account gets so many receipts in an hour, each with a number of its own
                        .replaceAll(",\"attempt\":\\{[^}]*}", "");
    }

    /** All that is recorded of somebody; the delay of the préfecture is told from the cases of everybody. */
    private static String standing(Known somebody) {
        return Stream.of(
                        "/cases/" + somebody.caseNumber(),
                        "/cases/" + somebody.caseNumber() + "/journal",
                        "/people/" + somebody.person() + "/coverage",
                        "/people/" + somebody.person() + "/residence",
                        "/people/" + somebody.person() + "/inbox")
                .map(address -> SignedIn.national()
                        .read(address)
                        .body()
                        .replaceAll("\"at\":\"[^\"]*\"", "")
                        .replaceAll("\"delay\":\\{[^}]*}", ""))
                .reduce("", String::concat);
    }
}
