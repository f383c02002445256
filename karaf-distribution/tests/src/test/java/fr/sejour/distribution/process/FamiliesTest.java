package fr.sejour.distribution.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.sejour.rest.contract.ContractClient.Answer;
import fr.sejour.rest.contract.ContractClient.Call;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A family on the running distribution: as many cases as people. */
@ExtendWith(TryOut.ForTests.class)
class FamiliesTest {

    private static SignedIn agent;

    @BeforeAll
    static void anAgent() {
        agent = SignedIn.agentOf("38");
    }

    @Test
    void the_refusal_of_one_leaves_the_case_of_the_other_open_and_is_a_task_of_its_owner() {
        SignedIn first = SignedIn.applicant("FAMILLE", "Ilyas");
        SignedIn second = SignedIn.applicant("FAMILLE", "Maryam");
        String main = first.fileIn("38185").at("/case/caseNumber").asText();
        String linked = following(second, main);

        assertThat(second.read("/cases/" + linked + "/links")
                        .json()
                        .at("/follows/caseNumber")
                        .asText())
                .isEqualTo(main);
        assertThat(tasks(linked)).contains("confirm-link");
        act(linked, Map.of("act", "follow", "followed", main, "holds", true, "reason", "Acte de mariage vu."));
        act(main, Map.of("act", "take-up"));
        act(main, Map.of("act", "refuse", "reason", "Motif", "delegation", "Arrêté d'exemple"));

        TryOut.distribution().shell("sejour:deadline-pass");

        assertThat(tasks(linked)).contains("look-again");

        JsonNode stands = agent.read("/cases/" + linked).json();
        assertThat(stands.path("status").asText()).isEqualTo("filed");
        assertThat(stands.has("decision")).isFalse();
        JsonNode task = StreamSupport.stream(stands.path("tasks").spliterator(), false)
                .filter(it -> it.path("kind").asText().equals("look-again"))
                .findFirst()
                .orElseThrow();
        assertThat(task.path("owner").asText()).isEqualTo("38");
        assertThat(task.path("question").asText()).isEqualTo(main);
        JsonNode links = agent.read("/cases/" + linked + "/links").json();
        assertThat(links.at("/follows/status").asText()).isEqualTo("refused");
        assertThat(second.read("/cases/" + linked).body()).doesNotContain("look-again");
        assertThat(second.read("/cases/" + linked + "/links").body()).doesNotContain("refused");
    }

    @Test
    void a_minor_files_once_somebody_acts_for_them_and_that_one_is_told() {
        String login = "applicant." + UUID.randomUUID();
        LocalDate today = LocalDate.parse(
                agent.read("/cases/" + main()).json().path("filedOn").asText());
        LocalDate seventeen = today.minusYears(17);
        assertThat(SignedIn.opening(login, "MINEUR", "Sami", seventeen.toString())
                        .send()
                        .status())
                .isEqualTo(201);
        SignedIn minor = SignedIn.applicant(login);
        String mailbox = "parent-" + UUID.randomUUID() + "@exemple.invalid";

        Answer alone = filing(minor).send();
        assertThat(alone.status()).as(alone.body()).isEqualTo(422);
        assertThat(alone.problem()).isEqualTo("representative-missing");

        Answer named = minor.call("PUT", "/people/" + minor.person() + "/representative")
                .json(Map.of(
                        "familyName", "MINEUR",
                        "givenNames", "Leïla",
                        "quality", "parent",
                        "contact", Map.of("email", mailbox)))
                .send();
        assertThat(named.status()).as(named.body()).isEqualTo(200);
        Answer filed = filing(minor).send();

        assertThat(filed.status()).as(filed.body()).isEqualTo(201);
        Awaitility.await("the message to who acts for the minor")
                .atMost(Duration.ofMinutes(3))
                .until(() -> TryOut.mail().getReceivedMessagesForDomain(mailbox).length > 0);
    }

    private static String main() {
        return SignedIn.applicant("FAMILLE", "Ilyas")
                .fileIn("38185")
                .at("/case/caseNumber")
                .asText();
    }

    private static Call filing(SignedIn person) {
        return person.call("POST", "/filings")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .json(Map.of(
                        "permit",
                        "etudiant",
                        "residence",
                        Map.of("address", "1 rue de l'Exemple", "commune", "38185")));
    }

    private static String following(SignedIn person, String main) {
        Answer receipt = person.call("POST", "/filings")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .json(Map.of(
                        "permit",
                        "etudiant",
                        "residence",
                        Map.of("address", "1 rue de l'Exemple", "commune", "38185"),
                        "follows",
                        main))
                .send();
        assertThat(receipt.status()).as(receipt.body()).isEqualTo(201);
        return receipt.json().at("/case/caseNumber").asText();
    }

    private static void act(String caseNumber, Map<String, Object> act) {
        Answer answer = agent.act(caseNumber, act);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private static List<String> tasks(String caseNumber) {
        JsonNode tasks = agent.read("/cases/" + caseNumber).json().path("tasks");
        return StreamSupport.stream(tasks.spliterator(), false)
                .map(task -> task.path("kind").asText())
                .toList();
    }
}
