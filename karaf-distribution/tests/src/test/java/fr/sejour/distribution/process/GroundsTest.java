package fr.sejour.distribution.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.sejour.rest.contract.ContractClient.Answer;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Several cases of one person, through the API: none of them keeps another from being filed. */
@ExtendWith(TryOut.ForTests.class)
class GroundsTest {

    private static SignedIn agent;

    @BeforeAll
    static void anAgent() {
        agent = SignedIn.agentOf("38");
    }

    @Test
    void m1_a_card_nobody_recorded_as_handed_over_blocks_no_filing() {
        SignedIn student = SignedIn.applicant("CARTE", "Amina");
        String first = caseOf(student.fileIn("38185"));
        LocalDate today = grantedForAYear(student, first);
        act(agent, first, Map.of("act", "order-card"));
        act(agent, first, Map.of("act", "card-ready", "cardNumber", "C38CARTE"));

        JsonNode said = act(
                student, first, Map.of("act", "declare-receipt", "day", today.toString(), "cardNumber", "C38CARTE"));
        JsonNode second = student.fileIn("38185");

        assertThat(said.at("/next/what").asText()).isEqualTo("confirm-receipt");
        assertThat(second.at("/case/status").asText()).isEqualTo("filed");
        assertThat(second.at("/case/heldPermit/number").asText()).isEqualTo("C38CARTE");
        assertThat(tasks(agent, first)).contains("confirm-receipt", "look-at-duplicate");

        JsonNode confirmed = act(agent, first, Map.of("act", "confirm-receipt"));

        assertThat(confirmed.path("status").asText()).isEqualTo("handed-over");
        assertThat(confirmed.at("/collection/handedOverOn").asText()).isEqualTo(today.toString());
        assertThat(student.read("/cases/" + caseOf(second)).json().path("facts").asText())
                .isEqualTo("verified");
    }

    @Test
    void m1_a_permit_granted_here_is_continued_though_nobody_ever_had_its_card() {
        SignedIn student = SignedIn.applicant("GUICHET", "Amina");
        String first = caseOf(student.fileIn("38185"));
        LocalDate today = grantedForAYear(student, first);
        act(agent, first, Map.of("act", "order-card"));
        act(agent, first, Map.of("act", "card-ready", "cardNumber", "C38GUICHET"));

        JsonNode second = student.fileIn("38185");

        assertThat(second.at("/case/heldPermit/number").asText()).isEqualTo("C38GUICHET");
        assertThat(second.at("/case/heldPermit/validUntil").asText())
                .isEqualTo(today.plusYears(1).toString());
        assertThat(second.at("/case/facts").asText()).isEqualTo("verified");
        assertThat(tasks(agent, caseOf(second))).doesNotContain("see-facts");
    }

    /** The loop of a real person: closed, no message, file again, one is already open. */
    @Test
    void m2_closed_without_a_word_then_filed_again_is_accepted_and_the_old_case_is_flagged_by_itself() {
        SignedIn student = SignedIn.applicant("BOUCLE", "Amina");
        String closed = caseOf(student.fileIn("38185"));
        act(agent, closed, Map.of("act", "take-up"));
        act(agent, closed, Map.of("act", "refuse", "reason", "Le passeport manque", "delegation", "Arrêté d'exemple"));

        String open = caseOf(student.fileIn("38185"));
        JsonNode again = student.fileIn("38185");

        assertThat(again.at("/case/status").asText()).isEqualTo("filed");
        assertThat(agent.read("/cases/" + closed).json().at("/next/what").asText())
                .isEqualTo("notify");
        JsonNode flagged = agent.read("/cases/" + open).json();
        assertThat(flagged.at("/related/0/caseNumber").asText()).isEqualTo(caseOf(again));
        assertThat(flagged.at("/related/0/link").asText()).isEqualTo("likely-duplicate");
        assertThat(tasks(agent, open)).contains("look-at-duplicate");

        JsonNode one = act(
                agent, caseOf(again), Map.of("act", "absorb", "other", open, "reason", "Deux fois la même demande"));

        assertThat(one.path("filedAt").asText())
                .isEqualTo(flagged.path("filedAt").asText());
        assertThat(student.read("/cases/" + open).json().path("status").asText())
                .isEqualTo("moot");
        assertThat(student.read("/people/" + student.person() + "/inbox").body())
                .contains("\"absorbed\"");
    }

    private static String caseOf(JsonNode receipt) {
        return receipt.at("/case/caseNumber").asText();
    }

    private static JsonNode act(SignedIn who, String caseNumber, Map<String, Object> act) {
        Answer answer = who.act(caseNumber, act);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static List<String> tasks(SignedIn who, String caseNumber) {
        JsonNode tasks = who.read("/cases/" + caseNumber).json().path("tasks");
        return StreamSupport.stream(tasks.spliterator(), false)
                .map(task -> task.path("kind").asText())
                .toList();
    }

    private LocalDate grantedForAYear(SignedIn student, String number) {
        LocalDate today = LocalDate.parse(
                student.read("/cases/" + number).json().path("filedOn").asText());
        act(agent, number, Map.of("act", "take-up"));
        act(
                agent,
                number,
                Map.of(
                        "act",
                        "grant",
                        "validFrom",
                        today.toString(),
                        "validUntil",
                        today.plusYears(1).toString(),
                        "delegation",
                        "Arrêté d'exemple"));
        return today;
    }
}
