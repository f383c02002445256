package fr.sejour.portal.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sejour.api.access.Caller;
import fr.sejour.api.attempt.Attempt;
import fr.sejour.api.mandate.NewMandate;
import fr.sejour.api.mandate.Permission;
import fr.sejour.web.preview.Browser;
import fr.sejour.web.preview.Browser.Seen;
import fr.sejour.web.preview.InMemorySignIn;
import fr.sejour.web.preview.PageServer;
import fr.sejour.web.preview.Pages;
import fr.sejour.web.preview.Platform;
import fr.sejour.web.preview.SampleCases;
import fr.sejour.web.preview.SampleMandates;
import fr.sejour.web.preview.SampleReports;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HelpedPagesTest {

    private static final String HERE = "/portal/helped/" + SampleMandates.NUMBER;
    private static final String CASE = HERE + "/cases/" + SampleCases.AWAITING;
    private static final String PIECE = CASE + "/pieces/nationalite";
    private static final byte[] PDF = "%PDF-1.7 a scan".getBytes(StandardCharsets.US_ASCII);

    private final Platform platform = new Platform();
    private PageServer server;
    private Browser browser;

    @BeforeEach
    void start() {
        server = new PageServer(0, platform.signIn, platform.clock, List.of(PortalPreview.section(platform)));
        browser = new Browser(server);
        enter();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_helper_comes_in_with_a_second_factor_and_lands_on_the_people_under_mandate() {
        platform.mandates.allow(EnumSet.allOf(Permission.class));

        String people = browser.getIn("fr", "/portal/helped").body();

        assertThat(browser.get("/portal").header("location")).isEqualTo("/portal/helped");
        assertThat(people)
                .contains("Amina Ben Ali", "22 mai 2027", "Lire les demandes", HERE + "/file", CASE)
                .doesNotContain("/portal/papers", "/portal/inbox", "/portal/residence");
    }

    @Test
    void the_list_is_paged_and_no_address_of_a_page_holds_a_name() {
        platform.mandates.fillMoreThanAPage();
        String next = "/portal/helped?after=" + SampleMandates.NUMBER;

        Seen first = browser.getIn("fr", "/portal/helped");
        Seen last = browser.getIn("en", next);

        Pages.assertSound(first);
        Pages.assertSound(last);
        assertThat(first.body()).contains(SampleMandates.NUMBER.value(), "href=\"" + next + "\"", "Page suivante");
        assertThat(last.body())
                .contains("MA-0000-0000-0002", "href=\"/portal/helped\"")
                .doesNotContain("Next page");
        assertThat(browser.get("/portal/helped?after=Ben+Ali").status()).isEqualTo(400);
    }

    @Test
    void without_the_second_factor_nobody_comes_in() {
        browser.cookies().remove("sejour-session");
        browser.get("/portal/helper-sign-in");

        Seen refused = browser.post(
                "/portal/helper-sign-in",
                Map.of("login", "association", "password", InMemorySignIn.PASSWORD, "totp", "000000"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(browser.cookies()).doesNotContainKey("sejour-session");
    }

    @Test
    void every_page_says_for_whom_and_is_sound_in_both_languages() {
        platform.mandates.allow(EnumSet.allOf(Permission.class));

        for (String language : List.of("fr", "en")) {
            Pages.assertSound(browser.getIn(language, "/portal/helped"));
            for (String path : List.of(CASE, CASE + "/receipt", CASE + "/letters", PIECE, HERE + "/file")) {
                Seen page = browser.getIn(language, path);
                Pages.assertSound(page);
                assertThat(page.body())
                        .contains(language.equals("fr") ? "Vous agissez pour" : "You are acting for", "Amina Ben Ali");
            }
        }
    }

    @Test
    void a_mandate_to_read_shows_the_case_and_offers_nothing_to_do() {
        platform.mandates.allow(EnumSet.of(Permission.READ));

        String shown = browser.getIn("fr", CASE).body();

        assertThat(shown)
                .contains("Salarié", "Pour la personne que vous aidez")
                .doesNotContain(
                        "C'est à vous", CASE + "/answer", CASE + "/withdraw", PIECE + "\"", "/portal/residence");
        assertThat(browser.get(PIECE).status()).isEqualTo(404);
        assertThat(browser.get(HERE + "/file").status()).isEqualTo(404);
    }

    @Test
    void a_piece_is_given_and_the_request_answered_under_a_mandate_to_complete() {
        platform.mandates.allow(EnumSet.of(Permission.READ, Permission.COMPLETE));

        String shown = browser.getIn("fr", CASE).body();
        Seen given = browser.postFile(PIECE, Map.of(), "piece-file", PDF);
        Seen answered = browser.post(CASE + "/answer", Map.of());

        assertThat(shown).contains(CASE + "/answer", PIECE).doesNotContain(CASE + "/withdraw");
        assertThat(given.header("location")).isEqualTo(CASE + "?done=piece-given");
        assertThat(answered.header("location")).isEqualTo(CASE + "?done=answered");
        assertThat(platform.pieces.done()).containsExactly("give nationalite a piece.pdf");
        assertThat(browser.post(PIECE + "/remove", Map.of()).status()).isEqualTo(404);
        assertThat(browser.post(CASE + "/withdraw", Map.of("reason", "non")).status())
                .isEqualTo(404);
    }

    @Test
    void a_helper_files_for_the_person_and_is_led_to_the_receipt() {
        platform.mandates.allow(EnumSet.of(Permission.READ, Permission.FILE));

        Seen check = file("check", "next");
        Seen filed = file("check", "submit");

        Pages.assertSound(check);
        assertThat(check.body()).contains("Vous agissez pour", "Amina Ben Ali", "action=\"" + HERE + "/file\"");
        assertThat(platform.cases.filed()).hasSize(1);
        assertThat(platform.cases.filed().get(0).person()).isEqualTo(Platform.PERSON);
        assertThat(filed.header("location")).startsWith(HERE + "/cases/").endsWith("/receipt");
    }

    @Test
    void a_mandate_to_file_alone_shows_the_receipt_at_once_and_leads_to_no_case() {
        platform.mandates.allow(EnumSet.of(Permission.FILE));

        Seen filed = file("check", "submit");

        Pages.assertSound(filed);
        assertThat(filed.status()).isEqualTo(200);
        assertThat(filed.body()).contains("big-code", "Amina Ben Ali").doesNotContain(HERE + "/cases/");
        assertThat(browser.getIn("fr", "/portal/helped").body()).contains("ne permet pas de lire");
    }

    @Test
    void an_address_of_a_mandate_that_has_ended_or_is_not_theirs_is_unknown() {
        platform.mandates.allow(EnumSet.allOf(Permission.class));
        assertThat(browser.get(CASE).status()).isEqualTo(200);
        assertThat(browser.get(CASE.replace("0001/", "0002/")).status()).isEqualTo(404);

        platform.mandates.end(platform.signIn.caller("amina").orElseThrow(), Platform.PERSON, SampleMandates.NUMBER);

        assertThat(browser.get(CASE).status()).isEqualTo(404);
        assertThat(browser.get(HERE + "/file").status()).isEqualTo(404);
        assertThat(browser.getIn("fr", "/portal/helped").body()).contains("Aucun mandat n'est en cours");
    }

    @Test
    void nothing_is_done_under_a_mandate_that_has_ended_though_another_one_stands() {
        platform.mandates.allow(EnumSet.allOf(Permission.class));
        browser.get(CASE);
        Caller person = platform.signIn.caller("amina").orElseThrow();
        platform.mandates.end(person, Platform.PERSON, SampleMandates.NUMBER);
        platform.mandates.give(
                person,
                Platform.PERSON,
                new NewMandate(
                        SampleMandates.ASSOCIATION.code(),
                        EnumSet.allOf(Permission.class),
                        Optional.empty(),
                        Platform.TODAY.plusMonths(1),
                        Optional.empty()));

        Seen answered = browser.post(CASE + "/answer", Map.of());
        Seen given = browser.postFile(PIECE, Map.of(), "piece-file", PDF);

        assertThat(answered.status()).isEqualTo(404);
        assertThat(given.status()).isEqualTo(404);
        assertThat(platform.cases.done()).isEmpty();
        assertThat(platform.pieces.done()).isEmpty();
    }

    @Test
    void what_fails_says_under_which_mandate_it_was_tried() {
        SampleReports kept = new SampleReports();
        platform.mandates.allow(EnumSet.allOf(Permission.class));
        try (PageServer receipting =
                new PageServer(platform.signIn, platform.clock, List.of(PortalPreview.section(platform)), kept)) {
            browser = new Browser(receipting);
            enter();
            browser.get(CASE);
            platform.mandates.end(
                    platform.signIn.caller("amina").orElseThrow(), Platform.PERSON, SampleMandates.NUMBER);

            browser.post(CASE + "/answer", Map.of());
        }

        assertThat(kept.failures()).singleElement().satisfies(failure -> {
            assertThat(failure.behalf().flatMap(Attempt.Behalf::mandate)).contains(SampleMandates.NUMBER);
            assertThat(failure.subject().caseNumber()).contains(SampleCases.AWAITING);
            assertThat(failure.caller().map(Caller::account)).contains(SampleMandates.HELPER);
        });
    }

    @Test
    void what_is_the_persons_own_is_unknown_to_a_helper() {
        platform.mandates.allow(EnumSet.allOf(Permission.class));

        for (String path : List.of(
                "/portal/cases",
                "/portal/cases/" + SampleCases.AWAITING,
                "/portal/papers",
                "/portal/inbox",
                "/portal/residence",
                "/portal/file",
                CASE + "/withdraw")) {
            assertThat(browser.get(path).status()).as(path).isEqualTo(404);
        }
    }

    private void enter() {
        browser.get("/portal/helper-sign-in");
        Seen in = browser.post(
                "/portal/helper-sign-in",
                Map.of("login", "association", "password", InMemorySignIn.PASSWORD, "totp", InMemorySignIn.TOTP));
        assertThat(in.header("location")).isEqualTo("/portal/helped");
    }

    private Seen file(String step, String go) {
        Map<String, String> answers = new HashMap<>(Map.of(
                "key", "a-key-of-this-test",
                "permit", "etudiant",
                "held", "none",
                "address", "12 rue de la Paix",
                "place", "Grenoble (38)",
                "commune", "38185",
                "step", step,
                "go", go));
        return browser.post(HERE + "/file", answers);
    }
}
