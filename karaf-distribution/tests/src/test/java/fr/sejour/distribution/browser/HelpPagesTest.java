package fr.sejour.distribution.browser;

import static fr.sejour.distribution.browser.Applicant.whoseCardEndsIn;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import fr.sejour.distribution.process.AgentAccount;
import fr.sejour.distribution.process.TryOut;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where people say what is wrong, what they get when it fails, and where agents answer. */
@ExtendWith(TryOut.ForTests.class)
class HelpPagesTest {

    private static final FilePayload NO_PDF =
            new FilePayload("passeport.pdf", "application/pdf", "nothing".getBytes(StandardCharsets.US_ASCII));

    private static Chromium chromium;
    private static Map<String, Applicant> blocked;

    @BeforeAll
    static void open() {
        chromium = Chromium.launch();
        blocked = Map.of(
                "fr", whoseCardEndsIn(80, "BLOQUÉ", "Camille"), "en", whoseCardEndsIn(80, "BLOQUÉ", "Dominique"));
        Applicant.register(blocked.values().toArray(Applicant[]::new));
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void anybody_reports_from_any_page_and_finds_the_report_again(String language) {
        try (Visitor visitor = Visitor.reading(chromium, language, true)) {
            visitor.open("/help/report?page=/problems").look("help-report");
            visitor.send("/help/report").look("help-report-empty");
            assertThat(visitor.faults()).hasSize(3);
            visitor.choose("topic", "filing")
                    .choose("blocking", "yes")
                    .fill("report-words", "La page reste blanche.")
                    .send("/help/report")
                    .look("help-report-opened");
            assertThat(visitor.text()).contains("TE-").contains("La page reste blanche.");
            String number = found("SI(-[0-9A-Z]{4}){3}", visitor.text());

            visitor.open("/help/follow").look("help-follow");
            visitor.fill("report-number", number)
                    .fill("report-secret", "WRONG")
                    .send("/help/follow")
                    .look("help-follow-wrong");
            assertThat(visitor.faults()).hasSize(1);

            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void what_fails_leaves_a_receipt_on_the_page_and_a_report_opens_another_way(String language) {
        try (Visitor person = Visitor.reading(chromium, language, true);
                Visitor agent = Visitor.reading(chromium, language, true)) {
            person.signUp(blocked.get(language)).fileRenewal(form -> {});
            String caseNumber = person.text(".big-code");
            person.open("/portal/cases/" + caseNumber + "/pieces/nationalite")
                    .give("piece-file", NO_PDF)
                    .send("/pieces/nationalite")
                    .look("piece-refused-receipt");
            assertThat(person.sentFiles()).isEqualTo(1);
            assertThat(person.faults()).hasSize(1);
            String receipt = found("TE(-[0-9A-Z]{4}){3}", person.text());
            person.follow("attempt=" + receipt).look("help-report-receipt");
            assertThat(person.value("attempt")).isEqualTo(receipt);
            person.fill("report-words", "Je ne peux pas envoyer mon passeport.")
                    .send("/help/report")
                    .look("help-report-substitute");
            assertThat(person.text())
                    .contains(person.either("Vous pouvez déposer autrement", "You may file in another way"));
            String report = found("SI(-[0-9A-Z]{4}){3}", person.text());
            person.open("/help/reports").look("help-reports");
            person.open("/help/attempts/" + receipt).look("help-attempt");

            agent.signInToTheConsole(AgentAccount.of("38")).open("/reports").look("console-reports");
            agent.fill("attempt", receipt).send("/reports/find").look("console-attempt");
            assertThat(agent.text()).contains(receipt);
            agent.open("/reports/" + report).look("console-report");
            agent.send("/reports/" + report).look("console-report-empty");
            assertThat(agent.faults()).hasSize(1);
            agent.fill("report-words", "Prenez une photo.")
                    .send("/reports/" + report)
                    .look("console-report-done");
            assertThat(agent.text()).contains(agent.either("La réponse est enregistrée.", "The answer is recorded."));
            agent.open("/help/report")
                    .choose("topic", "site")
                    .choose("blocking", "no")
                    .fill("report-words", "La liste est vide.")
                    .send("/help/report")
                    .look("help-report-agent");
            assertThat(agent.text())
                    .contains(agent.either("Votre signalement est enregistré.", "Your report is recorded."));

            person.open("/help/reports/" + report).look("help-report-answered");
            assertThat(person.text()).contains("Prenez une photo.");
            assertThat(Stream.of(person, agent).flatMap(visitor -> visitor.complaints().stream()))
                    .isEmpty();
        }
    }

    private static String found(String shape, String text) {
        Matcher matcher = Pattern.compile(shape).matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group();
    }
}
