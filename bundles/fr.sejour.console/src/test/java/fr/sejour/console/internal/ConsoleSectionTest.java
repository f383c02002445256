package fr.sejour.console.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.bulk.Selection;
import fr.sejour.api.cases.Act;
import fr.sejour.api.cases.ActKind;
import fr.sejour.api.cases.CaseFile.PendingTransfer;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.CaseStatus;
import fr.sejour.api.cases.QueueFilterBuilder;
import fr.sejour.api.cases.Task;
import fr.sejour.api.cases.Transfers.Incoming;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.catalogue.PieceType;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.team.Leave;
import fr.sejour.api.team.Team;
import fr.sejour.api.team.TeamCode;
import fr.sejour.web.page.Words;
import fr.sejour.web.preview.Browser;
import fr.sejour.web.preview.Browser.Seen;
import fr.sejour.web.preview.InMemorySignIn;
import fr.sejour.web.preview.PageServer;
import fr.sejour.web.preview.Pages;
import fr.sejour.web.preview.Platform;
import fr.sejour.web.preview.SampleCases;
import fr.sejour.web.preview.SampleTeams;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConsoleSectionTest {

    private static final String CASE = "/console/cases/" + SampleCases.REVIEWED;

    private final Platform platform = new Platform("<b>محمد</b>", "بن يوسف");
    private PageServer server;
    private Browser browser;

    @BeforeEach
    void start() {
        server = new PageServer(0, platform.signIn, platform.clock, List.of(ConsolePreview.section(platform)));
        browser = new Browser(server);
        browser.cookies().put("sejour-session", "agent");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void every_page_is_sound_in_both_languages() {
        for (String language : List.of("fr", "en")) {
            for (String page : List.of(
                    "/console/queue",
                    "/console/tasks",
                    "/console/transfers",
                    "/console/teams",
                    "/console/bulk/" + SampleTeams.BULK,
                    CASE,
                    CASE + "/journal",
                    "/console/cases/" + SampleCases.AWAITING,
                    "/console/cases/" + SampleCases.READY,
                    "/console/cases/" + SampleCases.REFUSED,
                    "/console/cases/" + SampleCases.FRESH)) {
                Pages.assertSound(browser.getIn(language, page));
            }
        }
    }

    @Test
    void every_act_has_its_form() {
        platform.cases.change(SampleCases.REVIEWED, CaseStatus.UNDER_REVIEW, EnumSet.allOf(ActKind.class));
        for (ActKind kind : ActKind.values()) {
            Seen page = browser.get(CASE + "/acts/" + Words.kebab(kind));

            assertThat(page.status()).as(kind.name()).isEqualTo(200);
            Pages.assertSound(page);
        }
    }

    @Test
    void offered_cases_are_received_several_at_once_and_what_cannot_be_is_told() {
        platform.offers.add(offer(SampleCases.REVIEWED));
        platform.offers.add(offer(SampleCases.FRESH));
        platform.cases.change(SampleCases.REVIEWED, CaseStatus.UNDER_REVIEW, EnumSet.of(ActKind.RECEIVE_TRANSFER));
        Seen list = browser.getIn("fr", "/console/transfers");

        Seen none = browser.post("/console/transfers", Map.of());
        Seen one = browser.post("/console/transfers", Map.of("offer", SampleCases.REVIEWED.value()));
        Seen late = browser.post("/console/transfers", Map.of("offer", SampleCases.READY.value()));

        Pages.assertSound(list);
        assertThat(list.body()).contains("38 Isère", "69 Rhône", "changement d'adresse déclaré");
        assertThat(none.status()).isEqualTo(422);
        assertThat(one.header("location")).isEqualTo("/console/transfers?done=received");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).contains(SampleCases.READY.value(), "n'ont pas pu");
        assertThat(platform.cases.done()).containsExactly(new Act.ReceiveTransfer());
    }

    private static Incoming offer(CaseNumber number) {
        return new Incoming(
                number,
                new PermitCode("etudiant"),
                "Ben Ali",
                "Amina",
                Platform.TODAY.minusDays(9),
                Platform.ISERE,
                new PendingTransfer(new PrefectureCode("69"), Platform.TODAY.plusDays(7), PendingTransfer.MOVED));
    }

    @Test
    void an_agent_comes_in_with_a_second_factor() {
        Browser fresh = new Browser(server);
        assertThat(fresh.get("/console").header("location")).isEqualTo("/console/sign-in");
        fresh.get("/console/sign-in");

        Seen without = fresh.post(
                "/console/sign-in", Map.of("login", "agent", "password", InMemorySignIn.PASSWORD, "totp", ""));
        Seen wrong = fresh.post(
                "/console/sign-in", Map.of("login", "agent", "password", InMemorySignIn.PASSWORD, "totp", "000000"));
        Seen in = fresh.post(
                "/console/sign-in", Map.of("login", "agent", "password", InMemorySignIn.PASSWORD, "totp", "123 456"));

        assertThat(without.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("Vérifiez les trois");
        assertThat(in.header("location")).isEqualTo("/console/queue");
    }

    @Test
    void an_applicant_does_not_get_in() {
        browser.cookies().put("sejour-session", "amina");

        assertThat(browser.get("/console").body()).contains("Cet espace est celui des agents");
        assertThat(browser.get("/console/queue").status()).isEqualTo(404);
        assertThat(browser.get(CASE).status()).isEqualTo(404);
    }

    @Test
    void the_queue_shows_fifty_rows_and_the_way_to_the_next() {
        platform.cases.fill(60);

        String page = browser.get("/console/queue?status=filed").body();

        assertThat(page.split("<th scope=\"row\">", -1)).hasSize(51);
        assertThat(page).contains("href=\"/console/queue?status=filed&amp;after=50\"");
    }

    @Test
    void every_filter_stays_in_the_address_of_the_next_page() {
        platform.cases.fill(60);
        String filters =
                "q=ben+youssef&text=domicile+chang%C3%A9&status=filed&status=granted&complete=no&filed-from=2026-03-01&overdue=yes&task=decide";

        String page = browser.get("/console/queue?" + filters).body();

        assertThat(page).contains("href=\"/console/queue?" + filters.replace("&", "&amp;") + "&amp;after=50\"");
        assertThat(platform.cases.asked.get().filter())
                .isEqualTo(QueueFilterBuilder.builder()
                        .name(Optional.of("ben youssef"))
                        .text(Optional.of("domicile changé"))
                        .statuses(Set.of(CaseStatus.FILED, CaseStatus.GRANTED))
                        .complete(Optional.of(false))
                        .filedFrom(Optional.of(LocalDate.of(2026, 3, 1)))
                        .overdue(Optional.of(true))
                        .task(Optional.of(Task.Kind.DECIDE))
                        .build());
    }

    @Test
    void words_of_the_files_are_asked_for_where_the_database_searches_them() {
        assertThat(browser.get("/console/queue").body())
                .contains("name=\"text\"")
                .doesNotContain("PostgreSQL");
        assertThat(browser.get("/console/queue?text=" + "z".repeat(201)).body()).contains("200 caractères au plus.");

        platform.cases.searchNoText();

        assertThat(browser.get("/console/queue").body())
                .doesNotContain("name=\"text\"")
                .contains("cherchent que sur une base PostgreSQL");
    }

    @Test
    void tasks_are_read_a_page_at_a_time_and_by_filter() {
        platform.cases.owe(200);

        assertThat(browser.get("/console/tasks?task=decide&hands=mine&level=chief")
                        .body())
                .contains("/console/tasks?task=decide&amp;hands=mine&amp;level=chief&amp;after=k1");
        platform.cases.owe(50);
        assertThat(browser.get("/console/tasks").body()).doesNotContain("after=k1");
    }

    @Test
    void an_act_is_said_for_all_that_the_filters_of_the_queue_leave() {
        assertThat(browser.get("/console/queue?prefecture=75&status=filed&after=50")
                        .body())
                .contains("name=\"whole-list\"", "name=\"prefecture\" value=\"75\"", "name=\"status\" value=\"filed\"");
        Map<String, String> whole =
                Map.of("whole-list", "yes", "prefecture", "75", "status", "filed", "bulk-act", "take-up");
        Seen chosen = browser.post("/console/bulk/choose", whole);
        Seen unreadable =
                browser.post("/console/bulk", Map.of("whole-list", "yes", "status", "lost", "bulk-act", "take-up"));
        Seen cards = browser.post("/console/bulk/choose", Map.of("whole-list", "yes", "bulk-act", "card-ready"));
        Seen prepared = browser.post("/console/bulk", whole);

        Pages.assertSound(chosen);
        assertThat(chosen.body())
                .contains(
                        "name=\"whole-list\" value=\"yes\"",
                        "name=\"prefecture\" value=\"75\"",
                        "name=\"status\" value=\"filed\"");
        assertThat(unreadable.status()).isEqualTo(422);
        assertThat(cards.status()).isEqualTo(422);
        assertThat(prepared.header("location")).isEqualTo("/console/bulk/" + SampleTeams.BULK);
        assertThat(platform.teams.asked())
                .containsExactly(
                        new Act.TakeUp(),
                        new Selection.Filtered(QueueFilterBuilder.builder()
                                .prefecture(Optional.of(new PrefectureCode("75")))
                                .statuses(Set.of(CaseStatus.FILED))
                                .build()));
    }

    @Test
    void each_card_that_has_come_has_its_number() {
        String case1 = SampleCases.REVIEWED.value();
        Map<String, String> ticked = Map.of("case", case1, "bulk-act", "card-ready");
        browser.get("/console/queue");
        Seen chosen = browser.post("/console/bulk/choose", ticked);
        Seen unsaid = browser.post("/console/bulk", ticked);
        browser.post("/console/bulk", Map.of("case", case1, "bulk-act", "card-ready", "card-of-" + case1, "C-17"));

        Pages.assertSound(chosen);
        assertThat(chosen.body()).contains("name=\"card-of-" + case1 + "\"");
        assertThat(unsaid.status()).isEqualTo(422);
        assertThat(platform.teams.asked())
                .containsExactly(
                        new Act.CardReady("C-17"),
                        new Selection.Ticked(List.of(new Selection.TickedCase(
                                SampleCases.REVIEWED, OptionalLong.empty(), Optional.of("C-17")))));
    }

    @Test
    void the_same_pieces_are_asked_for_on_several_cases() {
        Map<String, String> ticked = Map.of("case", SampleCases.REVIEWED.value(), "bulk-act", "ask-for-pieces");
        assertThat(browser.get("/console/queue").body()).contains("value=\"ask-for-pieces\"");
        Seen chosen = browser.post("/console/bulk/choose", ticked);
        Seen whole = browser.post(
                "/console/bulk/choose",
                Map.of("whole-list", "yes", "permit", "visiteur", "bulk-act", "ask-for-pieces"));
        Seen unsaid = browser.post("/console/bulk", ticked);
        Seen prepared = browser.post(
                "/console/bulk",
                Map.of(
                        "case",
                        SampleCases.REVIEWED.value(),
                        "bulk-act",
                        "ask-for-pieces",
                        "pieces",
                        "nationalite",
                        "answer-by",
                        "2026-12-24",
                        "reason",
                        "Illisible"));

        Pages.assertSound(chosen);
        Pages.assertSound(whole);
        assertThat(chosen.body()).contains("name=\"pieces\"", "value=\"nationalite\"", "value=\"2026-12-");
        assertThat(unsaid.status()).isEqualTo(422);
        assertThat(prepared.header("location")).isEqualTo("/console/bulk/" + SampleTeams.BULK);
        assertThat(platform.teams.asked())
                .containsExactly(
                        new Act.AskForPieces(
                                Set.of(new PieceType("nationalite")), LocalDate.of(2026, 12, 24), "Illisible"),
                        new Selection.Ticked(
                                List.of(new Selection.TickedCase(SampleCases.REVIEWED, OptionalLong.empty()))));
    }

    @Test
    void an_act_is_said_for_several_cases_looked_at_and_run() {
        Map<String, String> ticked = Map.of("case", SampleCases.REVIEWED.value(), "bulk-act", "assign");
        assertThat(browser.get("/console/queue").body())
                .contains("name=\"case\" type=\"checkbox\"", "/console/bulk/choose");
        Seen none = browser.post("/console/bulk/choose", Map.of("bulk-act", "assign"));
        Seen chosen = browser.post("/console/bulk/choose", ticked);
        Seen unsaid = browser.post("/console/bulk", ticked);
        Seen never = browser.post(
                "/console/bulk", Map.of("case", SampleCases.REVIEWED.value(), "bulk-act", "refuse", "reason", "x"));
        Seen prepared = browser.post(
                "/console/bulk",
                Map.of(
                        "case",
                        SampleCases.REVIEWED.value(),
                        "bulk-act",
                        "assign",
                        "colleague",
                        "zoe-1",
                        "reason",
                        "congé"));
        String path = "/console/bulk/" + SampleTeams.BULK;

        assertThat(none.status()).isEqualTo(422);
        Pages.assertSound(chosen);
        assertThat(chosen.body()).contains("zoe", "moi.meme (vous)");
        assertThat(unsaid.status()).isEqualTo(422);
        assertThat(never.status()).isEqualTo(422);
        assertThat(prepared.header("location")).isEqualTo(path);
        assertThat(platform.teams.asked())
                .containsExactly(
                        new Act.Assign(SampleTeams.ZOE, Optional.of("congé")),
                        new Selection.Ticked(
                                List.of(new Selection.TickedCase(SampleCases.REVIEWED, OptionalLong.empty()))));
        assertThat(browser.getIn("fr", path).body())
                .contains("À lancer", "Le dossier a changé entre-temps", "par zoe", "Lancer sur un dossier");
        browser.post(path + "/run", Map.of());
        assertThat(browser.getIn("fr", path).body()).contains("Terminée").doesNotContain("Lancer sur");
    }

    @Test
    void an_agent_writes_when_they_are_away_and_a_chief_makes_a_team() {
        browser.get("/console/teams");
        Seen away = browser.post(
                "/console/teams/leave",
                Map.of(
                        "prefecture",
                        "38",
                        "agent",
                        "zoe-1",
                        "leave-from",
                        "2026-12-01",
                        "leave-until",
                        "2026-12-24",
                        "stand-in",
                        "paul-1"));
        Seen backwards = browser.post(
                "/console/teams/leave",
                Map.of("prefecture", "38", "agent", "zoe-1", "leave-from", "2026-12-24", "leave-until", "2026-12-01"));
        Seen team = browser.post(
                "/console/teams/keep",
                Map.of(
                        "prefecture", "38",
                        "team", "talents",
                        "team-name", "Talents",
                        "members", "zoe-1",
                        "permits", "etudiant",
                        "points", "grenoble, vienne"));
        Seen taken =
                browser.post("/console/teams/keep", Map.of("prefecture", "38", "team", "pris", "team-name", "Pris"));
        Seen dissolved = browser.post("/console/teams/dissolve", Map.of("prefecture", "38", "team", "etudiants"));

        assertThat(List.of(away, team, dissolved))
                .extracting(it -> it.header("location"))
                .containsExactly(
                        "/console/teams?done=leave&prefecture=38",
                        "/console/teams?done=kept&prefecture=38",
                        "/console/teams?done=dissolved&prefecture=38");
        assertThat(List.of(backwards, taken)).extracting(Seen::status).containsOnly(422);
        Pages.assertSound(taken);
        assertThat(platform.teams.asked())
                .containsExactly(
                        Optional.of(new Leave(
                                LocalDate.of(2026, 12, 1),
                                LocalDate.of(2026, 12, 24),
                                Optional.of(new AccountId("paul-1")))),
                        new Team(
                                new PrefectureCode("38"),
                                new TeamCode("talents"),
                                "Talents",
                                Set.of(SampleTeams.ZOE),
                                Set.of(new PermitCode("etudiant")),
                                Set.of("grenoble", "vienne")),
                        new TeamCode("etudiants"));
    }

    @Test
    void who_makes_no_teams_sees_them_and_writes_their_own_leave() {
        platform.teams.demote();

        assertThat(browser.getIn("fr", "/console/teams").body())
                .contains("Bureau des étudiants", "remplacé par paul", "Enregistrer le congé")
                .doesNotContain("Enregistrer l'équipe", "Dissoudre");
    }

    @Test
    void a_case_says_with_whom_it_is() {
        assertThat(browser.getIn("fr", CASE).body())
                .contains("Bureau des étudiants. Suivi par paul, qui remplace zoe.");
    }

    @Test
    void a_deadline_is_said_in_words_as_well_as_in_colour() {
        assertThat(browser.get("/console/queue").body())
                .contains("due-past", "en retard de 2 jours", "terminé depuis 3 jours");
    }

    @Test
    void a_name_stays_what_it_is() {
        assertThat(browser.get("/console/queue").body())
                .contains("<bdi>بن يوسف</bdi>", "<bdi>&lt;b&gt;محمد&lt;/b&gt;</bdi>")
                .doesNotContain("<b>محمد");
    }

    @Test
    void filters_that_mean_nothing_are_told_and_break_nothing() {
        assertThat(browser.get("/console/queue?prefecture=nowhere&status=none").status())
                .isEqualTo(200);
        assertThat(browser.get("/console/queue?prefecture=nowhere").body()).contains("id=\"prefecture-fault\"");
        assertThat(browser.get("/console/queue?status=none&next-act=sleep&overdue=perhaps&filed-from=soon")
                        .body())
                .contains(
                        "id=\"status-fault\"",
                        "id=\"next-act-fault\"",
                        "id=\"overdue-fault\"",
                        "id=\"filed-from-fault\"");
        assertThat(browser.get("/console/queue?after=forged").status()).isEqualTo(400);
    }

    @Test
    void a_case_is_found_by_its_number() {
        browser.get("/console/queue");

        assertThat(browser.post("/console/find", Map.of("case-number", "0380000 000000000017"))
                        .header("location"))
                .isEqualTo(CASE);
        assertThat(browser.post("/console/find", Map.of("case-number", "17")).body())
                .contains("dix-neuf chiffres");
    }

    @Test
    void a_case_offers_exactly_the_acts_it_allows() {
        String page = browser.get(CASE).body();

        for (ActKind kind : ActKind.values()) {
            boolean allowed =
                    platform.cases.find(null, SampleCases.REVIEWED).acts().contains(kind);
            assertThat(page.contains(CASE + "/acts/" + Words.kebab(kind) + "\""))
                    .as(kind.name())
                    .isEqualTo(allowed);
        }
    }

    @Test
    void pieces_are_asked_for_with_a_day_and_a_reason() {
        act(
                "ask-for-pieces",
                Map.of(
                        "pieces",
                        List.of("domicile", "photo"),
                        "answer-by",
                        "2026-12-22",
                        "reason",
                        "Adresse ancienne"));

        assertThat(platform.cases.done())
                .containsExactly(new Act.AskForPieces(
                        Set.of(new PieceType("domicile"), new PieceType("photo")),
                        LocalDate.of(2026, 12, 22),
                        "Adresse ancienne"));
    }

    @Test
    void the_days_of_a_case_are_those_of_the_prefecture_in_charge() {
        platform.cases.takenOverBy(Platform.MAYOTTE);
        Clock lateInParis = Clock.fixed(Instant.parse("2026-11-22T22:30:00Z"), ZoneOffset.UTC);
        try (PageServer late =
                new PageServer(0, platform.signIn, lateInParis, List.of(ConsolePreview.section(platform)))) {
            Browser agent = new Browser(late);
            agent.cookies().put("sejour-session", "agent");

            assertThat(agent.get("/console/cases/" + SampleCases.READY + "/acts/hand-over")
                            .body())
                    .contains("value=\"2026-11-23\"");
            assertThat(agent.get(CASE + "/acts/ask-for-pieces").body()).contains("value=\"2026-12-23\"");
            assertThat(agent.get(CASE).body()).contains("dans 21 jours");
            assertThat(agent.get("/console/queue").body()).contains("en retard de 3 jours");
        }
    }

    @Test
    void each_act_is_read_from_its_form() {
        platform.cases.change(SampleCases.REVIEWED, CaseStatus.UNDER_REVIEW, EnumSet.allOf(ActKind.class));

        act("take-up", Map.of());
        act("see-facts", Map.of());
        act("answer", Map.of());
        act("order-card", Map.of());
        act("receive-transfer", Map.of());
        act("refuse-piece", Map.of("piece", "domicile", "reason", "Illisible"));
        act("refuse-registration", Map.of("reason", "Incomplet"));
        act("grant", Map.of("valid-from", "2026-11-02", "valid-until", "2027-11-01", "delegation", "arrêté 1"));
        act("refuse", Map.of("reason", "Motifs", "delegation", "arrêté 1"));
        act("notify", Map.of("means", "registered-letter", "act-day", "2026-11-20", "proof", "RK 1"));
        act("card-ready", Map.of("card-number", "FRA1"));
        act("hand-over", Map.of("act-day", "20/11/2026"));
        act("deliver", Map.of("act-day", "2026-11-20"));
        act("withdraw", Map.of("asked-how", "lettre", "asked-on", "2026-11-19", "reason", "Elle part"));
        act("close-as-moot", Map.of("cause", "french-nationality", "reason", "Décret"));
        act("offer-transfer", Map.of("to-prefecture", "75", "reason", "Déménagement"));
        act("reopen", Map.of("reason", "Ordonnance"));

        assertThat(platform.cases.done())
                .containsExactly(
                        new Act.TakeUp(),
                        new Act.SeeFacts(),
                        new Act.Answer(),
                        new Act.OrderCard(),
                        new Act.ReceiveTransfer(),
                        new Act.RefusePiece(new PieceType("domicile"), "Illisible"),
                        new Act.RefuseRegistration("Incomplet"),
                        new Act.Grant(LocalDate.of(2026, 11, 2), LocalDate.of(2027, 11, 1), "arrêté 1"),
                        new Act.Refuse("Motifs", "arrêté 1"),
                        new Act.Notify("registered-letter", LocalDate.of(2026, 11, 20), "RK 1"),
                        new Act.CardReady("FRA1"),
                        new Act.HandOver(LocalDate.of(2026, 11, 20)),
                        new Act.Deliver(LocalDate.of(2026, 11, 20)),
                        new Act.Withdraw(
                                "Elle part", Optional.of(new Act.Withdraw.Asked("lettre", LocalDate.of(2026, 11, 19)))),
                        new Act.CloseAsMoot(Act.CloseAsMoot.Cause.FRENCH_NATIONALITY, "Décret"),
                        new Act.OfferTransfer(new PrefectureCode("75"), "Déménagement"),
                        new Act.Reopen("Ordonnance"));
    }

    @Test
    void an_act_with_faults_is_not_done_and_keeps_what_was_typed() {
        browser.get(CASE + "/acts/grant");

        Seen page = browser.post(
                CASE + "/acts/grant",
                Map.of("version", "3", "valid-from", "2026-11-02", "valid-until", "2026-01-01", "delegation", ""));

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body())
                .contains("href=\"#valid-until\"", "href=\"#delegation\"")
                .contains("value=\"2026-11-02\"");
        assertThat(platform.cases.done()).isEmpty();
    }

    @Test
    void a_permit_beyond_any_lifetime_is_a_fault_of_its_field() {
        browser.get(CASE + "/acts/grant");

        Seen page = browser.post(
                CASE + "/acts/grant",
                Map.of("version", "3", "valid-from", "1810-01-01", "valid-until", "2999-01-01", "delegation", "a"));

        assertThat(page.body()).contains("href=\"#valid-until\"");
    }

    @Test
    void bad_values_are_faults_of_fields_and_never_of_ours() {
        platform.cases.change(SampleCases.REVIEWED, CaseStatus.UNDER_REVIEW, EnumSet.allOf(ActKind.class));
        browser.get(CASE + "/acts/grant");
        for (ActKind kind : ActKind.values()) {
            Map<String, String> rubbish = new HashMap<>(Map.of("version", "x", "piece", "NO!", "pieces", "NO!"));
            rubbish.putAll(Map.of("answer-by", "2026-02-31", "valid-from", "0", "valid-until", "32/13/1"));
            rubbish.putAll(Map.of("act-day", "tomorrow", "means", "pigeon", "cause", "none", "to-prefecture", "999"));
            rubbish.putAll(Map.of("reason", "x".repeat(5000), "delegation", "x".repeat(2001), "proof", " "));
            rubbish.put("card-number", "x".repeat(41));

            assertThat(browser.post(CASE + "/acts/" + Words.kebab(kind), rubbish)
                            .status())
                    .as(kind.name())
                    .isLessThan(500);
        }
    }

    @Test
    void a_case_that_somebody_else_changed_comes_back_with_all_that_was_typed() {
        browser.get(CASE + "/acts/refuse");
        platform.cases.change(SampleCases.REVIEWED, CaseStatus.SILENTLY_REFUSED, EnumSet.of(ActKind.REFUSE));

        Seen page = browser.post(
                CASE + "/acts/refuse", Map.of("version", "3", "reason", "Longs motifs", "delegation", "arrêté 1"));

        assertThat(page.status()).isEqualTo(409);
        assertThat(page.body())
                .contains("Le dossier a changé pendant que vous écriviez", "Sans réponse dans le délai légal")
                .contains("Longs motifs", "value=\"arrêté 1\"", "name=\"version\" value=\"4\"");
        assertThat(platform.cases.done()).isEmpty();
    }

    @Test
    void an_act_that_is_no_longer_possible_says_which_are() {
        browser.get(CASE + "/acts/refuse");
        platform.cases.change(SampleCases.REVIEWED, CaseStatus.WITHDRAWN, EnumSet.of(ActKind.REOPEN));

        Seen page = browser.post(
                CASE + "/acts/refuse", Map.of("version", "3", "reason", "Longs motifs", "delegation", "arrêté 1"));

        assertThat(page.status()).isEqualTo(409);
        assertThat(page.body())
                .contains("Longs motifs", CASE + "/acts/reopen")
                .doesNotContain("type=\"submit\">Refuser");
    }

    @Test
    void a_piece_leaves_as_a_file() {
        Seen file = browser.get(CASE + "/pieces/domicile");

        assertThat(file.header("content-disposition")).isEqualTo("attachment; filename=\"domicile-2.pdf\"");
        assertThat(file.header("x-content-type-options")).isEqualTo("nosniff");
    }

    @Test
    void what_does_not_exist_is_not_found() {
        assertThat(browser.get("/console/cases/0000000000000000000").status()).isEqualTo(404);
        assertThat(browser.get(CASE + "/acts/dance").status()).isEqualTo(404);
        assertThat(browser.get(CASE + "/pieces/NO!").status()).isEqualTo(404);
    }

    @Test
    void national_services_write_the_prefecture_they_look_at() {
        browser.cookies().put("sejour-session", "national");

        assertThat(browser.get("/console/queue?prefecture=38").body())
                .contains("<input id=\"prefecture\"", "value=\"38\"");
    }

    private void act(String act, Map<String, ?> fields) {
        browser.get(CASE);
        Map<String, Object> sent = new HashMap<>(fields);
        sent.put("version", platform.cases.find(null, SampleCases.REVIEWED).version());

        Seen done = browser.post(CASE + "/acts/" + act, sent);

        assertThat(done.status()).as(act + ": " + done.body()).isEqualTo(303);
        assertThat(browser.get(done.header("location")).body()).contains("C'est fait");
    }
}
