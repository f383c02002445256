package fr.sejour.store.jpa.internal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.access.Caller;
import fr.sejour.api.cases.Act;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.SentFile;
import fr.sejour.api.catalogue.PieceType;
import fr.sejour.api.operation.Watchdog.Round;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.core.internal.secret.Numbers;
import fr.sejour.core.internal.upkeep.NightlyWatchdog;
import java.io.ByteArrayInputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The watchdog over real tables: what it must not bark at, and what a damaged row becomes. */
class WatchdogTest {

    private static final Instant NOW = Instant.parse("2026-06-01T08:00:00Z");
    private static final Caller NATIONAL = Caller.national(new AccountId("national"));
    private static final PieceType PASSPORT = new PieceType("nationalite");

    private OpenStore open;
    private RawDatabase raw;
    private Desks desks;
    private NightlyWatchdog watchdog;
    private int people;

    @BeforeEach
    void openTheStore() {
        open = OpenStore.onDerbyInMemory("watchdog" + System.nanoTime(), Duration.ofSeconds(10));
        raw = new RawDatabase(open.source());
        desks = new Desks(open.store(), NOW);
        watchdog = desks.watchdog;
    }

    @AfterEach
    void closeTheStore() {
        open.close();
    }

    @Test
    void ten_thousand_cases_in_order_raise_no_alarm() throws SQLException {
        List<CaseNumber> models = oneOfEachState();
        copy(models, 10_000 - models.size());
        assertThat(raw.count("permit_case")).isEqualTo(10_000);

        assertThat(watchdog.look()).isEqualTo(new Round(0, 0, 0));
    }

    @Test
    void a_row_that_lost_its_turn_and_its_place_comes_back_to_where_it_stood() {
        CaseNumber number = filed();
        String stood = "SELECT next_who, next_what, next_by, queue_key, status FROM permit_case";
        List<String> before = raw.rows(stood);
        raw.run("UPDATE permit_case SET next_who = NULL, next_what = NULL, next_by = NULL, next_owner = NULL,"
                + " queue_key = NULL, wake_at = NULL");

        assertThat(watchdog.look()).isEqualTo(new Round(1, 1, 0));

        assertThat(raw.rows(stood)).isEqualTo(before);
        assertThat(raw.rows("SELECT what, detail FROM journal WHERE case_number = '" + number
                        + "' ORDER BY line_number DESC FETCH FIRST 1 ROWS ONLY"))
                .containsExactly("mended|nobodys-turn");
    }

    @Test
    void a_row_at_the_wrong_end_of_the_queue_is_put_where_its_days_say() {
        CaseNumber number = filed();
        String place = "SELECT queue_key FROM permit_case";
        List<String> before = raw.rows(place);
        raw.run("UPDATE permit_case SET queue_key = '9999123199991231" + number + "'");

        assertThat(watchdog.look()).isEqualTo(new Round(1, 1, 0));

        assertThat(raw.rows(place)).isEqualTo(before);
    }

    @Test
    void a_row_of_no_prefecture_waits_for_somebodys_hand() {
        CaseNumber number = filed();
        raw.run("UPDATE permit_case SET prefecture = '20'");

        assertThat(watchdog.look()).isEqualTo(new Round(1, 0, 1));

        assertThat(raw.rows("SELECT case_number, faults FROM stray_case"))
                .containsExactly(number + "|TURN_OF_ANOTHER UNKNOWN_PREFECTURE");
        raw.run("UPDATE permit_case SET prefecture = '38'");
        assertThat(watchdog.look()).isEqualTo(new Round(0, 0, 0));
        assertThat(raw.count("stray_case")).isZero();
    }

    @Test
    void a_row_past_reading_hides_no_other_and_waits_for_somebodys_hand() {
        CaseNumber damaged = filed();
        CaseNumber astray = filed();
        raw.run("UPDATE permit_case SET prefecture = '?' WHERE case_number = '" + damaged + "'");
        raw.run("UPDATE permit_case SET queue_key = 'x' WHERE case_number = '" + astray + "'");

        assertThat(watchdog.look()).isEqualTo(new Round(2, 1, 1));

        assertThat(raw.rows("SELECT case_number, faults FROM stray_case")).containsExactly(damaged + "|UNREADABLE");
    }

    private List<CaseNumber> oneOfEachState() {
        List<CaseNumber> models = new ArrayList<>();
        models.add(filed());
        models.add(does(complete(), new Act.TakeUp()));
        models.add(does(filed(), new Act.AskForPieces(Set.of(PASSPORT), LocalDate.of(2026, 7, 1), "illisible")));
        models.add(does(
                filed(),
                new Act.Withdraw(
                        "elle part", Optional.of(new Act.Withdraw.Asked("lettre", LocalDate.of(2026, 6, 1))))));
        models.add(does(filed(), new Act.OfferTransfer(new PrefectureCode("69"), "déménagement")));
        models.add(does(askedInVain(), new Act.Answer(), new Act.RefuseRegistration("le passeport manque")));
        models.add(does(complete(), new Act.TakeUp(), new Act.Refuse("motif", "arrêté")));
        models.add(does(
                complete(),
                new Act.TakeUp(),
                new Act.Refuse("motif", "arrêté"),
                new Act.Notify("letter", LocalDate.of(2026, 6, 1), "1A")));
        Act.Grant grant = new Act.Grant(LocalDate.of(2026, 6, 1), LocalDate.of(2027, 5, 31), "arrêté");
        models.add(does(complete(), new Act.TakeUp(), grant));
        models.add(does(complete(), new Act.TakeUp(), grant, new Act.OrderCard()));
        models.add(does(complete(), new Act.TakeUp(), grant, new Act.OrderCard(), new Act.CardReady("C1")));
        models.add(does(
                complete(),
                new Act.TakeUp(),
                grant,
                new Act.OrderCard(),
                new Act.CardReady("C2"),
                new Act.HandOver(LocalDate.of(2026, 6, 1))));
        assertThat(raw.rows("SELECT DISTINCT status FROM permit_case")).hasSizeGreaterThanOrEqualTo(9);
        return models;
    }

    private CaseNumber filed() {
        return desks.filed(++people);
    }

    private CaseNumber complete() {
        CaseNumber number = filed();
        desks.pieces.give(
                NATIONAL, number, PASSPORT, SentFile.of(new ByteArrayInputStream("%PDF-1.7".getBytes(US_ASCII))));
        return number;
    }

    /** A case asked for its passport two months ago, with a month to answer. */
    private CaseNumber askedInVain() {
        CaseNumber number = filed();
        new Desks(open.store(), NOW.minus(Duration.ofDays(60)))
                .review.act(
                        NATIONAL,
                        number,
                        OptionalLong.empty(),
                        new Act.AskForPieces(Set.of(PASSPORT), LocalDate.of(2026, 5, 2), "manque"));
        return number;
    }

    private CaseNumber does(CaseNumber number, Act... acts) {
        for (Act act : acts) {
            desks.review.act(NATIONAL, number, OptionalLong.empty(), act);
        }
        return number;
    }

    /** The rows of the models again and again, under numbers of their own. */
    private void copy(List<CaseNumber> models, int copies) throws SQLException {
        Numbers numbers = new Numbers();
        try (Connection connection = open.source().getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement cases = connection.prepareStatement(copying(connection, "permit_case"));
                    PreparedStatement decisions = connection.prepareStatement(copying(connection, "decision"))) {
                for (int made = 0; made < copies; made++) {
                    String copy = numbers.caseNumber().value();
                    String model = models.get(made % models.size()).value();
                    insert(cases, copy, model, 2);
                    insert(decisions, copy, model, 1);
                }
            }
            connection.commit();
        }
    }

    private static void insert(PreparedStatement statement, String copy, String model, int numbers)
            throws SQLException {
        for (int at = 1; at <= numbers; at++) {
            statement.setString(at, copy);
        }
        statement.setString(numbers + 1, model);
        statement.executeUpdate();
    }

    private static String copying(Connection connection, String table) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (ResultSet found = connection.getMetaData().getColumns(null, null, table.toUpperCase(Locale.ROOT), null)) {
            while (found.next()) {
                columns.add(found.getString("COLUMN_NAME"));
            }
        }
        String values = columns.stream()
                .map(column -> switch (column) {
                    case "CASE_NUMBER" -> "CAST(? AS VARCHAR(19))";
                    case "QUEUE_KEY" -> "SUBSTR(queue_key, 1, 18) || CAST(? AS VARCHAR(19))";
                    default -> column;
                })
                .collect(Collectors.joining(", "));
        return "INSERT INTO " + table + " (" + String.join(", ", columns) + ") SELECT " + values + " FROM " + table
                + " WHERE case_number = ?";
    }
}
