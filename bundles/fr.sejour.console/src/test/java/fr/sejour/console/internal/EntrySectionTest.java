package fr.sejour.console.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sejour.api.access.Caller;
import fr.sejour.api.cases.CaseFile;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.filing.Assessment;
import fr.sejour.api.filing.Entry;
import fr.sejour.api.filing.EntryDesk;
import fr.sejour.api.filing.Filer;
import fr.sejour.api.filing.FilingReceipt;
import fr.sejour.api.filing.FormSerial;
import fr.sejour.api.filing.IdempotencyKey;
import fr.sejour.api.person.ForeignerNumber;
import fr.sejour.api.person.PersonProfile;
import fr.sejour.web.preview.Browser;
import fr.sejour.web.preview.Browser.Seen;
import fr.sejour.web.preview.PageServer;
import fr.sejour.web.preview.Pages;
import fr.sejour.web.preview.Platform;
import fr.sejour.web.preview.SampleCases;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An agent files for somebody who shows the code of their account. */
class EntrySectionTest {

    private final Platform platform = new Platform();
    private final List<Entry> entered = new ArrayList<>();
    private boolean over;
    private PageServer server;
    private Browser browser;

    @BeforeEach
    void start() {
        EntrySection section = new EntrySection(
                new OneCode(),
                platform.cases,
                platform.people,
                platform.residences,
                platform.papers,
                platform.catalogue,
                platform.prefectures,
                platform.communes);
        server = new PageServer(0, platform.signIn, platform.clock, List.of(section));
        browser = new Browser(server);
        browser.cookies().put("sejour-session", "agent");
        browser.get("/entry");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void the_code_finds_the_person_and_goes_along_to_the_filing() {
        for (String language : List.of("fr", "en")) {
            Pages.assertSound(browser.getIn(language, "/entry"));
        }
        Seen form = send("code", shown());
        assertThat(form.status()).isEqualTo(200);
        assertThat(form.body())
                .contains(
                        "Ben Ali",
                        "name=\"who\" value=\"presented\"",
                        "name=\"counter-code\" value=\"7k2m-9qxt-4b3d\"");
        Pages.assertSound(form);

        Map<String, String> answers = shown();
        answers.putAll(Map.of(
                "who", "presented",
                "key", "a-key-of-this-test",
                "channel", "counter",
                "received-on", "2026-11-22",
                "permit", "salarie",
                "address", "12 rue de la Paix",
                "place", "Grenoble (38)",
                "commune", "38185"));
        Seen check = send("check", answers);
        Seen receipt = send("submit", answers);

        assertThat(check.status()).isEqualTo(200);
        assertThat(check.body()).contains("name=\"counter-code\" value=\"7k2m-9qxt-4b3d\"");
        assertThat(receipt.header("location")).isEqualTo("/entry/" + SampleCases.REVIEWED + "/receipt");
        assertThat(entered)
                .extracting(Entry::filer)
                .containsExactly(new Filer.Presented(Platform.SHOWN, Platform.BIRTH_DATE));
    }

    @Test
    void a_code_that_is_wrong_malformed_or_over_is_told_at_its_field() {
        Map<String, String> wrong = shown();
        wrong.put("counter-code", "0000-0000-0000");
        Map<String, String> malformed = shown();
        malformed.put("counter-code", "7K2M");
        Map<String, String> undated = shown();
        undated.remove("birth-date-year");
        Map<String, String> begun = shown();
        begun.put("who", "presented");

        Seen refused = send("code", wrong);
        Seen unread = send("code", malformed);
        Seen unsaid = send("code", undated);
        over = true;
        Seen late = send("change", begun);

        for (Seen page : List.of(refused, unread, unsaid, late)) {
            assertThat(page.status()).isEqualTo(422);
            Pages.assertSound(page);
        }
        assertThat(refused.body()).contains("id=\"counter-code-fault\"", "n'est pas valable avec cette date");
        assertThat(unread.body()).contains("id=\"counter-code-fault\"", "douze lettres ou chiffres");
        assertThat(unsaid.body()).contains("id=\"birth-date-fault\"");
        assertThat(late.body()).contains("id=\"counter-code-fault\"", "Saisir une demande reçue");
    }

    @Test
    void a_code_that_runs_out_meanwhile_takes_nothing_away_that_was_typed() {
        Map<String, String> typed = shown();
        typed.putAll(Map.of(
                "who", "presented",
                "key", "a-key-of-this-test",
                "channel", "counter",
                "received-on", "2026-11-22",
                "late", "arrivée tard du courrier",
                "permit", "salarie",
                "address", "12 rue de la Paix",
                "place", "Grenoble (38)",
                "commune", "38185"));
        over = true;

        for (String go : List.of("check", "submit", "change", "search")) {
            Seen told = send(go, typed);

            assertThat(told.status()).as(go).isEqualTo(422);
            assertThat(told.body())
                    .as(go)
                    .contains(
                            "id=\"counter-code-fault\"",
                            "value=\"7k2m-9qxt-4b3d\"",
                            "value=\"1998\"",
                            "arrivée tard du courrier",
                            "12 rue de la Paix",
                            "value=\"38185\"",
                            "name=\"key\" value=\"a-key-of-this-test\"");
            Pages.assertSound(told);
        }
        assertThat(entered).isEmpty();
    }

    @Test
    void what_else_is_not_found_is_no_fault_of_the_code() {
        Map<String, String> another = shown();
        another.put("person", "nobody");

        Seen told = send("known", another);

        assertThat(told.status()).isEqualTo(404);
        assertThat(told.body()).doesNotContain("counter-code-fault");
    }

    private Seen send(String go, Map<String, String> fields) {
        Map<String, String> sent = new HashMap<>(fields);
        sent.put("go", go);
        return browser.post("/entry", sent);
    }

    private static Map<String, String> shown() {
        return new HashMap<>(Map.of(
                "counter-code", "7k2m-9qxt-4b3d",
                "birth-date-day", "27",
                "birth-date-month", "3",
                "birth-date-year", "1998"));
    }

    /** Takes one code of one person, until it is over. */
    private final class OneCode implements EntryDesk {

        @Override
        public Presence presented(Caller caller, Filer.Presented filer) {
            if (over || !filer.equals(new Filer.Presented(Platform.SHOWN, Platform.BIRTH_DATE))) {
                throw new CaseException(ErrorCode.NOT_FOUND);
            }
            return new Presence(platform.people.find(caller, Platform.PERSON), Optional.empty());
        }

        @Override
        public Assessment assess(Caller caller, Entry entry) {
            presented(caller, (Filer.Presented) entry.filer());
            return file(caller).assessment();
        }

        @Override
        public FilingReceipt enter(Caller caller, IdempotencyKey key, Entry entry) {
            presented(caller, (Filer.Presented) entry.filer());
            entered.add(entry);
            return new FilingReceipt(file(caller), List.of());
        }

        private CaseFile file(Caller caller) {
            return platform.cases.find(caller, SampleCases.REVIEWED);
        }

        @Override
        public Registration registered(Caller caller, Filer.Registered filer) {
            throw new CaseException(ErrorCode.NOT_FOUND);
        }

        @Override
        public List<PersonProfile> named(Caller caller, String name, LocalDate birthDate) {
            return List.of();
        }

        @Override
        public PersonProfile numbered(Caller caller, ForeignerNumber number) {
            throw new CaseException(ErrorCode.NOT_FOUND);
        }

        @Override
        public FormSerial drawForm() {
            return FormSerial.of("0123456789");
        }
    }
}
