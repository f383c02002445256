package fr.sejour.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sejour.api.attempt.Attempt;
import fr.sejour.api.attempt.Failure;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.report.Report;
import fr.sejour.api.report.ReportAct;
import fr.sejour.rest.contract.ContractClient;
import fr.sejour.rest.contract.ContractClient.Answer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Receipts of what fails, and reports; every request and answer is compared with the contract. */
class WhenItFailsTest {

    private static final String FILING =
            "{\"permit\":\"etudiant\",\"residence\":{\"address\":\"1 rue de la Liberté\",\"commune\":\"38185\"}}";

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

    @BeforeEach
    void nothingFailedYet() {
        api.services.failures.last.set(null);
    }

    @Test
    void a_filing_that_fails_gives_a_receipt_of_what_was_sent_and_asked_for() throws NoSuchAlgorithmException {
        api.services.failure.set(() -> new CaseException(ErrorCode.STORE_UNAVAILABLE));

        Answer answer = client.call("POST", "/filings")
                .bearer(HandWrittenServices.AMINAS_TOKEN)
                .header("Idempotency-Key", "failing-once")
                .mayBeUnavailable()
                .json(FILING)
                .send();

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.json().at("/attempt/number").asText()).isEqualTo("TE-0000-0000-001Y");
        assertThat(answer.json().at("/attempt/href").asText()).isEqualTo("/api/v1/attempts/TE-0000-0000-001Y");
        Failure failure = api.services.failures.last.get();
        assertThat(failure.operation()).isEqualTo(Attempt.Operation.FILE);
        assertThat(failure.ours()).isTrue();
        assertThat(failure.caller()).contains(Situations.AMINA_HERSELF);
        assertThat(failure.trace()).isEqualTo(answer.json().path("instance").asText());
        assertThat(failure.subject().ground()).contains(new PermitCode("etudiant"));
        assertThat(failure.subject().prefecture()).contains(new PrefectureCode("38"));
        assertThat(failure.subject().digest())
                .contains(HexFormat.of()
                        .formatHex(
                                MessageDigest.getInstance("SHA-256").digest(FILING.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void a_filing_that_nobody_could_look_at_says_what_it_asked_for_all_the_same() {
        Answer answer = client.call("POST", "/filings")
                .bearer(HandWrittenServices.AMINAS_TOKEN)
                .wrongOnPurpose()
                .json(FILING)
                .send();

        assertThat(answer.problem()).isEqualTo("idempotency-key-missing");
        assertThat(api.services.failures.last.get().subject().ground()).contains(new PermitCode("etudiant"));
    }

    @Test
    void a_body_that_is_none_and_a_refused_piece_give_receipts_too() {
        client.call("POST", "/filings")
                .bearer(HandWrittenServices.AMINAS_TOKEN)
                .header("Idempotency-Key", "failing-twice")
                .wrongOnPurpose()
                .json("{")
                .send();
        assertThat(api.services.failures.last.get().code()).isEqualTo("malformed-input");

        client.call("PUT", "/cases/" + Situations.CASE + "/pieces/nationalite")
                .bearer(HandWrittenServices.AMINAS_TOKEN)
                .content("application/pdf", "no pdf".getBytes(StandardCharsets.UTF_8))
                .send();
        assertThat(api.services.failures.last.get().operation()).isEqualTo(Attempt.Operation.GIVE_PIECE);
        assertThat(api.services.failures.last.get().subject().caseNumber()).contains(Situations.CASE);
    }

    @Test
    void readers_strangers_and_wrong_passwords_get_none() {
        client.call("POST", "/filings").wrongOnPurpose().json(FILING).send();
        client.call("GET", "/cases/" + Situations.CASE).send();
        api.services.failure.set(() -> new CaseException(ErrorCode.SIGN_IN_REFUSED));
        client.call("POST", "/sessions")
                .json(Map.of("login", "amina", "password", "wrong"))
                .send();
        api.services.failure.set(null);

        assertThat(api.services.failures.last.get()).isNull();
    }

    @Test
    void a_receipt_is_read_by_its_number_and_the_keys_by_anybody() {
        Answer one = client.call("GET", "/attempts/" + HandWrittenFailures.NUMBER)
                .bearer(HandWrittenServices.AMINAS_TOKEN)
                .send();

        assertThat(one.json().path("signature").asText()).isEqualTo("a.b.c");
        assertThat(one.json().at("/substitute/prefecture").asText()).isEqualTo("38");
        assertThat(client.call("GET", "/attempts")
                        .bearer(HandWrittenServices.AMINAS_TOKEN)
                        .send()
                        .json()
                        .path("attempts"))
                .hasSize(1);
        assertThat(client.call("GET", "/attempts/TE-0000-0000-0000")
                        .bearer(HandWrittenServices.AMINAS_TOKEN)
                        .send()
                        .status())
                .isEqualTo(404);
        assertThat(client.call("GET", "/signature-keys")
                        .send()
                        .json()
                        .at("/keys/0/alg")
                        .asText())
                .isEqualTo("ES256");
    }

    @Test
    void anybody_reports_and_follows_with_the_secret() {
        Answer opened = client.call("POST", "/reports")
                .json(Map.of(
                        "topic", "filing",
                        "blocking", true,
                        "words", "La page reste blanche.",
                        "page", "/portal/file",
                        "attempt", "TE-0000-0000-001Y",
                        "contact", Map.of("email", "famille@example.org")))
                .send();

        assertThat(opened.status()).isEqualTo(201);
        assertThat(opened.json().path("secret").asText()).isEqualTo(HandWrittenReports.SECRET);
        assertThat(api.services.reports.opened.get().topic()).isEqualTo(Report.Topic.FILING);
        assertThat(api.services.reports.opened.get().trace().page()).contains("/portal/file");
        String address = "/reports/" + HandWrittenReports.NUMBER;
        assertThat(client.call("GET", address)
                        .header("Report-Secret", HandWrittenReports.SECRET)
                        .send()
                        .json()
                        .path("steps"))
                .hasSize(1);
        assertThat(client.call("GET", address).send().status()).isEqualTo(401);
        assertThat(client.call("POST", address + "/steps")
                        .header("Report-Secret", HandWrittenReports.SECRET)
                        .json(Map.of("what", "reply", "words", "Alors ?"))
                        .send()
                        .status())
                .isEqualTo(200);
    }

    @Test
    void an_agent_reads_answers_routes_and_links() {
        String steps = "/reports/" + HandWrittenReports.NUMBER + "/steps";
        assertThat(client.call("GET", "/reports")
                        .bearer(HandWrittenServices.CLERKS_TOKEN)
                        .send()
                        .json()
                        .path("reports"))
                .hasSize(1);

        for (Map<String, String> act : java.util.List.of(
                Map.of("what", "answer", "words", "C'est réparé."),
                Map.of("what", "route", "words", "Chez vous.", "to", "69"),
                Map.of("what", "link", "caseNumber", Situations.CASE.value()),
                Map.of("what", "reopen", "words", "Encore."))) {
            assertThat(client.call("POST", steps)
                            .bearer(HandWrittenServices.CLERKS_TOKEN)
                            .json(act)
                            .send()
                            .status())
                    .isEqualTo(200);
        }
        assertThat(api.services.reports.act.get()).isEqualTo(new ReportAct.Reopen("Encore."));
        assertThat(client.call("POST", steps)
                        .bearer(HandWrittenServices.CLERKS_TOKEN)
                        .wrongOnPurpose()
                        .json(Map.of("what", "burn"))
                        .send()
                        .status())
                .isEqualTo(400);
    }
}
