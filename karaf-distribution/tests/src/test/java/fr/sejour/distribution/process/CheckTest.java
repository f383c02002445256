package fr.sejour.distribution.process;

import static fr.sejour.distribution.process.SignedIn.API;
import static fr.sejour.distribution.process.SignedIn.BIRTH_DATE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.sejour.rest.contract.ContractClient.Answer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The check of a paper by anybody who has its code and the holder's birth date, and by nobody else. */
@ExtendWith(TryOut.ForTests.class)
class CheckTest {

    private static SignedIn holder;
    private static SignedIn agent;
    private static JsonNode receipt;

    @BeforeAll
    static void somebodyHoldsAPaper() {
        holder = SignedIn.applicant("VÉRIFIÉE", "Awa");
        agent = SignedIn.agentOf("38");
        receipt = holder.fileIn("38185");
    }

    @Test
    void anybody_checks_a_paper_with_its_code_and_the_birth_date() {
        Answer answer = check(code(), BIRTH_DATE);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("state").asText()).isEqualTo("valid");
        assertThat(answer.json().path("kind").asText()).isEqualTo("attestation-de-depot");
        assertThat(answer.json().path("holderInitials").asText()).isEqualTo("A. V.");
        assertThat(answer.body()).doesNotContain("VÉRIFIÉE", "Awa", BIRTH_DATE, holder.person());
    }

    @Test
    void a_wrong_birth_date_and_an_unknown_code_answer_alike_however_often_they_are_tried() {
        String code = SignedIn.applicant("VÉRIFIÉE", "Binta")
                .fileIn("38185")
                .at("/papers/0/checkCode")
                .asText();
        List<String> wrongDate = new ArrayList<>();
        List<String> unknownCode = new ArrayList<>();

        for (int attempt = 0; attempt < 7; attempt++) {
            wrongDate.add(said(check(code, "1970-01-01")));
            unknownCode.add(said(check("0000-0000-0001", "1970-01-01")));
        }

        assertThat(wrongDate).isEqualTo(unknownCode);
        assertThat(wrongDate.get(0)).startsWith("422 check-refused");
        assertThat(wrongDate.get(6)).startsWith("429 too-many-attempts");
    }

    @Test
    void the_code_is_shown_to_the_holder_and_to_nobody_else() {
        String paper = "/attestations/" + receipt.at("/papers/0/number").asText();
        String number = receipt.at("/case/caseNumber").asText();

        assertThat(holder.read(paper).json().path("checkCode").asText()).isEqualTo(code());
        for (SignedIn official : List.of(agent, SignedIn.national())) {
            assertThat(official.read(paper).json().has("checkCode")).isFalse();
            for (String address : List.of(
                    paper,
                    "/cases/" + number,
                    "/cases/" + number + "/journal",
                    "/people/" + holder.person() + "/coverage",
                    "/people/" + holder.person() + "/inbox")) {
                assertThat(official.read(address).body()).doesNotContain(code(), code().replace("-", ""));
            }
        }
        assertThat(agent.queueOf("38"))
                .isNotEmpty()
                .noneSatisfy(row -> assertThat(row.toString()).contains(code()));
    }

    @Test
    void the_page_of_a_paper_is_printed_sealed_and_signed_once() {
        String page = "/attestations/" + receipt.at("/papers/0/number").asText() + "/page";

        Answer first = holder.read(page + "?language=ar");
        Answer again = holder.read(page + "?language=ar");

        assertThat(first.headers().firstValue("content-type")).hasValue("application/pdf");
        assertThat(first.body()).startsWith("%PDF-1.").contains("ETSI.CAdES.detached");
        assertThat(again.status()).isEqualTo(200);
        // its signature may have gained since what validates it later; what was signed stays in front
        assertThat(again.body().substring(0, 1000)).isEqualTo(first.body().substring(0, 1000));
        assertThat(agent.read(page).body()).startsWith("%PDF-1.");
    }

    @Test
    void the_proof_of_a_check_is_verified_with_the_published_key_and_read_again_by_anybody() {
        String proof = check(code(), BIRTH_DATE).json().path("proof").asText();

        JsonNode said = Jws.verified(proof, keys());

        assertThat(said.path("number").asText())
                .isEqualTo(receipt.at("/papers/0/number").asText());
        assertThat(said.path("rights").asText()).isEqualTo("SN WN TN CN");
        assertThat(API.call("POST", "/check-proofs")
                        .json(Map.of("proof", proof))
                        .send()
                        .json()
                        .at("/paper/state")
                        .asText())
                .isEqualTo("valid");
        assertThat(API.call("POST", "/check-proofs")
                        .json(Map.of("proof", proof.replaceFirst("\\..", ".X")))
                        .send()
                        .problem())
                .isEqualTo("proof-refused");
    }

    @Test
    void what_a_person_shares_is_answered_until_they_take_it_back() {
        String shares = "/people/" + holder.person() + "/shares";
        String code = holder.call("POST", shares)
                .json(Map.of(
                        "purpose",
                        "work",
                        "lastDay",
                        LocalDate.now(ZoneId.of("Europe/Paris")).plusDays(7).toString()))
                .send()
                .json()
                .path("code")
                .asText();

        Answer shared = shared(code);

        assertThat(shared.json().path("holderInitials").asText()).isEqualTo("A. V.");
        // a first application online proves a filing, and nothing else is held
        assertThat(shared.json().path("covered").asBoolean()).isFalse();
        assertThat(shared.body()).doesNotContain("VÉRIFIÉE", "Awa", BIRTH_DATE, holder.person());
        assertThat(holder.call("DELETE", shares + "/" + code).send().status()).isEqualTo(204);
        assertThat(shared(code).problem()).isEqualTo("check-refused");
    }

    @Test
    void the_list_of_states_is_signed_and_has_room_for_a_million_papers() throws IOException {
        JsonNode lists = API.call("GET", "/status-lists").send().json();
        assertThat(lists.at("/status_lists/0").asText()).isEqualTo("/api/v1/status-lists/0");

        JsonNode list = Jws.verified(API.call("GET", "/status-lists/0").send().body(), keys());

        assertThat(list.path("exp").asLong() - list.path("iat").asLong()).isEqualTo(86_400);
        byte[] states = new InflaterInputStream(new ByteArrayInputStream(Base64.getUrlDecoder()
                        .decode(list.at("/status_list/lst").asText())))
                .readAllBytes();
        assertThat(states).hasSize(262_144);
        assertThat(list.at("/status_list/bits").asInt()).isEqualTo(2);
    }

    private static Answer shared(String code) {
        return API.call("POST", "/share-checks")
                .json(Map.of("code", code, "birthDate", BIRTH_DATE))
                .send();
    }

    private static JsonNode keys() {
        return API.call("GET", "/signature-keys").send().json();
    }

    private static String code() {
        return receipt.at("/papers/0/checkCode").asText();
    }

    private static Answer check(String code, String birthDate) {
        return API.call("POST", "/checks")
                .json(Map.of("code", code, "birthDate", birthDate))
                .send();
    }

    /** What an answer says, save the seconds to wait, which pass between one attempt and the next. */
    private static String said(Answer answer) {
        return answer.status() + " " + answer.problem() + " "
                + answer.json().at("/messages/en/detail").asText()
                + answer.headers().map().keySet();
    }
}
