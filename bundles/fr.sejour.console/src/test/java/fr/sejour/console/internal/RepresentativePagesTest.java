package fr.sejour.console.internal;

import static fr.sejour.web.preview.Pages.assertSound;
import static org.assertj.core.api.Assertions.assertThat;

import fr.sejour.api.person.CivilStatus;
import fr.sejour.api.person.Contact;
import fr.sejour.api.person.FactLevel;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.person.PersonProfile;
import fr.sejour.api.person.Representative;
import fr.sejour.web.page.Page;
import fr.sejour.web.page.Section;
import fr.sejour.web.page.Words;
import fr.sejour.web.preview.Browser;
import fr.sejour.web.preview.Browser.Seen;
import fr.sejour.web.preview.PageServer;
import fr.sejour.web.preview.Platform;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RepresentativePagesTest {

    private static final String OF_THE_MINOR = "/people/person-minor/representative";
    private static final String OF_AN_ADULT = "/people/person-1/representative";
    private static final Map<String, String> PARENT = Map.of(
            "family-name", "EXEMPLE",
            "given-names", "Leïla",
            "quality", "parent",
            "email", "leila@exemple.fr",
            "message-language", "en");

    private final Platform platform = new Platform();
    private PageServer server;
    private Browser browser;

    @BeforeEach
    void start() {
        PersonId minor = new PersonId("person-minor");
        platform.profiles.put(
                minor,
                new PersonProfile(
                        minor,
                        // eighteen on the day after the one that the pages stand at
                        new CivilStatus("EXEMPLE", "Sami", LocalDate.of(2008, 11, 23), "TN"),
                        FactLevel.DECLARED,
                        new Contact(Optional.empty(), Optional.empty(), "fr"),
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty()));
        server = new PageServer(0, platform.signIn, platform.clock, List.of(new OnItsOwn()));
        browser = new Browser(server);
        browser.cookies().put("sejour-session", "agent");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void who_acts_for_a_minor_is_recorded_as_typed() {
        assertSound(browser.get(OF_THE_MINOR));

        Seen recorded = browser.post(OF_THE_MINOR, PARENT);

        assertThat(recorded.status()).as(recorded.body()).isEqualTo(303);
        assertThat(recorded.header("location")).isEqualTo("/people/person-minor?done=representative");
        assertThat(platform.representatives)
                .containsExactly(new Representative(
                        "EXEMPLE",
                        "Leïla",
                        Representative.Quality.PARENT,
                        new Contact(Optional.of("leila@exemple.fr"), Optional.empty(), "en")));
    }

    @Test
    void nobody_is_recorded_for_somebody_of_age_and_the_page_says_why() {
        browser.getIn("fr", OF_AN_ADULT);

        Seen refused = browser.post(OF_AN_ADULT, PARENT);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("Cette personne a dix-huit ans ou plus", "Leïla");
        assertSound(refused);
        assertThat(platform.representatives).isEmpty();
    }

    @Test
    void what_is_missing_or_wrong_stands_at_its_field() {
        browser.get(OF_THE_MINOR);

        Seen refused = browser.post(OF_THE_MINOR, Map.of("email", "leila", "message-language", "fr"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("family-name-fault", "given-names-fault", "quality-fault", "email-fault")
                .doesNotContain("phone-fault");
        assertThat(platform.representatives).isEmpty();
    }

    private final class OnItsOwn implements Section {

        @Override
        public String name() {
            return "people";
        }

        @Override
        public String title(Words words) {
            return name();
        }

        @Override
        public List<Page> pages() {
            return new RepresentativePages(platform.people).pages();
        }
    }
}
