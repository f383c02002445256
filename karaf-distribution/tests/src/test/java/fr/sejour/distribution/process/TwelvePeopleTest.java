package fr.sejour.distribution.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.sejour.distribution.browser.Chromium;
import fr.sejour.distribution.browser.SealReader;
import java.io.IOException;
import java.math.BigInteger;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The papers of the twelve people of the demonstration, from the filing to the hand-over, against a table written by hand from
 * the law: what the coverage says, and what stands in the database.
 */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class TwelvePeopleTest {

    /** The first day of the demonstration in this test, a Monday; the last day the clock is moved to. */
    private static final String FIRST_DAY = "2026-03-02";

    private static final String LAST_DAY = "2026-10-15";

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    /**
     * login | paper | first day | last day (- when it runs until the card) | ended on (- when not before its last day) | work | why.
     * Work: none, any, hours (964 a year), as-held, ? for what our reading leaves open.
     */
    private static final String TABLE = """
            nadia.exemple     | attestation-de-depot                | 2026-03-09 | -          | -          | none    | R. 431-15-1 al. 1: every online filing
            nadia.exemple     | attestation-de-prolongation         | 2026-06-11 | 2026-09-10 | 2026-09-03 | hours   | R. 431-15-1 al. 2, R. 431-15-2, C. trav. R. 5221-26: card ended 10 June, filed between day 120 and day 60
            nadia.exemple     | attestation-de-decision-favorable   | 2026-07-30 | -          | 2026-09-03 | hours   | R. 431-15-1 al. 4: decided 30 July, card in the hand 3 September
            samuel.fictif     | attestation-de-depot                | 2026-03-10 | -          | -          | none    | R. 431-15-1 al. 1
            samuel.fictif     | attestation-de-decision-favorable   | 2026-05-05 | -          | -          | any     | R. 431-15-1 al. 4; filed after day 60 (R. 431-5 1°), so nothing between 15 April and 5 May
            wei.imaginaire    | attestation-de-depot                | 2026-04-10 | -          | -          | none    | R. 431-15-1 al. 1
            wei.imaginaire    | attestation-de-prolongation         | 2026-08-01 | 2026-10-31 | -          | hours   | R. 431-15-1 al. 2: complete since 10 June, before the card ended on 31 July
            elena.supposee    | attestation-de-depot                | 2026-04-01 | -          | -          | none    | R. 431-15-1 al. 1: student
            elena.supposee    | attestation-de-depot                | 2026-04-20 | -          | -          | none    | R. 431-15-1 al. 1: spouse (CE avis 493514: several grounds)
            elena.supposee    | attestation-de-prolongation         | 2026-07-16 | 2026-10-15 | -          | hours   | R. 431-15-1 al. 2: student, card ended 15 July
            elena.supposee    | attestation-de-prolongation         | 2026-07-16 | 2026-10-15 | -          | ?       | R. 431-15-1 al. 2: spouse; R. 431-15-2 lists L. 423-1 with any work, the held card allows 964 hours: open
            elena.supposee    | attestation-de-prolongation         | 2026-10-16 | 2027-01-15 | -          | hours   | R. 431-15-1 al. 2: renewed, no decision yet
            elena.supposee    | attestation-de-prolongation         | 2026-10-16 | 2027-01-15 | -          | ?       | R. 431-15-1 al. 2: renewed, no decision yet
            arjun.modele      | attestation-de-depot                | 2026-03-16 | -          | -          | none    | R. 431-15-1 al. 1
            arjun.modele      | legal-extension                     | 2026-06-01 | 2026-08-31 | -          | as-held | L. 433-3: four-year card, renewal asked for before it ended on 31 May
            arjun.modele      | attestation-de-prolongation         | 2026-06-01 | 2026-08-31 | -          | as-held | R. 431-15-1 al. 2
            arjun.modele      | attestation-de-prolongation         | 2026-09-01 | 2026-11-30 | -          | as-held | R. 431-15-1 al. 2: renewed
            yusuf.inventif    | attestation-de-depot                | 2026-03-12 | -          | -          | none    | R. 431-15-1 al. 1
            yusuf.inventif    | attestation-de-prolongation         | 2026-03-12 | 2026-09-11 | -          | any     | R. 431-15-3, L. 414-10: recognised refugee, six months from the filing
            yusuf.inventif    | attestation-de-prolongation         | 2026-09-12 | 2027-03-11 | -          | any     | R. 431-15-3: renewed
            maria.factice     | attestation-de-depot                | 2026-03-03 | -          | -          | none    | R. 431-15-1 al. 1
            maria.factice     | attestation-de-decision-favorable   | 2026-04-10 | -          | 2026-09-18 | any     | R. 431-15-1 al. 4: decided before the card ended, runs until the hand-over
            greta.presumee    | attestation-de-depot                | 2026-03-20 | -          | -          | none    | R. 431-15-1 al. 1
            greta.presumee    | attestation-de-prolongation         | 2026-07-01 | 2026-09-30 | -          | none    | R. 431-15-1 al. 2, L. 426-20: the visitor's card allows no work; the move changes nothing
            greta.presumee    | attestation-de-prolongation         | 2026-10-01 | 2026-12-31 | -          | none    | R. 431-15-1 al. 2: renewed
            kofi.hypothese    | attestation-de-depot                | 2026-04-01 | -          | -          | none    | R. 431-15-1 al. 1
            kofi.hypothese    | attestation-de-prolongation         | 2026-06-22 | 2026-09-21 | -          | hours   | R. 431-15-1 al. 2: the declared card ended 15 June, an agent saw it on 22 June
            kofi.hypothese    | attestation-de-prolongation         | 2026-09-22 | 2026-12-21 | -          | hours   | R. 431-15-1 al. 2: renewed
            ines.suppose      | attestation-de-depot                | 2026-03-05 | -          | -          | none    | R. 431-15-1 al. 1
            ines.suppose      | attestation-de-prolongation         | 2026-06-06 | 2026-09-05 | -          | any     | R. 431-15-1 al. 2: card ended 5 June
            ines.suppose      | attestation-de-prolongation         | 2026-09-06 | 2026-12-05 | -          | any     | R. 431-15-1 al. 2: silence refused on 5 July (R. 432-2), the papers go on
            ines.suppose      | attestation-de-decision-favorable   | 2026-09-15 | -          | -          | any     | R. 431-15-1 al. 4: the express decision replaces the silent one
            tomas.virtuel     | attestation-de-depot                | 2026-03-10 | -          | -          | none    | R. 431-15-1 al. 1
            tomas.virtuel     | legal-extension                     | 2026-06-21 | 2026-09-20 | -          | any     | L. 433-3, R. 433-3: resident card, renewal asked for before it ended on 20 June
            tomas.virtuel     | attestation-de-prolongation         | 2026-06-21 | 2026-09-20 | -          | any     | R. 431-15-1 al. 2: renewals of resident cards are online since 4 July 2024
            tomas.virtuel     | attestation-de-prolongation         | 2026-09-21 | 2026-12-20 | -          | any     | R. 431-15-1 al. 2: renewed
            zaina.simulee     | attestation-de-depot                | 2026-04-02 | -          | -          | none    | R. 431-15-1 al. 1
            zaina.simulee     | attestation-de-prolongation         | 2026-07-11 | 2026-10-10 | -          | ?       | R. 431-15-1 al. 2; R. 431-15-2 is written for metropolitan France: work in Mayotte is open
            zaina.simulee     | attestation-de-prolongation         | 2026-10-11 | 2027-01-10 | -          | ?       | R. 431-15-1 al. 2: renewed
            """;

    private final HttpClient client = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private PostgresServer postgres;
    private Distribution distribution;

    @BeforeAll
    void livesAreLivedFromTheFilingToTheHandOver() throws IOException, InterruptedException {
        postgres = PostgresServer.start();
        distribution = Distribution.unpackedFor(TwelvePeopleTest.class).on(postgres);
        distribution.set("fr.sejour.demonstration.cfg", "firstDay", FIRST_DAY);
        distribution.set("fr.sejour.demonstration.cfg", "playUntil", FIRST_DAY);
        distribution.with("sejour-demonstration").start().awaitReady();

        HttpResponse<String> moved = client.send(
                HttpRequest.newBuilder(distribution.uri("/demonstration/clock"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("until=" + LAST_DAY))
                        .build(),
                BodyHandlers.ofString());

        assertThat(moved.body()).isEqualTo(LAST_DAY);
    }

    @AfterAll
    void end() {
        distribution.close();
        postgres.close();
    }

    @Test
    void the_papers_in_the_database_are_those_the_law_gives() throws SQLException {
        assertThat(fromTheDatabase()).containsExactlyElementsOf(expected(true));
    }

    @Test
    void the_coverage_that_each_person_reads_is_that_of_the_law() throws IOException, InterruptedException {
        List<String> read = new ArrayList<>();
        for (String login : expected(true).stream()
                .map(row -> row.split(" ", -1)[0])
                .distinct()
                .toList()) {
            read.addAll(coverage(login));
        }
        read.sort(null);

        assertThat(read).containsExactlyElementsOf(expected(false));
    }

    @Test
    void only_those_who_filed_late_or_only_declared_had_a_gap() throws SQLException {
        Map<String, Long> uncovered = new TreeMap<>();
        for (Map.Entry<String, List<LocalDate[]>> person : proofs().entrySet()) {
            long days = LocalDate.parse("2026-03-12")
                    .datesUntil(LocalDate.parse(LAST_DAY))
                    .filter(day -> person.getValue().stream()
                            .noneMatch(span -> !day.isBefore(span[0]) && !day.isAfter(span[1])))
                    .count();
            if (days > 0) {
                uncovered.put(person.getKey(), days);
            }
        }

        // 16 April to 4 May: filed after the 60th day. 16 to 21 June: the card was only declared until 22 June.
        assertThat(uncovered).isEqualTo(Map.of("samuel.fictif", 19L, "kofi.hypothese", 6L));
    }

    @Test
    void nothing_is_lost_when_the_platform_starts_again_and_karafs_data_is_cleaned()
            throws IOException, InterruptedException {
        Path pieces = distribution.home().resolve("pieces/whole");
        long files = count(pieces);
        distribution.stop();
        distribution.set("system.properties", "karaf.clean.all", true).start().awaitReady();

        assertThat(distribution.get("/demonstration/state").body()).isEqualTo(LAST_DAY + " ready");
        assertThat(distribution.get("/demonstration/code?login=agent.isere").body())
                .matches("[0-9]{6}");
        assertThat(count(pieces)).isEqualTo(files).isPositive();
    }

    private static long count(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    private static List<String> expected(boolean withDeposits) {
        return TABLE.lines()
                .map(row -> row.split("\\|", -1))
                .filter(row -> withDeposits || !row[1].strip().equals("attestation-de-depot"))
                .map(row -> row(row[0], row[1], row[2], row[3], row[4], row[5]))
                .sorted()
                .toList();
    }

    private static String row(String login, String kind, String first, String last, String ended, String work) {
        return String.join(" ", login.strip(), kind.strip(), first.strip(), last.strip(), ended.strip(), work.strip());
    }

    private List<String> fromTheDatabase() throws SQLException {
        String sql = """
                select a.login, p.kind, p.first_day, p.last_day, p.ended_at, p.work_code, p.work_hours, p.zone
                from attestation p join account a on a.person_id = p.person_id
                """;
        List<String> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(postgres.url(), PostgresServer.USER, "");
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            while (found.next()) {
                String ended = found.getTimestamp("ended_at") == null
                        ? "-"
                        : found.getTimestamp("ended_at")
                                .toLocalDateTime()
                                .atZone(ZoneId.of("UTC"))
                                .withZoneSameInstant(ZoneId.of(found.getString("zone")))
                                .toLocalDate()
                                .toString();
                rows.add(row(
                        found.getString("login"),
                        slug(found.getString("kind")),
                        found.getString("first_day"),
                        found.getString("last_day") == null ? "-" : found.getString("last_day"),
                        ended,
                        work(found.getString("work_code"), found.getInt("work_hours"))));
            }
        }
        rows.sort(null);
        return rows;
    }

    private static String work(String code, int hours) {
        if (code == null) {
            return "?";
        }
        return code.equals("HOURS_PER_YEAR") && hours == 964 ? "hours" : slug(code);
    }

    private List<String> coverage(String login) throws IOException, InterruptedException {
        JsonNode session =
                post("/api/v1/sessions", "{\"login\":\"" + login + "\",\"password\":\"demonstration-sejour\"}");
        List<String> rows = new ArrayList<>();
        for (JsonNode interval : ledger(session).get("intervals")) {
            if (interval.get("proof").asText().equals("held-permit")) {
                continue;
            }
            JsonNode validity = interval.get("validity");
            JsonNode work = interval.get("work");
            rows.add(row(
                    login,
                    interval.get("proof").asText(),
                    validity.get("firstDay").asText(),
                    validity.hasNonNull("lastDay") ? validity.get("lastDay").asText() : "-",
                    interval.hasNonNull("endedAt")
                            ? Instant.parse(interval.get("endedAt").asText())
                                    .atZone(ZoneId.of(validity.get("zone").asText()))
                                    .toLocalDate()
                                    .toString()
                            : "-",
                    work.hasNonNull("undetermined")
                            ? "?"
                            : work.get("code").asText().equals("hours-per-year")
                                            && work.get("hoursPerYear").asInt() == 964
                                    ? "hours"
                                    : work.get("code").asText()));
        }
        return rows;
    }

    private JsonNode ledger(JsonNode session) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(distribution.uri(
                        "/api/v1/people/" + session.get("personId").asText() + "/coverage"))
                .header("Authorization", "Bearer " + session.get("token").asText())
                .build();
        return json.readTree(client.send(request, BodyHandlers.ofString()).body());
    }

    private JsonNode post(String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(distribution.uri(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        return json.readTree(client.send(request, BodyHandlers.ofString()).body());
    }

    /** The spans of every proof of a right to stay, permits and papers, as the tables have them. */
    private Map<String, List<LocalDate[]>> proofs() throws SQLException {
        String sql = """
                select a.login, h.valid_from as first_day, h.valid_until as last_day
                from held_permit h join account a on a.person_id = h.person_id
                union all
                select a.login, p.first_day, coalesce(cast(p.ended_at as date), p.last_day, date '2099-12-31')
                from attestation p join account a on a.person_id = p.person_id
                where p.stay in ('PROVEN', 'PROVEN_WITH_EXPIRED_PERMIT')
                """;
        Map<String, List<LocalDate[]>> spans = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection(postgres.url(), PostgresServer.USER, "");
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            while (found.next()) {
                spans.computeIfAbsent(found.getString("login"), login -> new ArrayList<>())
                        .add(new LocalDate[] {
                            found.getObject("first_day", LocalDate.class), found.getObject("last_day", LocalDate.class)
                        });
            }
        }
        return spans;
    }

    /** The last act: the platform is killed, and does not come back. */
    @Test
    @Order(Integer.MAX_VALUE)
    void its_papers_are_checked_once_the_platform_is_gone(@TempDir Path folder) throws Exception {
        List<Paper> papers = album();
        CheckProgram program = new CheckProgram(folder.resolve("known"));
        assertThat(program.run("fetch", distribution.uri("").toString()).end()).isZero();
        Instant now = Instant.ofEpochSecond(json.readTree(Base64.getUrlDecoder()
                                .decode(text("/api/v1/status-lists/0").split("\\.", -1)[1]))
                        .path("iat")
                        .asLong())
                .plusSeconds(60);
        String at = now.atZone(PARIS).toOffsetDateTime().toString();
        try (Chromium chromium = Chromium.launch();
                SealReader reader =
                        new SealReader(chromium, distribution.uri("").toString(), "fr", now)) {
            distribution.kill();
            reader.open("");

            List<String> otherwise = new ArrayList<>();
            for (Paper paper : papers) {
                String seal = reader.drawn(paper.pdf(), 150);
                String answer = seal.isEmpty() ? "nothing read" : reader.typed(visible(seal));
                String holder = paper.holder();
                if (!paper.expected().contains(answer) || !reader.result().contains(holder)) {
                    otherwise.add(paper.name() + ": " + answer + " " + reader.result());
                }
            }
            assertThat(otherwise)
                    .as("read by a foreign decoder from pages of 150 dots an inch")
                    .isEmpty();

            Paper good = papers.stream()
                    .filter(paper -> paper.name().contains("attestation-de-prolongation")
                            && paper.expected().contains("valid"))
                    .findFirst()
                    .orElseThrow();
            String seal = reader.drawn(good.pdf(), 150);
            Map<String, String> forged = new LinkedHashMap<>();
            forged.put(seal.replaceFirst("69[0-9]{8}", "6901012001"), "altered");
            forged.put(seal.replaceFirst("6O[0-9]{8}", "6O31122030"), "altered");
            forged.put(seal.substring(0, 40) + (char) (seal.charAt(40) ^ 1) + seal.substring(41), "altered");
            forged.put(byAnotherKey(seal), "altered");
            forged.put(seal.substring(0, seal.length() - 9), "unreadable");
            for (Map.Entry<String, String> each : forged.entrySet()) {
                assertThat(reader.typed(visible(each.getKey()))).isEqualTo(each.getValue());
                assertThat(program.run("--at", at, each.getKey()).end())
                        .isEqualTo(each.getValue().equals("altered") ? 1 : 2);
            }
            assertThat(reader.given("paper.pdf", "application/pdf", good.pdf())).isEqualTo("valid");
            assertThat(reader.at(now.plus(Duration.ofDays(1))).typed(visible(seal)))
                    .isEqualTo("list-too-old");
            assertThat(reader.at(now.minus(Duration.ofDays(1))).typed(visible(seal)))
                    .isEqualTo("clock-behind");
            assertThat(reader.at(now).refresh()).contains("n'ont pas pu être actualisées");
            assertThat(reader.typed(visible(seal))).as("what was known stays").isEqualTo("valid");

            Path file = Files.write(folder.resolve("paper.pdf"), good.pdf());
            CheckProgram.Said said = program.run("--at", at, file.toString());
            assertThat(said.end()).as(said.words()).isZero();
            assertThat(said.words())
                    .contains("CE DOCUMENT EST AUTHENTIQUE ET VALABLE", good.holder())
                    .contains("La signature du PDF est intacte, et c'est celle de la plateforme.");
            byte[] changed = good.pdf();
            changed[changed.length / 4] ^= 1;
            said = program.run("--at", at, Files.write(file, changed).toString());
            assertThat(said.end()).as(said.words()).isEqualTo(1);
            assertThat(said.words()).contains("CE PDF A ÉTÉ MODIFIÉ APRÈS SA SIGNATURE");
            for (Paper ended : papers.stream()
                    .filter(paper -> !paper.expected().contains("valid"))
                    .limit(2)
                    .toList()) {
                Files.write(file, ended.pdf());
                assertThat(program.run("--at", at, file.toString()).end()).isEqualTo(1);
            }
        }
    }

    /**
     * The page of a paper.
     *
     * @param latin1 its bytes
     * @param expected the answers that its seal may have on the last day
     */
    private record Paper(String name, String holder, List<String> expected, String latin1) {

        byte[] pdf() {
            return latin1.getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    /** Every paper of the twelve people, in one language each, and a long name in all of them. */
    private List<Paper> album() throws IOException, InterruptedException {
        List<String> languages = List.of("fr", "ar", "en", "zh", "ru", "uk", "es", "pt");
        List<Paper> papers = new ArrayList<>();
        for (String login : expected(true).stream()
                .map(row -> row.split(" ", -1)[0])
                .distinct()
                .toList()) {
            JsonNode session =
                    post("/api/v1/sessions", "{\"login\":\"" + login + "\",\"password\":\"demonstration-sejour\"}");
            for (JsonNode interval : ledger(session).path("intervals")) {
                String proof = interval.path("proof").asText();
                if (interval.path("reference").asText().startsWith("SJ-")) {
                    String language = languages.get(papers.size() % languages.size());
                    papers.add(new Paper(
                            login + " " + proof + " " + language,
                            login.replaceFirst("\\..*", "").toUpperCase(Locale.ROOT),
                            answers(interval),
                            page(session, interval.path("reference").asText(), language)));
                }
            }
        }
        assertThat(papers.stream().map(Paper::name)).hasSizeGreaterThan(20);
        papers.addAll(ofALongName(languages));
        return papers;
    }

    private List<Paper> ofALongName(List<String> languages) throws IOException, InterruptedException {
        String name = "Vatosoarimanantsoa-Rakotoarisoa ".repeat(3).strip();
        post("/api/v1/accounts", """
                {"login":"long.nom","password":"quatre mots au hasard","civilStatus":{"familyName":"%s",
                "givenNames":"%s","birthDate":"1999-05-17","nationality":"MG"}}""".formatted(name, name));
        JsonNode session = post("/api/v1/sessions", "{\"login\":\"long.nom\",\"password\":\"quatre mots au hasard\"}");
        HttpRequest filing = HttpRequest.newBuilder(distribution.uri("/api/v1/filings"))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + session.get("token").asText())
                .header("Idempotency-Key", "a-long-name")
                .POST(
                        BodyPublishers.ofString(
                                "{\"permit\":\"etudiant\",\"residence\":{\"address\":\"1 rue de l'Exemple\",\"commune\":\"38185\"}}"))
                .build();
        JsonNode receipt =
                json.readTree(client.send(filing, BodyHandlers.ofString()).body());
        List<Paper> papers = new ArrayList<>();
        for (String language : languages) {
            papers.add(new Paper(
                    "a long name " + language,
                    "VATOSOARIMANANTSOA RAKOTOARISOA",
                    List.of("valid"),
                    page(session, receipt.at("/papers/0/number").asText(), language)));
        }
        return papers;
    }

    /** Who was ended before the last day is told so; who has a last day behind is past it, whatever the end. */
    private static List<String> answers(JsonNode interval) {
        JsonNode validity = interval.path("validity");
        LocalDate today = LocalDate.parse(LAST_DAY);
        boolean over = validity.hasNonNull("lastDay")
                && LocalDate.parse(validity.get("lastDay").asText()).isBefore(today);
        if (interval.hasNonNull("endedAt")) {
            return over ? List.of("expired", "revoked", "replaced") : List.of("revoked", "replaced");
        }
        return over
                ? List.of("expired")
                : LocalDate.parse(validity.get("firstDay").asText()).isAfter(today)
                        ? List.of("not-yet-valid")
                        : List.of("valid");
    }

    private String page(JsonNode session, String number, String language) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        distribution.uri("/api/v1/attestations/" + number + "/page?language=" + language))
                .header("Authorization", "Bearer " + session.get("token").asText())
                .build();
        var answer = client.send(request, BodyHandlers.ofString(StandardCharsets.ISO_8859_1));
        assertThat(answer.body()).as(number).startsWith("%PDF-");
        return answer.body();
    }

    private String text(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(distribution.uri(path)).build(), BodyHandlers.ofString())
                .body();
    }

    private static String visible(String seal) {
        return seal.replace("\u001D", "<GS>").replace("\u001E", "<RS>").replace("\u001F", "<US>");
    }

    /** What somebody seals who has no key of the platform, under the name of its key. */
    private static String byAnotherKey(String seal) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initSign(generator.generateKeyPair().getPrivate());
        String message = seal.substring(0, seal.indexOf(0x1F));
        signature.update(message.getBytes(StandardCharsets.US_ASCII));
        String letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        BigInteger left = new BigInteger(1, signature.sign()).shiftLeft(3);
        StringBuilder written = new StringBuilder();
        for (int letter = 102; letter >= 0; letter--) {
            written.append(letters.charAt(left.shiftRight(5 * letter).intValue() & 31));
        }
        return message + (char) 0x1F + written;
    }

    private static String slug(String code) {
        return code.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
