package fr.sejour.check.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sejour.api.attestation.CheckCode;
import fr.sejour.api.attestation.CheckDesk;
import fr.sejour.api.attestation.ShareCode;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.right.PaperKind;
import fr.sejour.api.right.Validity;
import fr.sejour.web.preview.Browser;
import fr.sejour.web.preview.Browser.Seen;
import fr.sejour.web.preview.PageServer;
import fr.sejour.web.preview.Platform;
import fr.sejour.web.preview.SampleChecks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CheckSectionTest {

    private static final Map<String, String> RIGHT = Map.of(
            "check-code", "7kq2-m9xd-4tbe", "birth-date-day", "27", "birth-date-month", "3", "birth-date-year", "1998");

    private final Platform platform = new Platform();
    private PageServer server;
    private Browser browser;

    @BeforeEach
    void start() {
        start(platform.checks);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_code_and_a_birth_date_give_the_state_the_rights_and_the_end() {
        Seen page = browser.post("/check", RIGHT);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("Ce document est valable")
                .contains("autorise son titulaire à travailler comme salarié, dans la limite de 964 heures par an")
                .contains("Valable du 2 novembre 2026")
                .contains("22 novembre 2026 à 10\u00a0h\u00a030")
                .contains("Ce point est en cours de vérification par les services nationaux")
                .contains("A. B.")
                .doesNotContain("Amina", "Ben Ali", "Étudiant");
    }

    @Test
    void the_page_that_reads_seals_has_every_sentence_and_file_that_its_script_asks_for() throws IOException {
        String script = new String(OfflineFiles.find("offline.js").orElseThrow().bytes(), StandardCharsets.UTF_8);
        Seen page = browser.get("/check/offline");

        assertThat(page.status()).isEqualTo(200);
        assertThat(Pattern.compile("(?:say|tell|fact)\\((?:\\w+, )?\"([a-z.-]+)\"")
                        .matcher(script)
                        .results())
                .hasSizeGreaterThan(20)
                .allSatisfy(asked -> assertThat(page.body()).contains("data-key=\"" + asked.group(1) + "\""));
        assertThat(Pattern.compile("\"(/ui/check/[^\"]+)\"")
                        .matcher(page.body())
                        .results())
                .hasSizeGreaterThan(7)
                .allSatisfy(
                        file -> assertThat(browser.get(file.group(1)).status()).isEqualTo(200));
        assertThat(page.body())
                .contains("JavaScript, qui est éteint", "href=\"/check\"", "rel=\"manifest\"")
                .contains("data-key=\"right.work.H\">Ce document autorise son titulaire à travailler comme salarié");
    }

    @Test
    void it_speaks_arabic_and_keeps_the_mention_in_french() {
        Seen page = browser.get("/check/offline?in=ar");

        assertThat(page.body())
                .contains("<div lang=\"ar\" dir=\"rtl\">", "التحقق من ختم وثيقة", "data-key=\"right.fr.work.A\"")
                .contains("href=\"/check/offline?in=fr\"");
    }

    @Test
    void it_alone_may_use_the_camera_and_compile_webassembly() {
        Seen page = browser.get("/check/offline");
        Seen other = browser.get("/check");

        assertThat(page.header("Content-Security-Policy"))
                .contains("script-src 'self' 'wasm-unsafe-eval';", "worker-src 'self'", "manifest-src 'self'");
        assertThat(page.header("Permissions-Policy")).startsWith("camera=(self),");
        assertThat(other.header("Content-Security-Policy"))
                .contains("script-src 'self';")
                .doesNotContain("wasm", "worker", "manifest");
        assertThat(other.header("Permissions-Policy")).startsWith("camera=(),");
        assertThat(browser.get(OfflineFiles.path("offline-worker.js")).header("Service-Worker-Allowed"))
                .isEqualTo("/check/offline");
    }

    @Test
    void a_wrong_code_and_a_wrong_date_give_the_same_answer() {
        Seen wrongCode = browser.post("/check", with("check-code", "ZZZZZZZZZZZZ"));
        Seen wrongDate = browser.post("/check", with("birth-date-year", "1997"));

        assertThat(wrongCode.status()).isEqualTo(422);
        assertThat(alert(wrongDate)).isEqualTo(alert(wrongCode)).contains("ne vont pas ensemble");
    }

    @Test
    void a_code_of_the_wrong_shape_is_told_beside_its_field() {
        Seen page = browser.post("/check", with("check-code", "12"));

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("id=\"check-code-fault\"").contains("douze lettres ou chiffres");
    }

    @Test
    void a_day_that_does_not_exist_is_told_and_kept() {
        Seen page = browser.post("/check", with("birth-date-day", "31", "birth-date-month", "2"));

        assertThat(page.body()).contains("Cette date n'existe pas").contains("value=\"31\"");
    }

    @Test
    void a_holder_with_more_rights_is_said_so() {
        assertThat(browser.post("/check", RIGHT).body()).doesNotContain("un autre document valable");

        platform.moreRights = true;

        assertThat(browser.post("/check", RIGHT).body()).contains("un autre document valable");
    }

    @Test
    void a_paper_that_has_expired_shows_no_right() {
        platform.issued.set(
                0,
                Platform.paper(
                        "SJ-7F3K-9QWX-2MBT",
                        PaperKind.ATTESTATION_DE_PROLONGATION,
                        Validity.between(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 7, 31), Platform.PARIS),
                        platform.issued.get(0).rights()));

        assertThat(browser.post("/check", RIGHT).body())
                .contains("Ce document a expiré")
                .doesNotContain("autorise son titulaire à travailler");
    }

    @Test
    void a_proof_of_filing_is_never_taken_for_more() {
        platform.issued.remove(0);

        assertThat(browser.post("/check", RIGHT).body())
                .contains("il prouve le dépôt d'une demande, et rien d'autre")
                .contains("n'autorise pas son titulaire à travailler")
                .doesNotContain("Ce document est valable", "panel-yes");
    }

    @Test
    void the_answer_can_be_read_in_english_with_the_french_mention() {
        Map<String, Object> english = new java.util.HashMap<>(RIGHT);
        english.put("lang", "en");

        assertThat(browser.post("/check", english).body())
                .contains("<html lang=\"en\"")
                .contains("This document is valid")
                .contains("<q lang=\"fr\">Ce document autorise son titulaire à travailler");
    }

    @Test
    void too_many_wrong_dates_are_told_to_wait() {
        stop();
        start(new Slowed(platform.checks));

        assertThat(browser.post("/check", RIGHT).status()).isEqualTo(429);
        assertThat(browser.post("/check", with("check-code", SampleChecks.SHARED.printed()))
                        .status())
                .isEqualTo(429);
    }

    @Test
    void a_code_that_a_person_shares_gives_what_all_their_papers_permit() {
        Seen page = browser.post("/check", with("check-code", SampleChecks.SHARED.printed()));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("Cette personne détient un document de séjour valable")
                .contains("Un employeur")
                .contains("Séjour et travail connus aujourd'hui jusqu'au")
                .contains("28 février 2027")
                .contains("autorise son titulaire à travailler comme salarié, dans la limite de 964 heures par an")
                .contains("autorise son titulaire à travailler pour l'employeur nommé par l'autorisation de travail")
                .doesNotContain("Amina", "Ben Ali", "Étudiant");
    }

    @Test
    void a_proof_is_shown_with_the_answer_and_read_again() {
        assertThat(browser.post("/check", RIGHT).body()).contains("paper.e30.c2ln");

        browser.get("/check/proof");
        Seen paper = browser.post("/check/proof", Map.of("check-proof", " paper.\ne30.c2ln "));
        Seen share = browser.post("/check/proof", Map.of("check-proof", "share.e30.c2ln"));
        Seen altered = browser.post("/check/proof", Map.of("check-proof", "another.e30.c2ln"));

        assertThat(paper.body()).contains("Ce document est valable", "A. B.");
        assertThat(share.body()).contains("Cette personne détient un document de séjour valable");
        assertThat(altered.status()).isEqualTo(422);
        assertThat(altered.body()).contains("a donné cette preuve");
    }

    @Test
    void while_nothing_can_be_signed_the_answer_stands_and_says_when_to_come_back() {
        server.close();
        start(new Unsigned(platform.checks));

        Seen page = browser.post("/check", RIGHT);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("Ce document est valable", "964 heures par an")
                .contains("nous ne pouvons pas la signer en ce moment", "vérifiez à nouveau plus tard")
                .doesNotContain("paper.e30.c2ln", "Ce texte signé prouve");
    }

    /** A desk whose key is away. */
    private record Unsigned(CheckDesk desk) implements CheckDesk {

        @Override
        public CheckAnswer check(CheckCode code, LocalDate birthDate) {
            CheckAnswer signed = desk.check(code, birthDate);
            return new CheckAnswer(
                    signed.checkedAt(),
                    signed.state(),
                    signed.kind(),
                    signed.number(),
                    signed.holderInitials(),
                    signed.validity(),
                    signed.rights(),
                    signed.holderHasMoreRights(),
                    signed.endReason(),
                    Optional.empty());
        }

        @Override
        public ShareAnswer check(ShareCode code, LocalDate birthDate) {
            return desk.check(code, birthDate);
        }

        @Override
        public Optional<CheckAnswer> paperProven(String proof) {
            return desk.paperProven(proof);
        }

        @Override
        public Optional<ShareAnswer> shareProven(String proof) {
            return desk.shareProven(proof);
        }
    }

    /** A desk at which every code has been tried too often. */
    private record Slowed(CheckDesk desk) implements CheckDesk {

        @Override
        public CheckAnswer check(CheckCode code, LocalDate birthDate) {
            throw new CaseException(ErrorCode.TOO_MANY_ATTEMPTS, Map.of("retryAfterSeconds", 600));
        }

        @Override
        public ShareAnswer check(ShareCode code, LocalDate birthDate) {
            throw new CaseException(ErrorCode.TOO_MANY_ATTEMPTS, Map.of("retryAfterSeconds", 600));
        }

        @Override
        public Optional<CheckAnswer> paperProven(String proof) {
            return desk.paperProven(proof);
        }

        @Override
        public Optional<ShareAnswer> shareProven(String proof) {
            return desk.shareProven(proof);
        }
    }

    private void start(CheckDesk desk) {
        server = new PageServer(0, platform.signIn, platform.clock, List.of(new CheckSection(desk)));
        browser = new Browser(server);
        browser.get("/check");
    }

    private static Map<String, String> with(String... changes) {
        Map<String, String> fields = new java.util.HashMap<>(RIGHT);
        for (int i = 0; i < changes.length; i += 2) {
            fields.put(changes[i], changes[i + 1]);
        }
        return fields;
    }

    private static String alert(Seen page) {
        return page.body().replaceAll("(?s).*role=\"alert\"(.*?)</div>.*", "$1");
    }
}
