package fr.sejour.distribution.process;

import static fr.sejour.distribution.process.SignedIn.API;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.sejour.rest.contract.ContractClient.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody moves: where their cases go on the running platform, and who reads what there. */
@ExtendWith(TryOut.ForTests.class)
class AddressTest {

    private static final byte[] PASSPORT = SamplePdf.of("passeport");

    private static SignedIn isere;
    private static SignedIn rhone;
    private static SignedIn bouchesDuRhone;

    @BeforeAll
    static void agentsAreAtTheirDesks() {
        isere = SignedIn.agentOf("38");
        rhone = SignedIn.agentOf("69");
        bouchesDuRhone = SignedIn.agentOf("13");
    }

    @Test
    void m3_a_renewal_and_a_change_of_address_go_on_together() {
        SignedIn person = SignedIn.applicant("DEMENAGE", "Renouvelle");
        JsonNode before = person.fileIn("38185").path("case");
        String renewal = before.path("caseNumber").asText();

        JsonNode moved = moves(person, "69123");
        String second = filesToVisit(person, "69123");

        JsonNode first = person.read("/cases/" + renewal).json();
        assertThat(moved.at("/cases/0/caseNumber").asText()).isEqualTo(renewal);
        assertThat(first.at("/transfer/to").asText()).isEqualTo("69");
        assertThat(first.path("status")).isEqualTo(before.path("status"));
        assertThat(first.path("filedOn")).isEqualTo(before.path("filedOn"));
        assertThat(first.path("clocks")).isEqualTo(before.path("clocks"));
        assertThat(person.read("/cases/" + second).json().path("prefecture").asText())
                .isEqualTo("69");
    }

    @Test
    void m5_an_address_changes_while_a_case_is_pending_and_again_before_anybody_answered() {
        SignedIn person = SignedIn.applicant("DEMENAGE", "Encore");
        String number = person.fileIn("38185").at("/case/caseNumber").asText();
        moves(person, "69123");
        assertThat(offeredTo(rhone)).contains(number);

        JsonNode moved = moves(person, "13055");

        assertThat(moved.at("/cases/0/prefecture").asText()).isEqualTo("38");
        assertThat(moved.at("/cases/0/transfer/to").asText()).isEqualTo("13");
        assertThat(offeredTo(rhone)).doesNotContain(number);
        assertThat(offeredTo(bouchesDuRhone)).contains(number);
        assertThat(queue(isere, "38")).contains(number);
        assertThat(queue(bouchesDuRhone, "13")).doesNotContain(number);
        assertThat(receive(rhone, number).problem()).isEqualTo("not-found");

        JsonNode received = receive(bouchesDuRhone, number).json();

        assertThat(received.path("prefecture").asText()).isEqualTo("13");
        assertThat(received.path("formerPrefectures")).hasSize(1);
        assertThat(received.has("transfer")).isFalse();
        assertThat(queue(isere, "38")).doesNotContain(number);
        assertThat(queue(bouchesDuRhone, "13")).contains(number);
        assertThat(isere.read("/cases/" + number).json()).isEqualTo(received);
        assertThat(kinds(person)).contains("transfer-offered", "transfer-completed");
        assertThat(isere.read("/people/" + person.person() + "/inbox").body()).contains("Bouches-du-Rhône (13)");
    }

    @Test
    void m12_what_the_person_sent_is_what_the_receiving_prefecture_sees_at_once() {
        SignedIn person = SignedIn.applicant("DEMENAGE", "Envoie");
        String number = person.fileIn("38185").at("/case/caseNumber").asText();
        moves(person, "69381");
        Answer given = person.call("PUT", "/cases/" + number + "/pieces/nationalite")
                .content("application/pdf", PASSPORT)
                .send();

        JsonNode seen = rhone.read("/cases/" + number).json();

        // what each of them may do is their own
        assertThat(withoutActs(seen)).isEqualTo(withoutActs(given.json()));
        assertThat(seen.path("pieces").toString()).contains("\"type\":\"nationalite\",\"state\":\"given\"");
        JsonNode home = rhone.read("/people/" + person.person() + "/residence").json();
        assertThat(home.path("address").asText()).isEqualTo("2 rue du Départ");
        assertThat(home.path("communeName").asText()).isEqualTo("Lyon 1er Arrondissement");
        assertThat(lines(rhone, number)).contains("filed", "residence-declared", "transfer-offered", "piece-given");
    }

    private static JsonNode withoutActs(JsonNode file) {
        ObjectNode copy = file.deepCopy();
        copy.remove("acts");
        return copy;
    }

    @Test
    void what_an_agent_keys_for_somebody_who_lives_elsewhere_opens_there_and_is_told() {
        SignedIn person = SignedIn.applicant("DEMENAGE", "Poste");
        person.fileIn("38185");

        Answer keyed = isere.call("POST", "/filings")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .json(Map.of(
                        "personId",
                        person.person(),
                        "channel",
                        "post",
                        "permit",
                        "visiteur",
                        "residence",
                        Map.of("address", "3 rue du Rhône", "commune", "69123")))
                .send();

        JsonNode file = keyed.json().path("case");
        String number = file.path("caseNumber").asText();
        assertThat(keyed.status()).as(keyed.body()).isEqualTo(201);
        assertThat(file.path("prefecture").asText()).isEqualTo("69");
        assertThat(file.path("formerPrefectures").get(0).asText()).isEqualTo("38");
        assertThat(isere.read("/cases/" + number).json()).isEqualTo(file);
        assertThat(queue(rhone, "69")).contains(number);
        assertThat(lines(rhone, number)).contains("re-routed");
        assertThat(kinds(person)).contains("re-routed");
    }

    @Test
    void anybody_finds_their_commune_and_who_is_in_charge_there() {
        Answer found = API.call("GET", "/communes?search=st%20martin%20d%27heres&limit=3")
                .send();
        Answer counter = API.call("GET", "/communes/38421?permit=etudiant").send();

        assertThat(found.json().at("/communes/0/residence").asText()).isEqualTo("38421");
        assertThat(counter.json().at("/prefecture/departement").asText()).isEqualTo("Isère");
        assertThat(counter.json().at("/practice/rules/bundle").asText()).isNotBlank();
    }

    private static JsonNode moves(SignedIn person, String commune) {
        Answer moved = person.call("PUT", "/people/" + person.person() + "/residence")
                .json(Map.of("address", "2 rue du Départ", "commune", commune))
                .send();
        assertThat(moved.status()).as(moved.body()).isEqualTo(200);
        return moved.json();
    }

    private static String filesToVisit(SignedIn person, String commune) {
        Answer receipt = person.call("POST", "/filings")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .json(Map.of(
                        "permit", "visiteur", "residence", Map.of("address", "2 rue du Départ", "commune", commune)))
                .send();
        assertThat(receipt.status()).as(receipt.body()).isEqualTo(201);
        return receipt.json().at("/case/caseNumber").asText();
    }

    private static Answer receive(SignedIn agent, String number) {
        return agent.act(number, Map.of("act", "receive-transfer"));
    }

    private static List<String> offeredTo(SignedIn agent) {
        return texts(agent.read("/transfers").json().path("transfers"), "caseNumber");
    }

    private static List<String> queue(SignedIn agent, String prefecture) {
        return agent.queueOf(prefecture).stream()
                .map(row -> row.path("caseNumber").asText())
                .toList();
    }

    private static List<String> lines(SignedIn agent, String number) {
        return texts(agent.read("/cases/" + number + "/journal").json().path("lines"), "what");
    }

    private static List<String> kinds(SignedIn person) {
        return texts(person.read("/people/" + person.person() + "/inbox").json().path("notices"), "kind");
    }

    private static List<String> texts(JsonNode list, String field) {
        List<String> texts = new ArrayList<>();
        list.forEach(it -> texts.add(it.path(field).asText()));
        return texts;
    }
}
