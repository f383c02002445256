package fr.sejour.distribution.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.sejour.rest.contract.ContractClient.Answer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pieces through the API of the running distribution: given, cut and resumed, replaced, used again, refused, and asked for. */
@ExtendWith(TryOut.ForTests.class)
class PiecesTest {

    private static SignedIn agent;

    private final SignedIn student = SignedIn.applicant("PIÈCES", "Awa");
    private final String number = student.fileIn("38185").at("/case/caseNumber").asText();

    @BeforeAll
    static void somebodyServesTheIsere() {
        agent = SignedIn.agentOf("38");
    }

    @Test
    void m4_a_filing_is_completed_changed_and_withdrawn_after_it_was_made() {
        give("etat_civil", "naissance");
        JsonNode completed = give("nationalite", "première page").json();
        JsonNode changed = give("nationalite", "seconde page").json();
        JsonNode removed = student.call("DELETE", piece("nationalite")).send().json();
        give("nationalite", "troisième page");
        JsonNode withdrawn = student.act(number, Map.of("act", "withdraw", "reason", "Je change d'avis."))
                .json();

        assertThat(completed.path("complete").asBoolean()).isTrue();
        assertThat(stateOf(changed, "nationalite")).isEqualTo("given 2");
        assertThat(removed.path("complete").asBoolean()).isFalse();
        assertThat(withdrawn.path("status").asText()).isEqualTo("withdrawn");
        assertThat(student.call("DELETE", piece("nationalite")).send().problem())
                .isEqualTo("act-not-allowed");
        assertThat(agent.read("/cases/" + number + "/journal").json().findValuesAsText("what"))
                .containsSubsequence("piece-given", "piece-given", "piece-removed", "piece-given", "withdraw");
    }

    @Test
    void m6_an_upload_that_was_cut_goes_on_and_the_piece_is_what_was_sent() {
        give("etat_civil", "naissance");
        byte[] content = SamplePdf.of("passeport " + "x".repeat(200_000));
        String upload = begin("nationalite", content.length, "passeport.pdf");
        int cut = 70_001;

        Answer first = part(upload, 0, Arrays.copyOf(content, cut));
        Answer look =
                student.call("HEAD", upload).header("Tus-Resumable", "1.0.0").send();
        int offset = Integer.parseInt(look.header("Upload-Offset"));
        Answer elsewhere = part(upload, 5, new byte[] {1});
        Answer last = part(upload, offset, Arrays.copyOfRange(content, offset, content.length));

        assertThat(first.status()).isEqualTo(204);
        assertThat(offset).isEqualTo(cut);
        assertThat(elsewhere.problem()).isEqualTo("upload-elsewhere");
        assertThat(last.status()).as(last.body()).isEqualTo(204);
        assertThat(student.read(piece("nationalite")).body()).isEqualTo(new String(content, StandardCharsets.US_ASCII));
        assertThat(student.read("/cases/" + number).json().path("complete").asBoolean())
                .isTrue();
    }

    @Test
    void m7_everything_given_is_in_the_history_and_serves_again() {
        give("nationalite", "ancienne");
        give("nationalite", "nouvelle");
        String other = student.fileIn("38185").at("/case/caseNumber").asText();

        JsonNode versions = agent.read("/cases/" + number + "/pieces").json().path("versions");
        String evidence = student.read("/people/" + student.person() + "/evidence")
                .json()
                .at("/files/0/evidence")
                .asText();
        Answer reused = student.call("PUT", "/cases/" + other + "/pieces/nationalite/evidence")
                .json(Map.of("evidence", evidence))
                .send();

        assertThat(versions.at("/0/ended/how").asText()).isEqualTo("replaced");
        assertThat(agent.read(piece("nationalite") + "/versions/1").body()).contains("ancienne");
        assertThat(agent.read(piece("nationalite")).body()).contains("nouvelle");
        assertThat(stateOf(reused.json(), "nationalite")).isEqualTo("given 1");
        assertThat(agent.read("/cases/" + number + "/journal").json().findValuesAsText("detail"))
                .contains("nationalite version 1", "nationalite version 2");
    }

    @Test
    void m11_nobody_closes_a_file_before_a_notice_and_its_delay() {
        Map<String, String> refusal = Map.of("act", "refuse-registration", "reason", "Le passeport manque.");

        Answer withoutNotice = act(refusal);
        JsonNode asked = act(Map.of(
                        "act",
                        "ask-for-pieces",
                        "answerBy",
                        LocalDate.now(ZoneId.of("Europe/Paris")).plusDays(30).toString(),
                        "pieces",
                        List.of(Map.of("piece", "nationalite", "reason", "Il manque votre passeport."))))
                .json();
        Answer withinTheDelay = act(refusal);

        assertThat(withoutNotice.problem()).isEqualTo("act-not-allowed");
        assertThat(asked.path("status").asText()).isEqualTo("awaiting-pieces");
        assertThat(withinTheDelay.problem()).isEqualTo("act-not-allowed");
        assertThat(student.read("/people/" + student.person() + "/inbox").body())
                .contains("Il manque votre passeport.", "délai de réponse");
    }

    @ParameterizedTest
    @CsvSource({
        "%PDF-1.7 rien de tel %%EOF, file-unreadable",
        "%PDF-1.7 coupé, file-cut-short",
        "du texte, media-type-not-accepted",
    })
    void a_file_that_no_agent_could_read_is_told_at_once(String content, String problem) {
        Answer answer = student.call("PUT", piece("nationalite"))
                .content("application/pdf", content.getBytes(StandardCharsets.ISO_8859_1))
                .send();

        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(answer.json().at("/messages/fr/next").asText()).isNotBlank();
        assertThat(student.read("/cases/" + number + "/pieces").json().path("versions"))
                .isEmpty();
    }

    private Answer act(Object body) {
        return agent.act(number, body);
    }

    private Answer give(String type, String word) {
        Answer given = student.call("PUT", piece(type))
                .content("application/pdf", SamplePdf.of(word))
                .send();
        assertThat(given.status()).as(given.body()).isEqualTo(200);
        return given;
    }

    private String begin(String type, int length, String name) {
        Answer begun = student.call("POST", piece(type) + "/uploads")
                .header("Tus-Resumable", "1.0.0")
                .header("Upload-Length", String.valueOf(length))
                .header(
                        "Upload-Metadata",
                        "filename " + Base64.getEncoder().encodeToString(name.getBytes(StandardCharsets.UTF_8)))
                .send();
        assertThat(begun.status()).as(begun.body()).isEqualTo(201);
        return begun.header("Location").replace("/api/v1", "");
    }

    private Answer part(String upload, int offset, byte[] content) {
        return student.call("PATCH", upload)
                .header("Tus-Resumable", "1.0.0")
                .header("Upload-Offset", String.valueOf(offset))
                .content("application/offset+octet-stream", content)
                .send();
    }

    private String piece(String type) {
        return "/cases/" + number + "/pieces/" + type;
    }

    private static String stateOf(JsonNode file, String type) {
        for (JsonNode piece : file.path("pieces")) {
            if (piece.path("type").asText().equals(type)) {
                return piece.path("state").asText() + " "
                        + piece.path("version").asInt();
            }
        }
        return "";
    }
}
