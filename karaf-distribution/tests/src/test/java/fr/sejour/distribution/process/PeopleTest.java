package fr.sejour.distribution.process;

import static fr.sejour.distribution.process.SignedIn.API;
import static fr.sejour.distribution.process.SignedIn.BIRTH_DATE;
import static fr.sejour.distribution.process.SignedIn.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.sejour.rest.contract.ContractClient.Answer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** People correct what is said of them and get back in, through the API of the running distribution. */
@ExtendWith(TryOut.ForTests.class)
class PeopleTest {

    private static final String FRESH_PASSWORD = "quatre autres mots ici";

    private static SignedIn isere;

    @BeforeAll
    static void anAgentIsAtTheirDesk() {
        isere = SignedIn.agentOf("38");
    }

    @Test
    void m4_data_are_corrected_after_the_filing_on_a_proof_that_is_looked_at_like_a_piece() {
        SignedIn person = SignedIn.applicant("EXEMPLE", "Corrige");
        JsonNode receipt = person.fileIn("38185");
        String number = proposes(person, "بن علي-Łoś").path("number").asText();

        Answer refused = prove(person, number, "nothing that opens".getBytes(StandardCharsets.US_ASCII));
        Answer proven = prove(person, number, SamplePdf.of("acte de naissance"));
        Answer read = isere.call("GET", "/corrections/" + number + "/proof").send();
        Answer approved = act(isere, number, Map.of("what", "approve", "words", "Acte de naissance vu"));
        Answer again = act(isere, number, Map.of("what", "approve"));

        assertThat(refused.problem()).isEqualTo("media-type-not-accepted");
        assertThat(proven.json().at("/proof/mediaType").asText()).isEqualTo("application/pdf");
        assertThat(read.body()).contains("acte de naissance");
        assertThat(approved.json().path("state").asText()).isEqualTo("approved");
        assertThat(again.problem()).isEqualTo("correction-settled");
        assertThat(again.json().path("lastActByRole").asText()).isEqualTo("agent");
        assertThat(again.json().path("lastActBy").asText()).isNotBlank();
        JsonNode known = person.read("/people/" + person.person()).json();
        assertThat(known.at("/civilStatus/familyName").asText()).isEqualTo("بن علي-Łoś");
        assertThat(known.at("/civilStatus/level").asText()).isEqualTo("seen");
        assertThat(kinds(person)).contains("correction-approved");
        assertThat(journal(receipt).toString())
                .contains("correction-proof-read", "civil-status-corrected", "paper-ended", "paper-issued")
                .doesNotContain("Łoś");
    }

    @Test
    void m6_a_paper_on_wrong_data_is_revoked_as_another_with_the_same_rights_begins() {
        SignedIn person = SignedIn.applicant("EXEMPLE", "Corrige");
        JsonNode receipt = person.fileIn("38185");
        JsonNode old = receipt.at("/papers/0");
        String number = proposes(person, "Ñandú").path("number").asText();

        assertThat(act(isere, number, Map.of("what", "approve"))
                        .json()
                        .at("/errors/0/field")
                        .asText())
                .isEqualTo("words");
        act(isere, number, Map.of("what", "approve", "words", "Acte de naissance vu"));

        JsonNode ended =
                person.read("/attestations/" + old.path("number").asText()).json();
        assertThat(ended.at("/end/reason").asText()).isEqualTo("corrected");
        Answer revoked = check(old);
        assertThat(revoked.json().path("state").asText()).isEqualTo("replaced");
        assertThat(revoked.json().path("endReason").asText()).isEqualTo("corrected");
        assertThat(revoked.json().has("rights")).isFalse();
        JsonNode fresh = person.read("/attestations/" + lastIssued(receipt)).json();
        assertThat(fresh.path("number")).isNotEqualTo(old.path("number"));
        assertThat(fresh.path("rights")).isEqualTo(ended.path("rights"));
        assertThat(fresh.path("validity")).isEqualTo(ended.path("validity"));
        assertThat(fresh.path("issuedAt")).isEqualTo(ended.at("/end/at"));
        Answer valid = check(fresh);
        assertThat(valid.json().path("state").asText()).isEqualTo("valid");
        assertThat(valid.json().path("holderInitials").asText()).isEqualTo("C. Ñ.");
    }

    private static Answer prove(SignedIn person, String number, byte[] file) {
        return person.call("PUT", "/corrections/" + number + "/proof")
                .content("application/pdf", file)
                .send();
    }

    private static Answer check(JsonNode paper) {
        return API.call("POST", "/checks")
                .json(Map.of("code", paper.path("checkCode").asText(), "birthDate", BIRTH_DATE))
                .send();
    }

    private static JsonNode journal(JsonNode receipt) {
        return isere.read("/cases/" + receipt.at("/case/caseNumber").asText() + "/journal")
                .json();
    }

    /** The number of the paper that the journal of a case names last. */
    private static String lastIssued(JsonNode receipt) {
        String number = "";
        for (JsonNode line : journal(receipt).path("lines")) {
            if (line.path("what").asText().equals("paper-issued")) {
                number = line.path("detail").asText().split(" ", 2)[0];
            }
        }
        return number;
    }

    @Test
    void m6_contact_and_password_change_at_once_and_sessions_elsewhere_end() {
        SignedIn person = SignedIn.applicant("EXEMPLE", "Change");
        SignedIn elsewhere = SignedIn.applicant(person.login());

        Answer contact = person.call("PUT", "/people/" + person.person() + "/contact")
                .json(Map.of("email", "autre@example.org", "language", "en"))
                .send();
        Answer changed = person.call("PUT", "/accounts/own")
                .json(Map.of("presentPassword", PASSWORD, "password", FRESH_PASSWORD))
                .send();

        assertThat(contact.json().at("/contact/email").asText()).isEqualTo("autre@example.org");
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(elsewhere.call("GET", "/people/" + person.person()).send().status())
                .isEqualTo(401);
        assertThat(session(person.login(), PASSWORD).problem()).isEqualTo("sign-in-refused");
        assertThat(session(person.login(), FRESH_PASSWORD).status()).isEqualTo(201);
    }

    @Test
    void m6_access_comes_back_at_the_counter_without_mail_or_phone() {
        SignedIn person = SignedIn.applicant("EXEMPLE", "Perdu");
        person.fileIn("38185");

        Answer opened = isere.call("POST", "/people/" + person.person() + "/recovery")
                .json(Map.of("seen", "Passeport marocain"))
                .send();
        String code = opened.json().path("code").asText();
        Answer wrong = recovers(person.login(), "1990-01-01", code);
        Answer recovered = recovers(person.login(), BIRTH_DATE, code);
        Answer replayed = recovers(person.login(), BIRTH_DATE, code);

        assertThat(opened.status()).as(opened.body()).isEqualTo(201);
        assertThat(wrong.problem()).isEqualTo("recovery-refused");
        assertThat(recovered.json().path("personId").asText()).isEqualTo(person.person());
        assertThat(replayed.problem()).isEqualTo("recovery-refused");
        assertThat(person.call("GET", "/people/" + person.person()).send().status())
                .isEqualTo(401);
        assertThat(session(person.login(), FRESH_PASSWORD).status()).isEqualTo(201);
        assertThat(isere.read("/people/" + person.person() + "/access").body())
                .contains("recovery-opened", "recovered", "Passeport marocain");
    }

    @Test
    void m7_two_people_who_look_alike_are_pointed_out_and_kept_apart_and_never_joined() {
        String name = "Łoś-" + letters();
        SignedIn one = SignedIn.applicant(name, "Zoë Anne");
        SignedIn other = SignedIn.applicant(name.toUpperCase(Locale.ROOT).replace("Ł", "l"), "anne zoe");
        SignedIn elsewhere = SignedIn.applicant("Zoe", name.replace('-', ' ') + " Anne");
        one.fileIn("38185");
        JsonNode receipt = other.fileIn("38185");
        elsewhere.fileIn("69123");
        String alike = "/people/" + one.person() + "/look-alikes";

        JsonNode pointedOut = isere.read(alike).json().path("lookAlikes");
        Answer apart = isere.call("PUT", alike + "/" + other.person())
                .json(Map.of("words", "Deux passeports vus"))
                .send();
        JsonNode kept = isere.read("/people/" + other.person() + "/look-alikes").json();
        Answer back = isere.call("DELETE", alike + "/" + other.person()).send();

        assertThat(pointedOut).hasSize(2);
        assertThat(pointedOut.at("/0/person/personId").asText()).isEqualTo(other.person());
        assertThat(pointedOut.at("/0/reasons/0").asText()).isEqualTo("same-name-and-birth-date");
        assertThat(pointedOut.path(1).fieldNames()).toIterable().containsExactly("reasons");
        assertThat(apart.status()).as(apart.body()).isEqualTo(200);
        assertThat(kept.findValuesAsText("words")).containsExactly("Deux passeports vus");
        assertThat(journal(receipt).toString())
                .contains("person-kept-apart")
                .doesNotContain(one.person())
                .doesNotContain("passeports");
        assertThat(back.status()).isEqualTo(204);
        assertThat(isere.read(alike).json().at("/lookAlikes/0").has("keptApart"))
                .isFalse();
        assertThat(one.call("GET", alike).send().problem()).isEqualTo("not-yours-to-do");
        assertThat(API.contract().operations())
                .noneMatch(it -> it.name().toLowerCase(Locale.ROOT).contains("merge")
                        || it.description().path("operationId").asText().matches("(?i).*(merge|join).*"));
    }

    /** A name that nobody else in the shared records has. */
    private static String letters() {
        return UUID.randomUUID().toString().replaceAll("[0-9-]", "") + "a";
    }

    private static JsonNode proposes(SignedIn person, String familyName) {
        Answer proposed = person.call("POST", "/people/" + person.person() + "/corrections")
                .json(Map.of(
                        "proposed",
                        Map.of(
                                "familyName",
                                familyName,
                                "givenNames",
                                "Corrige",
                                "birthDate",
                                BIRTH_DATE,
                                "nationality",
                                "MA"),
                        "words",
                        "Mon nom est mal écrit."))
                .send();
        assertThat(proposed.status()).as(proposed.body()).isEqualTo(201);
        return proposed.json();
    }

    private static Answer act(SignedIn by, String number, Map<String, String> act) {
        return by.call("POST", "/corrections/" + number + "/acts").json(act).send();
    }

    private static Answer recovers(String login, String birthDate, String code) {
        return API.call("POST", "/recoveries")
                .json(Map.of("login", login, "birthDate", birthDate, "code", code, "password", FRESH_PASSWORD))
                .send();
    }

    private static Answer session(String login, String password) {
        return API.call("POST", "/sessions")
                .json(Map.of("login", login, "password", password))
                .send();
    }

    private static List<String> kinds(SignedIn person) {
        List<String> kinds = new ArrayList<>();
        person.read("/people/" + person.person() + "/inbox")
                .json()
                .path("notices")
                .forEach(notice -> kinds.add(notice.path("kind").asText()));
        return kinds;
    }
}
