package fr.sejour.rest.internal;

import static fr.sejour.rest.internal.HandWrittenServices.AMINAS_TOKEN;
import static fr.sejour.rest.internal.HandWrittenServices.CLERKS_TOKEN;
import static fr.sejour.rest.internal.HandWrittenServices.HELPERS_TOKEN;
import static fr.sejour.rest.internal.HandWrittenServices.NATIONAL_TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.sejour.api.correction.CorrectionAct;
import fr.sejour.rest.contract.ContractClient;
import fr.sejour.rest.contract.ContractClient.Answer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Corrections, contact, access and recovery; every request and answer is compared with the contract. */
class WhoPeopleAreTest {

    private static final String AMINA = "/people/" + Situations.AMINA;
    private static final String ONE = "/corrections/" + HandWrittenCorrections.NUMBER;

    private static RunningApi api;
    private static ContractClient client;

    @BeforeAll
    static void start() {
        api = new RunningApi(Map.of());
        client = api.client();
    }

    @AfterAll
    static void stop() {
        api.stop();
    }

    @Test
    void a_name_in_any_script_is_proposed_as_it_is_written_and_one_at_a_time() {
        Map<String, Object> said = Map.of(
                "proposed",
                Map.of(
                        "familyName", "بن علي",
                        "givenNames", "O'Łucja 王",
                        "birthDate", "1999-05-17",
                        "nationality", "MA"),
                "words",
                "Une lettre manque");

        Answer proposed = client.call("POST", AMINA + "/corrections")
                .bearer(AMINAS_TOKEN)
                .json(said)
                .send();
        Answer second = client.call("POST", AMINA + "/corrections")
                .bearer(AMINAS_TOKEN)
                .json(said)
                .send();

        assertThat(proposed.status()).isEqualTo(201);
        assertThat(proposed.header("Location")).isEqualTo("/api/v1" + ONE);
        assertThat(proposed.json().path("againstRegister").asBoolean()).isTrue();
        assertThat(api.services.corrections.proposed.get().proposed().givenNames())
                .isEqualTo("O'Łucja 王");
        assertThat(second.problem()).isEqualTo("correction-open");
    }

    @Test
    void a_proof_comes_back_as_it_was_given_and_is_never_shown_as_a_page() {
        byte[] pdf = "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

        Answer given = client.call("PUT", ONE + "/proof")
                .bearer(AMINAS_TOKEN)
                .content("application/pdf", pdf)
                .send();
        Answer read = client.call("GET", ONE + "/proof").bearer(CLERKS_TOKEN).send();
        Answer lie = client.call("PUT", ONE + "/proof")
                .bearer(AMINAS_TOKEN)
                .content("image/png", pdf)
                .send();

        assertThat(given.json().at("/proof/mediaType").asText()).isEqualTo("application/pdf");
        assertThat(read.body()).isEqualTo(new String(pdf, StandardCharsets.US_ASCII));
        assertThat(read.header("Content-Disposition")).isEqualTo("attachment; filename=\"CO-4K7Q-9D2M-X6WP.pdf\"");
        assertThat(read.header("Content-Security-Policy")).contains("sandbox");
        assertThat(lie.problem()).isEqualTo("media-type-not-accepted");
    }

    @Test
    void an_agent_approves_with_or_without_words_and_refuses_with_some() {
        assertThat(act(Map.of("what", "approve")).status()).isEqualTo(200);
        assertThat(api.services.corrections.act.get()).isEqualTo(new CorrectionAct.Approve(Optional.empty()));
        assertThat(act(Map.of("what", "approve", "words", "Acte vu")).status()).isEqualTo(200);
        assertThat(api.services.corrections.act.get()).isEqualTo(new CorrectionAct.Approve(Optional.of("Acte vu")));
        assertThat(act(Map.of("what", "refuse")).problem()).isEqualTo("malformed-input");
        assertThat(act(Map.of("what", "withdraw")).status()).isEqualTo(200);
        assertThat(api.services.corrections.act.get()).isEqualTo(new CorrectionAct.Withdraw());
    }

    @Test
    void corrections_and_people_are_read() {
        assertThat(read("/corrections").json().path("corrections")).hasSize(1);
        assertThat(read(AMINA + "/corrections").json().path("corrections")).hasSize(1);
        assertThat(read(ONE).json().path("steps")).hasSize(1);
        assertThat(read(AMINA).json().at("/civilStatus/familyName").asText()).isEqualTo("بن علي");
        assertThat(read(AMINA + "/access").json().at("/lines/0/what").asText()).isEqualTo("recovery-opened");
    }

    @Test
    void contact_and_access_change_with_what_they_need() {
        Answer contact = client.call("PUT", AMINA + "/contact")
                .bearer(AMINAS_TOKEN)
                .json(Map.of("email", "amina@example.org", "language", "en"))
                .send();
        Answer changed = client.call("PUT", "/accounts/own")
                .bearer(AMINAS_TOKEN)
                .json(Map.of("presentPassword", "quatre mots au hasard", "password", "quatre autres mots"))
                .send();
        Answer wrong = client.call("PUT", "/accounts/own")
                .bearer(AMINAS_TOKEN)
                .json(Map.of("presentPassword", "rien de tout cela", "password", "quatre autres mots"))
                .send();

        assertThat(contact.status()).isEqualTo(200);
        assertThat(api.services.contact.get().language()).isEqualTo("en");
        assertThat(changed.json().path("token").asText()).isEqualTo(AMINAS_TOKEN);
        assertThat(wrong.problem()).isEqualTo("sign-in-refused");
    }

    @Test
    void the_code_of_the_counter_lets_in_however_it_is_typed() {
        Answer opened = client.call("POST", AMINA + "/recovery")
                .bearer(CLERKS_TOKEN)
                .json(Map.of("seen", "Passeport"))
                .send();
        String code = opened.json().path("code").asText();

        assertThat(opened.status()).isEqualTo(201);
        assertThat(recover(code.toLowerCase(Locale.ROOT)).status()).isEqualTo(201);
        assertThat(recover("ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ").problem()).isEqualTo("recovery-refused");
        assertThat(recover("short").problem()).isEqualTo("malformed-input");
    }

    @Test
    void agents_keep_look_alikes_apart_and_take_it_back_and_applicants_learn_of_none() {
        String all = AMINA + "/look-alikes";
        String one = all + "/" + HandWrittenLookAlikes.NAMESAKE;
        Map<String, String> said = Map.of("words", "Deux passeports vus");

        Answer pointedOut = read(all);
        Answer apart = client.call("PUT", one).bearer(CLERKS_TOKEN).json(said).send();
        Answer shown = read(all);
        Answer back = client.call("DELETE", one).bearer(CLERKS_TOKEN).send();

        JsonNode first = pointedOut.json().at("/lookAlikes/0");
        assertThat(first.at("/person/familyName").asText()).isEqualTo("BENALI");
        assertThat(first.path("reasons"))
                .extracting(JsonNode::asText)
                .containsExactly("same-name-and-birth-date", "same-held-permit");
        assertThat(first.has("keptApart")).isFalse();
        assertThat(pointedOut.json().at("/lookAlikes/1").fieldNames())
                .toIterable()
                .containsExactly("reasons");
        assertThat(apart.json().at("/keptApart/words").asText()).isEqualTo("Deux passeports vus");
        assertThat(shown.json().at("/lookAlikes/0/keptApart/by").asText()).isEqualTo("account-2");
        assertThat(back.status()).isEqualTo(204);
        assertThat(read(all).json().at("/lookAlikes/0").has("keptApart")).isFalse();
        assertThat(client.call("PUT", one)
                        .bearer(CLERKS_TOKEN)
                        .json(Map.of("words", " "))
                        .send()
                        .problem())
                .isEqualTo("malformed-input");
        assertThat(client.call("GET", all).bearer(AMINAS_TOKEN).send().problem())
                .isEqualTo("not-yours-to-do");
    }

    @Test
    void a_person_names_a_helper_by_their_code_once_and_ends_it() {
        String all = AMINA + "/mandates";
        Map<String, Object> said =
                Map.of("helperCode", "7K2M-9QXT", "allows", List.of("read", "file"), "lastDay", "2026-09-01");

        Answer given = client.call("POST", all).bearer(AMINAS_TOKEN).json(said).send();
        Answer twice = client.call("POST", all).bearer(AMINAS_TOKEN).json(said).send();
        Answer helped = client.call("GET", "/mandates").bearer(HELPERS_TOKEN).send();
        Answer last = client.call(
                        "GET", "/mandates?after=" + helped.json().path("next").asText())
                .bearer(HELPERS_TOKEN)
                .send();
        Answer noKey = client.call("GET", "/mandates?after=BENALI")
                .bearer(HELPERS_TOKEN)
                .wrongOnPurpose()
                .send();
        Answer ended = client.call("DELETE", all + "/MA-7K2M-9QXT-4HBW")
                .bearer(AMINAS_TOKEN)
                .send();

        assertThat(given.status()).as(given.body()).isEqualTo(201);
        assertThat(given.json().path("allows")).extracting(JsonNode::asText).containsExactly("file", "read");
        assertThat(given.json().at("/helper/name").asText()).isEqualTo("Asso Exemple");
        assertThat(given.json().has("document")).isFalse();
        assertThat(given.json().at("/done/0/what").asText()).isEqualTo("filed");
        assertThat(twice.problem()).isEqualTo("mandate-stands");
        assertThat(twice.json().path("mandate").asText()).isEqualTo("MA-7K2M-9QXT-4HBW");
        assertThat(helped.json().at("/people/0/familyName").asText()).isEqualTo("BENALI");
        assertThat(last.json().path("people")).isEmpty();
        assertThat(last.json().has("next")).isFalse();
        assertThat(noKey.problem()).isEqualTo("malformed-input");
        assertThat(ended.status()).isEqualTo(204);
        assertThat(client.call("GET", all).bearer(AMINAS_TOKEN).send().json().path("mandates"))
                .isEmpty();
        assertThat(client.call("GET", "/mandates").bearer(AMINAS_TOKEN).send().problem())
                .isEqualTo("not-yours-to-do");
    }

    @Test
    void the_national_services_close_the_account_of_a_helper() {
        Answer anAgents =
                client.call("DELETE", "/helpers/7K2M-9QXT").bearer(CLERKS_TOKEN).send();
        Answer nobodys = client.call("DELETE", "/helpers/0000-0000")
                .bearer(NATIONAL_TOKEN)
                .send();
        Answer closed = client.call("DELETE", "/helpers/7K2M-9QXT")
                .bearer(NATIONAL_TOKEN)
                .send();

        assertThat(anAgents.problem()).isEqualTo("not-yours-to-do");
        assertThat(nobodys.problem()).isEqualTo("not-found");
        assertThat(closed.status()).isEqualTo(204);
    }

    @Test
    void a_mandate_for_nobody_or_for_nothing_is_refused() {
        assertThat(mandate("0000-0000", List.of("read")).problem()).isEqualTo("unknown-mandatary");
        assertThat(mandate("somebody", List.of("read")).problem()).isEqualTo("malformed-input");
        assertThat(mandate("7K2M-9QXT", List.of()).problem()).isEqualTo("malformed-input");
        assertThat(mandate("7K2M-9QXT", List.of("marry")).problem()).isEqualTo("malformed-input");
    }

    @Test
    void a_person_draws_a_code_to_show_at_the_counter_and_nobody_draws_one_for_them() {
        Answer drawn = client.call("POST", AMINA + "/counter-code")
                .bearer(AMINAS_TOKEN)
                .send();

        assertThat(drawn.status()).isEqualTo(201);
        assertThat(drawn.json().path("code").asText()).isEqualTo("7K2M-9QXT-4B3D");
        assertThat(client.call("POST", AMINA + "/counter-code")
                        .bearer(CLERKS_TOKEN)
                        .send()
                        .problem())
                .isEqualTo("not-found");
    }

    @Test
    void a_person_shares_what_they_may_do_and_takes_it_back() {
        Map<String, Object> wanted = Map.of("purpose", "work", "lastDay", "2026-04-01");
        String shares = AMINA + "/shares";

        Answer given =
                client.call("POST", shares).bearer(AMINAS_TOKEN).json(wanted).send();

        assertThat(given.status()).isEqualTo(201);
        assertThat(given.json().path("code").asText()).isEqualTo("T-7TQ2-K0MX-31WD");
        assertThat(client.call("POST", shares)
                        .bearer(AMINAS_TOKEN)
                        .json(wanted)
                        .send()
                        .problem())
                .isEqualTo("too-many-shares");
        assertThat(client.call("GET", shares).bearer(AMINAS_TOKEN).send().json().path("shares"))
                .hasSize(1);
        assertThat(client.call("DELETE", shares + "/t7tq2komx31wd")
                        .bearer(AMINAS_TOKEN)
                        .send()
                        .status())
                .isEqualTo(204);
        assertThat(client.call("GET", shares).bearer(AMINAS_TOKEN).send().json().path("shares"))
                .isEmpty();
        assertThat(client.call("POST", shares)
                        .bearer(AMINAS_TOKEN)
                        .json(Map.of("purpose", "love", "lastDay", "2026-04-01"))
                        .wrongOnPurpose()
                        .send()
                        .problem())
                .isEqualTo("malformed-input");
    }

    private static Answer mandate(String code, List<String> allows) {
        return client.call("POST", AMINA + "/mandates")
                .bearer(AMINAS_TOKEN)
                .json(Map.of("helperCode", code, "allows", allows, "lastDay", "2026-09-01"))
                .wrongOnPurpose()
                .send();
    }

    @Test
    void the_national_services_open_the_account_of_an_association() {
        Answer opened = client.call("POST", "/accounts")
                .bearer(NATIONAL_TOKEN)
                .json(Map.of(
                        "role",
                        "helper",
                        "login",
                        "asso.exemple",
                        "password",
                        "quatre mots au hasard",
                        "helper",
                        Map.of("name", "Asso Exemple", "kind", "association")))
                .send();

        assertThat(opened.status()).as(opened.body()).isEqualTo(201);
        assertThat(opened.json().path("helperCode").asText()).isEqualTo("7K2M-9QXT");
        assertThat(opened.json().at("/secondFactor/secret").asText()).isEqualTo("JBSWY3DP");
    }

    private static Answer recover(String code) {
        return client.call("POST", "/recoveries")
                .json(Map.of(
                        "login", "amina.b",
                        "birthDate", "1999-05-17",
                        "code", code,
                        "password", "quatre autres mots"))
                .send();
    }

    private static Answer act(Map<String, ?> body) {
        return client.call("POST", ONE + "/acts")
                .bearer(CLERKS_TOKEN)
                .json(body)
                .send();
    }

    private static Answer read(String address) {
        return client.call("GET", address).bearer(CLERKS_TOKEN).send();
    }
}
