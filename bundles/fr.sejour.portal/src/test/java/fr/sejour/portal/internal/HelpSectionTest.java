package fr.sejour.portal.internal;

import static fr.sejour.web.preview.Pages.assertSound;
import static org.assertj.core.api.Assertions.assertThat;

import fr.sejour.web.preview.Browser;
import fr.sejour.web.preview.Browser.Seen;
import fr.sejour.web.preview.PageServer;
import fr.sejour.web.preview.Platform;
import fr.sejour.web.preview.SampleReports;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HelpSectionTest {

    private static final Map<String, String> SAID =
            Map.of("topic", "filing", "blocking", "yes", "report-words", "La page reste blanche.");

    private final Platform platform = new Platform();
    private final SampleReports reports = new SampleReports();
    private PageServer server;
    private Browser browser;

    @BeforeEach
    void start() {
        server = new PageServer(
                0,
                platform.signIn,
                platform.clock,
                List.of(new HelpSection(reports, reports, platform.prefectures), PortalPreview.section(platform)));
        browser = new Browser(server);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void whoever_has_the_secret_follows_a_report_signed_in_or_not() {
        for (String session : List.of("", "amina", "agent")) {
            browser.cookies().put("sejour-session", session);
            browser.get("/help/follow");

            Seen found = browser.post(
                    "/help/follow",
                    Map.of("report-number", SampleReports.NUMBER.value(), "report-secret", SampleReports.SECRET));

            assertThat(found.status()).as(session).isEqualTo(200);
            assertThat(found.body()).contains("La page reste blanche.", SampleReports.RIGHT.value());
        }
    }

    @Test
    void a_wrong_secret_is_told_whoever_asks() {
        for (String session : List.of("", "amina")) {
            browser.cookies().put("sejour-session", session);
            browser.get("/help/follow");

            Seen refused = browser.post(
                    "/help/follow", Map.of("report-number", SampleReports.NUMBER.value(), "report-secret", "WRONG"));

            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.body()).contains("id=\"report-secret-fault\"");
        }
    }

    @Test
    void an_applicant_is_led_to_the_report_and_an_agent_reads_that_it_is_recorded() {
        browser.cookies().put("sejour-session", "amina");
        browser.get("/help/report");
        assertThat(browser.post("/help/report", SAID).header("location"))
                .isEqualTo("/help/reports/" + SampleReports.NUMBER + "?done=opened");

        browser.cookies().put("sejour-session", "agent");
        browser.get("/help/report");
        Seen opened = browser.post("/help/report", SAID);

        Seen page = browser.getIn("fr", opened.header("location"));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("Votre signalement est enregistré.");
        assertSound(page);
    }
}
