package fr.sejour.distribution.browser;

import static fr.sejour.distribution.browser.Applicant.whoseCardEndsIn;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import fr.sejour.distribution.process.AgentAccount;
import fr.sejour.distribution.process.HelperAccount;
import fr.sejour.distribution.process.TryOut;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where people have their own data corrected, where agents answer, and how somebody without mail or phone gets back in. */
@ExtendWith(TryOut.ForTests.class)
@Order(3)
class PeoplePagesTest {

    private static final String FRESH_PASSWORD = "quatre autres mots ici";
    private static final FilePayload NO_PDF =
            new FilePayload("acte.pdf", "application/pdf", "nothing".getBytes(StandardCharsets.US_ASCII));

    private static Chromium chromium;
    private static Map<String, Applicant> people;
    private static Map<String, Applicant> namesakes;
    private static Map<String, Applicant> helped;

    @BeforeAll
    static void open() {
        chromium = Chromium.launch();
        people = Map.of(
                "fr true", whoseCardEndsIn(80, "NANDU", "Camille"),
                "en true", whoseCardEndsIn(80, "NANDU", "Dominique"),
                "fr false", whoseCardEndsIn(80, "NANDU", "Claude"));
        namesakes = Map.of(
                "fr true", whoseCardEndsIn(80, "CAMILLE", "Nandu"),
                "en true", whoseCardEndsIn(80, "DOMINIQUE", "Nandu"),
                "fr false", whoseCardEndsIn(80, "CLAUDE", "Nandu"));
        helped = Map.of(
                "fr true", whoseCardEndsIn(80, "ACCOMPAGNÉ", "Camille"),
                "en true", whoseCardEndsIn(80, "ACCOMPAGNÉ", "Dominique"),
                "fr false", whoseCardEndsIn(80, "ACCOMPAGNÉ", "Claude"));
        Applicant.register(Stream.of(people, namesakes, helped)
                .flatMap(all -> all.values().stream())
                .toArray(Applicant[]::new));
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @ParameterizedTest
    @CsvSource({"fr, true", "en, true", "fr, false"})
    void m6_own_data_are_corrected_and_access_comes_back_at_the_counter(String language, boolean scripts) {
        Applicant applicant = people.get(language + " " + scripts);
        try (Visitor person = Visitor.reading(chromium, language, scripts);
                Visitor agent = Visitor.reading(chromium, language, scripts)) {
            person.signUp(applicant).fileRenewal(form -> {});
            String caseNumber = person.text(".big-code");
            person.open("/details").look("details");
            person.fill("email", "no address").send("/details/contact").look("details-contact-refused");
            assertThat(person.faults()).hasSize(1);
            person.fill("email", "camille@example.org").send("/details/contact").look("details-contact");
            assertThat(person.value("email")).isEqualTo("camille@example.org");

            person.open("/details/correction").look("correction-form");
            person.fill("family-name", "Ñandú").send("/details/correction").look("correction-form-empty");
            assertThat(person.faults()).hasSize(1);
            person.fill("correction-words", "Il manque les accents.")
                    .give("piece-file", NO_PDF)
                    .send("/details/correction")
                    .look("correction-form-file-refused");
            assertThat(person.faults()).hasSize(1);
            person.give("piece-file", Visitor.A_PDF).send("/details/correction").look("correction-proposed");
            String number = person.path().substring("/details/corrections/".length());
            person.open("/details").look("details-waiting");
            person.open("/helpers").look("helpers");
            person.fill("helper-code", "0000-0000").send("/helpers").look("helpers-refused");
            assertThat(person.faults()).hasSize(2);

            agent.signInToTheConsole(AgentAccount.of("38"))
                    .open("/people/corrections")
                    .look("console-corrections");
            agent.follow(number).look("console-correction");
            assertThat(agent.text()).contains("NANDU", "Ñandú", "Il manque les accents.");
            agent.send("/people/corrections/" + number).look("console-correction-say-why");
            assertThat(agent.faults()).hasSize(1);
            agent.fill("correction-words", "Passeport vu.").send("/people/corrections/" + number);
            agent.open("/people/corrections/" + number).look("console-correction-accepted");

            person.open("/details/corrections/" + number).look("correction-accepted");
            person.open("/details/access").look("access");
            person.send("/details/access").look("access-empty");
            assertThat(person.faults()).hasSize(2);

            agent.open("/console/cases/" + caseNumber).look("console-case-of-person");
            assertThat(agent.heading()).startsWith("Ñandú");
            String about = agent.firstLink("/people/");
            agent.open(about).look("console-person");
            agent.send("/recovery").look("console-recovery-empty");
            assertThat(agent.faults()).hasSize(1);
            agent.fill("identity-seen", "Passeport.").send("/recovery").look("console-recovery");
            String code = agent.text(".big-code");
            agent.open(about + "/correction").look("console-correction-form");
            try (Visitor namesake = Visitor.reading(chromium, language, scripts)) {
                namesake.signUp(namesakes.get(language + " " + scripts)).fileRenewal(form -> {});
                tellApart(agent, about, caseNumber, namesake.text(".big-code"));
            }

            person.signOut().open("/portal/sign-in").follow("/portal/recovery").look("recovery");
            person.send("/portal/recovery").look("recovery-empty");
            assertThat(person.faults()).hasSize(4);
            person.fill("recovery-code", code)
                    .fillDay("birth-date", "1970-01-01")
                    .fill("login", applicant.login())
                    .fill("new-password", FRESH_PASSWORD)
                    .send("/portal/recovery")
                    .look("recovery-refused");
            person.fillDay("birth-date", Applicant.BIRTH_DATE)
                    .fill("new-password", FRESH_PASSWORD)
                    .send("/portal/recovery")
                    .look("recovered");
            assertThat(person.path()).isEqualTo("/portal");

            assertThat(Stream.of(person, agent).flatMap(visitor -> visitor.complaints().stream()))
                    .isEmpty();
        }
    }

    /** Somebody whose names are the same the other way round is told apart, and pointed out again. */
    private static void tellApart(Visitor agent, String about, String caseNumber, String otherCase) {
        agent.open(about).look("console-person-alike");
        String alike = agent.firstLink(about + "/look-alikes/");
        agent.open(alike).look("console-alike");
        assertThat(agent.text()).contains(caseNumber, otherCase, "Ñandú", "Nandu");
        agent.send(alike).look("console-alike-empty");
        assertThat(agent.faults()).hasSize(1);
        agent.fill("apart-words", "Deux passeports vus.").send(alike).look("console-person-apart");
        assertThat(agent.text()).contains("Deux passeports vus.");
        agent.open(alike).look("console-alike-apart");
        agent.send("/take-back").look("console-person-alike-again");
        assertThat(agent.text()).doesNotContain("Deux passeports vus.");
    }

    @ParameterizedTest
    @CsvSource({"fr, true", "en, true", "fr, false"})
    void a_helper_acts_for_the_person_who_named_them_until_the_person_ends_it(String language, boolean scripts) {
        HelperAccount association = HelperAccount.open();
        try (Visitor person = Visitor.reading(chromium, language, scripts);
                Visitor helper = Visitor.reading(chromium, language, scripts);
                Visitor agent = Visitor.reading(chromium, language, scripts)) {
            person.signUp(helped.get(language + " " + scripts)).fileRenewal(form -> {});
            String caseNumber = person.text(".big-code");
            person.open("/helpers")
                    .fill("helper-code", association.code())
                    .choose("allows", "read")
                    .choose("allows", "complete")
                    .choose("allows", "file")
                    .fill("mandate-until", Applicant.today().plusMonths(6).toString())
                    .send("/helpers")
                    .look("helpers-given");

            helper.open("/portal/helper-sign-in").look("helper-sign-in");
            helper.send("/portal/helper-sign-in").look("helper-sign-in-empty");
            assertThat(helper.faults()).hasSize(3);
            helper.signInToHelp(association).look("helped");
            assertThat(helper.text()).contains("ACCOMPAGNÉ", caseNumber);
            String forWhom = helper.either("Vous agissez pour", "You are acting for");
            helper.follow("/cases/" + caseNumber).look("helped-case");
            String about = helper.path();
            assertThat(helper.text()).contains(forWhom, "ACCOMPAGNÉ", caseNumber);
            helper.open(about + "/pieces/nationalite").look("helped-piece");
            assertThat(helper.text()).contains(forWhom, "ACCOMPAGNÉ");
            helper.give("piece-file", Visitor.A_PDF).send("/pieces/nationalite").look("helped-piece-given");
            assertThat(helper.path()).isEqualTo(about);
            String filing = about.replace("/cases/" + caseNumber, "/file");
            helper.open(filing).look("helped-file");
            assertThat(helper.text()).contains(forWhom, "ACCOMPAGNÉ");
            // a helper reads cases, and not which permits the person holds
            helper.choose("permit", "etudiant")
                    .press("next")
                    .choose("held", "none")
                    .look("helped-file-held")
                    .press("next")
                    .fill("address", "1 place de Verdun")
                    .fill("place", "Grenoble 38000")
                    .press("next")
                    .look("helped-file-check")
                    .press("submit")
                    .look("helped-receipt");
            String second = helper.text(".big-code");

            person.open("/portal/cases/" + second).look("case-filed-by-a-helper");
            person.open("/helpers").look("helpers-acted");
            assertThat(person.text()).contains(caseNumber, second);
            person.send("/end").look("helpers-ended");
            for (String path : List.of(about, filing)) {
                assertThat(helper.open(path).text()).doesNotContain("ACCOMPAGNÉ", forWhom);
            }

            agent.signInToTheConsole(AgentAccount.of("38")).open("/console/cases/" + caseNumber);
            String aboutPerson = agent.firstLink("/people/");
            agent.open(aboutPerson)
                    .fill("helper-code", association.code())
                    .choose("allows", "read")
                    .fill("mandate-until", Applicant.today().plusMonths(6).toString())
                    .send("/mandates")
                    .look("console-mandate-without-paper");
            assertThat(agent.faults()).hasSize(1);
            agent.fill("mandate-paper", "Mandat signé, pièce A1")
                    .send("/mandates")
                    .look("console-mandate");
            assertThat(agent.text()).contains("Association d'essai", "Mandat signé, pièce A1");
            assertThat(helper.open("/portal/helped").text()).contains("ACCOMPAGNÉ");
            agent.send("/end").look("console-mandate-ended");
            assertThat(helper.open("/portal/helped").text()).doesNotContain("ACCOMPAGNÉ");
            agent.open(aboutPerson + "/representative").look("console-representative");
            agent.send("/representative").look("console-representative-empty");
            assertThat(agent.faults()).isNotEmpty();

            assertThat(Stream.of(person, helper, agent).flatMap(visitor -> visitor.complaints().stream()))
                    .isEmpty();
        }
    }
}
