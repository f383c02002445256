package fr.sejour.console.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sejour.api.attestation.GapQuery;
import fr.sejour.web.preview.Browser;
import fr.sejour.web.preview.Browser.Seen;
import fr.sejour.web.preview.PageServer;
import fr.sejour.web.preview.Pages;
import fr.sejour.web.preview.Platform;
import fr.sejour.web.preview.SampleCases;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What those who lead see of people without a proof of right. */
class GapPagesTest {

    private final Platform platform = new Platform("<b>محمد</b>", "بن يوسف");
    private PageServer server;
    private Browser browser;

    @BeforeEach
    void start() {
        server = new PageServer(0, platform.signIn, platform.clock, List.of(ConsolePreview.section(platform)));
        browser = new Browser(server);
        browser.cookies().put("sejour-session", "national");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void the_page_is_sound_in_both_languages_with_links_to_the_case_and_the_task() {
        for (String language : List.of("fr", "en")) {
            Pages.assertSound(browser.getIn(language, "/console/gaps"));
        }
        Seen page = browser.getIn("fr", "/console/gaps");

        assertThat(page.body())
                .contains(
                        "href=\"/console/cases/" + SampleCases.REVIEWED + "\"",
                        "href=\"/console/tasks?task=see-facts&amp;prefecture=38\"",
                        "href=\"/console/tasks?task=settle-law\"",
                        "Depuis le 13 novembre 2026",
                        "9 jours non couverts",
                        "Attestation de prolongation d",
                        "La personne doit compléter son dossier.",
                        "une tâche s'ouvre quinze jours avant",
                        "novembre 2026",
                        "octobre 2026",
                        "31 jours, 2 personnes",
                        "11 jours, 2 personnes",
                        "href=\"/console/gaps?days-ahead=60&amp;after=g1\"");
        assertThat(platform.gaps.asked())
                .last()
                .isEqualTo(new GapQuery(Optional.empty(), 60, false, Optional.empty(), 50));
    }

    @Test
    void what_is_asked_for_stays_in_the_address() {
        String page = browser.get("/console/gaps?prefecture=38&days-ahead=15&needing=yes&after=g0")
                .body();

        assertThat(platform.gaps.asked())
                .last()
                .isEqualTo(new GapQuery(Optional.of(Platform.ISERE), 15, true, Optional.of("g0"), 50));
        assertThat(page).contains("href=\"/console/gaps?prefecture=38&amp;days-ahead=15&amp;needing=yes&amp;\"");
        assertThat(browser.get("/console/gaps?days-ahead=14").body()).contains("id=\"summary\"");
    }

    @Test
    void a_chief_comes_by_the_page_of_the_teams_and_no_other_agent_gets_in() {
        browser.cookies().put("sejour-session", "agent");
        assertThat(browser.get("/console/teams").body()).contains("href=\"/console/gaps?prefecture=38\"");
        assertThat(browser.get("/console/gaps").body()).contains("<option value=\"38\">38 Isère</option>");

        platform.gaps.demote();
        platform.teams.demote();

        assertThat(browser.get("/console/teams").body()).doesNotContain("/console/gaps");
        assertThat(browser.get("/console/gaps").status()).isEqualTo(404);
    }
}
