package fr.sejour.distribution.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.sejour.rest.contract.ContractClient;
import fr.sejour.rest.contract.ContractClient.Answer;
import fr.sejour.rest.contract.ContractClient.Call;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.awaitility.Awaitility;

/**
 * Somebody who has signed in at the API of the platform that the tests of a run share.
 *
 * @param person whom an applicant speaks for; empty text for agents
 */
record SignedIn(String login, String token, String person) {

    /** The API, every request and answer compared with its contract. */
    static final ContractClient API = new ContractClient(TryOut.distribution().uri("/"));

    static final String PASSWORD = "quatre mots au hasard";
    static final String BIRTH_DATE = "1999-05-17";

    private static Optional<SignedIn> national = Optional.empty();

    /** The national services of the demonstration: signed in once, for a code of a second factor serves once. */
    static synchronized SignedIn national() {
        SignedIn services = national.orElseGet(SignedIn::nationalServices);
        national = Optional.of(services);
        return services;
    }

    /** Somebody else of the national services. */
    static SignedIn anotherNational() {
        AgentAccount account = AgentAccount.national();
        return withCode(account.login(), account.code());
    }

    /** A new agent of these préfectures. */
    static SignedIn agentOf(String... prefectures) {
        AgentAccount account = AgentAccount.of(prefectures);
        return withCode(account.login(), account.code());
    }

    /** A new association and the code by which people name it. */
    record Association(SignedIn signedIn, String code) {}

    static Association association() {
        HelperAccount account = HelperAccount.open();
        return new Association(withCode(account.login(), account.timeCode()), account.code());
    }

    /** The day of the platform, which tests move forward. */
    static LocalDate today() {
        try {
            return LocalDate.parse(
                    TryOut.distribution().get("/demonstration/state").body().split(" ", -1)[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Gives a mandate for half a year, and reads its number. */
    String mandate(String helperCode, String... allows) {
        Answer given = call("POST", "/people/" + person + "/mandates")
                .json(Map.of(
                        "helperCode",
                        helperCode,
                        "allows",
                        allows,
                        "lastDay",
                        today().plusMonths(6).toString()))
                .send();
        assertThat(given.status()).as(given.body()).isEqualTo(201);
        return given.json().path("number").asText();
    }

    /** A new applicant, born on {@link #BIRTH_DATE}. */
    static SignedIn applicant(String familyName, String givenNames) {
        String login = "applicant." + UUID.randomUUID();
        Answer opened = opening(login, familyName, givenNames, BIRTH_DATE).send();
        assertThat(opened.status()).as(opened.body()).isEqualTo(201);
        return applicant(login);
    }

    /** An applicant who has an account already. */
    static SignedIn applicant(String login) {
        return signedIn(
                login,
                API.call("POST", "/sessions")
                        .json(Map.of("login", login, "password", PASSWORD))
                        .send());
    }

    static Call opening(String login, String familyName, String givenNames, String birthDate) {
        return API.call("POST", "/accounts")
                .json(Map.of(
                        "login",
                        login,
                        "password",
                        PASSWORD,
                        "civilStatus",
                        Map.of(
                                "familyName", familyName,
                                "givenNames", givenNames,
                                "birthDate", birthDate,
                                "nationality", "MA")));
    }

    Call call(String method, String address) {
        return API.call(method, address).bearer(token);
    }

    /** Does an act on a case. */
    Answer act(String caseNumber, Object act) {
        return call("POST", "/cases/" + caseNumber + "/acts").json(act).send();
    }

    /** What they read there. */
    Answer read(String address) {
        Answer answer = call("GET", address).send();
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    /** Files as a student who lives in a commune, and reads the receipt. */
    JsonNode fileIn(String commune) {
        Answer receipt = call("POST", "/filings")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .json(Map.of(
                        "permit", "etudiant", "residence", Map.of("address", "1 rue de l'Exemple", "commune", commune)))
                .send();
        assertThat(receipt.status()).as(receipt.body()).isEqualTo(201);
        return receipt.json();
    }

    /** Asks for a permit that there is none of, and reads the receipt of the failure. */
    JsonNode failToFile() {
        Answer problem = call("POST", "/filings")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .json(Map.of(
                        "permit",
                        "no_such_permit",
                        "residence",
                        Map.of("address", "1 rue de l'Exemple", "commune", "38185")))
                .send();
        assertThat(problem.problem()).as(problem.body()).isEqualTo("unknown-permit");
        return problem.json().path("attempt");
    }

    /** Reports that filing as a student is impossible, or something that does not block. */
    JsonNode report(boolean filingIsImpossible) {
        Answer report = call("POST", "/reports")
                .json(Map.of(
                        "topic", filingIsImpossible ? "filing" : "site",
                        "blocking", filingIsImpossible,
                        "words", "La page reste blanche.",
                        "permit", "etudiant",
                        "prefecture", "38"))
                .send();
        assertThat(report.status()).as(report.body()).isEqualTo(201);
        return report.json();
    }

    /** Signs in with a password and a code of the second factor. */
    static Answer session(String login, String password, String code) {
        return API.call("POST", "/sessions")
                .json(Map.of("login", login, "password", password, "totp", code))
                .send();
    }

    private static SignedIn withCode(String login, String code) {
        return signedIn(login, session(login, PASSWORD, code));
    }

    private static SignedIn signedIn(String login, Answer session) {
        assertThat(session.status()).as(session.body()).isEqualTo(201);
        return new SignedIn(
                login,
                session.json().path("token").asText(),
                session.json().path("personId").asText());
    }

    /** Another test may have used the present code up: then the next one serves. */
    private static SignedIn nationalServices() {
        String login = "services.nationaux";
        Answer session = Awaitility.await("the session of " + login)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofSeconds(10))
                .atMost(Duration.ofSeconds(45))
                .until(
                        () -> session(login, "demonstration-sejour", demonstrationCode(login)),
                        answer -> answer.status() == 201);
        return signedIn(login, session);
    }

    private static String demonstrationCode(String login) {
        try {
            return TryOut.distribution()
                    .get("/demonstration/code?login=" + login)
                    .body()
                    .strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What the account of an agent of the Isère goes by, as colleagues see it. */
    String account() {
        for (JsonNode colleague : read("/prefectures/38/teams").json().path("colleagues")) {
            if (colleague.path("login").asText().equals(login)) {
                return colleague.path("account").asText();
            }
        }
        throw new IllegalStateException(login + " does not serve the Isère");
    }

    /** The rows of the agent's queue in a préfecture, page by page. */
    List<JsonNode> queueOf(String prefecture) {
        List<JsonNode> rows = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = read("/cases?prefecture=" + prefecture + "&limit=200" + after)
                    .json();
            page.path("cases").forEach(rows::add);
            after = page.has("next") ? "&after=" + page.path("next").asText() : "";
        } while (!after.isEmpty());
        return rows;
    }
}
