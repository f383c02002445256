package fr.sejour.console.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.edition.ArrivedEdition.State;
import fr.sejour.web.preview.Browser;
import fr.sejour.web.preview.Browser.Seen;
import fr.sejour.web.preview.PageServer;
import fr.sejour.web.preview.Pages;
import fr.sejour.web.preview.Platform;
import fr.sejour.web.preview.SampleCases;
import fr.sejour.web.preview.SampleEditions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Editions of the law in the console, for national agents alone. */
class EditionPagesTest {

    private static final String ALL = "/console/editions";
    private static final String ONE = ALL + "/" + SampleEditions.NAME;

    private final Platform platform = new Platform();
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
    void every_page_is_sound_in_both_languages_and_every_state() {
        for (String language : List.of("fr", "en")) {
            for (State state : State.values()) {
                platform.editions.is(state);
                Pages.assertSound(browser.getIn(language, ALL));
                Pages.assertSound(browser.getIn(language, ONE));
                Pages.assertSound(browser.getIn(language, ONE + "?change=fewer"));
            }
            platform.editions.is(State.REHEARSED);
            Pages.assertSound(browser.getIn(language, ONE + "/activate"));
            platform.editions.is(State.APPLIES);
            Pages.assertSound(browser.getIn(language, ONE + "/roll-back"));
        }
    }

    @Test
    void the_page_says_who_would_gain_and_who_would_lose() {
        String page = browser.getIn("fr", ONE).body();

        assertThat(page)
                .contains(
                        "CN=national IT",
                        "opérateur ops",
                        "services.nationaux",
                        "207",
                        "href=\"/console/cases/" + SampleCases.FRESH + "\"",
                        "964 heures",
                        "600 heures",
                        "Aucun document de lui-même");
    }

    @Test
    void it_is_sent_as_a_file_and_a_refusal_says_why() {
        browser.get(ALL);

        Seen none = browser.post(ALL, Map.of());
        Seen refused = browser.postFile(ALL, Map.of(), "edition-file", new byte[] {1});
        Seen received = browser.postFile(ALL, Map.of(), "edition-file", new byte[] {1, 2, 3});

        assertThat(none.status()).isEqualTo(422);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("The file work.yaml in it is not signed.");
        assertThat(received.header("location")).isEqualTo(ONE + "?done=received");
    }

    @Test
    void it_is_rehearsed_made_the_law_and_taken_back_each_after_a_page_that_asks() {
        platform.editions.is(State.RECEIVED);
        assertThat(browser.get(ONE).body()).doesNotContain(ONE + "/activate", ONE + "/roll-back");
        assertThat(browser.post(ONE + "/rehearse", Map.of()).header("location")).isEqualTo(ONE + "?done=rehearsing");
        assertThat(browser.get(ONE).body()).doesNotContain(ONE + "/activate");
        assertThat(browser.get(ONE + "/activate").header("location")).isEqualTo(ONE);

        platform.editions.is(State.REHEARSED);
        assertThat(browser.get(ONE).body()).contains("href=\"" + ONE + "/activate\"");
        assertThat(browser.getIn("fr", ONE + "/activate").body()).contains("Oui, appliquer cette édition");
        assertThat(browser.post(ONE + "/activate", Map.of()).header("location")).isEqualTo(ONE + "?done=applies");
        assertThat(browser.get(ONE + "/activate").header("location")).isEqualTo(ONE);

        assertThat(browser.getIn("fr", ONE + "/roll-back").body()).contains("Oui, reprendre cette édition");
        assertThat(browser.post(ONE + "/roll-back", Map.of()).header("location"))
                .isEqualTo(ONE + "?done=rolled-back");
        assertThat(platform.editions.done()).containsExactly("rehearse", "activate", "roll-back");
    }

    @Test
    void whoever_sent_it_is_told_that_somebody_else_makes_it_the_law() {
        platform.editions.sentBy(new AccountId("a-3"));

        Seen page = browser.getIn("fr", ONE);
        Seen forced = browser.post(ONE + "/activate", Map.of());

        assertThat(page.body()).contains("une autre personne la relit").doesNotContain(ONE + "/activate");
        assertThat(forced.status()).isEqualTo(403);
        assertThat(platform.editions.done()).isEmpty();
    }

    @Test
    void a_rehearsal_before_the_law_changed_is_made_again() {
        platform.editions.age();

        assertThat(browser.getIn("fr", ONE).body())
                .contains("La loi a changé depuis le début de cet essai")
                .doesNotContain(ONE + "/activate");
        assertThat(browser.post(ONE + "/activate", Map.of()).status()).isEqualTo(409);
    }

    @Test
    void a_full_page_of_cases_leads_to_the_next() {
        platform.editions.changeMany();

        assertThat(browser.get(ONE).body()).contains("href=\"" + ONE + "?after=");
        assertThat(browser.get(ONE + "?after=nobody").status()).isEqualTo(404);
        assertThat(browser.get(ALL + "/2030-01-01").status()).isEqualTo(404);
    }

    @Test
    void no_other_agent_sees_them() {
        assertThat(browser.get("/console/queue").body()).contains("href=\"" + ALL + "\"", "href=\"/console/gaps\"");
        browser.cookies().put("sejour-session", "agent");

        assertThat(browser.get("/console/queue").body()).doesNotContain(ALL, "/console/gaps\"");
        assertThat(browser.get(ALL).status()).isEqualTo(404);
        assertThat(browser.get(ONE).status()).isEqualTo(404);
    }
}
