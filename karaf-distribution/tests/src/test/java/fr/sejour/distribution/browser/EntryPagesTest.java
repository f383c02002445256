package fr.sejour.distribution.browser;

import static fr.sejour.distribution.browser.Applicant.whoseCardEndsIn;
import static org.assertj.core.api.Assertions.assertThat;

import fr.sejour.distribution.process.AgentAccount;
import fr.sejour.distribution.process.TryOut;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages for what comes on paper: the form to print, and an agent who types it in. */
@ExtendWith(TryOut.ForTests.class)
@Order(5)
class EntryPagesTest {

    /** What somebody has to type for a renewal that the register knows of, at most. */
    private static final int MOST_TYPED = 12;

    private static Chromium chromium;
    private static Map<String, Applicant> onPaper;
    private static Applicant atTheirScreen;

    @BeforeAll
    static void open() {
        chromium = Chromium.launch();
        onPaper = Map.of(
                "fr", whoseCardEndsIn(80, "PAPIER", "Camille"), "en", whoseCardEndsIn(80, "PAPIER", "Dominique"));
        atTheirScreen = whoseCardEndsIn(80, "ÉCRAN", "Camille");
        Applicant.register(onPaper.get("fr"), onPaper.get("en"), atTheirScreen);
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @ParameterizedTest
    @CsvSource({"fr, true", "en, false"})
    void an_agent_types_in_a_form_and_nothing_that_the_register_knows(String language, boolean scripts) {
        try (Visitor person = Visitor.reading(chromium, language, scripts);
                Visitor agent = Visitor.reading(chromium, language, scripts)) {
            person.open("/form").look("forms");
            person.follow("/form/etudiant").look("form");
            String serial = serial(person.text());

            agent.signInToTheConsole(AgentAccount.of("38")).open("/entry").look("entry");
            int typed = agent.fieldsToType();
            agent.press("number").look("entry-nobody");
            assertThat(agent.faults()).hasSize(1);
            Applicant known = onPaper.get(language);
            agent.fill("foreigner-number", known.foreignerNumber())
                    .fillDay("birth-date", Applicant.BIRTH_DATE)
                    .press("number")
                    .look("entry-form");
            assertThat(agent.text()).contains("PAPIER", known.givenNames(), known.foreignerNumber());
            assertThat(agent.value("permit")).isEqualTo("etudiant");
            assertThat(typed + agent.fieldsToType()).isLessThanOrEqualTo(MOST_TYPED);

            agent.choose("channel", "substitute")
                    .fill("received-on", Applicant.today().minusDays(5).toString())
                    .fill("form-serial", serial)
                    .fill("address", "1 place de Verdun")
                    .fill("place", "Grenoble 38000")
                    .press("check")
                    .look("entry-why-late");
            assertThat(agent.faults()).hasSize(1);
            agent.fill("late", "La plateforme était en panne.").press("check").look("entry-check");
            agent.choose("pieces", "nationalite").press("submit").look("entry-receipt");
            assertThat(agent.text()).contains(serial, "PAPIER");
            String number = agent.text(".big-code");
            agent.follow("/console/cases/" + number).look("entry-case");
            assertThat(agent.text()).contains("PAPIER");

            agent.open("/entry")
                    .fill("foreigner-number", known.foreignerNumber())
                    .fillDay("birth-date", Applicant.BIRTH_DATE)
                    .press("number");
            assertThat(agent.value("address")).isEqualTo("1 place de Verdun");
            agent.fill("form-serial", serial).press("check").look("entry-form-used");
            assertThat(agent.text()).contains(number);

            agent.open("/entry")
                    .fill("foreigner-number", known.foreignerNumber())
                    .press("number")
                    .look("entry-found-by-number");
            assertThat(agent.text()).contains("PAPIER");
            agent.open("/entry")
                    .fill("person-name", "papier")
                    .fillDay("birth-date", Applicant.BIRTH_DATE)
                    .press("name")
                    .look("entry-found");
            agent.open("/entry").press("newcomer").look("entry-newcomer");

            assertThat(person.complaints()).isEmpty();
            assertThat(agent.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"fr, Qualité de réfugié", "en, Refugee status"})
    void an_agent_reads_which_protection_the_register_knows(String language, String said) {
        Applicant refugee = whoseCardEndsIn(80, "PAPIER", "Dany");
        Applicant.registerUnder("refugie", refugee);
        try (Visitor agent = Visitor.reading(chromium, language, false)) {
            agent.signInToTheConsole(AgentAccount.of("38"))
                    .open("/entry")
                    .fill("foreigner-number", refugee.foreignerNumber())
                    .fillDay("birth-date", Applicant.BIRTH_DATE)
                    .press("number")
                    .look("entry-protection");

            assertThat(agent.text()).contains(said);
            assertThat(agent.complaints()).isEmpty();
        }
    }

    /** What is filed at the préfecture alone, by somebody whom neither the register nor any préfecture knows. */
    @ParameterizedTest
    @CsvSource({"fr, false", "en, true"})
    void somebody_who_has_an_account_alone_shows_a_code_and_follows_the_case_there(String language, boolean scripts) {
        Applicant applicant = whoseCardEndsIn(80, "COMPTE", "Camille");
        try (Visitor person = Visitor.reading(chromium, language, scripts);
                Visitor agent = Visitor.reading(chromium, language, scripts)) {
            person.openAccount(applicant)
                    .open("/portal/file")
                    .choose("permit", "salarie")
                    .press("next")
                    .choose("held", "none")
                    .press("next")
                    .fill("address", "1 place de Verdun")
                    .fill("place", "Grenoble 38000")
                    .press("next")
                    .look("file-at-the-prefecture");
            person.follow("/portal/counter-code").look("counter-code");
            String before = person.send("/portal/counter-code")
                    .look("counter-code-drawn")
                    .text(".big-code");
            String code = person.send("/portal/counter-code").text(".big-code");

            agent.signInToTheConsole(AgentAccount.of("38"))
                    .open("/entry")
                    .fill("counter-code", before)
                    .fillDay("birth-date", Applicant.BIRTH_DATE)
                    .press("code")
                    .look("entry-code-refused");
            assertThat(agent.faults()).hasSize(1);
            agent.fill("counter-code", code).press("code").look("entry-form-of-code");
            assertThat(agent.text()).contains("COMPTE", applicant.givenNames());
            agent.choose("permit", "salarie")
                    .fill("address", "1 place de Verdun")
                    .fill("place", "Grenoble 38000")
                    .press("check")
                    .press("submit")
                    .look("entry-receipt-of-code");
            String number = agent.text(".big-code");

            person.open("/portal/cases").follow("/portal/cases/" + number).look("case-of-code");
            assertThat(person.text()).contains(number);
            assertThat(person.complaints()).isEmpty();
            assertThat(agent.complaints()).isEmpty();
        }
    }

    @Test
    void a_person_whom_the_register_knows_types_no_more_for_a_renewal() {
        try (Visitor person = Visitor.reading(chromium, "fr", true)) {
            person.signUp(atTheirScreen).open("/portal/file");
            int typed = person.fieldsToType();
            person.press("next");
            typed += person.fieldsToType();
            person.press("next");
            typed += person.fieldsToType();

            assertThat(typed).isPositive().isLessThanOrEqualTo(MOST_TYPED);
        }
    }

    private static String serial(String text) {
        Matcher matcher = Pattern.compile("FO(-[0-9A-HJKMNP-TV-Z]{4}){3}").matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group();
    }
}
