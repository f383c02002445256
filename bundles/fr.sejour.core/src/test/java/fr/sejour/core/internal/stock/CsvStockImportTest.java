package fr.sejour.core.internal.stock;

import static fr.sejour.core.internal.Platform.AGENT_38;
import static fr.sejour.core.internal.Platform.NATIONAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sejour.api.access.Account;
import fr.sejour.api.access.Caller;
import fr.sejour.api.access.Login;
import fr.sejour.api.attempt.Attempt;
import fr.sejour.api.attempt.AttemptNumber;
import fr.sejour.api.attestation.CoverageLedger;
import fr.sejour.api.cases.Act;
import fr.sejour.api.cases.CaseFile;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.CaseStatus;
import fr.sejour.api.cases.ClockFile;
import fr.sejour.api.cases.NextAct;
import fr.sejour.api.cases.PieceFile;
import fr.sejour.api.cases.Task;
import fr.sejour.api.catalogue.DocumentKind;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.mandate.Mandatary;
import fr.sejour.api.mandate.MandateNumber;
import fr.sejour.api.mandate.NewMandate;
import fr.sejour.api.mandate.Permission;
import fr.sejour.api.operation.StockImport.BadRow;
import fr.sejour.api.operation.StockImport.Report;
import fr.sejour.api.person.FactLevel;
import fr.sejour.api.person.ForeignerNumber;
import fr.sejour.api.person.LetterCode;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.right.PaperKind;
import fr.sejour.core.internal.Platform;
import fr.sejour.core.port.CaseRecord;
import fr.sejour.core.port.PersonRecord;
import fr.sejour.core.port.Records;
import fr.sejour.core.port.Store;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvStockImportTest {

    static final String HEADER = "reference,foreigner_number,family_name,given_names,birth_date,nationality,"
            + "email,phone,language,permit,article,nature,filed_on,channel,prefecture,commune,address,entry_date,"
            + "work_authorisation,employed,held_permit,held_kind,held_number,held_from,held_until,paper_kind,"
            + "paper_number,paper_from,paper_until,state,complete_on,pieces,answer_by,decided_on,valid_from,"
            + "valid_until,card_number,card_ready_on";

    private final Platform platform = new Platform("2026-11-02T08:00:00Z");
    private final List<BadRow> bad = new ArrayList<>();

    // -- what becomes of a row -------------------------------------------------------------------------------------

    @Test
    void a_complete_file_keeps_its_day_and_silence_runs_from_it() {
        Report report = read(renewal("A-1").with("complete_on", "2026-08-10"));

        assertThat(report).isEqualTo(new Report(1, 1, 0, 0, 0));
        CaseFile file = file("A-1");
        assertThat(file.filedOn()).isEqualTo("2026-08-03");
        assertThat(file.status()).isEqualTo(CaseStatus.UNDER_REVIEW);
        assertThat(file.complete()).isTrue();
        // R. 422-5: ninety days after 10 August 2026 is 8 November 2026
        assertThat(file.clocks())
                .filteredOn(clock -> clock.kind().equals("silence"))
                .singleElement()
                .satisfies(clock -> {
                    assertThat(clock.endsOn()).contains(LocalDate.of(2026, 11, 8));
                    assertThat(clock.state()).isEqualTo(ClockFile.State.RUNNING);
                });
        assertThat(file.next())
                .contains(new NextAct(NextAct.Who.PREFECTURE, "decide", LocalDate.of(2026, 11, 8), Optional.of("38")));
    }

    @Test
    void silence_that_has_passed_is_a_state_told_to_the_person_and_a_task_for_somebody() {
        Report report = read(renewal("A-1").with("complete_on", "2026-08-03"));

        // R. 422-5: ninety days after 3 August 2026 is 1 November 2026, yesterday
        assertThat(report.silent()).isEqualTo(1);
        CaseFile file = file("A-1");
        assertThat(file.status()).isEqualTo(CaseStatus.SILENTLY_REFUSED);
        assertThat(file.tasks()).extracting(Task::kind).contains(Task.Kind.DECIDE);
        assertThat(file.next()).map(NextAct::what).contains("decide");
        // CJA R. 421-2: two months from the birth of the refusal
        assertThat(file.clocks())
                .filteredOn(clock -> clock.kind().equals("appeal"))
                .singleElement()
                .satisfies(clock -> assertThat(clock.endsOn()).contains(LocalDate.of(2027, 1, 1)));
        assertThat(told(file.person())).contains("taken-over", "decided");
    }

    @Test
    void the_paper_in_hand_is_a_proof_and_the_next_one_follows_it() {
        read(renewal("A-1")
                .with("held_until", "2026-10-15")
                .with("complete_on", "2026-08-10")
                .with("paper_kind", "attestation_de_prolongation")
                .with("paper_number", "OLD-77")
                .with("paper_from", "2026-10-16")
                .with("paper_until", "2026-12-31"));
        PersonId person = file("A-1").person();

        CoverageLedger ledger = platform.coverage.of(NATIONAL, person);
        assertThat(ledger.intervals())
                .filteredOn(interval -> interval.proof().equals("EARLIER_PAPER"))
                .singleElement()
                .satisfies(interval -> {
                    assertThat(interval.reference()).isEqualTo("OLD-77");
                    assertThat(interval.work().value().isSettled()).isFalse();
                });
        // to the end of 31 December in Grenoble
        assertThat(ledger.coveredUntil()).contains(Instant.parse("2026-12-31T23:00:00Z"));
        assertThat(prolongations(person)).isEmpty();

        platform.liveUntil(LocalDate.of(2026, 12, 25));
        assertThat(prolongations(person)).containsExactly(LocalDate.of(2027, 1, 1));
    }

    @Test
    void the_right_that_broke_off_in_the_earlier_system_goes_on_from_today() {
        read(renewal("A-1").with("complete_on", "2026-08-10").with("held_until", "2026-10-15"));

        // R. 431-15-1 al. 2: the paper is owed since 16 October; nobody can be given the days that are gone
        assertThat(prolongations(file("A-1").person())).containsExactly(LocalDate.of(2026, 11, 2));
    }

    @Test
    void a_decision_on_the_case_ends_the_paper_of_the_earlier_system() {
        read(renewal("A-1")
                .with("complete_on", "2026-08-10")
                .with("held_until", "2026-10-15")
                .with("paper_kind", "attestation_de_prolongation")
                .with("paper_number", "OLD-77")
                .with("paper_from", "2026-10-16")
                .with("paper_until", "2026-12-31"));
        CaseNumber number = file("A-1").number();

        platform.act(AGENT_38, number, new Act.Refuse("motif", "arrêté 38-2026-01"));
        assertThat(platform.coverage.of(NATIONAL, file("A-1").person()).covered())
                .isTrue();
        platform.act(AGENT_38, number, new Act.Notify("lettre recommandée", LocalDate.of(2026, 11, 2), "RA 1 234 567"));

        assertThat(platform.coverage.of(NATIONAL, file("A-1").person()).covered())
                .isFalse();
    }

    @Test
    void pieces_that_are_awaited_there_are_awaited_here() {
        read(renewal("A-1")
                .with("state", "awaiting_pieces")
                .with("complete_on", "")
                .with("pieces", "nationalite")
                .with("answer_by", "2026-11-20"));

        CaseFile file = file("A-1");
        assertThat(file.status()).isEqualTo(CaseStatus.AWAITING_PIECES);
        assertThat(file.complete()).isFalse();
        assertThat(file.pieces())
                .filteredOn(piece -> piece.state() == PieceFile.State.ASKED)
                .singleElement()
                .satisfies(piece -> assertThat(piece.type().value()).isEqualTo("nationalite"));
        assertThat(file.next())
                .contains(new NextAct(
                        NextAct.Who.PERSON, "answer-pieces", LocalDate.of(2026, 11, 20), Optional.of("38")));
    }

    @Test
    void a_favourable_decision_gets_its_attestation_and_its_card() {
        read(renewal("A-1")
                .with("state", "favourable_decision")
                .with("decided_on", "2026-10-20")
                .with("valid_from", "2026-11-01")
                .with("valid_until", "2027-10-31"));

        CaseFile file = file("A-1");
        assertThat(file.status()).isEqualTo(CaseStatus.GRANTED);
        assertThat(file.next()).map(NextAct::what).contains("order-card");
        // R. 431-15-1 al. 4: from the decision until the card is in the hand
        assertThat(platform.papersOf(file.person()))
                .filteredOn(paper -> paper.kind() == PaperKind.ATTESTATION_DE_DECISION_FAVORABLE)
                .singleElement()
                .satisfies(paper -> assertThat(paper.validity().firstDay()).isEqualTo(LocalDate.of(2026, 10, 20)));
    }

    @Test
    void a_card_that_waits_is_handed_over_here() {
        read(renewal("A-1")
                .with("state", "card_ready")
                .with("decided_on", "2026-10-01")
                .with("valid_from", "2026-11-01")
                .with("valid_until", "2027-10-31")
                .with("card_number", "C-1")
                .with("card_ready_on", "2026-10-25"));
        assertThat(file("A-1").next())
                .contains(
                        new NextAct(NextAct.Who.PERSON, "collect-card", LocalDate.of(2026, 12, 25), Optional.of("38")));

        platform.act(AGENT_38, file("A-1").number(), new Act.HandOver(LocalDate.of(2026, 11, 2)));

        assertThat(file("A-1").status()).isEqualTo(CaseStatus.HANDED_OVER);
        assertThat(person("A-1").heldPermits())
                .extracting(fact -> fact.permit().number())
                .contains("C-1");
    }

    @Test
    void a_day_that_nobody_knows_is_not_made_up() {
        read(renewal("A-1").with("complete_on", "unknown"));

        CaseFile file = file("A-1");
        assertThat(file.status()).isEqualTo(CaseStatus.UNDER_REVIEW);
        assertThat(file.complete()).isFalse();
        assertThat(file.clocks()).noneMatch(clock -> clock.kind().equals("silence"));
        assertThat(file.next()).map(NextAct::what).contains("decide");
    }

    @Test
    void a_file_from_before_any_law_that_is_known_is_taken_over_and_silence_is_left_to_a_human() {
        read(renewal("A-1")
                .with("filed_on", "2025-08-04")
                .with("complete_on", "2025-08-11")
                .with("held_from", "2024-10-16")
                .with("held_until", "2025-10-15"));

        assertThat(bad).isEmpty();
        CaseFile file = file("A-1");
        assertThat(file.status()).isEqualTo(CaseStatus.UNDER_REVIEW);
        assertThat(file.filedOn()).isEqualTo(LocalDate.of(2025, 8, 4));
        assertThat(file.clocks()).noneMatch(clock -> clock.kind().equals("silence"));
        assertThat(file.tasks())
                .filteredOn(task -> task.kind() == Task.Kind.SETTLE_LAW)
                .singleElement()
                .satisfies(task -> assertThat(task.question())
                        .hasValueSatisfying(question -> assertThat(question).contains("silence")));
        // what a paper gives is the law of the day on which it is given
        assertThat(prolongations(file.person())).containsExactly(LocalDate.of(2026, 11, 2));
    }

    @Test
    void every_state_has_a_next_act_a_day_and_an_owner() {
        read(
                renewal("A-1").with("state", "filed").with("complete_on", ""),
                renewal("A-2"),
                renewal("A-3")
                        .with("state", "awaiting_pieces")
                        .with("complete_on", "")
                        .with("answer_by", "2026-10-01"),
                granted("A-4"),
                granted("A-5")
                        .with("state", "card_ready")
                        .with("card_number", "C-5")
                        .with("card_ready_on", "2026-10-25"),
                renewal("A-6").with("channel", "counter").with("permit", "vpf_liens_personnels"),
                renewal("A-7")
                        .with("held_permit", "")
                        .with("held_number", "")
                        .with("held_from", "")
                        .with("held_until", ""));

        assertThat(bad).isEmpty();
        for (int at = 1; at <= 7; at++) {
            CaseFile file = file("A-" + at);
            assertThat(file.next())
                    .as("A-%s", at)
                    .hasValueSatisfying(next -> assertThat(next.owner()).contains("38"));
            assertThat(file.prefecture()).isEqualTo(new PrefectureCode("38"));
        }
    }

    @Test
    void the_prefecture_that_has_the_case_keeps_it_although_the_person_lives_elsewhere() {
        read(renewal("A-1").with("prefecture", "69"));

        assertThat(file("A-1").prefecture()).isEqualTo(new PrefectureCode("69"));
        assertThat(file("A-1").transfer()).isEmpty();
    }

    // -- who it is -------------------------------------------------------------------------------------------------

    @Test
    void two_cases_of_one_number_are_one_persons() {
        read(
                renewal("A-1").with("foreigner_number", "9900000001"),
                renewal("A-2").with("foreigner_number", "9900000001").with("permit", "visiteur"));

        assertThat(file("A-1").person()).isEqualTo(file("A-2").person());
        assertThat(person("A-1").foreignerNumber()).contains(new ForeignerNumber("9900000001"));
        assertThat(person("A-1").civilStatusLevel()).isEqualTo(FactLevel.VERIFIED);
    }

    @Test
    void two_people_of_one_name_stay_two() {
        read(renewal("A-1"), renewal("A-2"));

        assertThat(file("A-1").person()).isNotEqualTo(file("A-2").person());
    }

    @Test
    void who_is_linked_to_the_register_already_is_that_person() {
        PersonId student = platform.someoneHolding(
                "etudiant", DocumentKind.CST, LocalDate.of(2025, 9, 1), LocalDate.of(2026, 8, 31));
        platform.register.read(
                new StringReader("foreigner_number,family_name,given_names,birth_date,nationality,permit,"
                        + "document_kind,permit_number,valid_from,valid_until,protection,letter_code\n"
                        + "9900000001,EXEMPLE,Amina,1999-04-12,MA,,,,,,,\n"));
        platform.store.write(records -> records.register().link(new ForeignerNumber("9900000001"), student));

        read(renewal("A-1")
                .with("foreigner_number", "9900000001")
                .with("family_name", "")
                .with("given_names", "")
                .with("birth_date", "")
                .with("nationality", ""));

        assertThat(bad).isEmpty();
        assertThat(file("A-1").person()).isEqualTo(student);
    }

    @Test
    void whoever_proves_to_be_that_person_finds_their_case_and_speaks_for_it_alone() {
        read(renewal("A-1").with("foreigner_number", "9900000001"));
        platform.register.read(
                new StringReader("foreigner_number,family_name,given_names,birth_date,nationality,permit,"
                        + "document_kind,permit_number,valid_from,valid_until,protection,letter_code\n"
                        + "9900000001,EXEMPLE,Amina,1999-04-12,MA,,,,,,,ABCD-1234\n"));
        PersonId taken = file("A-1").person();
        PersonId fresh = someoneWithAnAccount("first");
        PersonId second = someoneWithAnAccount("second");

        PersonId self = link(fresh);

        assertThat(self).isEqualTo(taken);
        assertThat(account("first").caller().speaksFor(taken)).isTrue();
        assertThat(platform.review.ofPerson(account("first").caller(), taken))
                .extracting(CaseFile::number)
                .containsExactly(file("A-1").number());
        assertThat(person("A-1").contact().email()).contains("amina@example.org");
        assertThatThrownBy(() -> link(second))
                .isInstanceOfSatisfying(
                        CaseException.class,
                        refused -> assertThat(refused.code()).isEqualTo(ErrorCode.LINK_REFUSED));
        assertThat(account("second").caller().speaksFor(taken)).isFalse();
    }

    @Test
    void whoever_turns_out_to_be_that_person_takes_their_mandates_receipts_and_reports_along() {
        read(renewal("A-1").with("foreigner_number", "9900000001"));
        platform.register.read(
                new StringReader("foreigner_number,family_name,given_names,birth_date,nationality,permit,"
                        + "document_kind,permit_number,valid_from,valid_until,protection,letter_code\n"
                        + "9900000001,EXEMPLE,Amina,1999-04-12,MA,,,,,,,ABCD-1234\n"));
        PersonId fresh = someoneWithAnAccount("first");
        Mandatary association = platform.accounts.openForHelper(
                new Login("asso"), "hash", "secret", "Asso Exemple", Mandatary.Kind.ASSOCIATION);
        MandateNumber mandate = platform.mandates
                .give(
                        Platform.caller(fresh),
                        fresh,
                        new NewMandate(
                                association.code(),
                                Set.of(Permission.FILE),
                                Optional.empty(),
                                LocalDate.of(2026, 12, 1),
                                Optional.empty()))
                .mandate()
                .number();
        Caller before = Platform.caller(fresh);
        Attempt failed = new Attempt(
                AttemptNumber.of("00000000001"),
                platform.clock.instant(),
                Attempt.Operation.FILE,
                "internal",
                "urn:uuid:1",
                new Attempt.Asker(Optional.of(before.account()), Optional.of(fresh), Optional.empty()),
                Attempt.Subject.UNSAID,
                Optional.of("a.b.c"),
                Optional.empty(),
                Optional.empty());
        platform.store.write(records -> records.traces().keep(failed));

        PersonId self = link(fresh);

        Caller now = account("first").caller();
        assertThat(platform.mandates.ofPerson(now, self))
                .extracting(it -> it.mandate().number())
                .containsExactly(mandate);
        assertThat(platform.mandates
                        .own(Caller.helper(association.account()), Optional.empty())
                        .people())
                .extracting(it -> it.mandate().person())
                .containsExactly(self);
        Optional<Attempt> theirs =
                platform.store.read(records -> records.traces().find(now, failed.number()));
        assertThat(theirs).isPresent();
        platform.mandates.end(now, self, mandate);
        assertThat(platform.mandates
                        .own(Caller.helper(association.account()), Optional.empty())
                        .people())
                .isEmpty();
    }

    private PersonId link(PersonId person) {
        return platform.people
                .link(
                        Platform.caller(person),
                        person,
                        new ForeignerNumber("9900000001"),
                        LocalDate.of(1999, 4, 12),
                        new LetterCode("ABCD-1234"))
                .id();
    }

    private PersonId someoneWithAnAccount(String login) {
        PersonId person = platform.someone();
        platform.store.write(records -> {
            records.accounts()
                    .add(new Account(
                            new Login(login),
                            Platform.caller(person),
                            "hash",
                            Optional.empty(),
                            0,
                            0,
                            Optional.empty()));
            return person;
        });
        return person;
    }

    private Account account(String login) {
        return platform.store.read(
                records -> records.accounts().find(new Login(login)).orElseThrow());
    }

    // -- again -----------------------------------------------------------------------------------------------------

    @Test
    void the_same_file_again_changes_nothing() {
        Row[] rows = {renewal("A-1"), granted("A-2"), renewal("A-3").with("complete_on", "2026-08-03")};
        read(rows);
        List<CaseRecord> before = cases();

        Report again = read(rows);

        assertThat(again).isEqualTo(new Report(3, 0, 3, 0, 0));
        assertThat(cases()).isEqualTo(before);
    }

    @Test
    void a_row_that_says_something_else_is_reported_and_changes_nothing() {
        read(renewal("A-1"));
        List<CaseRecord> before = cases();

        Report again = read(renewal("A-1").with("filed_on", "2026-08-04"));

        assertThat(again.refused()).isEqualTo(1);
        assertThat(bad).singleElement().satisfies(row -> {
            assertThat(row.line()).isEqualTo(2);
            assertThat(row.column()).isEqualTo("reference");
            assertThat(row.wrong()).contains("as case " + before.get(0).number());
        });
        assertThat(cases()).isEqualTo(before);
    }

    @Test
    void one_reference_twice_in_a_file_is_one_case() {
        Report report = read(renewal("A-1"), renewal("A-1"), renewal("A-1").with("employed", "yes"));

        assertThat(report).isEqualTo(new Report(3, 1, 1, 1, 0));
        assertThat(cases()).hasSize(1);
    }

    /** Wherever the power fails, the file is read again from its start, and ends where it would have ended at once. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void an_import_that_broke_off_goes_on(int kept) {
        Row[] rows = new Row[250];
        for (int at = 0; at < rows.length; at++) {
            rows[at] = renewal("A-" + at);
        }
        CsvStockImport breaking = new CsvStockImport(
                new BreakingStore(platform.store, kept), platform.upkeep, platform.practices, platform.clock);

        assertThatThrownBy(() -> breaking.read(new StringReader(csv(rows)), bad::add, far -> {}))
                .isInstanceOfSatisfying(
                        CaseException.class, gone -> assertThat(gone.code()).isEqualTo(ErrorCode.STORE_UNAVAILABLE));
        assertThat(cases()).hasSize(100 * kept);
        Report again = read(rows);

        assertThat(again).isEqualTo(new Report(250, 250 - 100L * kept, 100L * kept, 0, 0));
        assertThat(cases()).hasSize(250);
    }

    // -- bad rows --------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @CsvSource({
        "reference,''",
        "reference,Dupontel Ana",
        "foreigner_number,99",
        "family_name,''",
        "birth_date,12/04/1999",
        "birth_date,2026-08-04",
        "nationality,Dupontel",
        "email,Dupontel",
        "phone,Dupontel",
        "language,dupontel",
        "permit,dupontel",
        "permit,''",
        "article,L. 999-9",
        "nature,first",
        "nature,dupontel",
        "filed_on,''",
        "filed_on,2026-11-03",
        "filed_on,1999-12-31",
        "channel,dupontel",
        "channel,''",
        "prefecture,99",
        "commune,''",
        "commune,38999",
        "address,''",
        "entry_date,2026-11-03",
        "work_authorisation,dupontel",
        "employed,dupontel",
        "held_permit,dupontel",
        "held_kind,dupontel",
        "held_number,''",
        "held_from,2026-08-04",
        "held_until,2025-01-01",
        "paper_kind,dupontel",
        "state,dupontel",
        "state,''",
        "complete_on,''",
        "complete_on,2026-08-02",
        "complete_on,2026-11-03",
        "pieces,nationalite",
    })
    void a_bad_cell_is_named_by_its_column_and_never_repeated(String column, String cell) {
        Report report = read(renewal("A-1"), renewal("A-2").with(column, cell), renewal("A-3"));

        assertThat(report).isEqualTo(new Report(3, 2, 0, 1, 0));
        assertThat(bad).singleElement().satisfies(row -> {
            assertThat(row.line()).isEqualTo(3);
            assertThat(row.column()).isEqualTo(column);
            assertThat(row.wrong() + row.toDo()).isNotBlank().doesNotContainIgnoringCase("dupontel");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "awaiting_pieces,answer_by",
        "favourable_decision,decided_on",
        "card_ready,decided_on",
    })
    void a_state_needs_its_days(String state, String column) {
        read(renewal("A-1").with("state", state).with("complete_on", ""));

        assertThat(bad).singleElement().extracting(BadRow::column).isEqualTo(column);
    }

    @Test
    void somebody_else_under_the_same_number_is_not_taken_for_that_person() {
        read(renewal("A-1").with("foreigner_number", "9900000001"));

        read(renewal("A-2").with("foreigner_number", "9900000001").with("birth_date", "1980-01-01"));

        assertThat(bad).singleElement().extracting(BadRow::column).isEqualTo("birth_date");
        assertThat(cases()).hasSize(1);
    }

    @Test
    void a_file_with_other_columns_is_refused_whole() {
        Report report = platform.stock.read(new StringReader("a,b\n1,2\n"), bad::add, far -> {});

        assertThat(report).isEqualTo(new Report(0, 0, 0, 1, 0));
        assertThat(bad).singleElement().satisfies(row -> assertThat(row.toDo()).contains(HEADER));
    }

    @Test
    void rows_before_a_broken_quotation_are_taken_over() {
        Report report =
                platform.stock.read(new StringReader(csv(renewal("A-1")) + "A-2,\"x\"y\n"), bad::add, far -> {});

        assertThat(report).isEqualTo(new Report(1, 1, 0, 1, 0));
        assertThat(bad).singleElement().extracting(BadRow::line).isEqualTo(3L);
    }

    /** What stands for bytes that are no UTF-8, as a spreadsheet saves them that writes Latin-1. */
    @Test
    void from_the_first_row_on_that_is_not_utf_8_the_file_is_refused_by_its_line() {
        Report report = read(renewal("A-1"), renewal("A-2").with("family_name", "Dupontel\uFFFDe"), renewal("A-3"));

        assertThat(report).isEqualTo(new Report(1, 1, 0, 1, 0));
        assertThat(bad).singleElement().satisfies(row -> {
            assertThat(row.line()).isEqualTo(3);
            assertThat(row.wrong()).contains("not in UTF-8").doesNotContain("Dupontel");
            assertThat(row.toDo()).contains("UTF-8");
        });
    }

    // -- fixtures --------------------------------------------------------------------------------------------------

    /** A student's renewal filed in its window, as a row whose columns a test changes. */
    private static Row renewal(String reference) {
        return new Row(new HashMap<>())
                .with("reference", reference)
                .with("family_name", "Exemple")
                .with("given_names", "Amina")
                .with("birth_date", "1999-04-12")
                .with("nationality", "MA")
                .with("permit", "etudiant")
                .with("filed_on", "2026-08-03")
                .with("channel", "online")
                .with("commune", "38185")
                .with("address", "1 rue de l'Exemple")
                .with("held_permit", "etudiant")
                .with("held_kind", "cst")
                .with("held_number", "T-" + reference)
                .with("held_from", "2025-10-16")
                .with("held_until", "2026-11-30")
                .with("state", "complete")
                .with("complete_on", "2026-08-10");
    }

    private static Row granted(String reference) {
        return renewal(reference)
                .with("state", "favourable_decision")
                .with("decided_on", "2026-10-20")
                .with("valid_from", "2026-11-01")
                .with("valid_until", "2027-10-31");
    }

    private record Row(Map<String, String> cells) {

        Row with(String column, String cell) {
            cells.put(column, cell);
            return this;
        }

        String line() {
            return List.of(HEADER.split(",")).stream()
                    .map(column -> cells.getOrDefault(column, ""))
                    .collect(Collectors.joining(","));
        }
    }

    private static String csv(Row... rows) {
        StringBuilder csv = new StringBuilder(HEADER).append('\n');
        for (Row row : rows) {
            csv.append(row.line()).append('\n');
        }
        return csv.toString();
    }

    private Report read(Row... rows) {
        return platform.stock.read(new StringReader(csv(rows)), bad::add, far -> {});
    }

    private CaseFile file(String reference) {
        CaseNumber number = platform.store.read(
                records -> records.stock().find(reference).orElseThrow().number());
        return platform.review.find(NATIONAL, number);
    }

    private PersonRecord person(String reference) {
        PersonId id = file(reference).person();
        return platform.store.read(
                records -> records.people().find(NATIONAL, id).orElseThrow());
    }

    private List<CaseRecord> cases() {
        return platform.store.read(records -> records.cases().glance(NATIONAL, Optional.empty(), 1000).stream()
                .map(glance -> records.cases().find(NATIONAL, glance.number()).orElseThrow())
                .toList());
    }

    private List<LocalDate> prolongations(PersonId person) {
        return platform.papersOf(person).stream()
                .filter(paper -> paper.kind() == PaperKind.ATTESTATION_DE_PROLONGATION)
                .map(paper -> paper.validity().firstDay())
                .toList();
    }

    private List<String> told(PersonId person) {
        return platform.inbox.open(Platform.caller(person), person).stream()
                .map(notice -> notice.kind())
                .toList();
    }

    /** A store whose database goes away after some transactions. */
    private static final class BreakingStore implements Store {
        private final Store store;
        private int left;

        BreakingStore(Store store, int kept) {
            this.store = store;
            this.left = kept;
        }

        @Override
        public <T> T write(Function<Records, T> work) {
            if (left == 0) {
                throw new CaseException(ErrorCode.STORE_UNAVAILABLE);
            }
            left--;
            return store.write(work);
        }

        @Override
        public <T> T read(Function<Records, T> work) {
            return store.read(work);
        }
    }
}
