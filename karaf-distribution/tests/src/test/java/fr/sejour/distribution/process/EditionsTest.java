package fr.sejour.distribution.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.sejour.rest.contract.ContractClient.Answer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** An edition of the law on the running platform: signed, sent, rehearsed, made the law by a second person, taken back. */
@ExtendWith(TryOut.ForTests.class)
@ResourceLock("the law")
class EditionsTest {

    private static final Duration A_CHANGE_OF_THE_LAW = Duration.ofSeconds(150);

    @TempDir
    static Path keys;

    private static final Distribution PLATFORM = TryOut.distribution();
    private static SigningDesk nationalIt;
    private static SigningDesk stranger;
    private static SignedIn sender;
    private static SignedIn second;

    @BeforeAll
    static void somebodyMaySign() throws Exception {
        nationalIt = new SigningDesk(keys, "informatique-nationale");
        stranger = new SigningDesk(keys, "inconnu");
        Path signers = PLATFORM.home().resolve("etc/fr.sejour.editions.pem");
        PLATFORM.write(
                "fr.sejour.editions.pem", (Files.exists(signers) ? Files.readString(signers) : "") + nationalIt.pem());
        sender = SignedIn.anotherNational();
        second = SignedIn.national();
    }

    @AfterAll
    static void theLawIsAsItWas() {
        for (JsonNode edition : second.read("/editions").json().path("editions")) {
            if (edition.path("state").asText().equals("applies")) {
                step(second, edition.at("/edition/name").asText(), "roll-back");
            }
        }
    }

    @Test
    void somebody_gets_the_paper_of_the_new_law_and_keeps_it_when_that_is_taken_back() throws Exception {
        JsonNode file = someoneInGuyane();
        String person = file.path("personId").asText();
        assertThat(workRights(person))
                .as("our reading leaves it open in Guyane")
                .containsExactly("undetermined");

        Answer received = send(sender, nationalIt.signed(SigningDesk.withGuyane("guyane", recordedOn())));
        assertThat(received.status()).as(received.body()).isEqualTo(201);
        assertThat(received.json().path("signer").asText()).isEqualTo("CN=informatique-nationale");
        assertThat(step(second, "guyane", "activate").problem()).isEqualTo("act-not-allowed");
        assertThat(step(sender, "guyane", "rehearse").status()).isEqualTo(200);
        Awaitility.await("the rehearsal")
                .atMost(A_CHANGE_OF_THE_LAW)
                .until(() -> edition("guyane").path("ready").asBoolean());
        JsonNode effects = second.read("/editions/guyane/effects").json().path("effects");
        assertThat(effects).hasSize(1);
        assertThat(effects.at("/0/caseNumber").asText())
                .isEqualTo(file.path("caseNumber").asText());
        assertThat(effects.at("/0/change").asText()).isEqualTo("more");

        assertThat(step(sender, "guyane", "activate").problem()).isEqualTo("second-person-needed");
        assertThat(step(second, "guyane", "activate").json().path("state").asText())
                .isEqualTo("applies");
        Awaitility.await("the paper of the new law")
                .atMost(A_CHANGE_OF_THE_LAW)
                .pollInterval(Duration.ofSeconds(10))
                .untilAsserted(() -> {
                    PLATFORM.shell("sejour:deadline-pass");
                    assertThat(workRights(person)).containsExactly("hours-per-year");
                });

        assertThat(step(sender, "guyane", "roll-back").json().path("state").asText())
                .isEqualTo("rolled-back");
        assertThat(workRights(person)).as("what was issued stands").containsExactly("hours-per-year");
        assertThat(PLATFORM.shell("sejour:editions")).contains("guyane", "rolled-back", "informatique-nationale");
    }

    @Test
    void what_is_forged_altered_or_unsigned_is_refused_and_says_why() throws Exception {
        Map<String, String> files = SigningDesk.withGuyane("refused", recordedOn());
        byte[] altered = nationalIt.signed(files);
        altered[altered.length / 3] ^= 1;

        assertThat(refusal(SigningDesk.unsigned(files))).isEqualTo("The file edition.yaml in it is not signed.");
        assertThat(refusal(stranger.signed(files))).startsWith("Its signer is none of those in ");
        assertThat(refusal(altered)).isNotBlank();
        assertThat(refusal(new byte[] {1, 2, 3})).isEqualTo("It is no jar that can be read.");
        assertThat(edition("refused").isMissingNode()).isTrue();
    }

    @Test
    void an_operator_sends_one_by_the_shell_and_does_not_make_it_the_law() throws Exception {
        Path unsigned = Files.write(
                PLATFORM.home().resolve("data/unsigned.jar"),
                SigningDesk.unsigned(SigningDesk.withGuyane("shell", recordedOn())));
        Path signed = Files.write(
                PLATFORM.home().resolve("data/shell.jar"),
                nationalIt.signed(SigningDesk.withGuyane("shell", recordedOn())));

        assertThat(PLATFORM.shell("sejour:edition-receive " + unsigned)).contains("is not signed");
        assertThat(PLATFORM.shell("sejour:edition-receive " + signed)).contains("is here and not applied");
        PLATFORM.shell("sejour:edition-rehearse shell");
        Awaitility.await("the rehearsal")
                .atMost(A_CHANGE_OF_THE_LAW)
                .until(() -> edition("shell").path("state").asText().equals("rehearsed"));
        assertThat(PLATFORM.shell("sejour:edition-effects shell")).contains("Case");

        assertThat(PLATFORM.shell("sejour:edition-activate shell"))
                .contains("Whoever sent an edition does not make it the law");
        assertThat(edition("shell").at("/steps/0/by").asText()).isEqualTo("shell:operator");
    }

    private static String refusal(byte[] jar) {
        Answer refused = send(sender, jar);
        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        assertThat(refused.problem()).isEqualTo("edition-refused");
        return refused.json().path("problem").asText();
    }

    private static Answer send(SignedIn by, byte[] jar) {
        return by.call("POST", "/editions")
                .content("application/java-archive", jar)
                .send();
    }

    private static Answer step(SignedIn by, String name, String what) {
        return by.call("POST", "/editions/" + name + "/steps")
                .json(Map.of("what", what))
                .send();
    }

    private static JsonNode edition(String name) {
        return StreamSupport.stream(
                        second.read("/editions").json().path("editions").spliterator(), false)
                .filter(edition -> edition.at("/edition/name").asText().equals(name))
                .findFirst()
                .orElseGet(() -> second.read("/editions").json().path("none"));
    }

    /** A law is recorded before it is sent, wherever the platform's clock stands. */
    private static String recordedOn() {
        return SignedIn.today().minusDays(1).toString();
    }

    /** The work right of each paper that continues the person's right now. */
    private static List<String> workRights(String person) {
        String today = SignedIn.today().toString();
        return StreamSupport.stream(
                        second.read("/people/" + person + "/coverage")
                                .json()
                                .path("intervals")
                                .spliterator(),
                        false)
                .filter(interval -> interval.path("proof").asText().equals("attestation-de-prolongation"))
                .filter(interval -> !interval.has("endedAt"))
                .filter(interval ->
                        today.compareTo(interval.at("/validity/lastDay").asText()) <= 0)
                .map(interval -> interval.path("work").has("undetermined")
                        ? "undetermined"
                        : interval.at("/work/code").asText())
                .toList();
    }

    /** A student in Cayenne who filed in time with a complete file, and whose card ended yesterday. */
    private static JsonNode someoneInGuyane() throws Exception {
        LocalDate today = SignedIn.today();
        LocalDate end = today.minusDays(1);
        String number = String.valueOf(9_600_000_000L + System.nanoTime() / 1_000 % 90_000_000);
        Map<String, String> row = Map.ofEntries(
                Map.entry("reference", number),
                Map.entry("foreigner_number", number),
                Map.entry("family_name", "GUYANE"),
                Map.entry("given_names", "Ada"),
                Map.entry("birth_date", "1998-05-17"),
                Map.entry("nationality", "SN"),
                Map.entry("permit", "etudiant"),
                Map.entry("nature", "renewal"),
                Map.entry("filed_on", end.minusDays(80).toString()),
                Map.entry("channel", "online"),
                Map.entry("commune", "97302"),
                Map.entry("address", "1 rue de l'Exemple"),
                Map.entry("held_permit", "etudiant"),
                Map.entry("held_kind", "cst"),
                Map.entry("held_number", "G" + number),
                Map.entry("held_from", end.minusDays(364).toString()),
                Map.entry("held_until", end.toString()),
                Map.entry("state", "complete"),
                Map.entry("complete_on", end.minusDays(75).toString()));
        String header =
                Files.readAllLines(PLATFORM.home().resolve("samples/stock.csv")).get(0);
        Path csv = Files.writeString(
                PLATFORM.home().resolve("data/guyane.csv"),
                header + "\n"
                        + Stream.of(header.split(",", -1))
                                .map(column -> row.getOrDefault(column, ""))
                                .collect(Collectors.joining(","))
                        + "\n");
        assertThat(PLATFORM.shell("sejour:import-stock " + csv)).contains("1 cases made");
        PLATFORM.shell("sejour:deadline-pass");
        JsonNode open = second.queueOf("973").stream()
                .filter(it -> it.path("familyName").asText().equals("GUYANE"))
                .findFirst()
                .orElseThrow();
        return second.read("/cases/" + open.path("caseNumber").asText()).json();
    }
}
