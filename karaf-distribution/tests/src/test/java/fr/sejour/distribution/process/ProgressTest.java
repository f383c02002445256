package fr.sejour.distribution.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.sejour.rest.contract.ContractClient.Answer;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a person reads of the progress of their case, and what an agent reads first, through the API. */
@ExtendWith(TryOut.ForTests.class)
class ProgressTest {

    private static final String MENDE = "48095";
    private static final String AURILLAC = "15014";

    /** Where nobody else files; twenty decisions are enough to say, nineteen are not. */
    @Test
    void m13_a_case_says_what_comes_next_whose_turn_it_is_by_when_and_how_long_others_waited() {
        SignedIn agent = SignedIn.agentOf("48");
        SignedIn others = SignedIn.applicant("AVANT", "Amina");
        String waiting = caseOf(SignedIn.applicant("ATTENTE", "Amina").fileIn(MENDE));
        for (int decided = 0; decided < 19; decided++) {
            refuseAndNotify(agent, others);
        }
        TryOut.distribution().shell("sejour:delays");

        JsonNode before = agent.read("/cases/" + waiting).json();

        assertThat(before.at("/next/who").asText()).isEqualTo("prefecture");
        assertThat(before.at("/next/what").asText()).isEqualTo("take-up");
        assertThat(before.at("/next/by").asText())
                .isGreaterThan(before.path("filedOn").asText());
        assertThat(before.at("/next/owner").asText()).isEqualTo("48");
        assertThat(before.at("/delay/enoughCases").asBoolean()).isFalse();
        assertThat(before.at("/delay/cases").asInt()).isEqualTo(19);
        assertThat(before.at("/delay/sentence").asText()).contains("trop peu de décisions");
        assertThat(before.path("delay").has("halfWithinDays")).isFalse();

        refuseAndNotify(agent, others);
        assertThat(TryOut.distribution().shell("sejour:delays")).contains("enough cases to be shown");

        JsonNode after = agent.read("/cases/" + waiting).json().path("delay");
        assertThat(after.path("enoughCases").asBoolean()).isTrue();
        assertThat(after.path("cases").asInt()).isEqualTo(20);
        // all were decided on the day they were filed
        assertThat(after.path("halfWithinDays").asInt(-1)).isZero();
        assertThat(after.path("nineTenthsWithinDays").asInt(-1)).isZero();
        assertThat(after.path("sentence").asText()).contains("la moitié des personnes", "pas une promesse");
        Answer english = agent.call("GET", "/cases/" + waiting)
                .header("Accept-Language", "en")
                .send();
        assertThat(english.json().at("/delay/sentence").asText()).contains("half of the people", "no promise");
    }

    @Test
    void m18_the_work_list_puts_first_whose_right_ends_first_then_whose_job_is_at_stake() {
        SignedIn agent = SignedIn.agentOf("15");
        LocalDate today = LocalDate.parse(SignedIn.applicant("JOUR", "Amina")
                .fileIn(AURILLAC)
                .at("/case/filedOn")
                .asText());
        String later = renewal("TARD", today.plusDays(40), false);
        String laterWithAJob = renewal("EMPLOI", today.plusDays(40), true);
        String sooner = renewal("BIENTOT", today.plusDays(20), false);

        List<String> order = agent.queueOf("15").stream()
                .map(row -> row.path("caseNumber").asText())
                .filter(List.of(later, laterWithAJob, sooner)::contains)
                .toList();

        assertThat(order).containsExactly(sooner, laterWithAJob, later);
        JsonNode last = agent.queueOf("15").get(agent.queueOf("15").size() - 1);
        assertThat(last.path("familyName").asText()).isEqualTo("JOUR");
        assertThat(last.has("rightEndsOn")).isFalse();
    }

    private static String renewal(String familyName, LocalDate until, boolean employed) {
        Map<String, Object> filing = new HashMap<>(Map.of(
                "permit",
                "etudiant",
                "residence",
                Map.of("address", "1 rue de l'Exemple", "commune", AURILLAC),
                "heldPermit",
                Map.of(
                        "permit",
                        "etudiant",
                        "number",
                        "T" + familyName,
                        "validFrom",
                        until.minusYears(1).plusDays(1).toString(),
                        "validUntil",
                        until.toString())));
        filing.put("employed", employed);
        Answer receipt = SignedIn.applicant(familyName, "Amina")
                .call("POST", "/filings")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .json(filing)
                .send();
        assertThat(receipt.status()).as(receipt.body()).isEqualTo(201);
        return caseOf(receipt.json());
    }

    private static void refuseAndNotify(SignedIn agent, SignedIn person) {
        JsonNode receipt = person.fileIn(MENDE);
        String number = caseOf(receipt);
        act(agent, number, Map.of("act", "take-up"));
        act(agent, number, Map.of("act", "refuse", "reason", "Motif d'exemple", "delegation", "Arrêté d'exemple"));
        act(
                agent,
                number,
                Map.of(
                        "act",
                        "notify",
                        "means",
                        "counter",
                        "day",
                        receipt.at("/case/filedOn").asText(),
                        "proof",
                        "Signé au guichet"));
    }

    private static String caseOf(JsonNode receipt) {
        return receipt.at("/case/caseNumber").asText();
    }

    private static void act(SignedIn who, String caseNumber, Map<String, Object> act) {
        Answer answer = who.act(caseNumber, act);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }
}
