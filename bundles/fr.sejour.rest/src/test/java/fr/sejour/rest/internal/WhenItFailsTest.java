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
    void a_filing_that_fails_says_for_whom_a_helper_asked() {
        client.call("POST", "/filings")
                .bearer(HandWrittenServices.HELPERS_TOKEN)
                .wrongOnPurpose()
                .json(FILING.replace("{\"permit\"", "{\"personId\":\"" + Situations.AMINA + "\",\"permit\""))
                .send();

        Failure failure = api.services.failures.last.get();
        assertThat(failure.caller()).contains(HandWrittenMandates.HELPER);
        assertThat(failure.behalf().flatMap(Attempt.Behalf::person)).contains(Situations.AMINA);
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
    void a_file_that_is_refused_in_parts_gives_a_receipt_and_one_that_goes_on_none() {
        Answer tooLarge = client.call("POST", "/cases/" + Situations.CASE + "/pieces/nationalite/uploads")
                .bearer(HandWrittenServices.AMINAS_TOKEN)
                .header("Tus-Resumable", "1.0.0")
                .header("Upload-Length", String.valueOf(HandWrittenPieces.LARGEST + 1L))
                .send();
        Failure begun = api.services.failures.last.getAndSet(null);
        Answer elsewhere = client.call("PATCH", "/uploads/" + HandWrittenPieces.UPLOAD)
                .bearer(HandWrittenServices.AMINAS_TOKEN)
                .header("Tus-Resumable", "1.0.0")
                .header("Upload-Offset", "3")
                .content("application/offset+octet-stream", new byte[] {1})
                .send();

        assertThat(tooLarge.problem()).isEqualTo("piece-too-large");
        assertThat(begun.operation()).isEqualTo(Attempt.Operation.GIVE_PIECE);
        assertThat(begun.subject().caseNumber()).contains(Situations.CASE);
        assertThat(elsewhere.problem()).isEqualTo("upload-elsewhere");
        assertThat(api.services.failures.last.get()).isNull();
    }

    @Test
    void whoever_is_signed_in_follows_a_report_with_its_secret_too() {
        Answer wrong = client.call("GET", "/reports/" + HandWrittenReports.NUMBER)
                .bearer(HandWrittenServices.AMINAS_TOKEN)
                .header("Report-Secret", "WRONG")
                .send();
        Answer right = client.call("GET", "/reports/" + HandWrittenReports.NUMBER)
                .bearer(HandWrittenServices.AMINAS_TOKEN)
                .header("Report-Secret", HandWrittenReports.SECRET)
                .send();

        assertThat(wrong.status()).isEqualTo(404);
        assertThat(right.status()).isEqualTo(200);
    }

    /** A password or the code of a letter is short enough to be guessed from its digest. */
    @Test
    void what_holds_a_secret_leaves_no_digest() {
        api.services.failure.set(() -> new CaseException(ErrorCode.LOGIN_TAKEN));
        client.call("POST", "/accounts")
                .json(Map.of(
                        "login",
                        "amina",
                        "password",
                        "quatre mots au hasard",
                        "civilStatus",
                        Map.of(
                                "familyName", "BENALI",
                                "givenNames", "Amina",
                                "birthDate", "1999-05-17",
                                "nationality", "MA")))
                .send();
        Failure opening = api.services.failures.last.get();
        api.services.failure.set(() -> new CaseException(ErrorCode.STORE_UNAVAILABLE));
        client.call("POST", "/people/" + Situations.AMINA + "/link")
                .bearer(HandWrittenServices.AMINAS_TOKEN)
                .mayBeUnavailable()
                .json(Map.of("foreignerNumber", "9900000099", "birthDate", "1999-05-17", "letterCode", "EXEMPLE-0099"))
                .send();
        Failure linking = api.services.failures.last.get();

        assertThat(opening.operation()).isEqualTo(Attempt.Operation.OPEN_ACCOUNT);
        assertThat(opening.subject().digest()).isEmpty();
        assertThat(linking.operation()).isEqualTo(Attempt.Operation.LINK);
        assertThat(linking.subject().digest()).isEmpty();
    }

    @Test
    void readers_strangers_and_wrong_passwords_get_none() {
        client.call("POST", "/filings").wrongOnPurpose().json(FILING).send();
        api.services.failure.set(() -> new CaseException(ErrorCode.STORE_UNAVAILABLE));
        Answer read = client.call("GET", "/cases/" + Situations.CASE)
                .bearer(HandWrittenServices.AMINAS_TOKEN)
                .mayBeUnavailable()
                .send();
        Answer signIn = client.call("POST", "/sessions")
                .json(Map.of("login", "amina", "password", "wrong"))
                .send();

        assertThat(read.problem()).isEqualTo("store-unavailable");
        assertThat(signIn.problem()).isEqualTo("sign-in-refused");
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
