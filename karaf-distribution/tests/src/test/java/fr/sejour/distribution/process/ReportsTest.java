package fr.sejour.distribution.process;

import static fr.sejour.distribution.process.SignedIn.API;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.sejour.rest.contract.ContractClient.Answer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What failed and what people report, on the running distribution. The malfunctions are those of the acceptance list. */
@ExtendWith(TryOut.ForTests.class)
class ReportsTest {

    @Test
    void m6_an_account_that_cannot_be_opened_and_a_document_that_fails_leave_receipts_and_get_an_answer() {
        SignedIn amina = SignedIn.applicant("EMPÊCHÉE", "Amina");
        JsonNode keys = API.call("GET", "/signature-keys").send().json();

        Answer taken = SignedIn.opening(amina.login(), "EMPÊCHÉE", "Amina", "1999-05-17")
                .send();
        assertThat(taken.problem()).isEqualTo("login-taken");
        JsonNode said = Jws.verified(taken.json().at("/attempt/signature").asText(), keys);
        assertThat(said.path("number")).isEqualTo(taken.json().at("/attempt/number"));
        assertThat(said.path("operation").asText()).isEqualTo("open-account");
        assertThat(said.toString()).doesNotContain("Amina", "EMPÊCHÉE", amina.login());

        String number = amina.fileIn("38185").at("/case/caseNumber").asText();
        Answer refused = amina.call("PUT", "/cases/" + number + "/pieces/nationalite")
                .content("application/pdf", "not a pdf".getBytes(StandardCharsets.US_ASCII))
                .send();
        String receipt = refused.json().at("/attempt/number").asText();
        assertThat(amina.read("/attempts/" + receipt).json().path("caseNumber").asText())
                .isEqualTo(number);

        String report = API.call("POST", "/reports")
                .bearer(amina.token())
                .json(Map.of(
                        "topic", "pieces", "blocking", true, "words", "Mon passeport est refusé.", "attempt", receipt))
                .send()
                .json()
                .path("number")
                .asText();
        SignedIn agent = SignedIn.agentOf("38");
        assertThat(agent.read("/reports").body()).contains(report);
        step(agent, report, Map.of("what", "answer", "words", "Envoyez une photo."));

        JsonNode read = amina.read("/reports/" + report).json();
        assertThat(read.path("state").asText()).isEqualTo("answered");
        assertThat(read.at("/steps/1/words").asText()).isEqualTo("Envoyez une photo.");
    }

    @Test
    void m16_a_ticket_is_linked_to_the_file_and_staff_of_the_prefecture_act_on_it() {
        SignedIn person = SignedIn.applicant("RENVOYÉE", "Salma");
        String number = person.fileIn("38185").at("/case/caseNumber").asText();
        String report = person.report(false).path("number").asText();
        SignedIn agent = SignedIn.agentOf("38");

        JsonNode linked = step(agent, report, Map.of("what", "link", "caseNumber", number));

        assertThat(linked.path("caseNumber").asText()).isEqualTo(number);
        assertThat(linked.path("owner").asText()).isEqualTo("38");
        Answer done = agent.act(number, Map.of("act", "take-up"));
        assertThat(done.status()).isEqualTo(200);
        step(agent, report, Map.of("what", "answer", "words", "Votre dossier avance."));
        assertThat(step(person, report, Map.of("what", "reopen", "words", "Pas le mien."))
                        .path("state")
                        .asText())
                .isEqualTo("open");
        assertThat(step(agent, report, Map.of("what", "route", "words", "Chez vous.", "to", "69"))
                        .path("owner")
                        .asText())
                .isEqualTo("69");
    }

    /** R. 431-2: nobody invites the person; the failure they recorded is enough, and its day is that of the filing. */
    @Test
    void m17_from_a_recorded_failure_to_a_keyed_filing_by_the_substitute_channel_without_an_invitation() {
        SignedIn person = SignedIn.applicant("BLOQUÉ", "Idriss");
        SignedIn agent = SignedIn.agentOf("38");

        String proof = person.report(true).path("substituteAttempt").asText();
        JsonNode right = person.read("/attempts/" + proof).json();
        assertThat(right.at("/substitute/because").asText()).isEqualTo("reported");
        assertThat(right.at("/substitute/prefecture").asText()).isEqualTo("38");
        assertThat(agent.read("/attempts/" + proof).json().path("personId").asText())
                .isEqualTo(person.person());

        Answer keyed = agent.call("POST", "/filings")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .json(Map.of(
                        "personId", person.person(),
                        "channel", "substitute",
                        "permit", "etudiant",
                        "residence", Map.of("address", "1 rue de l'Exemple", "commune", "38185"),
                        "attempt", Map.of("number", proof)))
                .send();

        assertThat(keyed.status()).as(keyed.body()).isEqualTo(201);
        assertThat(keyed.json().at("/case/filedAt")).isEqualTo(right.path("at"));
        String number = keyed.json().at("/case/caseNumber").asText();
        assertThat(person.read("/attempts/" + proof).json().path("filedAs").asText())
                .isEqualTo(number);
        assertThat(agent.read("/cases/" + number + "/journal").body())
                .contains("SUBSTITUTE", "attempt " + proof + " confirmed");
    }

    /** What was sent could not be read: it says not where the person lives, and the number that they show is enough. */
    @Test
    void m17_the_receipt_of_a_filing_that_could_not_be_read_is_found_at_any_counter_and_the_person_reads_by_whom() {
        SignedIn person = SignedIn.applicant("ILLISIBLE", "Idriss");
        SignedIn agent = SignedIn.agentOf("38");
        String receipt = person.call("POST", "/filings")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .json("{\"permit\":\"etudiant\"")
                .wrongOnPurpose()
                .send()
                .json()
                .at("/attempt/number")
                .asText();

        Answer shown = agent.read("/attempts/" + receipt);

        assertThat(shown.json().path("code").asText()).isEqualTo("malformed-input");
        assertThat(person.read("/people/" + person.person() + "/access").body()).contains("attempt-read", receipt);
    }

    @Test
    void somebody_without_an_account_follows_their_report_with_its_secret() {
        JsonNode opened = API.call("POST", "/reports")
                .json(Map.of("topic", "account", "blocking", true, "words", "Le compte ne s'ouvre pas."))
                .send()
                .json();
        String address = "/reports/" + opened.path("number").asText();

        assertThat(opened.path("owner").asText()).isEqualTo("national");
        assertThat(API.call("GET", address)
                        .header("Report-Secret", opened.path("secret").asText())
                        .send()
                        .status())
                .isEqualTo(200);
        assertThat(API.call("GET", address)
                        .header("Report-Secret", "another")
                        .send()
                        .status())
                .isEqualTo(404);
        assertThat(SignedIn.national().read("/reports").body())
                .contains(opened.path("number").asText());
    }

    private static JsonNode step(SignedIn who, String report, Map<String, Object> act) {
        Answer answer =
                who.call("POST", "/reports/" + report + "/steps").json(act).send();
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }
}
