package fr.sejour.distribution.browser;

import static fr.sejour.distribution.browser.Applicant.BIRTH_DATE;
import static fr.sejour.distribution.browser.Applicant.PASSWORD;
import static fr.sejour.distribution.browser.Applicant.whoseCardEndsIn;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import fr.sejour.distribution.process.AgentAccount;
import fr.sejour.distribution.process.TryOut;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The main job as people do it: a student files a renewal, an agent decides and hands the card over, an employer checks. */
@ExtendWith(TryOut.ForTests.class)
@Order(2)
class MainJobTest {

    private static final FilePayload A_TEXT =
            new FilePayload("passeport.txt", "text/plain", "mon passeport".getBytes(StandardCharsets.UTF_8));

    private static Chromium chromium;
    private static List<Walk> walks;

    /** Who walks, in which language, with or without scripts, and which agent serves them. */
    record Walk(String language, boolean scripts, Applicant applicant, AgentAccount agent) {

        @Override
        public String toString() {
            return language + (scripts ? " with scripts" : " without scripts");
        }
    }

    @BeforeAll
    static void open() {
        chromium = Chromium.launch();
        walks = List.of(
                new Walk(
                        "fr",
                        true,
                        whoseCardEndsIn(90, "بن عبد العزيز", "ياسمين فاطمة الزهراء"),
                        AgentAccount.of("38", "69")),
                new Walk(
                        "en",
                        true,
                        whoseCardEndsIn(90, "A".repeat(200), "Nomfortlong".repeat(18)),
                        AgentAccount.of("38")),
                new Walk("fr", false, whoseCardEndsIn(90, "EXEMPLE", "Camille"), AgentAccount.of("38", "69")));
        Applicant.register(walks.stream().map(Walk::applicant).toArray(Applicant[]::new));
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    static Stream<Walk> walks() {
        return walks.stream();
    }

    @ParameterizedTest
    @MethodSource("walks")
    void a_right_goes_on_from_the_filing_to_the_card_in_the_hand(Walk walk) {
        try (Visitor person = Visitor.reading(chromium, walk.language(), walk.scripts());
                Visitor agent = Visitor.reading(chromium, walk.language(), walk.scripts());
                Visitor employer = Visitor.reading(chromium, walk.language(), walk.scripts())) {
            opensAnAccount(person, walk.applicant());
            describesACardBeforeTheStateKnowsIt(person);
            linksTheAccount(person, walk.applicant());
            String caseNumber = filesTheRenewal(person, walk.applicant());
            givesThePassport(person, caseNumber);
            looksAround(person);

            signsIn(agent, walk.agent());
            findsTheCase(agent, caseNumber);
            refusesThePassport(agent, caseNumber);
            asksForItAgain(agent, caseNumber);
            givesItAgain(person, caseNumber);
            hearsTheCommission(agent, caseNumber);
            readsWhyThereIsAPaper(person);
            grants(agent, caseNumber);

            String code = readsTheNewPaper(person);
            checks(employer, code);
            handsTheCardOver(agent, caseNumber);
            seesTheCard(person, caseNumber);
            checksAgain(employer, code);

            assertThat(Stream.of(person, agent, employer)
                            .flatMap(visitor -> visitor.complaints().stream())
                            .distinct())
                    .isEmpty();
        }
    }

    // the person

    private static void opensAnAccount(Visitor person, Applicant applicant) {
        person.open("/").look("home");
        assertThat(person.heading()).isEqualTo(person.either("Que voulez-vous faire ?", "What would you like to do?"));
        person.follow("/portal").look("welcome");
        person.follow("/portal/account").look("account");

        person.send("/portal/account").look("account-empty");
        assertThat(person.faults()).hasSize(6);

        person.fill("family-name", applicant.familyName())
                .fill("given-names", applicant.givenNames())
                .fillDay("birth-date", "2001-02-31")
                .choose("nationality", "DZ")
                .fill("email", "camille")
                .fill("login", "é")
                .fill("new-password", "court")
                .send("/portal/account")
                .look("account-wrong");
        assertThat(person.faults())
                .containsExactly(
                        person.either(
                                "Cette date n'existe pas : Date de naissance",
                                "This date does not exist: Date of birth"),
                        person.either(
                                "L'adresse s'écrit nom@domaine, par exemple amina@exemple.fr",
                                "An address reads name@domain, for example amina@example.org"),
                        person.either(
                                "L'identifiant a de 3 à 120 lettres, chiffres ou signes . _ @ + -",
                                "A login has 3 to 120 letters, digits or the signs . _ @ + -"));
        assertThat(person.value("family-name")).isEqualTo(applicant.familyName());
        assertThat(person.value("birth-date-day")).isEqualTo("31");
        assertThat(person.value("email")).isEqualTo("camille");
        assertThat(person.value("nationality")).isEqualTo("DZ");

        person.fillDay("birth-date", BIRTH_DATE)
                .fill("email", "camille@exemple.invalid")
                .fill("login", "nadia.exemple")
                .fill("new-password", "court")
                .send("/portal/account");
        assertThat(person.faults())
                .containsExactly(person.either(
                        "Le mot de passe a de 12 à 200 caractères.", "A password has 12 to 200 characters."));

        person.fill("new-password", PASSWORD).send("/portal/account").look("account-taken");
        assertThat(person.faults())
                .containsExactly(person.either(
                        "Cet identifiant est déjà pris. Choisissez-en un autre.",
                        "This login is already taken. Choose another one."));

        person.fill("login", applicant.login())
                .fill("new-password", PASSWORD)
                .send("/portal/account")
                .look("link");
        assertThat(person.path()).isEqualTo("/portal/link");
    }

    private static void describesACardBeforeTheStateKnowsIt(Visitor person) {
        person.open("/portal").look("today-unlinked");
        person.follow("/portal/file").look("file-permit");
        person.press("next").look("file-permit-empty");
        assertThat(person.faults()).hasSize(1);
        person.choose("permit", "etudiant").press("next").look("file-held");
        person.press("next").look("file-held-empty");
        assertThat(person.faults()).hasSize(1);
        person.choose("held", "other").press("next").look("file-held-undescribed");
        assertThat(person.faults()).hasSize(4);
        person.choose("held-permit", "etudiant")
                .fill("held-number", "D38EXEMPLE")
                .fillDay("held-from", "2026-09-01")
                .fillDay("held-until", "2026-08-31")
                .press("next")
                .look("file-held-backwards");
        assertThat(person.faults())
                .containsExactly(person.either(
                        "Un titre se termine le jour où il commence ou après.",
                        "A permit ends on or after the day it begins."));
        assertThat(person.value("held-number")).isEqualTo("D38EXEMPLE");
    }

    private static void linksTheAccount(Visitor person, Applicant applicant) {
        person.open("/portal/link").send("/portal/link").look("link-empty");
        assertThat(person.faults()).hasSize(3);
        person.fill("foreigner-number", applicant.foreignerNumber())
                .fillDay("birth-date", "2001-02-04")
                .fill("letter-code", applicant.letterCode())
                .send("/portal/link")
                .look("link-refused");
        assertThat(person.value("foreigner-number")).isEqualTo(applicant.foreignerNumber());
        assertThat(person.value("birth-date-day")).isEqualTo("04");
        person.fillDay("birth-date", BIRTH_DATE).send("/portal/link").look("today");
        assertThat(person.path()).isEqualTo("/portal");
        assertThat(person.text(".answer"))
                .startsWith(person.either(
                        "Vous avez un document valable jusqu'au " + french(applicant.lastDay()) + " inclus",
                        "You hold a valid paper until " + english(applicant.lastDay()) + " included"));
    }

    private static String filesTheRenewal(Visitor person, Applicant applicant) {
        person.follow("/portal/file");
        person.press("next").look("file-held-known");
        person.press("next").look("file-address");
        person.press("next").look("file-address-empty");
        assertThat(person.faults()).hasSize(2);
        person.fill("address", "1 place de Verdun")
                .fill("place", "Trifouillis-les-Oies")
                .press("next")
                .look("file-address-unknown");
        assertThat(person.faults()).hasSize(1);
        assertThat(person.value("address")).isEqualTo("1 place de Verdun");
        person.fill("place", "Saint-Martin").press("search").look("file-address-places");
        assertThat(person.value("address")).isEqualTo("1 place de Verdun");
        person.fill("place", "grenoble 38000").press("next").look("file-check");
        assertThat(person.text()).contains(applicant.familyName(), "Grenoble (38)");
        person.press("address");
        person.press("next").press("submit").look("receipt");
        assertThat(person.heading()).isEqualTo(person.either("Votre demande est déposée", "Your application is filed"));
        String number = person.text(".big-code");
        assertThat(number).matches("\\d{19}");
        assertThat(person.path()).isEqualTo("/portal/cases/" + number + "/receipt");
        return number;
    }

    private static void givesThePassport(Visitor person, String caseNumber) {
        person.open("/portal/cases/" + caseNumber).look("case-incomplete");
        person.follow("/pieces/nationalite").look("piece");
        person.send("/pieces/nationalite").look("piece-empty");
        assertThat(person.faults()).containsExactly(person.either("Choisissez un fichier.", "Choose a file."));
        person.give("piece-file", A_TEXT).send("/pieces/nationalite").look("piece-wrong");
        assertThat(person.faults()).hasSize(1);
        person.give("piece-file", Visitor.A_PDF).send("/pieces/nationalite").look("case");
        assertThat(person.path()).isEqualTo("/portal/cases/" + caseNumber);
        assertThat(person.text())
                .contains(person.either(
                        "Toutes les pièces indispensables sont là.", "All essential documents are there."));
    }

    private static void looksAround(Visitor person) {
        person.open("/portal").look("today-filed");
        person.open("/portal/cases").look("cases");
        person.open("/portal/papers").look("papers");
        person.follow(person.firstLink("/portal/papers/")).look("paper-of-the-filing");
    }

    private static void givesItAgain(Visitor person, String caseNumber) {
        person.open("/portal/cases/" + caseNumber).look("case-asked");
        person.follow("/pieces/nationalite").look("piece-refused");
        assertThat(person.text()).contains("La photo est floue.");
        person.give("piece-file", Visitor.A_PDF).send("/pieces/nationalite");
        person.send("/answer").look("case-answered");
    }

    private static void readsWhyThereIsAPaper(Visitor person) {
        person.open("/portal/papers");
        person.follow(person.firstLink("/portal/papers/")).look("paper-of-the-commission");
        assertThat(person.text())
                .contains(person.either(
                        "La préfecture a saisi la commission du titre de séjour.",
                        "The préfecture has referred the case to the commission du titre de séjour."))
                .contains(person.either("Le titre détenu permettait de travailler.", "The permit held allowed work."));
    }

    private static String readsTheNewPaper(Visitor person) {
        person.open("/portal/papers");
        person.follow(person.firstLink("/portal/papers/")).look("paper");
        assertThat(person.heading())
                .isEqualTo(person.either(
                        "Attestation de décision favorable",
                        "Attestation de décision favorable (favourable decision)"));
        return person.text(".big-code");
    }

    private static void seesTheCard(Visitor person, String caseNumber) {
        person.open("/portal/cases/" + caseNumber).look("case-ended");
        person.open("/portal").look("today-ended");
        person.open("/portal/inbox").look("inbox-full");
        person.signOut();
        person.open("/portal/inbox").look("sign-in");
        person.send("/portal/sign-in").look("sign-in-empty");
        assertThat(person.faults()).hasSize(2);
        person.fill("login", "personne")
                .fill("password", "pas le bon")
                .send("/portal/sign-in")
                .look("sign-in-refused");
        assertThat(person.value("login")).isEqualTo("personne");
    }

    // the agent

    private static void signsIn(Visitor agent, AgentAccount account) {
        agent.open("/console").look("console-sign-in");
        agent.send("/console/sign-in").look("console-sign-in-empty");
        assertThat(agent.faults()).hasSize(3);
        agent.fill("login", account.login())
                .fill("password", account.password())
                .fill("totp", "000000")
                .send("/console/sign-in")
                .look("console-sign-in-refused");
        assertThat(agent.value("login")).isEqualTo(account.login());
        agent.signInToTheConsole(account);
        agent.look("queue");
        assertThat(agent.path()).isEqualTo("/console/queue");
        agent.open("/console/tasks").look("tasks");
    }

    private static void findsTheCase(Visitor agent, String caseNumber) {
        agent.open("/console/queue?status=filed");
        agent.fill("case-number", "12").send("/console/find").look("queue-no-such-number");
        assertThat(agent.value("case-number")).isEqualTo("12");
        agent.open("/console/queue")
                .followThroughPages("/console/cases/" + caseNumber)
                .look("console-case");
        agent.open("/console/cases/" + caseNumber).send("/acts/take-up");
    }

    private static void refusesThePassport(Visitor agent, String caseNumber) {
        agent.follow("/acts/refuse-piece").look("refuse-piece");
        agent.send("/acts/refuse-piece").look("refuse-piece-empty");
        assertThat(agent.faults()).hasSize(2);
        agent.choose("piece", "nationalite")
                .fill("reason", "La photo est floue.")
                .send("/acts/refuse-piece");
        assertThat(agent.path()).isEqualTo("/console/cases/" + caseNumber);
    }

    private static void asksForItAgain(Visitor agent, String caseNumber) {
        agent.follow("/acts/ask-for-pieces").look("ask-for-pieces");
        agent.fill("answer-by", "").send("/acts/ask-for-pieces").look("ask-for-pieces-empty");
        assertThat(agent.faults()).hasSize(2);
        agent.fill("answer-by", Applicant.today().plusDays(30).toString())
                .fill("reason", "La photo est floue.")
                .send("/acts/ask-for-pieces");
        assertThat(agent.path()).isEqualTo("/console/cases/" + caseNumber);
    }

    private static void hearsTheCommission(Visitor agent, String caseNumber) {
        agent.open("/console/cases/" + caseNumber + "/acts/revoke-paper").look("revoke-paper");
        agent.send("/acts/revoke-paper").look("revoke-paper-empty");
        assertThat(agent.faults()).hasSize(3);
        agent.open("/console/cases/" + caseNumber + "/acts/seize-commission").look("seize-commission");
        agent.send("/acts/seize-commission").look("seize-commission-empty");
        assertThat(agent.faults()).hasSize(1);
        agent.fill("reason", "La personne vit ici depuis dix ans.").send("/acts/seize-commission");
        assertThat(agent.path()).isEqualTo("/console/cases/" + caseNumber);
    }

    private static void grants(Visitor agent, String caseNumber) {
        agent.open("/console/cases/" + caseNumber);
        agent.follow("/acts/grant").look("grant");
        LocalDate day = Applicant.today();
        agent.fill("valid-from", day.toString())
                .fill("valid-until", day.minusDays(1).toString())
                .send("/acts/grant")
                .look("grant-wrong");
        assertThat(agent.faults()).hasSize(2);
        agent.fill("valid-until", day.plusYears(1).toString())
                .fill("delegation", "Arrêté d'exemple")
                .send("/acts/grant")
                .look("console-case-granted");
        assertThat(agent.path()).isEqualTo("/console/cases/" + caseNumber);
        agent.open("/console/cases/" + caseNumber + "/acts/grant").look("act-not-possible");
    }

    private static void handsTheCardOver(Visitor agent, String caseNumber) {
        agent.open("/console/cases/" + caseNumber).send("/acts/order-card");
        agent.follow("/acts/card-ready").look("card-ready");
        agent.send("/acts/card-ready").look("card-ready-empty");
        assertThat(agent.faults()).hasSize(1);
        agent.fill("card-number", "C38EXEMPLE").send("/acts/card-ready").look("console-case-ready");
        agent.follow("/acts/hand-over").look("hand-over");
        agent.send("/acts/hand-over").look("console-case-handed-over");
        agent.follow("/journal").look("journal");
    }

    // the employer

    private static void checks(Visitor employer, String code) {
        employer.open("/").follow("/check").look("check");
        employer.send("/check").look("check-empty");
        assertThat(employer.faults()).hasSize(2);
        employer.fill("check-code", code)
                .fillDay("birth-date", "2001-02-04")
                .send("/check")
                .look("check-wrong-day");
        assertThat(employer.value("check-code")).isEqualTo(code);
        employer.fill("check-code", "7KQ2-M9XD-4TBE")
                .fillDay("birth-date", BIRTH_DATE)
                .send("/check")
                .look("check-unknown-code");
        assertThat(employer.text("#summary"))
                .contains(employer.either(
                        "Ce code et cette date de naissance ne vont pas ensemble. Vérifiez les deux sur le document.",
                        "This code and this birth date do not belong together. Check both on the paper."));
        employer.fill("check-code", code).send("/check").look("check-valid");
        assertThat(employer.text(".answer"))
                .isEqualTo(employer.either("Ce document est valable", "This document is valid"));
    }

    private static void checksAgain(Visitor employer, String code) {
        employer.open("/check")
                .fill("check-code", code)
                .fillDay("birth-date", BIRTH_DATE)
                .send("/check")
                .look("check-ended");
        assertThat(employer.text(".answer"))
                .isEqualTo(employer.either("Ce document n'est plus valable", "This document is no longer valid"));
    }

    private static String french(LocalDate day) {
        return DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.FRENCH).format(day);
    }

    private static String english(LocalDate day) {
        return DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH).format(day);
    }
}
