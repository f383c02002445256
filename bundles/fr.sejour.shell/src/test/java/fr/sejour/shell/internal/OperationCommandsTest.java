package fr.sejour.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sejour.api.access.Caller;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.operation.DeadlinePass;
import fr.sejour.api.operation.DelayCount;
import fr.sejour.api.operation.Deliveries;
import fr.sejour.api.operation.Installation;
import fr.sejour.api.operation.RegisterImport;
import fr.sejour.api.operation.StockImport;
import fr.sejour.api.operation.Watchdog;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.record.Journals;
import fr.sejour.api.team.TeamCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.karaf.shell.support.CommandException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OperationCommandsTest {

    @TempDir
    Path folder;

    @Test
    void the_deadline_pass_reports_what_it_did() throws Exception {
        DeadlinePass pass = () -> new DeadlinePass.Report(12, 3, 1, 2, 0, 0);

        assertThat(new Console().with(pass).run(RunDeadlinePass.class))
                .isEqualToIgnoringNewLines("12 cases examined: 3 papers issued, 1 silent refusals, 2 tasks raised,"
                        + " 0 transfers completed");
    }

    @Test
    void a_deadline_pass_with_failures_fails_after_its_report() {
        DeadlinePass pass = () -> new DeadlinePass.Report(12, 3, 1, 2, 0, 4);

        assertThatThrownBy(() -> new Console().with(pass).run(RunDeadlinePass.class))
                .hasMessage("4 cases could not be served; they are tried again, and the log says why");
    }

    @Test
    void the_watchdog_says_what_it_found_and_fails_while_a_case_is_astray() {
        assertThatThrownBy(() -> new Console().with(new OneStray()).run(RunWatchdog.class))
                .hasMessage("3 cases astray, 2 mended; 1 wait in the queue of strays: sejour:strays lists them, and the"
                        + " log says why they could not be mended");
    }

    @Test
    void the_watchdog_names_the_teams_of_nobody() throws Exception {
        Watchdog watchdog = new Watchdog() {
            @Override
            public Round look() {
                return new Round(0, 0, 0, List.of(new EmptyTeam(new PrefectureCode("38"), new TeamCode("etudiants"))));
            }

            @Override
            public List<Stray> strays(int limit) {
                return List.of();
            }
        };

        assertThat(new Console().with(watchdog).run(RunWatchdog.class).lines())
                .containsExactly(
                        "Nobody works in team etudiants of préfecture 38: the general team has what it would take",
                        "0 cases astray, 0 mended; 0 wait in the queue of strays");
    }

    @Test
    void a_count_of_the_delays_says_what_it_rests_on() throws Exception {
        DelayCount count = () -> new DelayCount.Round(61, 4, 2);

        assertThat(new Console().with(count).run(CountDelays.class))
                .isEqualToIgnoringNewLines(
                        "61 decisions of the last 90 days on 4 grounds; 2 of these have enough cases" + " to be shown");
    }

    @Test
    void strays_are_listed_with_what_is_wrong() throws Exception {
        assertThat(new Console().with(new OneStray()).run(ListStrays.class, "--limit", "7"))
                .containsPattern("0380000000000000017 .*2026-08-20T08:00:00Z .*nobodys-turn, unknown-prefecture");
    }

    @Test
    void a_verification_names_each_altered_journal_and_fails() {
        CaseNumber altered = new CaseNumber("0380000000000000017");
        TwoJournals journals = new TwoJournals(altered);

        assertThatThrownBy(() -> new Console().with(journals).run(VerifyJournals.class))
                .hasMessage("2 journals and 1 roots verified: the record was altered");
        assertThatThrownBy(() -> new Console().with(journals).run(VerifyJournals.class, altered.value()))
                .hasMessage("Case 0380000000000000017: changed at line 3");
    }

    @Test
    void a_verification_of_whole_journals_says_so() throws Exception {
        TwoJournals journals = new TwoJournals(new CaseNumber("0380000000000000017"));

        assertThat(new Console().with(journals).run(VerifyJournals.class, "0000000000000000018"))
                .isEqualToIgnoringNewLines("Case 0000000000000000018: 7 lines say what was written");
        assertThat(new Console().with(journals).run(SealJournals.class)).isEqualToIgnoringNewLines("2 journals sealed");
    }

    @Test
    void waiting_deliveries_are_listed_with_their_last_fault() throws Exception {
        assertThat(new Console().with(new OneDelivery()).run(ListDeliveries.class, "--limit", "7"))
                .containsPattern(
                        "d-1 .*email .*card-ready .*0380000000000000017 .*2026-08-20T08:00:00Z .*3 .*No route 7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1001", "-3"})
    void a_list_without_bounds_is_not_asked_for(String limit) {
        assertThatThrownBy(() -> new Console().with(new OneDelivery()).run(ListDeliveries.class, "--limit", limit))
                .hasMessage("A list has 1 to 1000 rows");
    }

    @Test
    void a_delivery_is_made_due_again() throws Exception {
        assertThat(new Console().with(new OneDelivery()).run(ResendDelivery.class, "d-1"))
                .isEqualToIgnoringNewLines("Due now; it leaves as soon as its channel takes it");
    }

    @Test
    void a_delivery_that_does_not_wait_cannot_be_resent() {
        assertThatThrownBy(() -> new Console().with(new OneDelivery()).run(ResendDelivery.class, "d-2"))
                .isInstanceOf(CommandException.class)
                .hasMessage("No message is waiting under d-2; sejour:deliveries shows those that are");
    }

    @Test
    void a_register_file_reaches_the_register_as_it_is() throws Exception {
        Path file = Files.writeString(folder.resolve("register.csv"), "\uFEFFforeigner_number\n9900112233\n");
        LineRegister register = new LineRegister();

        assertThat(new Console().with(register).run(ImportRegister.class, file.toString()))
                .isEqualToIgnoringNewLines("1 rows imported");
        assertThat(register.headers).containsExactly("\uFEFFforeigner_number");
    }

    @Test
    void rows_that_the_register_refuses_fail_the_command() throws Exception {
        Path file = Files.writeString(folder.resolve("bad.csv"), "foreigner_number\nnot a number\n");

        assertThatThrownBy(() -> new Console().with(new LineRegister()).run(ImportRegister.class, file.toString()))
                .hasMessage("1 rows were refused; mend them and import the file again");
    }

    @Test
    void a_stock_that_was_taken_over_is_counted() throws Exception {
        Path file = Files.writeString(folder.resolve("stock.csv"), "reference\n1\n");
        StockImport stock = (csv, bad, progress) -> {
            progress.accept(new StockImport.Report(2, 1, 1, 0, 0));
            return new StockImport.Report(3, 2, 1, 0, 1);
        };

        assertThat(new Console()
                        .with(stock)
                        .run(ImportStock.class, file.toString())
                        .lines())
                .containsExactly(
                        "2 rows read, 1 made, 1 there, 0 refused",
                        "3 rows read: 2 cases made, 1 already there, 0 refused",
                        "Silence had refused on 1 of the cases made: a task asks each préfecture for an express decision");
        assertThat(folder.resolve("stock.csv.refused.csv")).hasContent("line,column,wrong,to_do");
    }

    @Test
    void each_bad_row_of_a_stock_stands_in_a_file_beside_it() throws Exception {
        Path file = Files.writeString(folder.resolve("stock.csv"), "reference\n1\n");
        StockImport stock = (csv, bad, progress) -> {
            bad.accept(new StockImport.BadRow(7, "filed_on", "it is empty", "write a day, such as 2026-03-31"));
            return new StockImport.Report(1, 0, 0, 1, 0);
        };
        Path told = folder.resolve("told.csv");

        assertThatThrownBy(() ->
                        new Console().with(stock).run(ImportStock.class, "--report", told.toString(), file.toString()))
                .hasMessage("1 rows were refused: " + told + " says why; mend them and import the file again");
        assertThat(told)
                .hasContent("line,column,wrong,to_do\n7,filed_on,\"it is empty\",\"write a day, such as 2026-03-31\"");
    }

    @Test
    void the_columns_of_a_stock_are_printed_without_a_file() throws Exception {
        assertThat(new Console().run(ImportStock.class, "--columns"))
                .startsWith("reference,foreigner_number,family_name,")
                .endsWith(",card_number,card_ready_on" + System.lineSeparator());
    }

    @Test
    void a_file_that_is_not_in_utf_8_reaches_the_import_that_says_from_which_line_on() throws Exception {
        Path latin = Files.write(folder.resolve("latin.csv"), "numéro\n1\n".getBytes(StandardCharsets.ISO_8859_1));
        LineRegister register = new LineRegister();
        List<String> stock = new ArrayList<>();
        StockImport lines = (csv, bad, progress) -> {
            new BufferedReader(csv).lines().forEach(stock::add);
            return new StockImport.Report(0, 0, 0, 0, 0);
        };

        new Console().with(register).run(ImportRegister.class, latin.toString());
        new Console().with(lines).run(ImportStock.class, latin.toString());

        assertThat(register.headers).containsExactly("num\uFFFDro");
        assertThat(stock).containsExactly("num\uFFFDro", "1");
    }

    @Test
    void a_file_that_is_not_there_is_answered_in_a_sentence() throws Exception {
        Console console = new Console().with(new LineRegister());

        assertThatThrownBy(() -> console.run(
                        ImportRegister.class, folder.resolve("none.csv").toString()))
                .isInstanceOf(CommandException.class)
                .hasMessageStartingWith("There is no file to read at ");
        assertThatThrownBy(() -> console.run(ImportRegister.class, folder.toString()))
                .isInstanceOf(CommandException.class)
                .hasMessageStartingWith("There is no file to read at ");
    }

    @Test
    void an_installation_is_described_initialised_and_adopted() throws Exception {
        Console console = new Console().with(new ForeignDatabase());

        assertThat(console.run(ShowInstallation.class)).isEqualToIgnoringNewLines("This is A, the database is B's");
        assertThatThrownBy(() -> console.run(InitialiseInstallation.class))
                .isInstanceOf(CommandException.class)
                .hasMessage("The database belongs to B (sejour:adopt takes over a copy or a restore)");
        assertThat(console.run(AdoptInstallation.class))
                .contains("Before: This is A, the database is B's")
                .contains("After: This is B, and so is the database");
    }

    private static final class OneDelivery implements Deliveries {
        @Override
        public List<Delivery> waiting(int limit) {
            return List.of(new Delivery(
                    "d-1",
                    "email",
                    "card-ready",
                    OneCase.NUMBER.value(),
                    Instant.parse("2026-08-20T08:00:00Z"),
                    Instant.parse("2026-08-20T09:00:00Z"),
                    3,
                    Optional.of("No route " + limit)));
        }

        @Override
        public boolean resend(String delivery) {
            return delivery.equals("d-1");
        }
    }

    private static final class LineRegister implements RegisterImport {
        private final List<String> headers = new ArrayList<>();

        @Override
        public Report read(Reader csv) {
            try (BufferedReader lines = new BufferedReader(csv)) {
                headers.add(lines.readLine());
                List<String> rows = lines.lines().collect(Collectors.toList());
                return rows.get(0).startsWith("not")
                        ? new Report(0, List.of("Line 2 has no foreigner number"))
                        : new Report(rows.size(), List.of());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static final class ForeignDatabase implements Installation {
        private boolean adopted;

        @Override
        public String describe() {
            return adopted ? "This is B, and so is the database" : "This is A, the database is B's";
        }

        @Override
        public void initialise() {
            throw new IllegalStateException("The database belongs to B");
        }

        @Override
        public void adopt() {
            adopted = true;
        }
    }

    /** Two journals, one of them altered in its third line. */
    private record TwoJournals(CaseNumber altered) implements Journals {

        @Override
        public Verdict verify(Caller caller, CaseNumber number) {
            return new Verdict(
                    number,
                    7,
                    number.equals(altered)
                            ? Optional.of(new Alteration(Alteration.Kind.CHANGED, 3))
                            : Optional.empty());
        }

        @Override
        public Evidence takeOut(Caller caller, CaseNumber number) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Audit audit() {
            return new Audit(
                    2,
                    1,
                    List.of(new Verdict(altered, 7, Optional.of(new Alteration(Alteration.Kind.CHANGED, 3)))),
                    Optional.empty());
        }

        @Override
        public int seal() {
            return 2;
        }

        @Override
        public List<Root> roots(long after) {
            return List.of();
        }
    }

    private static final class OneStray implements Watchdog {

        @Override
        public Round look() {
            return new Round(3, 2, 1);
        }

        @Override
        public List<Stray> strays(int limit) {
            return List.of(new Stray(
                    new CaseNumber("0380000000000000017"),
                    Set.of(Fault.UNKNOWN_PREFECTURE, Fault.NOBODYS_TURN),
                    Instant.parse("2026-08-20T08:00:00Z")));
        }
    }
}
