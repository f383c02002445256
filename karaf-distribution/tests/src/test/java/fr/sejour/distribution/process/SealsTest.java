package fr.sejour.distribution.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.sejour.distribution.browser.Chromium;
import fr.sejour.distribution.browser.SealReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.InflaterInputStream;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Papers checked from their seals, with the page and with the program. */
@ExtendWith(TryOut.ForTests.class)
class SealsTest {

    private static final Path TABLE =
            Path.of("../../bundles/fr.sejour.api/src/test/resources/fr/sejour/api/seal/checks.json");

    @TempDir
    private static Path folder;

    private static Chromium chromium;
    private static SignedIn holder;
    private static SignedIn agent;

    @BeforeAll
    static void somebodyHoldsPapers() {
        chromium = Chromium.launch();
        holder = SignedIn.applicant("SCELLÉE-D'EXEMPLE", "Awa Bintou");
        agent = SignedIn.agentOf("38");
    }

    @AfterAll
    static void end() {
        chromium.close();
    }

    @Test
    void the_browser_judges_every_case_as_the_platform_does() throws IOException {
        try (SealReader reader = reader("fr")) {
            assertThat(reader.otherAnswers(Files.readString(TABLE))).isEmpty();
        }
    }

    @Test
    void a_seal_is_read_from_the_pdf_from_a_photo_from_the_camera_and_from_its_text() throws Exception {
        byte[] pdf = page(deposit(holder.fileIn("38185")));
        Path film = folder.resolve("film.mjpeg");
        String seal;

        try (SealReader reader = reader("fr")) {
            seal = reader.drawn(pdf, 200);
            assertThat(seal).startsWith("DC04");
            assertThat(reader.given("paper.pdf", "application/pdf", pdf)).isEqualTo("valid");
            assertThat(reader.result())
                    .contains(
                            "il prouve le dépôt d'une demande, et rien d'autre",
                            "AWA BINTOU SCELLEE D EXEMPLE",
                            "17 mai 1999",
                            "n'autorise pas son titulaire à travailler");
            byte[] photo = reader.photo(pdf);
            assertThat(reader.given("photo.jpg", "image/jpeg", photo)).isEqualTo("valid");
            assertThat(reader.typed(visible(seal))).isEqualTo("valid");
            assertThat(reader.given("note.pdf", "application/pdf", new byte[] {1, 2, 3}))
                    .isEqualTo("Ce fichier ne s'ouvre pas comme une photo ou un PDF.");
            ByteArrayOutputStream pictures = new ByteArrayOutputStream();
            for (int picture = 0; picture < 10; picture++) {
                pictures.write(photo);
            }
            Files.write(film, pictures.toByteArray());
            assertThat(reader.faults("fr")).isEmpty();
        }
        try (Chromium filming = Chromium.launchFilming(film);
                SealReader reader = new SealReader(filming, site(), "fr", now())) {
            assertThat(reader.filmed()).isEqualTo("valid");
        }
    }

    @Test
    void the_page_answers_in_arabic_and_in_english_on_a_narrow_screen() throws Exception {
        byte[] pdf = page(deposit(holder.fileIn("38185")));

        try (SealReader reader = reader("en")) {
            assertThat(reader.given("paper.pdf", "application/pdf", pdf)).isEqualTo("valid");
            assertThat(reader.result()).contains("This document is genuine", "In French", "n'autorise pas");
            assertThat(reader.faults("en")).isEmpty();
            reader.open("?in=ar");
            assertThat(reader.given("paper.pdf", "application/pdf", pdf)).isEqualTo("valid");
            assertThat(reader.result()).contains("هذه الوثيقة أصلية", "n'autorise pas");
            assertThat(reader.faults("ar")).isEmpty();
        }
    }

    @Test
    void a_paper_that_was_ended_is_refused_once_the_list_was_fetched_again() throws Exception {
        JsonNode filed = holder.fileIn("38185");
        String number = filed.at("/case/caseNumber").asText();
        act(number, Map.of("act", "take-up"));
        grant(number);
        String paper = decision(number);
        byte[] pdf = page(paper);
        CheckProgram program = new CheckProgram(folder.resolve("known"));
        Path file = Files.write(folder.resolve("paper.pdf"), pdf);

        try (SealReader reader = reader("fr")) {
            assertThat(reader.given("paper.pdf", "application/pdf", pdf)).isEqualTo("valid");
            assertThat(program.run("fetch", site()).end()).isZero();
            CheckProgram.Said before = program.run("--at", now() + "", file.toString());
            assertThat(before.end()).as(before.words()).isZero();

            reader.offline(true);
            handOver(number);
            assertThat(reader.at(now()).given("paper.pdf", "application/pdf", pdf))
                    .as("what happened since is not known there")
                    .isEqualTo("valid");
            assertThat(reader.result()).contains("Ce qui a changé depuis n'est pas connu ici.");

            reader.offline(false);
            Awaitility.await("the end of the paper, in a list")
                    .atMost(Duration.ofMinutes(1))
                    .pollInterval(Duration.ofSeconds(3))
                    .untilAsserted(() -> {
                        assertThat(reader.at(now()).refresh()).startsWith("Les clés et la liste sont à jour");
                        assertThat(reader.given("paper.pdf", "application/pdf", pdf))
                                .isEqualTo("revoked");
                    });
            assertThat(reader.result()).doesNotContain("Ce que le document permet");
        }
        assertThat(program.run("fetch", site()).end()).isZero();
        CheckProgram.Said said = program.run("--at", now() + "", file.toString());
        assertThat(said.end()).as(said.words()).isEqualTo(1);
        assertThat(said.words()).contains("CE DOCUMENT A CESSÉ DE VALOIR AVANT SON DERNIER JOUR");
    }

    @Test
    void with_the_server_out_of_reach_a_pdf_is_accepted_as_it_was_issued_and_refused_however_it_was_changed()
            throws Exception {
        String number = deposit(holder.fileIn("38185"));
        byte[] signed = page(number);
        byte[] another = page(deposit(holder.fileIn("38185")));
        byte[] completed = completed(number);
        CheckProgram program = new CheckProgram(folder.resolve("known-signer"));
        assertThat(program.run("fetch", site()).end()).isZero();
        String at = now().toString();
        Path file = folder.resolve("signed.pdf");

        try (SealReader reader = reader("fr")) {
            reader.offline(true);
            for (byte[] pdf : List.of(signed, completed)) {
                assertThat(reader.given("paper.pdf", "application/pdf", pdf)).isEqualTo("valid");
                assertThat(reader.result())
                        .contains("La signature du PDF est intacte, et c'est celle de la plateforme.");
                assertThat(program.run("--at", at, Files.write(file, pdf).toString()))
                        .matches(said -> said.end() == 0);
                for (byte[] changed : List.of(
                        ChangedPdf.withAnotherLetter(pdf),
                        ChangedPdf.writtenOver(pdf),
                        ChangedPdf.signedAs(pdf, another))) {
                    assertThat(reader.given("paper.pdf", "application/pdf", changed))
                            .isEqualTo("signature-changed");
                    assertThat(reader.result())
                            .contains("Ce PDF a été modifié après sa signature", "Ne vous fiez pas à ce fichier")
                            .doesNotContain("Titulaire", "Ce que le document permet");
                    assertThat(program.run(
                                    "--at", at, Files.write(file, changed).toString()))
                            .matches(said -> said.end() == 1);
                }
            }
            assertThat(reader.faults("changed")).isEmpty();
            assertThat(reader.given("scan.pdf", "application/pdf", ChangedPdf.unsigned(signed)))
                    .isEqualTo("valid");
            assertThat(reader.result()).contains("Le PDF n'est pas signé : c'est une copie.");
            assertThat(reader.faults("copy")).isEmpty();
            reader.knowingAuthority(Optional.of(somebody().getEncoded()));
            assertThat(reader.given("paper.pdf", "application/pdf", signed)).isEqualTo("signature-other-signer");
            assertThat(reader.result()).contains("La signature de ce PDF n'est pas celle de la plateforme");
            assertThat(reader.faults("other-signer")).isEmpty();
            reader.knowingAuthority(Optional.empty());
            assertThat(reader.given("paper.pdf", "application/pdf", signed)).isEqualTo("valid");
            assertThat(reader.result())
                    .contains("Le sceau est juste ; la signature du PDF n'a pas pu être regardée ici.");
            assertThat(reader.faults("not-looked-at")).isEmpty();
        }
    }

    /** P11: online with the next check, and in the list within the half minute for which one is kept. */
    @Test
    void what_becomes_of_a_paper_shows_online_at_once_with_its_reason_and_in_the_signed_list_within_a_minute()
            throws Exception {
        SignedIn receiver = SignedIn.agentOf("69");
        String today = SignedIn.today().toString();
        Map<String, Held> papers = new LinkedHashMap<>();
        try (SealReader reader = reader("fr")) {
            for (String event : List.of("correction", "transfer", "decision", "hand-over", "withdrawal", "fraud")) {
                papers.put(event, Held.beforeTheCommission(reader, event));
            }
        }
        assertThat(papers.values())
                .allSatisfy(held -> assertThat(held.checked()).isEqualTo("valid -"));
        awaitListed(papers.values(), held -> 0);

        papers.get("correction").correct();
        papers.get("transfer").act(agent, Map.of("act", "offer-transfer", "to", "69", "reason", "déménagement"));
        papers.get("transfer").act(receiver, Map.of("act", "receive-transfer"));
        papers.get("decision")
                .act(agent, Map.of("act", "refuse", "reason", "Études non suivies", "delegation", "Arrêté d'exemple"));
        papers.get("decision").act(agent, Map.of("act", "notify", "means", "hand", "day", today, "proof", "Signature"));
        papers.get("hand-over").handOver();
        papers.get("withdrawal").act(papers.get("withdrawal").person(), Map.of("act", "withdraw", "reason", "Je pars"));
        Held fraud = papers.get("fraud");
        fraud.act(
                agent,
                Map.of(
                        "act",
                        "revoke-paper",
                        "paper",
                        fraud.paper(),
                        "reason",
                        "Faux passeport",
                        "delegation",
                        "Arrêté d'exemple"));

        Map<String, String> checked = new LinkedHashMap<>();
        papers.forEach((event, held) -> checked.put(event, held.checked()));
        assertThat(checked)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "correction", "replaced corrected",
                        "transfer", "valid -",
                        "decision", "ended refused",
                        "hand-over", "ended card-handed-over",
                        "withdrawal", "ended withdrawn",
                        "fraud", "revoked revoked"));
        // Token Status List: 0 stands, 1 INVALID, 3 is the application's own: another paper has taken its place
        Map<Held, Integer> listed = Map.of(
                papers.get("correction"),
                3,
                papers.get("transfer"),
                0,
                papers.get("decision"),
                1,
                papers.get("hand-over"),
                1,
                papers.get("withdrawal"),
                1,
                fraud,
                1);
        awaitListed(papers.values(), listed::get);
    }

    private static void awaitListed(Collection<Held> papers, Function<Held, Integer> state) {
        Awaitility.await("the states of the papers, in a list")
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofSeconds(3))
                .untilAsserted(() -> {
                    byte[] states = states();
                    assertThat(papers)
                            .allSatisfy(held -> assertThat(states[held.place() / 4] >> (held.place() % 4 * 2) & 3)
                                    .isEqualTo(state.apply(held)));
                });
    }

    /** The first list as anybody reads it: verified with the published key, two bits a paper. */
    private static byte[] states() throws IOException {
        JsonNode list = Jws.verified(
                SignedIn.API.call("GET", "/status-lists/0").send().body(),
                SignedIn.API.call("GET", "/signature-keys").send().json());
        return new InflaterInputStream(new ByteArrayInputStream(Base64.getUrlDecoder()
                        .decode(list.at("/status_list/lst").asText())))
                .readAllBytes();
    }

    /**
     * Somebody whose case the commission hears, and the paper that they hold meanwhile.
     *
     * @param code that of its check
     * @param place in the list, as its seal has it
     */
    private record Held(SignedIn person, String caseNumber, String paper, String code, int place) {

        private static final Pattern PLACE = Pattern.compile("SJ[0-9A-Z]{12} ([0-9]+)");

        static Held beforeTheCommission(SealReader reader, String name) throws IOException, InterruptedException {
            SignedIn person = SignedIn.applicant("ÉVÉNEMENT", name);
            String caseNumber = person.fileIn("38185").at("/case/caseNumber").asText();
            SealsTest.act(caseNumber, Map.of("act", "take-up"));
            SealsTest.act(
                    caseNumber,
                    Map.of(
                            "act",
                            "seize-commission",
                            "day",
                            SignedIn.today().toString(),
                            "reason",
                            "Avant de refuser"));
            String paper = person.read("/people/" + person.person() + "/coverage")
                    .json()
                    .at("/intervals/0/reference")
                    .asText();
            Matcher seal = PLACE.matcher(reader.drawn(page(person, paper), 200));
            assertThat(seal.find()).as(paper).isTrue();
            return new Held(
                    person,
                    caseNumber,
                    paper,
                    person.read("/attestations/" + paper)
                            .json()
                            .path("checkCode")
                            .asText(),
                    Integer.parseInt(seal.group(1)));
        }

        void act(SignedIn who, Map<String, ?> act) {
            var answer = who.act(caseNumber, act);
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        }

        void correct() {
            var proposed = person.call("POST", "/people/" + person.person() + "/corrections")
                    .json(Map.of(
                            "proposed",
                            Map.of(
                                    "familyName", "ÉVÈNEMENT",
                                    "givenNames", "correction",
                                    "birthDate", SignedIn.BIRTH_DATE,
                                    "nationality", "MA"),
                            "words",
                            "Une lettre"))
                    .send();
            assertThat(proposed.status()).as(proposed.body()).isEqualTo(201);
            var approved = agent.call(
                            "POST",
                            "/corrections/" + proposed.json().path("number").asText() + "/acts")
                    .json(Map.of("what", "approve", "words", "Acte de naissance vu"))
                    .send();
            assertThat(approved.status()).as(approved.body()).isEqualTo(200);
        }

        void handOver() {
            grant(caseNumber);
            SealsTest.handOver(caseNumber);
        }

        /** What the check says of it: its state, and why it ended. */
        String checked() {
            JsonNode answer = SignedIn.API
                    .call("POST", "/checks")
                    .json(Map.of("code", code, "birthDate", SignedIn.BIRTH_DATE))
                    .send()
                    .json();
            return answer.path("state").asText() + " "
                    + answer.path("endReason").asText("-");
        }
    }

    private static SealReader reader(String language) {
        return new SealReader(chromium, site(), language, now());
    }

    private static String site() {
        return TryOut.distribution().uri("").toString();
    }

    /** The instant of the platform, as its lists say it, which are kept for half a minute. */
    private static Instant now() {
        return Instant.ofEpochSecond(Jws.verified(
                                SignedIn.API
                                        .call("GET", "/status-lists/0")
                                        .send()
                                        .body(),
                                SignedIn.API
                                        .call("GET", "/signature-keys")
                                        .send()
                                        .json())
                        .path("iat")
                        .asLong())
                .plusSeconds(60);
    }

    private static String visible(String seal) {
        return seal.replace("\u001D", "<GS>").replace("\u001E", "<RS>").replace("\u001F", "<US>");
    }

    private static String deposit(JsonNode receipt) {
        return receipt.at("/papers/0/number").asText();
    }

    private static String decision(String caseNumber) {
        for (JsonNode interval :
                holder.read("/people/" + holder.person() + "/coverage").json().path("intervals")) {
            if (interval.path("proof").asText().equals("attestation-de-decision-favorable")) {
                return interval.path("reference").asText();
            }
        }
        throw new AssertionError("No paper of the decision in " + caseNumber);
    }

    private static byte[] page(String number) throws IOException, InterruptedException {
        return page(holder, number);
    }

    private static byte[] page(SignedIn person, String number) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(TryOut.distribution()
                                        .uri("/api/v1/attestations/" + number + "/page?language=ar"))
                                .header("Authorization", "Bearer " + person.token())
                                .build(),
                        BodyHandlers.ofByteArray())
                .body();
    }

    /** With what validates its signature years later, which the platform adds by itself. */
    private static byte[] completed(String number) {
        return Awaitility.await("the completed signature of " + number)
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofSeconds(3))
                .until(() -> page(number), pdf -> new String(pdf, StandardCharsets.ISO_8859_1).contains("/DSS "));
    }

    /** An authority that has nothing to do with the platform. */
    private static X509Certificate somebody() throws GeneralSecurityException {
        TrustManagerFactory known = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        known.init((KeyStore) null);
        return ((X509TrustManager) known.getTrustManagers()[0]).getAcceptedIssuers()[0];
    }

    private static void grant(String caseNumber) {
        act(
                caseNumber,
                Map.of(
                        "act",
                        "grant",
                        "validFrom",
                        SignedIn.today().toString(),
                        "validUntil",
                        SignedIn.today().plusYears(1).toString(),
                        "delegation",
                        "Arrêté d'exemple"));
    }

    private static void handOver(String caseNumber) {
        act(caseNumber, Map.of("act", "order-card"));
        act(caseNumber, Map.of("act", "card-ready", "cardNumber", "C38" + caseNumber.substring(9)));
        act(caseNumber, Map.of("act", "hand-over", "day", SignedIn.today().toString()));
    }

    private static void act(String caseNumber, Map<String, ?> act) {
        var answer = agent.act(caseNumber, act);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }
}
