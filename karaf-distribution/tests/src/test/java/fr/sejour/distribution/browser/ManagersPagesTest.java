package fr.sejour.distribution.browser;

import static fr.sejour.distribution.browser.Applicant.whoseCardEndsIn;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import fr.sejour.distribution.process.AgentAccount;
import fr.sejour.distribution.process.SigningDesk;
import fr.sejour.distribution.process.TryOut;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What those see who lead: people without a proof of right, and the editions of the law. */
@ExtendWith(TryOut.ForTests.class)
@ResourceLock("the law")
class ManagersPagesTest {

    @TempDir
    static Path keys;

    private static Chromium chromium;
    private static SigningDesk nationalIt;
    private static Map<String, Applicant> incomplete;
    private static Map<String, Applicant> complete;

    @BeforeAll
    static void open() throws Exception {
        chromium = Chromium.launch();
        nationalIt = new SigningDesk(keys, "informatique-nationale");
        // beside who may sign already
        Path signers = TryOut.distribution().home().resolve("etc/fr.sejour.editions.pem");
        TryOut.distribution()
                .write(
                        "fr.sejour.editions.pem",
                        (Files.exists(signers) ? Files.readString(signers) : "") + nationalIt.pem());
        incomplete = Map.of(
                "fr", whoseCardEndsIn(70, "RUPTURE", "Camille"), "en", whoseCardEndsIn(70, "RUPTURE", "Dominique"));
        complete =
                Map.of("fr", whoseCardEndsIn(75, "SUITE", "Camille"), "en", whoseCardEndsIn(75, "SUITE", "Dominique"));
        Applicant.register(Stream.of(incomplete, complete)
                .flatMap(pair -> pair.values().stream())
                .toArray(Applicant[]::new));
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void a_gap_to_come_leads_to_its_case_and_its_person_reads_what_comes_next(String language) {
        try (Visitor person = Visitor.reading(chromium, language, false);
                Visitor manager = Visitor.reading(chromium, language, true);
                Visitor plain = Visitor.reading(chromium, language, false)) {
            person.signUp(incomplete.get(language)).fileRenewal(form -> {});
            String caseNumber = person.text(".big-code");
            person.open("/portal").look("today-gap-to-come");

            manager.signInToTheConsole(AgentAccount.national())
                    .open("/console/gaps")
                    .look("gaps");
            manager.open("/console/gaps?prefecture=38&days-ahead=366").look("gaps-a-year");
            assertThat(manager.text())
                    .contains(
                            "RUPTURE",
                            manager.either("Le dossier est incomplet.", "The file is incomplete."),
                            manager.either("À partir du ", "From "));
            manager.followThroughPages("/console/cases/" + caseNumber);
            assertThat(manager.path()).isEqualTo("/console/cases/" + caseNumber);
            plain.signInToTheConsole(AgentAccount.national())
                    .open("/console/gaps")
                    .choose("days-ahead", "366")
                    .choose("needing", "yes")
                    .fill("prefecture", "38")
                    .send("/console/gaps")
                    .look("gaps-plain");

            assertThat(Stream.of(person, manager, plain).flatMap(visitor -> visitor.complaints().stream()))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void whoever_filed_a_complete_file_reads_that_the_next_paper_comes_by_itself(String language) {
        try (Visitor person = Visitor.reading(chromium, language, true)) {
            person.signUp(complete.get(language)).fileRenewal(form -> {});
            String caseNumber = person.text(".big-code");
            person.open("/portal/cases/" + caseNumber + "/pieces/nationalite")
                    .give("piece-file", Visitor.A_PDF)
                    .send("/pieces/nationalite");
            person.open("/portal").look("today-next-paper");

            assertThat(person.text()).contains(person.either("d'elle-même", "by itself"));
            assertThat(person.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void an_edition_is_sent_rehearsed_and_read_before_a_second_person_makes_it_the_law(String language)
            throws Exception {
        String name = "pages-" + language;
        try (Visitor sender = Visitor.reading(chromium, language, false);
                Visitor second = Visitor.reading(chromium, language, true)) {
            sender.signInToTheConsole(AgentAccount.national())
                    .open("/console/editions")
                    .look("editions");
            sender.send("/console/editions").look("editions-no-file");
            assertThat(sender.faults()).hasSize(1);
            Map<String, String> files =
                    SigningDesk.withGuyane(name, Applicant.today().minusDays(1).toString());
            sender.open("/console/editions")
                    .give("edition-file", jar(SigningDesk.unsigned(files)))
                    .send("/console/editions")
                    .look("editions-refused");
            assertThat(sender.text()).contains("The file edition.yaml in it is not signed.");
            sender.open("/console/editions")
                    .give("edition-file", jar(nationalIt.signed(files)))
                    .send("/console/editions")
                    .look("edition-received");
            sender.send("/rehearse").look("edition-rehearsing");
            Awaitility.await("the rehearsal")
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> sender.open("/console/editions/" + name)
                            .text()
                            .contains(sender.either("une autre personne", "another person")));
            sender.look("edition-rehearsed-by-its-sender");

            second.signInToTheConsole(AgentAccount.national())
                    .open("/console/editions/" + name)
                    .look("edition-rehearsed");
            second.follow("/activate").look("edition-activate");
            assertThat(second.heading()).contains(name);
            second.open("/console/editions").look("editions-rehearsed");

            assertThat(Stream.of(sender, second).flatMap(visitor -> visitor.complaints().stream()))
                    .isEmpty();
        }
    }

    private static FilePayload jar(byte[] bytes) {
        return new FilePayload("edition.jar", "application/java-archive", bytes);
    }
}
