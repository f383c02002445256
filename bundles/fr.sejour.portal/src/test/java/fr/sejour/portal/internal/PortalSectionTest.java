package fr.sejour.portal.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sejour.api.access.Login;
import fr.sejour.api.attempt.Attempt;
import fr.sejour.api.catalogue.Reading;
import fr.sejour.api.filing.Timeliness;
import fr.sejour.api.person.Residence;
import fr.sejour.api.prefecture.CommuneCode;
import fr.sejour.api.right.PaperKind;
import fr.sejour.api.right.Validity;
import fr.sejour.web.preview.Browser;
import fr.sejour.web.preview.Browser.Seen;
import fr.sejour.web.preview.InMemorySignIn;
import fr.sejour.web.preview.PageServer;
import fr.sejour.web.preview.Pages;
import fr.sejour.web.preview.Platform;
import fr.sejour.web.preview.SampleCases;
import fr.sejour.web.preview.SampleChecks;
import fr.sejour.web.preview.SamplePieces;
import fr.sejour.web.preview.SampleReports;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PortalSectionTest {

    private static final String CASE = "/portal/cases/" + SampleCases.AWAITING;
    private static final byte[] PDF = "%PDF-1.7 a scan".getBytes(StandardCharsets.US_ASCII);

    private final Platform platform = new Platform();
    private PageServer server;
    private Browser browser;

    @BeforeEach
    void start() {
        server = new PageServer(0, platform.signIn, platform.clock, List.of(PortalPreview.section(platform)));
        browser = new Browser(server);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void every_page_is_sound_in_both_languages() {
        List<String> pages = List.of(
                "/portal",
                "/portal/link",
                "/portal/residence",
                "/portal/file",
                "/portal/cases",
                CASE,
                CASE + "/receipt",
                CASE + "/pieces/nationalite",
                CASE + "/withdraw",
                "/portal/cases/" + SampleCases.READY,
                "/portal/cases/" + SampleCases.REFUSED,
                "/portal/cases/" + SampleCases.FRESH,
                "/portal/papers",
                "/portal/papers/SJ-7F3K-9QWX-2MBT",
                "/portal/papers/SJ-2BXA-44KM-90ZP",
                "/portal/shares",
                "/portal/counter-code",
                "/portal/inbox");
        for (String language : List.of("fr", "en")) {
            for (String page : List.of("/", "/portal", "/portal/sign-in", "/portal/account", "/portal/recovery")) {
                assertSound(browser.getIn(language, page));
            }
        }
        enter();
        for (String language : List.of("fr", "en")) {
            for (String page : pages) {
                assertSound(browser.getIn(language, page));
            }
        }
    }

    /** M17: whoever has signed in sends no filing without a trace, in whatever state it arrives. */
    @ParameterizedTest
    @MethodSource("formsThatAreNoForms")
    void a_filing_whose_form_is_stale_unreadable_or_too_long_leaves_a_receipt(String form, int status, String code) {
        SampleReports kept = new SampleReports();
        try (PageServer receipting =
                new PageServer(platform.signIn, platform.clock, List.of(PortalPreview.section(platform)), kept)) {
            browser = new Browser(receipting);
            enter();

            Seen page = sent("/portal/file", "same-origin", form);

            assertThat(page.status()).isEqualTo(status);
            assertThat(page.body()).doesNotContain("10 Mio", "« errors »");
            assertThat(kept.failures()).singleElement().satisfies(failure -> {
                assertThat(failure.operation()).isEqualTo(Attempt.Operation.FILE);
                assertThat(failure.code()).isEqualTo(code);
                assertThat(failure.caller())
                        .isEqualTo(platform.signIn.caller(browser.cookies().get("sejour-session")));
            });
            // what another site sends in the person's name is nobody's act
            sent("/portal/file", "cross-site", form);
            sent("/portal/residence", "same-origin", form);
            assertThat(kept.failures()).hasSize(1);
        }
    }

    private static Stream<Arguments> formsThatAreNoForms() {
        return Stream.of(
                Arguments.of("form-token=" + "0".repeat(64) + "&go=submit&permit=etudiant", 422, "refused-on-the-page"),
                Arguments.of("go=submit&permit=etudiant&address=%FF%FE", 400, "malformed-input"),
                Arguments.of("go=submit&permit=etudiant&address=" + "x".repeat(250_000), 413, "body-too-large"));
    }

    private Seen sent(String path, String site, String form) {
        return browser.send(browser.request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", site)
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    @Test
    void a_right_that_ends_within_the_week_says_in_how_many_days_and_what_to_do() {
        platform.issued.set(
                0,
                Platform.paper(
                        "SJ-7F3K-9QWX-2MBT",
                        PaperKind.ATTESTATION_DE_PROLONGATION,
                        Validity.between(
                                LocalDate.of(2026, 11, 2), LocalDate.of(2026, 11, 27), ZoneId.of("Europe/Paris")),
                        platform.issued.get(0).rights()));
        enter();

        String today = browser.getIn("fr", "/portal").body();

        assertThat(today)
                .containsPattern("(?s)panel-open.*27 novembre 2026.*dans 5 jours.*aucune pièce indispensable")
                .doesNotContain("panel-yes");
    }

    @Test
    void the_page_of_a_paper_is_taken_along_in_a_language() {
        enter();
        String paper = "/portal/papers/SJ-7F3K-9QWX-2MBT";

        assertThat(browser.get(paper).body()).contains("href=\"" + paper + "/ar\"", "lang=\"ar\"", "العربية (PDF)");
        assertThat(browser.get(paper + "/ar").body()).isEqualTo("%PDF SJ-7F3K-9QWX-2MBT ar");
    }

    @Test
    void a_person_shares_their_rights_and_takes_them_back() {
        enter();
        assertThat(browser.get("/portal/shares").body()).contains("Un employeur", "Le séjour et le travail.");

        Seen given = browser.post("/portal/shares", Map.of("share-for", "work", "share-until", "2026-12-24"));

        assertThat(given.header("location")).isEqualTo("/portal/shares?done=given");
        assertThat(browser.get("/portal/shares?done=given").body())
                .contains("Le code est créé", SampleChecks.SHARED.printed(), "24 décembre 2026");

        browser.post("/portal/shares/" + SampleChecks.SHARED.printed() + "/end", Map.of());

        assertThat(browser.get("/portal/shares").body()).doesNotContain(SampleChecks.SHARED.printed());
    }

    @Test
    void a_code_for_nobody_or_without_an_end_is_not_made() {
        enter();
        browser.get("/portal/shares");

        Seen page = browser.post("/portal/shares", Map.of("share-for", "love"));

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("id=\"share-for-fault\"", "id=\"share-until-fault\"");
    }

    @Test
    void a_case_that_has_ended_asks_for_nothing_more() {
        enter();

        String ended =
                browser.getIn("fr", "/portal/cases/" + SampleCases.REFUSED).body();

        assertThat(ended).doesNotContain("À donner", "À apporter au retrait");
    }

    @Test
    void somebody_who_is_not_signed_in_is_led_to_the_door_and_back() {
        assertThat(browser.get("/portal").body()).contains("href=\"/portal/sign-in\"");

        Seen away = browser.get("/portal/papers");
        browser.get(away.header("location"));
        Seen in = browser.post(
                "/portal/sign-in",
                Map.of("login", "amina", "password", InMemorySignIn.PASSWORD, "next", "/portal/papers"));

        assertThat(in.header("location")).isEqualTo("/portal/papers");
        assertThat(browser.get("/portal/papers").status()).isEqualTo(200);
    }

    @Test
    void signing_in_never_leads_off_the_site() {
        browser.get("/portal/sign-in");

        Seen in = browser.post(
                "/portal/sign-in",
                Map.of("login", "amina", "password", InMemorySignIn.PASSWORD, "next", "//evil.example"));

        assertThat(in.header("location")).isEqualTo("/portal");
    }

    @Test
    void a_wrong_login_and_a_wrong_password_give_the_same_answer() {
        browser.get("/portal/sign-in");

        Seen nobody = browser.post("/portal/sign-in", Map.of("login", "nobody", "password", InMemorySignIn.PASSWORD));
        Seen wrong = browser.post("/portal/sign-in", Map.of("login", "amina", "password", "not the password"));

        assertThat(alert(wrong)).isEqualTo(alert(nobody));
        assertThat(wrong.body()).doesNotContain("not the password");
    }

    @Test
    void an_account_is_opened_with_a_name_of_any_script() {
        browser.get("/portal/account");

        Seen opened = browser.post("/portal/account", anAccount("family-name", "بن يوسف", "given-names", "محمد"));

        assertThat(opened.header("location")).isEqualTo("/portal/link?done=account-open");
        assertThat(browser.get("/portal/link?done=account-open").body()).contains("Votre compte est créé");
    }

    @Test
    void an_account_that_cannot_be_opened_says_what_to_mend_and_keeps_the_rest() {
        browser.get("/portal/account");

        Seen page = browser.post(
                "/portal/account",
                anAccount(
                        "family-name", "<script>alert(1)</script>",
                        "given-names", "42",
                        "birth-date-month", "13",
                        "nationality", "Nowhere",
                        "email", "not an address",
                        "new-password", ""));

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body())
                .contains("value=\"&lt;script>alert(1)&lt;/script>\"")
                .contains("href=\"#given-names\"", "href=\"#birth-date\"", "href=\"#nationality\"")
                .contains("href=\"#email\"", "href=\"#new-password\"");
        assertSound(page);
    }

    @Test
    void what_the_desk_would_not_take_stands_beside_its_field_and_no_password_comes_back() {
        browser.get("/portal/account");

        Seen tooShort = browser.post("/portal/account", anAccount("new-password", "too short"));
        Seen unborn = browser.post("/portal/account", anAccount("birth-date-year", "2199"));

        assertThat(tooShort.status()).isEqualTo(422);
        assertThat(tooShort.body()).contains("id=\"new-password-fault\"").doesNotContain("too short");
        assertThat(unborn.body()).contains("id=\"birth-date-fault\"");
    }

    @Test
    void a_password_is_taken_sign_for_sign() {
        String password = "  \t🔑🔑🔑🔑🔑🔑🔑🔑\u0007  ";
        browser.get("/portal/account");
        browser.post("/portal/account", anAccount("new-password", password));
        Browser other = new Browser(server);
        other.get("/portal/sign-in");

        Seen stripped = other.post("/portal/sign-in", Map.of("login", "amina.benali", "password", password.strip()));
        Seen typed = other.post("/portal/sign-in", Map.of("login", "amina.benali", "password", password));

        assertThat(platform.signIn.signIn(new Login("amina.benali"), password, Optional.empty()))
                .isNotNull();
        assertThat(stripped.status()).isEqualTo(422);
        assertThat(typed.status()).isEqualTo(303);
    }

    @Test
    void a_login_that_is_taken_is_told_beside_its_field() {
        browser.get("/portal/account");

        assertThat(browser.post("/portal/account", anAccount("login", "amina")).body())
                .contains("id=\"login-fault\"", "déjà pris");
    }

    @Test
    void a_link_with_the_letter_is_made_and_without_it_refused() {
        enter();
        browser.get("/portal/link");
        Map<String, String> link = new HashMap<>(Map.of(
                "foreigner-number", "99 1234 5678",
                "birth-date-day", "27",
                "birth-date-month", "3",
                "birth-date-year", "1998",
                "letter-code", "WRONG-CODE"));

        assertThat(browser.post("/portal/link", link).body()).contains("ne vont pas ensemble");

        link.put("letter-code", "abcd-1234");
        assertThat(browser.post("/portal/link", link).header("location")).isEqualTo("/portal?done=linked");
    }

    @Test
    void the_first_page_says_the_right_of_today_its_end_and_what_comes_next() {
        enter();

        assertThat(browser.get("/portal").body())
                .contains("Vous avez un document valable jusqu'au 1er février 2027 inclus")
                .contains("autorise son titulaire à travailler comme salarié, dans la limite de 964 heures par an")
                .contains("La préfecture doit décider.")
                .contains("Venez retirer la carte.");
    }

    @Test
    void somebody_without_any_proof_is_told_plainly_what_to_do() {
        platform.issued.clear();
        enter();

        assertThat(browser.get("/portal").body())
                .contains("Nous ne voyons pas de document valable aujourd'hui")
                .contains("Signalez-le à votre préfecture");
    }

    @Test
    void an_agent_in_the_portal_is_told_so_and_sees_nothing_else() {
        browser.cookies().put("sejour-session", "agent");

        assertThat(browser.get("/portal").body()).contains("compte d'agent");
        assertThat(browser.get("/portal/papers").status()).isEqualTo(404);
    }

    @Test
    void a_renewal_is_filed_page_by_page_and_once_only() {
        enter();
        String begun = browser.get("/portal/file").body();
        Map<String, String> answers = new HashMap<>();
        answers.put("key", begun.replaceAll("(?s).*name=\"key\" value=\"([^\"]+)\".*", "$1"));

        Seen held = send(answers, "permit", "next", "permit", "etudiant");
        Seen address = send(answers, "held", "next", "held", "held-1");
        Seen check = send(
                answers, "address", "next", "address", "12 rue de la Paix", "place", "Grenoble", "commune", "38185");

        assertThat(held.body()).contains("Étudiant, valable jusqu'au 1er novembre 2026", "Vérifié dans le registre");
        assertThat(address.body()).contains("name=\"held\" value=\"held-1\"");
        assertThat(check.body())
                .contains("12 rue de la Paix", "Grenoble (38)", "Amina Ben Ali", "100\u00a0€", "Modifier")
                .contains("Vous déposez dans la période prévue.");
        assertSound(check);
        assertThat(platform.cases.filed()).isEmpty();

        Seen first = send(answers, "check", "submit");
        Seen second = send(answers, "check", "submit");

        assertThat(first.header("location"))
                .isEqualTo(second.header("location"))
                .endsWith("/receipt");
        assertThat(platform.cases.filed()).hasSize(1);
        assertThat(browser.get(first.header("location")).body()).contains(SampleCases.REVIEWED.value());
    }

    @Test
    void a_change_leads_back_to_the_answers() {
        enter();
        Map<String, String> answers = allAnswers();

        Seen change = send(answers, "check", "address", "checking", "yes");
        Seen check = send(
                answers, "address", "next", "address", "3 place Bellecour", "place", "Lyon 2e", "commune", "69382");

        assertThat(change.body()).contains("value=\"12 rue de la Paix\"", "value=\"Grenoble (38)\"");
        assertThat(check.body())
                .contains("Vérifiez avant de déposer", "3 place Bellecour", "Lyon 2e Arrondissement (69)");
    }

    @Test
    void a_late_filing_is_warned_of_before_it_is_made() {
        platform.cases.assessAs(
                Reading.settled(Timeliness.LATE), List.of("late-filing-no-attestation", "late-fee", "unheard-of"));
        enter();

        assertThat(send(allAnswers(), "address", "next").body())
                .contains("Vous déposez après la période prévue.")
                .contains("l'attestation de prolongation d'instruction n'est pas due")
                .contains("180")
                .contains("Un point de cette demande mérite votre attention");
    }

    @Test
    void what_is_filed_at_the_prefecture_leads_to_a_code_for_the_counter() {
        enter();

        Seen refused = send(allAnswers(), "address", "next", "permit", "salarie");
        Seen drawn = browser.post("/portal/counter-code", Map.of());

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("href=\"/portal/counter-code\"", "code");
        assertThat(browser.get("/portal/file").body()).doesNotContain("/portal/counter-code");
        assertThat(browser.get("/portal/counter-code").body()).doesNotContain(Platform.SHOWN.printed());
        assertThat(drawn.status()).isEqualTo(200);
        assertThat(drawn.body()).contains("Présentez ce code au guichet", "7K2M-9QXT-4B3D", "29 novembre 2026");
        assertSound(drawn);
    }

    @Test
    void a_commune_that_nobody_knows_is_told_beside_its_field() {
        enter();
        Map<String, String> answers = allAnswers();

        Seen page = send(answers, "address", "next", "place", "Trifouillis-les-Oies", "commune", "38999");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body())
                .contains("id=\"place-fault\"", "Aucune commune ne correspond", "value=\"Trifouillis-les-Oies\"");
    }

    @Test
    void without_a_script_a_search_goes_to_the_server_and_loses_nothing_typed() {
        enter();
        Map<String, String> answers = allAnswers();
        answers.remove("commune");

        Seen searched = send(answers, "address", "search", "address", "", "place", "saint martin");
        Seen pressed = send(answers, "address", "next", "address", "5 rue Haute", "place", "st martin d'heres 38");
        Seen several = send(answers, "address", "next", "address", "5 rue Haute", "place", "01300");

        assertThat(searched.status()).isEqualTo(200);
        assertThat(searched.body())
                .contains("Plusieurs lieux", "value=\"saint martin\"")
                .doesNotContain("-fault\"");
        assertThat(searched.body().split("type=\"radio\"", -1)).hasSize(16);
        assertThat(pressed.body()).contains("Vérifiez avant de déposer", "Saint-Martin-d'Hères (38)");
        assertThat(several.body())
                .contains("Plusieurs lieux", "value=\"01006\"", "value=\"5 rue Haute\"", "name=\"held\"");
        assertSound(searched);
        assertSound(several);
        assertThat(send(answers, "address", "search", "place", "qqqqq").status())
                .isEqualTo(422);
    }

    @Test
    void what_was_picked_counts_only_while_it_is_what_was_typed() {
        enter();
        Map<String, String> answers = allAnswers();

        Seen other = send(answers, "address", "next", "place", "lyon", "commune", "38185");
        Seen picked = send(answers, "address", "next", "place", "lyon", "commune", "69384");

        assertThat(other.body()).contains("Plusieurs lieux");
        assertThat(picked.body()).contains("Vérifiez avant de déposer", "Lyon 4e Arrondissement (69)");
    }

    @Test
    void whoever_has_moved_says_so_and_reads_what_becomes_of_each_case() {
        enter();
        browser.get("/portal/residence");

        Seen several = browser.post("/portal/residence", Map.of("go", "next", "address", "2 rue X", "place", "lyon"));
        Seen moved = browser.post(
                "/portal/residence", Map.of("go", "next", "address", "2 rue X", "place", "lyon", "commune", "69123"));
        Seen after = browser.get(moved.header("location"));

        assertThat(several.body()).contains("Plusieurs lieux");
        assertThat(platform.homes).containsExactly(new Residence("2 rue X", new CommuneCode("69123")));
        assertThat(after.body())
                .contains("Votre nouvelle adresse est enregistrée", "2 rue X", "Lyon (69)")
                .contains("Rhône (69)", "29 novembre 2026", "dans les 3 mois");
        assertSound(after);
        assertThat(browser.post("/portal/residence", Map.of("go", "next", "place", ""))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void an_entry_to_come_is_told_beside_its_field_by_the_desk() {
        enter();
        Map<String, String> answers = allAnswers();
        answers.putAll(Map.of("entry-date-day", "23", "entry-date-month", "11", "entry-date-year", "2026"));

        Seen page = send(answers, "address", "next");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("<h1>Quel titre avez-vous", "id=\"entry-date-fault\"");
    }

    @Test
    void the_person_names_the_attempt_that_failed_before() {
        enter();
        Map<String, String> answers = allAnswers();
        answers.put("attempt", "te-0000-0000-001y");

        Seen check = send(answers, "address", "next");
        send(answers, "check", "submit");
        Seen slip = send(answers, "held", "next", "attempt", "TE-0000-0000-001X");

        assertThat(check.body()).contains("Tentative TE-0000-0000-001Y", "name=\"attempt\"");
        assertThat(platform.cases.filed())
                .extracting(filing -> filing.attempt().map(it -> it.number().value()))
                .containsExactly(Optional.of("TE-0000-0000-001Y"));
        assertThat(slip.status()).isEqualTo(422);
        assertThat(slip.body()).contains("id=\"attempt-fault\"");
    }

    @Test
    void the_days_left_are_counted_where_the_case_is() {
        platform.cases.takenOverBy(Platform.MAYOTTE);
        Clock lateInParis = Clock.fixed(Instant.parse("2026-11-22T22:30:00Z"), ZoneOffset.UTC);
        try (PageServer late =
                new PageServer(0, platform.signIn, lateInParis, List.of(PortalPreview.section(platform)))) {
            browser = new Browser(late);
            enter();

            assertThat(browser.get(CASE).body()).contains("dans 4 jours").doesNotContain("dans 5 jours");
        }
    }

    @Test
    void a_permit_described_by_hand_is_read_whole() {
        enter();
        Map<String, String> answers = allAnswers();

        Seen wrong = send(answers, "held", "next", "held", "other", "held-number", "", "held-from-day", "40");
        Seen right = send(
                answers,
                "held",
                "next",
                "held-permit",
                "etudiant",
                "held-number",
                "RA7654321",
                "held-from-day",
                "2",
                "held-from-month",
                "11",
                "held-from-year",
                "2025",
                "held-until-day",
                "1",
                "held-until-month",
                "11",
                "held-until-year",
                "2026",
                "checking",
                "yes");

        Seen longAgo = send(new HashMap<>(answers), "held", "next", "held-from-year", "1810");

        assertThat(longAgo.body()).contains("href=\"#held-until\"");
        assertThat(wrong.body()).contains("href=\"#held-permit\"", "href=\"#held-from\"");
        assertThat(right.body()).contains("Vérifiez avant de déposer");
    }

    @Test
    void a_forged_step_never_breaks_the_way() {
        enter();
        browser.get("/portal/file");

        assertThat(send(new HashMap<>(), "check", "next").status()).isEqualTo(422);
        assertThat(send(new HashMap<>(), "check", "submit").status()).isEqualTo(422);
        assertThat(send(new HashMap<>(), "nothing", "nowhere").status()).isEqualTo(200);
        assertThat(send(allAnswers(), "held", "next", "held", "held-99").status())
                .isEqualTo(422);
        assertThat(send(allAnswers(), "permit", "next", "permit", "No Such!").status())
                .isEqualTo(422);
        assertThat(send(allAnswers(), "address", "next", "permit", "no_such_permit")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void a_permit_that_is_none_never_breaks_the_way_back_to_an_earlier_step() {
        enter();

        for (String none : List.of("", "x", "No Such!", "é", "a".repeat(500))) {
            for (String step : List.of("permit", "held", "address", "pieces", "check")) {
                Seen page = send(allAnswers(), step, "held", "permit", none);

                assertThat(page.status()).as(step + " with permit " + none).isLessThan(500);
                assertThat(page.body()).contains("name=\"permit\"");
            }
        }
    }

    @Test
    void a_case_says_what_to_give_and_why() {
        enter();

        assertThat(browser.get(CASE).body())
                .contains("La page des visas est illisible.", "À donner de nouveau")
                .contains("href=\"" + CASE + "/pieces/nationalite\"")
                .contains("le silence vaut refus");
    }

    @Test
    void a_card_that_is_ready_says_where_when_and_with_what() {
        enter();

        assertThat(browser.get("/portal/cases/" + SampleCases.READY).body())
                .contains("12 place de Verdun, 38000 Grenoble", "9 h – 12 h", "100\u00a0€", "Sans rendez-vous");
    }

    @Test
    void a_refusal_shows_its_reasons_and_the_remedies() {
        enter();

        assertThat(browser.get("/portal/cases/" + SampleCases.REFUSED).body())
                .contains("Les ressources ne sont pas justifiées", "tribunal administratif", "6 novembre 2026");
    }

    @Test
    void a_piece_is_given_by_the_type_found_in_it() {
        enter();
        browser.get(CASE + "/pieces/nationalite");

        Seen given = browser.postFile(CASE + "/pieces/nationalite", Map.of(), "piece-file", PDF);

        assertThat(given.header("location")).isEqualTo(CASE + "?done=piece-given");
        assertThat(platform.pieces.done())
                .singleElement()
                .satisfies(it -> assertThat(it).startsWith("give nationalite "));
    }

    @Test
    void a_piece_given_before_is_used_again_and_one_is_taken_back() {
        enter();

        Seen page = browser.get(CASE + "/pieces/nationalite");
        Seen reused = browser.post(CASE + "/pieces/nationalite/reuse", Map.of("evidence", SamplePieces.FILE.value()));
        Seen removed = browser.post(CASE + "/pieces/nationalite/remove", Map.of());

        assertThat(page.body())
                .contains(
                        "Vous l'avez déjà donnée", "<sejour-upload data-to=\"/api/v1/cases/", "upload.js", "Version 1");
        assertThat(reused.header("location")).isEqualTo(CASE + "?done=piece-given");
        assertThat(removed.header("location")).isEqualTo(CASE + "?done=piece-removed");
        assertThat(platform.pieces.done())
                .containsExactly("reuse nationalite " + SamplePieces.FILE, "remove nationalite");
    }

    @Test
    void the_script_that_sends_files_in_parts_is_served() {
        enter();
        String page = browser.get(CASE + "/pieces/nationalite").body();
        int from = page.indexOf("/ui/portal/");

        Seen script = browser.get(page.substring(from, page.indexOf('"', from)));

        assertThat(script.header("content-type")).startsWith("text/javascript");
        assertThat(script.body()).contains("customElements.define(\"sejour-upload\"");
    }

    @Test
    void a_file_of_another_type_is_told_beside_its_field() {
        enter();
        browser.get(CASE + "/pieces/nationalite");

        Seen page = browser.postFile(
                CASE + "/pieces/nationalite", Map.of(), "piece-file", "MZ program".getBytes(StandardCharsets.US_ASCII));

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("id=\"piece-file-fault\"", "ni une photo JPEG, PNG ou HEIC");
    }

    /** The script sends the file in parts: when that is refused the page is asked for, and the file is not sent again. */
    @Test
    void a_file_that_was_refused_in_parts_is_told_the_same_way_with_its_receipt() {
        enter();

        Seen page = browser.get(CASE + "/pieces/nationalite?refused=media-type-not-accepted&attempt=TE-0000-0000-001Y");
        Seen another = browser.get(CASE + "/pieces/nationalite?refused=storage-full&attempt=%3Cb%3E");
        Seen unknown = browser.get(CASE + "/pieces/nationalite?refused=no-such-code");

        assertSound(page);
        assertThat(page.body())
                .contains(
                        "id=\"piece-file-fault\"",
                        "ni une photo JPEG, PNG ou HEIC",
                        "href=\"/help/report?attempt=TE-0000-0000-001Y\"");
        assertThat(another.status()).isEqualTo(200);
        assertThat(another.body()).contains("role=\"alert\"").doesNotContain("/help/attempts/", "<b>");
        assertThat(unknown.body()).doesNotContain("role=\"alert\"");
    }

    @Test
    void no_file_at_all_is_told_too() {
        enter();
        browser.get(CASE + "/pieces/nationalite");

        assertThat(browser.postFile(CASE + "/pieces/nationalite", Map.of(), "piece-file", new byte[0])
                        .body())
                .contains("Choisissez un fichier");
    }

    @Test
    void a_piece_that_the_case_does_not_ask_for_is_not_found() {
        enter();

        assertThat(browser.get(CASE + "/pieces/kbis").status()).isEqualTo(404);
    }

    @Test
    void a_withdrawal_needs_a_reason() {
        enter();
        browser.get(CASE + "/withdraw");

        assertThat(browser.post(CASE + "/withdraw", Map.of("reason", " ")).status())
                .isEqualTo(422);
        assertThat(browser.post(CASE + "/withdraw", Map.of("reason", "Je pars."))
                        .status())
                .isEqualTo(303);
        assertThat(platform.cases.done()).hasSize(1);
    }

    @Test
    void a_paper_shows_each_right_and_its_check_code() {
        enter();

        assertThat(browser.get("/portal/papers/SJ-2BXA-44KM-90ZP").body())
                .contains(
                        "n'autorise pas son titulaire à travailler",
                        "7KQ2-M9XD-4TBE",
                        "Preuve d'un dépôt, depuis le 14 août 2026");
        assertThat(browser.getIn("en", "/portal/papers/SJ-7F3K-9QWX-2MBT").body())
                .contains("authorises its holder to work")
                .contains("<q lang=\"fr\">Ce document autorise son titulaire à travailler");
    }

    @Test
    void the_inbox_shows_what_is_new_first() {
        enter();

        assertThat(browser.get("/portal/inbox").body())
                .containsSubsequence("Un document est disponible", "Nouveau", "est bien déposée");
    }

    @Test
    void what_does_not_exist_reads_alike_whatever_its_shape() {
        enter();

        assertThat(browser.get("/portal/cases/0000000000000000000").status()).isEqualTo(404);
        assertThat(browser.get("/portal/cases/abc").status()).isEqualTo(404);
        assertThat(browser.get("/portal/papers/SJ-0000-0000-0000").status()).isEqualTo(404);
        assertThat(browser.get("/portal/papers/nothing").status()).isEqualTo(404);
    }

    private void enter() {
        browser.cookies().put("sejour-session", "amina");
    }

    private Seen send(Map<String, String> answers, String step, String go, String... changes) {
        if (!browser.cookies().containsKey("sejour-form")) {
            browser.get("/portal/file");
        }
        for (int i = 0; i < changes.length; i += 2) {
            answers.put(changes[i], changes[i + 1]);
        }
        Map<String, String> sent = new HashMap<>(answers);
        sent.put("step", step);
        sent.put("go", go);
        return browser.post("/portal/file", sent);
    }

    private static Map<String, String> allAnswers() {
        return new HashMap<>(Map.of(
                "key", "a-key-of-this-test",
                "permit", "etudiant",
                "held", "held-1",
                "address", "12 rue de la Paix",
                "place", "Grenoble (38)",
                "commune", "38185"));
    }

    private static Map<String, String> anAccount(String... changes) {
        Map<String, String> account = new HashMap<>(Map.of(
                "family-name", "Ben Ali",
                "given-names", "Amina",
                "birth-date-day", "27",
                "birth-date-month", "3",
                "birth-date-year", "1998",
                "nationality", "TN",
                "message-language", "fr",
                "login", "amina.benali",
                "new-password", "new and long enough"));
        for (int i = 0; i < changes.length; i += 2) {
            account.put(changes[i], changes[i + 1]);
        }
        return account;
    }

    private static void assertSound(Seen page) {
        Pages.assertSound(page);
    }

    private static String alert(Seen page) {
        return page.body().replaceAll("(?s).*role=\"alert\"(.*?)</div>.*", "$1");
    }
}
