package fr.sejour.distribution.process;

import static fr.sejour.distribution.process.SignedIn.API;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.sejour.rest.contract.ContractClient.Answer;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Filings that come by another way than the portal, on the running distribution. */
@ExtendWith(TryOut.ForTests.class)
class ChannelsTest {

    private static final Pattern SERIAL = Pattern.compile("FO(-[0-9A-HJKMNP-TV-Z]{4}){3}");

    /** No e-mail address, no account: what they have is their case number and a printed receipt. */
    @Test
    void m15_somebody_without_account_or_e_mail_files_by_post_and_is_in_the_queue() {
        SignedIn agent = SignedIn.agentOf("38");

        Answer keyed = enter(agent, newcomer(), "post", Map.of());

        assertThat(keyed.status()).as(keyed.body()).isEqualTo(201);
        assertThat(keyed.json().at("/case/channel").asText()).isEqualTo("post");
        assertThat(keyed.json().at("/case/next/what").asText()).isNotEmpty();
        String number = keyed.json().at("/case/caseNumber").asText();
        assertThat(agent.read("/cases/" + number + "/journal").body()).contains("filed");
    }

    /** The form is printed by anybody, filled in while the platform was down, and keyed five days later with its true day. */
    @Test
    void m17_a_printed_form_is_keyed_once_with_the_day_on_which_it_was_received() throws Exception {
        SignedIn agent = SignedIn.agentOf("38");
        String serial = printed();
        LocalDate day = SignedIn.today().minusDays(5);
        Map<String, Object> reception =
                Map.of("day", day.toString(), "late", "La plateforme était en panne.", "form", serial);
        Map<String, Object> person = newcomer();

        Answer keyed = enter(agent, person, "substitute", reception);
        Answer again = enter(agent, person, "substitute", reception);
        Answer elsewhere = enter(SignedIn.agentOf("69"), person, "substitute", reception);

        assertThat(keyed.status()).as(keyed.body()).isEqualTo(201);
        JsonNode filed = keyed.json().path("case");
        assertThat(filed.path("filedOn").asText()).isEqualTo(day.toString());
        assertThat(filed.at("/received/form").asText()).isEqualTo(serial);
        assertThat(filed.path("clocks").findValuesAsText("startsOn")).contains(day.toString());
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.problem()).isEqualTo("form-already-entered");
        assertThat(again.json().path("caseNumber")).isEqualTo(filed.path("caseNumber"));
        assertThat(elsewhere.problem()).isEqualTo("form-already-entered");
        assertThat(elsewhere.json().has("caseNumber")).isFalse();
        assertThat(elsewhere.json().path("prefecture").asText()).isEqualTo("38");
    }

    /** The person decides, sees, and ends it; the session of the helper stays open all the while. */
    @Test
    void m15_an_association_files_for_somebody_who_is_told_sees_it_and_ends_it() {
        SignedIn person = SignedIn.applicant("CONFIANTE", "Awa");
        SignedIn.Association association = SignedIn.association();
        SignedIn helper = association.signedIn();

        Answer before = filing(helper, person);
        String mandate = person.mandate(association.code(), "file", "complete", "read");
        Answer filed = filing(helper, person);

        assertThat(before.problem()).isEqualTo("not-found");
        assertThat(filed.status()).as(filed.body()).isEqualTo(201);
        assertThat(filed.json().at("/case/channel").asText()).isEqualTo("online");
        assertThat(filed.json().at("/papers/0").has("checkCode")).isFalse();
        String number = filed.json().at("/case/caseNumber").asText();
        Answer given = helper.call("PUT", "/cases/" + number + "/pieces/nationalite")
                .content("application/pdf", SamplePdf.of("passeport"))
                .send();
        assertThat(given.status()).as(given.body()).isEqualTo(200);
        assertThat(helper.read("/mandates").json().at("/people/0/personId").asText())
                .isEqualTo(person.person());
        assertThat(person.read("/people/" + person.person() + "/inbox").body()).contains(mandate);
        assertThat(person.read("/people/" + person.person() + "/mandates")
                        .json()
                        .at("/mandates/0/done")
                        .findValuesAsText("what"))
                .containsExactly("filed", "piece-given");
        assertThat(person.read("/cases/" + number + "/journal").body()).contains("under " + mandate);

        Answer ended = person.call("DELETE", "/people/" + person.person() + "/mandates/" + mandate)
                .send();

        assertThat(ended.status()).isEqualTo(204);
        assertThat(helper.call("GET", "/cases/" + number).send().status()).isEqualTo(404);
        assertThat(filing(helper, person).problem()).isEqualTo("not-found");
        assertThat(helper.read("/mandates").json().path("people")).isEmpty();
        assertThat(person.read("/cases/" + number).status()).isEqualTo(200);
    }

    private static Answer filing(SignedIn helper, SignedIn person) {
        return helper.call("POST", "/filings")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .json(Map.of(
                        "personId",
                        person.person(),
                        "permit",
                        "etudiant",
                        "residence",
                        Map.of("address", "1 rue de l'Exemple", "commune", "38185")))
                .send();
    }

    @Test
    void two_prints_have_two_serial_numbers() throws Exception {
        assertThat(printed()).isNotEqualTo(printed());
    }

    @Test
    void a_form_is_a_pdf_too_on_its_page_and_in_the_api() throws Exception {
        String page = TryOut.distribution().get("/form/etudiant").body();
        Matcher link = Pattern.compile("/form/etudiant/(FO-[-0-9A-Z]+)").matcher(page);
        assertThat(link.find()).isTrue();

        HttpResponse<String> print = TryOut.distribution().get(link.group());

        assertThat(print.statusCode()).isEqualTo(200);
        assertThat(print.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(print.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"" + link.group(1) + ".pdf\"");
        assertThat(print.body()).startsWith("%PDF-");
        assertThat(TryOut.distribution().get("/api/v1/forms/etudiant").body()).startsWith("%PDF-");
    }

    private static String printed() throws Exception {
        Matcher serial =
                SERIAL.matcher(TryOut.distribution().get("/form/etudiant").body());
        assertThat(serial.find()).isTrue();
        return serial.group();
    }

    private static Map<String, Object> newcomer() {
        return Map.of(
                "newcomer",
                Map.of(
                        "civilStatus",
                        Map.of(
                                "familyName", "PAPIER",
                                "givenNames", "Oumar",
                                "birthDate", "1990-01-02",
                                "nationality", "ML")));
    }

    private static Answer enter(
            SignedIn agent, Map<String, Object> who, String channel, Map<String, Object> reception) {
        Map<String, Object> body = new HashMap<>(who);
        body.put("channel", channel);
        body.put("permit", "etudiant");
        body.put("residence", Map.of("address", "1 rue de l'Exemple", "commune", "38185"));
        if (!reception.isEmpty()) {
            body.put("reception", reception);
        }
        return API.call("POST", "/filings")
                .bearer(agent.token())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .json(body)
                .send();
    }
}
