package fr.sejour.distribution.browser;

import static fr.sejour.distribution.browser.Applicant.whoseCardEndsIn;
import static org.assertj.core.api.Assertions.assertThat;

import fr.sejour.distribution.process.AgentAccount;
import fr.sejour.distribution.process.TryOut;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages beside the main job: rights that end, refusals and what can be done about them, and what goes wrong. */
@ExtendWith(TryOut.ForTests.class)
@Order(4)
class OtherPagesTest {

    private static Chromium chromium;
    private static Map<String, Applicant> endingOnFriday;
    private static Map<String, Applicant> endedLastWeek;
    private static Map<String, Applicant> refused;
    private static Map<String, Applicant> moving;
    private static Map<String, Applicant> working;

    @BeforeAll
    static void open() {
        chromium = Chromium.launch();
        endingOnFriday = pair(5, "VENDREDI");
        endedLastWeek = pair(-7, "PASSÉ");
        refused = pair(80, "REFUS");
        moving = pair(80, "DÉPART");
        working = pair(80, "TRAVAIL");
        Applicant.register(Stream.of(endingOnFriday, endedLastWeek, refused, moving, working)
                .flatMap(pair -> pair.values().stream())
                .toArray(Applicant[]::new));
    }

    private static Map<String, Applicant> pair(int days, String name) {
        return Map.of("fr", whoseCardEndsIn(days, name, "Camille"), "en", whoseCardEndsIn(days, name, "Dominique"));
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void a_right_that_ends_this_week_says_so_and_what_to_do(String language) {
        try (Visitor person = Visitor.reading(chromium, language, true)) {
            person.signUp(endingOnFriday.get(language)).open("/portal").look("today-ending");
            assertThat(person.text(".panel-open .answer"))
                    .endsWith(person.either("inclus dans 5 jours", "included in 5 days"));
            assertThat(person.text(".panel-open"))
                    .contains(person.either("Demandez le renouvellement maintenant", "Ask for the renewal now"));

            person.fileRenewal(form -> {
                form.look("file-check-late");
                assertThat(form.text(".panel-open"))
                        .contains(form.either(
                                "Vous déposez après la période prévue.", "You are filing after the period."));
            });
            person.look("receipt-late");
            person.open("/portal").look("today-ending-filed");
            assertThat(person.text(".panel-open"))
                    .contains(person.either(
                            "Vérifiez qu'il n'y manque aucune pièce indispensable",
                            "Check that no essential document is missing"));

            assertThat(person.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void a_right_that_has_ended_leads_to_a_filing(String language) {
        try (Visitor person = Visitor.reading(chromium, language, true)) {
            person.signUp(endedLastWeek.get(language)).open("/portal").look("today-ended");
            assertThat(person.text(".answer"))
                    .isEqualTo(person.either(
                            "Nous ne voyons pas de document valable aujourd'hui", "We see no valid paper today"));

            person.fileRenewal(form -> form.look("file-check-ended"));
            String caseNumber = person.text(".big-code");
            person.open("/portal").look("today-ended-filed");
            person.open("/portal/cases/" + caseNumber).follow("/withdraw").look("withdraw");
            person.send("/withdraw").look("withdraw-empty");
            assertThat(person.faults()).hasSize(1);
            person.fill("reason", "Je quitte la France.").send("/withdraw").look("case-withdrawn");
            person.open("/portal").look("today-withdrawn");

            assertThat(person.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void a_refusal_is_read_with_its_reason_and_what_can_be_done(String language) {
        try (Visitor person = Visitor.reading(chromium, language, true);
                Visitor agent = Visitor.reading(chromium, language, true)) {
            person.signUp(refused.get(language)).fileRenewal(form -> {});
            String caseNumber = person.text(".big-code");
            person.open("/portal/cases/" + caseNumber + "/pieces/nationalite")
                    .give("piece-file", Visitor.A_PDF)
                    .send("/pieces/nationalite");

            agent.signInToTheConsole(AgentAccount.of("38")).open("/console/cases/" + caseNumber);
            agent.send("/acts/take-up").follow("/acts/offer-transfer").look("offer-transfer");
            agent.fill("to-prefecture", "99").send("/acts/offer-transfer").look("offer-transfer-wrong");
            assertThat(agent.value("to-prefecture")).isEqualTo("99");
            agent.open("/console/cases/" + caseNumber)
                    .follow("/acts/close-as-moot")
                    .look("close-as-moot");
            agent.send("/acts/close-as-moot").look("close-as-moot-empty");
            assertThat(agent.faults()).hasSize(2);
            agent.open("/console/cases/" + caseNumber).follow("/acts/refuse").look("refuse");
            agent.send("/acts/refuse").look("refuse-empty");
            assertThat(agent.faults()).hasSize(2);
            agent.fill("reason", "Les études ne sont pas réelles.")
                    .fill("delegation", "Arrêté d'exemple")
                    .send("/acts/refuse")
                    .look("console-case-refused");
            agent.follow("/acts/notify").look("notify");
            agent.fill("act-day", "").send("/acts/notify").look("notify-empty");
            assertThat(agent.faults()).hasSize(3);
            agent.choose("means", "hand")
                    .fill("act-day", Applicant.today().toString())
                    .fill("proof", "Récépissé de remise signé")
                    .send("/acts/notify")
                    .look("console-case-notified");
            agent.follow("/acts/reopen").look("reopen");
            agent.send("/acts/reopen").look("reopen-empty");
            assertThat(agent.faults()).hasSize(1);
            agent.open("/portal").look("portal-of-an-agent");

            person.open("/portal/cases/" + caseNumber).look("case-refused");
            assertThat(person.text())
                    .contains(
                            "Les études ne sont pas réelles.",
                            person.either("Saisir le tribunal administratif", "administrative court"));
            person.open("/portal").look("today-refused");
            person.open("/console").look("console-of-a-person");

            assertThat(Stream.of(person, agent).flatMap(visitor -> visitor.complaints().stream()))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void whoever_moves_says_so_and_the_receiving_prefecture_takes_the_case_over(String language) {
        try (Visitor person = Visitor.reading(chromium, language, true);
                Visitor agent = Visitor.reading(chromium, language, true)) {
            person.signUp(moving.get(language)).fileRenewal(form -> {});
            String caseNumber = person.text(".big-code");

            person.open("/portal").follow("/portal/residence").look("residence");
            person.fill("address", "2 rue du Départ").fill("place", "bourgoin");
            person.press("next");
            person.open("/portal/residence")
                    .fill("address", "2 rue du Départ")
                    .fill("place", "saint")
                    .press("next")
                    .look("residence-places");
            assertThat(person.value("address")).isEqualTo("2 rue du Départ");
            person.fill("place", "Lyon 3e").press("next").look("residence-moved");
            assertThat(person.text()).contains("Lyon 3e Arrondissement (69)", "Rhône (69)", caseNumber);
            person.open("/portal/cases/" + caseNumber).look("case-moving");
            assertThat(person.text())
                    .contains(person.either("Proposée à une autre préfecture", "Offered to another préfecture"));

            agent.signInToTheConsole(AgentAccount.of("38", "69"))
                    .open("/console/transfers")
                    .look("transfers");
            agent.send("/console/transfers").look("transfers-none-chosen");
            agent.open("/console/cases/" + caseNumber)
                    .follow("/acts/reaim-transfer")
                    .look("reaim-transfer");
            agent.open("/console/transfers")
                    .choose("offer", caseNumber)
                    .send("/console/transfers")
                    .look("transfers-received");
            agent.open("/console/cases/" + caseNumber).look("console-case-received");
            assertThat(agent.text()).contains("38 Isère", "69 Rhône", "2 rue du Départ");

            assertThat(Stream.of(person, agent).flatMap(visitor -> visitor.complaints().stream()))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void one_act_on_ticked_cases_is_looked_at_and_run_without_a_script(String language) {
        try (Visitor person = Visitor.reading(chromium, language, true);
                Visitor agent = Visitor.reading(chromium, language, false)) {
            person.signUp(working.get(language)).fileRenewal(form -> {});
            String caseNumber = person.text(".big-code");

            agent.signInToTheConsole(AgentAccount.of("38"))
                    .open("/console/teams")
                    .look("teams");
            agent.open("/console/tasks").look("tasks");
            agent.open("/console/queue?prefecture=38&q=TRAVAIL").look("queue-to-tick");
            agent.choose("bulk-act", "assign").send("/console/bulk/choose").look("bulk-none");
            agent.open("/console/queue?prefecture=38&q=TRAVAIL")
                    .choose("case", caseNumber)
                    .choose("bulk-act", "card-ready")
                    .send("/console/bulk/choose")
                    .look("bulk-cards");
            agent.open("/console/queue?prefecture=38&q=TRAVAIL")
                    .choose("case", caseNumber)
                    .choose("bulk-act", "assign")
                    .send("/console/bulk/choose")
                    .look("bulk-form");
            agent.send("/console/bulk").look("bulk-unsaid");
            assertThat(agent.faults()).hasSize(1);
            agent.chooseFirst("colleague").send("/console/bulk").look("bulk-prepared");
            assertThat(agent.text()).contains(caseNumber, agent.either("À faire", "To do"));
            agent.send("/run").look("bulk-run");
            agent.open("/console/cases/" + caseNumber).look("console-case-held");
            String follow = "/console/cases/" + caseNumber + "/acts/follow";
            agent.open(follow).look("act-follow");
            agent.send(follow).look("act-follow-unsaid");
            assertThat(agent.faults()).hasSize(3);

            assertThat(Stream.of(person, agent).flatMap(visitor -> visitor.complaints().stream()))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void a_minor_says_who_acts_for_them(String language) {
        try (Visitor person = Visitor.reading(chromium, language, true)) {
            person.open("/portal/account")
                    .fill("family-name", "MINEURE")
                    .fill("given-names", "Ada")
                    .fillDay("birth-date", Applicant.today().minusYears(16).toString())
                    .choose("nationality", "DZ")
                    .fill("login", "mineure." + language)
                    .fill("new-password", Applicant.PASSWORD)
                    .send("/portal/account");
            person.open("/details").look("details-minor");
            person.follow("/details/representative").look("representative");
            person.send("/details/representative").look("representative-unsaid");
            assertThat(person.faults()).hasSizeGreaterThanOrEqualTo(3);
            person.fill("family-name", "TUTRICE")
                    .fill("given-names", "Zoé")
                    .choose("quality", "guardian")
                    .fill("email", "zoe@exemple.invalid")
                    .choose("message-language", language)
                    .send("/details/representative")
                    .look("details-represented");
            assertThat(person.text()).contains("Zoé");

            assertThat(person.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void what_goes_wrong_has_a_page_that_says_what_to_do(String language) {
        try (Visitor visitor = Visitor.reading(chromium, language, true)) {
            visitor.open("/problems").look("problems");
            visitor.follow("/check-refused").look("problem");
            visitor.open("/nothing/here").look("not-found");
            visitor.open("/check").forgetCookies();
            visitor.send("/check").look("stale-form");
            assertThat(visitor.heading())
                    .isEqualTo(visitor.either("Ce formulaire n'est plus valable", "This form is no longer valid"));

            assertThat(visitor.complaints()).isEmpty();
        }
    }
}
