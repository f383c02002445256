package fr.sejour.core.internal.upkeep;

import static fr.sejour.core.internal.Platform.AGENT_38;
import static fr.sejour.core.internal.Platform.GRENOBLE;
import static fr.sejour.core.internal.Platform.NATIONAL;
import static fr.sejour.core.internal.Platform.by;
import static fr.sejour.core.internal.Platform.caller;
import static fr.sejour.core.internal.Platform.entered;
import static fr.sejour.core.internal.Platform.filing;
import static fr.sejour.core.internal.Platform.holding;
import static fr.sejour.core.internal.Platform.said;
import static org.assertj.core.api.Assertions.assertThat;

import fr.sejour.api.attestation.Attestation;
import fr.sejour.api.cases.Act;
import fr.sejour.api.cases.ActKind;
import fr.sejour.api.cases.CaseFile;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.CaseStatus;
import fr.sejour.api.cases.QueueQuery;
import fr.sejour.api.cases.Task;
import fr.sejour.api.catalogue.DocumentKind;
import fr.sejour.api.catalogue.PieceType;
import fr.sejour.api.filing.FilingChannel;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.prefecture.CommuneCode;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.right.PaperKind;
import fr.sejour.api.right.StayRight;
import fr.sejour.api.right.WorkCode;
import fr.sejour.core.internal.Platform;
import fr.sejour.core.internal.Refusals;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlannerTest {

    private static final CommuneCode MAMOUDZOU = new CommuneCode("97611");

    private final Platform platform = new Platform("2026-06-01T07:00:00Z");

    // -- several cases of one person ---------------------------------------------------------------------------------

    @Test
    void a_case_that_goes_on_by_itself_spares_the_alarm_of_one_that_waits() {
        PersonId student = platform.aStudent();
        platform.fileComplete(student, "etudiant", GRENOBLE);
        CaseNumber waits = platform.file(student, "vpf_conjoint_francais", GRENOBLE)
                .caseFile()
                .number();

        platform.liveUntil(LocalDate.of(2026, 9, 10));

        assertThat(kinds(waits)).doesNotContain(Task.Kind.PREVENT_GAP);
        assertThat(platform.coverage.of(caller(student), student).covered()).isTrue();
    }

    @Test
    void the_alarm_is_raised_on_the_case_that_waits_as_soon_as_the_other_goes_on_no_more() {
        PersonId student = platform.aStudent();
        CaseNumber goesOn = platform.fileComplete(student, "etudiant", GRENOBLE);
        CaseNumber waits = platform.file(student, "vpf_conjoint_francais", GRENOBLE)
                .caseFile()
                .number();
        platform.liveUntil(LocalDate.of(2026, 8, 20));

        platform.act(caller(student), goesOn, new Act.Withdraw("je préfère l'autre"));

        // eleven days before 31 August: the team, T-15, and not yet the chief, T-7
        assertThat(task(waits, Task.Kind.PREVENT_GAP).escalation()).isEqualTo(Task.Escalation.TEAM);
        assertThat(task(waits, Task.Kind.PREVENT_GAP).dueOn()).isEqualTo(LocalDate.of(2026, 8, 31));
    }

    @Test
    void the_due_day_of_a_gap_stays_where_the_right_ended() {
        PersonId student = platform.aStudent();
        CaseNumber number =
                platform.file(student, "etudiant", GRENOBLE).caseFile().number();
        platform.liveUntil(LocalDate.of(2026, 9, 20));
        platform.act(AGENT_38, number, new Act.TakeUp());

        assertThat(task(number, Task.Kind.PREVENT_GAP).dueOn()).isEqualTo(LocalDate.of(2026, 8, 31));
        assertThat(task(number, Task.Kind.PREVENT_GAP).escalation()).isEqualTo(Task.Escalation.NATIONAL);
    }

    @Test
    void a_declared_permit_that_nobody_saw_warns_the_team_before_it_ends() {
        PersonId person = platform.someone();
        CaseFile file = platform.file(
                        caller(person),
                        holding(
                                filing(person, "etudiant", GRENOBLE),
                                said("etudiant", "D1", "2025-09-01", "2026-08-31")))
                .caseFile();
        platform.givePieces(person, file);

        platform.liveUntil(LocalDate.of(2026, 8, 16));

        assertThat(kinds(file.number())).contains(Task.Kind.SEE_FACTS, Task.Kind.PREVENT_GAP);
        // due on 3 June, two working days after the 1st; over two working days late since the 5th
        assertThat(task(file.number(), Task.Kind.SEE_FACTS).escalation()).isEqualTo(Task.Escalation.NATIONAL);
    }

    // -- outside the online service ----------------------------------------------------------------------------------

    @Test
    void a_recepisse_goes_on_from_the_decision_to_the_hand_over() {
        PersonId worker = platform.someoneHolding(
                "salarie", DocumentKind.CST, LocalDate.of(2025, 9, 1), LocalDate.of(2026, 8, 31));
        platform.clock.moveTo(LocalDate.of(2026, 7, 6));
        CaseFile file = platform.file(NATIONAL, by(filing(worker, "salarie", GRENOBLE), FilingChannel.COUNTER))
                .caseFile();
        platform.givePieces(worker, file);
        platform.act(AGENT_38, file.number(), new Act.TakeUp());
        platform.act(
                AGENT_38,
                file.number(),
                new Act.Grant(LocalDate.of(2026, 9, 1), LocalDate.of(2027, 8, 31), "arrêté 38-2026-01"));
        platform.act(AGENT_38, file.number(), new Act.OrderCard());

        platform.liveUntil(LocalDate.of(2026, 10, 20));

        // R. 431-12, R. 431-13; three months at a renewal; R. 431-15-1 al. 4 speaks of the online service only
        assertThat(papers(worker))
                .containsExactly("RECEPISSE 2026-07-06 2026-10-05", "RECEPISSE 2026-10-06 2027-01-05");
        platform.act(AGENT_38, file.number(), new Act.CardReady("CARD-1"));
        platform.act(AGENT_38, file.number(), new Act.HandOver(LocalDate.of(2026, 10, 20)));
        assertThat(platform.papersOf(worker).get(0).end().orElseThrow().reason())
                .isEqualTo("card-handed-over");
        assertThat(platform.coverage.of(caller(worker), worker).covered()).isTrue();
    }

    /** What is missing need not stop the examination (CRPA L. 114-5-1); whoever was granted the permit was admitted to ask for it (R. 431-12). */
    @Test
    void a_permit_granted_at_the_counter_on_an_incomplete_file_has_its_recepisse_until_the_card() {
        PersonId worker = platform.someoneHolding(
                "salarie", DocumentKind.CST, LocalDate.of(2025, 9, 1), LocalDate.of(2026, 8, 31));
        platform.clock.moveTo(LocalDate.of(2026, 7, 6));
        CaseFile file = platform.file(NATIONAL, by(filing(worker, "salarie", GRENOBLE), FilingChannel.COUNTER))
                .caseFile();
        platform.givePieces(worker, file);
        platform.act(AGENT_38, file.number(), new Act.TakeUp());
        platform.act(AGENT_38, file.number(), new Act.RefusePiece(new PieceType("nationalite"), "illisible"));
        platform.act(
                AGENT_38,
                file.number(),
                new Act.Grant(LocalDate.of(2026, 9, 1), LocalDate.of(2027, 8, 31), "arrêté 38-2026-01"));

        platform.liveUntil(LocalDate.of(2026, 10, 20));

        // R. 431-13: three months at a renewal, one after the other until the hand-over
        assertThat(papers(worker))
                .containsExactly("RECEPISSE 2026-07-06 2026-10-05", "RECEPISSE 2026-10-06 2027-01-05");
        assertThat(kinds(file.number())).doesNotContain(Task.Kind.PREVENT_GAP);
    }

    @Test
    void a_permit_granted_at_the_counter_on_a_card_that_nobody_noted_as_seen_has_its_recepisse_until_the_card() {
        PersonId worker = platform.someone();
        platform.clock.moveTo(LocalDate.of(2026, 7, 6));
        CaseFile file = platform.file(
                        NATIONAL,
                        by(
                                holding(
                                        filing(worker, "salarie", GRENOBLE),
                                        said("salarie", "D1", "2025-09-01", "2026-08-31")),
                                FilingChannel.COUNTER))
                .caseFile();
        platform.givePieces(worker, file);
        platform.act(AGENT_38, file.number(), new Act.TakeUp());
        platform.act(
                AGENT_38,
                file.number(),
                new Act.Grant(LocalDate.of(2026, 7, 6), LocalDate.of(2027, 7, 5), "arrêté 38-2026-01"));

        platform.liveUntil(LocalDate.of(2026, 10, 20));

        assertThat(papers(worker)).containsExactly("RECEPISSE 2026-09-01 2026-11-30");
    }

    @Test
    void a_first_filing_at_the_counter_that_is_reopened_gets_its_recepisse_again() {
        PersonId worker = platform.someone();
        CaseFile file = platform.file(NATIONAL, by(filing(worker, "salarie", GRENOBLE), FilingChannel.COUNTER))
                .caseFile();
        platform.givePieces(worker, file);
        platform.act(AGENT_38, file.number(), new Act.TakeUp());
        platform.act(AGENT_38, file.number(), new Act.Refuse("emploi non établi", "arrêté 38-2026-01"));
        platform.act(AGENT_38, file.number(), new Act.Notify("letter", LocalDate.of(2026, 6, 1), "1A"));
        platform.clock.moveTo(LocalDate.of(2026, 6, 15));

        platform.act(AGENT_38, file.number(), new Act.Reopen("le juge l'a dit"));

        // R. 431-12: four months at first, then three
        assertThat(papers(worker))
                .containsExactly("RECEPISSE 2026-06-01 2026-09-30", "RECEPISSE 2026-06-15 2026-09-14");
        assertThat(platform.coverage.of(caller(worker), worker).covered()).isTrue();
    }

    @Test
    void a_case_granted_before_the_held_permit_ends_gets_no_attestation_de_prolongation() {
        PersonId student = platform.aStudent();
        CaseNumber number = platform.fileComplete(student, "etudiant", GRENOBLE);
        platform.act(AGENT_38, number, new Act.TakeUp());
        platform.liveUntil(LocalDate.of(2026, 6, 15));
        platform.act(
                AGENT_38,
                number,
                new Act.Grant(LocalDate.of(2026, 9, 1), LocalDate.of(2027, 8, 31), "arrêté 38-2026-01"));

        platform.liveUntil(LocalDate.of(2026, 12, 1));

        assertThat(papers(student))
                .containsExactly(
                        "ATTESTATION_DE_DEPOT 2026-06-01 open", "ATTESTATION_DE_DECISION_FAVORABLE 2026-06-15 open");
        assertThat(platform.coverage.of(caller(student), student).covered()).isTrue();
        assertThat(kinds(number)).containsExactly(Task.Kind.ORDER_CARD);
    }

    @Test
    void a_travel_title_that_nobody_delivers_becomes_a_task_of_its_own() {
        CaseNumber number =
                platform.file(platform.someone(), "dcem", GRENOBLE).caseFile().number();
        platform.act(AGENT_38, number, new Act.TakeUp());
        platform.act(
                AGENT_38,
                number,
                new Act.Grant(LocalDate.of(2026, 6, 1), LocalDate.of(2027, 5, 31), "arrêté 38-2026-01"));

        platform.liveUntil(LocalDate.of(2026, 6, 9));

        assertThat(kinds(number)).containsExactly(Task.Kind.DELIVER);
    }

    // -- what an end leaves behind -----------------------------------------------------------------------------------

    @Test
    void a_legal_extension_that_ended_with_the_case_comes_back_with_it() {
        PersonId resident = platform.someoneHolding(
                "carte_resident", DocumentKind.CR, LocalDate.of(2016, 9, 1), LocalDate.of(2026, 8, 31));
        CaseNumber number = platform.fileComplete(resident, "carte_resident", GRENOBLE);
        platform.act(caller(resident), number, new Act.Withdraw("je préfère attendre"));
        platform.liveUntil(LocalDate.of(2026, 6, 20));

        platform.act(AGENT_38, number, new Act.Reopen("demande de la personne"));

        // L. 433-3: up to three months after 31 August
        assertThat(papers(resident))
                .filteredOn(paper -> paper.startsWith("LEGAL_EXTENSION"))
                .containsExactly("LEGAL_EXTENSION 2026-09-01 2026-11-30", "LEGAL_EXTENSION 2026-09-01 2026-11-30");
        assertThat(proofsAt(resident, "2026-10-15T10:00:00Z")).contains("LEGAL_EXTENSION");
    }

    @Test
    void a_paper_whose_days_have_passed_does_not_come_back() {
        PersonId resident = platform.someoneHolding(
                "carte_resident", DocumentKind.CR, LocalDate.of(2016, 9, 1), LocalDate.of(2026, 8, 31));
        CaseNumber number = platform.fileComplete(resident, "carte_resident", GRENOBLE);
        platform.act(caller(resident), number, new Act.Withdraw("je préfère attendre"));
        platform.liveUntil(LocalDate.of(2026, 12, 1));

        platform.act(AGENT_38, number, new Act.Reopen("demande de la personne"));

        assertThat(papers(resident))
                .filteredOn(paper -> paper.startsWith("LEGAL_EXTENSION"))
                .hasSize(1);
    }

    @Test
    void a_card_that_nobody_collected_is_warned_of_and_its_paper_ends_with_the_permit() {
        PersonId student = platform.aStudent();
        CaseNumber number = granted(student, LocalDate.of(2026, 9, 1), LocalDate.of(2027, 8, 31));
        platform.act(AGENT_38, number, new Act.OrderCard());
        platform.act(AGENT_38, number, new Act.CardReady("CARD-1"));
        platform.clock.moveTo(LocalDate.of(2027, 8, 10));
        platform.pass();

        // T-15 of 31 August 2027 is the 16th
        platform.liveUntil(LocalDate.of(2027, 8, 15));
        assertThat(kinds(number)).containsExactly(Task.Kind.REMIND_HOLDER);
        platform.liveUntil(LocalDate.of(2027, 8, 16));
        assertThat(task(number, Task.Kind.PREVENT_GAP).dueOn()).isEqualTo(LocalDate.of(2027, 8, 31));
        platform.liveUntil(LocalDate.of(2027, 8, 31));
        assertThat(platform.coverage.of(caller(student), student).covered()).isTrue();
        platform.liveUntil(LocalDate.of(2027, 9, 1));

        assertThat(platform.coverage.of(caller(student), student).covered()).isFalse();
        assertThat(platform.papersOf(student))
                .filteredOn(paper -> paper.kind() == PaperKind.ATTESTATION_DE_DECISION_FAVORABLE)
                .singleElement()
                .satisfies(
                        paper -> assertThat(paper.end().orElseThrow().reason()).isEqualTo("permit-over"));
    }

    @Test
    void the_end_of_a_granted_permit_alarms_nobody_who_holds_another_proof() {
        PersonId student = platform.someoneHolding(
                "carte_resident", DocumentKind.CR, LocalDate.of(2020, 1, 1), LocalDate.of(2029, 12, 31));
        CaseNumber number = granted(student, LocalDate.of(2026, 6, 1), LocalDate.of(2027, 5, 31));
        platform.act(AGENT_38, number, new Act.OrderCard());

        platform.clock.moveTo(LocalDate.of(2027, 5, 25));
        platform.pass();

        assertThat(kinds(number)).doesNotContain(Task.Kind.PREVENT_GAP);
    }

    @Test
    void a_case_whose_granted_permit_is_over_is_the_teams_to_close() {
        CaseNumber number = granted(platform.aStudent(), LocalDate.of(2026, 9, 1), LocalDate.of(2027, 8, 31));
        Act close = new Act.CloseAsMoot(Act.CloseAsMoot.Cause.PERMIT_OVER, "jamais retirée");
        platform.clock.moveTo(LocalDate.of(2027, 8, 31));
        assertThat(Refusals.of(() -> platform.act(AGENT_38, number, close)).details())
                .containsEntry("field", "cause");

        platform.liveUntil(LocalDate.of(2027, 9, 1));

        CaseFile over = platform.review.find(AGENT_38, number);
        assertThat(over.next().orElseThrow().what()).isEqualTo("close");
        assertThat(platform.act(AGENT_38, number, close).status()).isEqualTo(CaseStatus.MOOT);
    }

    @Test
    void a_granted_permit_is_over_where_its_last_day_ends_last() {
        PersonId student = platform.aStudent();
        CaseNumber number = platform.fileComplete(student, "etudiant", new CommuneCode("97105"));
        platform.act(NATIONAL, number, new Act.TakeUp());
        platform.act(
                NATIONAL,
                number,
                new Act.Grant(LocalDate.of(2026, 9, 1), LocalDate.of(2027, 8, 31), "arrêté 971-2026-01"));
        platform.act(NATIONAL, number, new Act.OrderCard());
        platform.act(NATIONAL, number, new Act.OfferTransfer(new PrefectureCode("75"), "déménagement"));
        platform.act(NATIONAL, number, new Act.ReceiveTransfer());
        platform.liveUntil(LocalDate.of(2027, 8, 31));

        // 31 August 2027 ends at 04:00 UTC in Guadeloupe, six hours after it has in Paris
        platform.clock.advance(
                java.time.Duration.between(platform.clock.instant(), Instant.parse("2027-09-01T03:59:59Z")));
        platform.pass();
        assertThat(platform.coverage.of(caller(student), student).covered()).isTrue();
        platform.clock.advance(java.time.Duration.ofSeconds(1));
        platform.pass();

        assertThat(platform.coverage.of(caller(student), student).covered()).isFalse();
    }

    @Test
    void a_card_handed_over_before_its_first_day_leaves_the_papers_until_that_day() {
        PersonId student = platform.aStudent();
        CaseNumber number = platform.fileComplete(student, "etudiant", GRENOBLE);
        platform.act(AGENT_38, number, new Act.TakeUp());
        platform.liveUntil(LocalDate.of(2026, 9, 10));
        // the paper of 1 September ends on 30 November
        platform.act(
                AGENT_38,
                number,
                new Act.Grant(LocalDate.of(2026, 12, 1), LocalDate.of(2027, 11, 30), "arrêté 38-2026-01"));
        platform.act(AGENT_38, number, new Act.OrderCard());
        platform.act(AGENT_38, number, new Act.CardReady("CARD-1"));
        platform.act(AGENT_38, number, new Act.HandOver(LocalDate.of(2026, 9, 10)));

        for (String day : List.of("2026-09-10", "2026-09-11", "2026-11-30", "2026-12-01", "2027-11-30")) {
            assertThat(proofsAt(student, day + "T12:00:00Z")).as(day).isNotEmpty();
        }
        assertThat(proofsAt(student, "2026-12-01T12:00:00Z")).containsExactly("HELD_PERMIT");
    }

    @Test
    void a_granted_case_that_was_closed_by_mistake_is_granted_again() {
        PersonId student = platform.aStudent();
        CaseNumber number = granted(student, LocalDate.of(2026, 6, 1), LocalDate.of(2027, 5, 31));
        platform.act(AGENT_38, number, new Act.OrderCard());
        platform.act(AGENT_38, number, new Act.CloseAsMoot(Act.CloseAsMoot.Cause.FRENCH_NATIONALITY, "erreur"));
        platform.liveUntil(LocalDate.of(2026, 9, 15));
        assertThat(platform.coverage.of(caller(student), student).covered()).isFalse();

        CaseFile again = platform.act(AGENT_38, number, new Act.Reopen("close par erreur"));

        assertThat(again.status()).isEqualTo(CaseStatus.CARD_IN_PRODUCTION);
        assertThat(again.decision().orElseThrow().validUntil()).contains(LocalDate.of(2027, 5, 31));
        // a paper proves no day on which nobody could show it
        assertThat(papers(student))
                .filteredOn(paper -> paper.startsWith("ATTESTATION_DE_DECISION_FAVORABLE"))
                .containsExactly(
                        "ATTESTATION_DE_DECISION_FAVORABLE 2026-06-01 open",
                        "ATTESTATION_DE_DECISION_FAVORABLE 2026-09-15 open");
    }

    @Test
    void a_case_closed_after_its_granted_permit_ended_is_examined_anew() {
        CaseNumber number = granted(platform.aStudent(), LocalDate.of(2026, 6, 1), LocalDate.of(2027, 5, 31));
        platform.clock.moveTo(LocalDate.of(2027, 6, 1));
        platform.act(AGENT_38, number, new Act.CloseAsMoot(Act.CloseAsMoot.Cause.PERMIT_OVER, "jamais retirée"));

        CaseFile again = platform.act(AGENT_38, number, new Act.Reopen("demande de la personne"));

        assertThat(again.status()).isEqualTo(CaseStatus.UNDER_REVIEW);
        assertThat(again.decision()).isEmpty();
    }

    @Test
    void a_refusal_that_nobody_notifies_becomes_a_task_after_five_working_days() {
        CaseNumber number = platform.fileComplete(platform.aStudent(), "etudiant", GRENOBLE);
        platform.act(AGENT_38, number, new Act.TakeUp());
        platform.act(AGENT_38, number, new Act.Refuse("motif", "arrêté 38-2026-01"));

        // 1 June 2026 is a Monday; the fifth working day after it is Monday the 8th
        platform.liveUntil(LocalDate.of(2026, 6, 8));
        assertThat(kinds(number)).isEmpty();
        platform.liveUntil(LocalDate.of(2026, 6, 9));
        assertThat(task(number, Task.Kind.NOTIFY).dueOn()).isEqualTo(LocalDate.of(2026, 6, 8));
        assertThat(task(number, Task.Kind.NOTIFY).escalation()).isEqualTo(Task.Escalation.CHIEF);

        platform.act(AGENT_38, number, new Act.Notify("letter", LocalDate.of(2026, 6, 9), "1A"));

        assertThat(kinds(number)).isEmpty();
    }

    // -- what somebody only says -------------------------------------------------------------------------------------

    @Test
    void a_permit_that_its_holder_alone_speaks_of_covers_nobody_and_hides_no_gap() {
        PersonId student = platform.aStudent();
        CaseFile file = platform.file(
                        caller(student),
                        holding(
                                filing(student, "etudiant", GRENOBLE),
                                said("etudiant", "OTHER", "2025-09-01", "2028-08-31")))
                .caseFile();
        platform.givePieces(student, file);

        platform.liveUntil(LocalDate.of(2026, 8, 16));

        // what can be proved ends on 31 August 2026, whatever the person says of 2028
        assertThat(task(file.number(), Task.Kind.PREVENT_GAP).dueOn()).isEqualTo(LocalDate.of(2026, 8, 31));
        platform.liveUntil(LocalDate.of(2026, 9, 1));
        assertThat(platform.coverage.of(caller(student), student).covered()).isFalse();
    }

    @Test
    void a_permit_that_its_holder_speaks_of_gives_the_case_its_place_in_the_queue() {
        PersonId student = platform.someone();
        CaseNumber number = platform.file(
                        caller(student),
                        holding(
                                filing(student, "etudiant", GRENOBLE),
                                said("etudiant", "D1", "2025-09-01", "2026-06-05")))
                .caseFile()
                .number();

        assertThat(platform.review
                        .queue(AGENT_38, new QueueQuery(Optional.empty(), Optional.empty(), Optional.empty(), 50))
                        .rows())
                .filteredOn(row -> row.number().equals(number))
                .singleElement()
                .satisfies(row -> assertThat(row.rightEndsOn()).contains(LocalDate.of(2026, 6, 5)));
    }

    // -- people of eighteen ------------------------------------------------------------------------------------------

    @Test
    void a_young_adult_whose_age_an_agent_has_seen_gets_the_attestation_that_stands_alone() {
        PersonId young = platform.someoneBorn(LocalDate.of(2008, 3, 10));
        CaseFile file = platform.file(
                        caller(young),
                        entered(filing(young, "vpf_ase_avant_16_ans", GRENOBLE), LocalDate.of(2020, 9, 1)))
                .caseFile();
        platform.givePieces(young, file);
        assertThat(papers(young)).containsExactly("ATTESTATION_DE_DEPOT 2026-06-01 open");
        assertThat(kinds(file.number())).containsExactly(Task.Kind.SEE_FACTS);

        platform.act(AGENT_38, file.number(), new Act.SeeFacts());

        // R. 431-5 2° (eve of 19), R. 431-15-1 al. 3 (three months, alone), R. 431-15-2 (L. 423-22 works)
        assertThat(papers(young))
                .containsExactly(
                        "ATTESTATION_DE_DEPOT 2026-06-01 open", "ATTESTATION_DE_PROLONGATION 2026-06-01 2026-08-31");
        Attestation paper = platform.papersOf(young).stream()
                .filter(it -> it.validity().lastDay().isPresent())
                .findFirst()
                .orElseThrow();
        assertThat(paper.rights().stay().value().ifSettled()).contains(StayRight.PROVEN);
        assertThat(paper.rights().work().value().ifSettled().orElseThrow().code())
                .isEqualTo(WorkCode.ANY);
        platform.liveUntil(LocalDate.of(2026, 9, 5));
        assertThat(papers(young)).contains("ATTESTATION_DE_PROLONGATION 2026-09-01 2026-11-30");
    }

    @Test
    void an_adult_who_files_first_gets_no_attestation_de_prolongation_and_nobody_is_alarmed() {
        PersonId adult = platform.someone();
        CaseNumber number = platform.fileComplete(adult, "vpf_conjoint_francais", GRENOBLE);
        platform.act(AGENT_38, number, new Act.TakeUp());

        platform.liveUntil(LocalDate.of(2026, 7, 15));

        assertThat(papers(adult)).containsExactly("ATTESTATION_DE_DEPOT 2026-06-01 open");
        assertThat(kinds(number)).isEmpty();
    }

    // -- what the law leaves open ------------------------------------------------------------------------------------

    @Test
    void two_windows_that_disagree_are_a_question_for_the_jurist_and_no_paper() {
        PersonId person = platform.someoneHolding(
                "vpf_regroupement_familial", DocumentKind.CST, LocalDate.of(2025, 9, 1), LocalDate.of(2026, 8, 31));

        // in the 120 to 60 days of the online list, and before the last two months of the others (R. 431-5 1°)
        CaseNumber number = platform.fileComplete(person, "vpf_regroupement_familial", GRENOBLE);

        Task question = task(number, Task.Kind.SETTLE_LAW);
        assertThat(question.owner()).isEmpty();
        assertThat(question.question()).isPresent();
        // ten working days after Monday 1 June 2026
        assertThat(question.dueOn()).isEqualTo(LocalDate.of(2026, 6, 15));
        platform.liveUntil(LocalDate.of(2026, 8, 16));
        assertThat(papers(person)).containsExactly("ATTESTATION_DE_DEPOT 2026-06-01 open");
        assertThat(kinds(number)).contains(Task.Kind.SETTLE_LAW, Task.Kind.PREVENT_GAP);
        assertThat(task(number, Task.Kind.SETTLE_LAW).escalation()).isEqualTo(Task.Escalation.NATIONAL);
    }

    /** R. 233-17 gives an attestation on every request, and the rights come from EU law: what it proves by itself is open. */
    @Test
    void a_paper_that_the_code_gives_and_no_row_issues_is_a_question_for_the_jurist() {
        CaseNumber number = platform.fileComplete(platform.someone(), "famille_citoyen_ue", GRENOBLE);

        Task question = task(number, Task.Kind.SETTLE_LAW);

        assertThat(question.owner()).isEmpty();
        assertThat(question.question().orElseThrow()).startsWith("R. 233-17 gives an attestation");
    }

    /** Silence on travel documents: two months say the sources, which do not settle it. */
    @Test
    void a_delay_of_silence_that_the_law_leaves_open_is_a_question_for_the_jurist() {
        PersonId person = platform.someone();

        CaseNumber number = platform.fileComplete(person, "titre_voyage_refugie", GRENOBLE);

        Task question = task(number, Task.Kind.SETTLE_LAW);
        assertThat(question.owner()).isEmpty();
        assertThat(question.question().orElseThrow()).contains("titre_voyage_refugie");
    }

    // -- months and hours --------------------------------------------------------------------------------------------

    /** Three months end on the eve of the day of the same number, or of the last day of a shorter month. */
    @Test
    void months_are_counted_from_day_to_day_over_the_ends_of_months() {
        assertThat(chain("2026-08-31", "2027-03-05"))
                .containsExactly("2026-09-01 2026-11-30", "2026-12-01 2027-02-28", "2027-03-01 2027-05-31");
        assertThat(chain("2026-11-29", "2027-06-01"))
                .containsExactly("2026-11-30 2027-02-27", "2027-02-28 2027-05-27", "2027-05-28 2027-08-27");
        assertThat(chain("2027-11-30", "2028-03-05")).containsExactly("2027-12-01 2028-02-29", "2028-03-01 2028-05-31");
        assertThat(chain("2027-11-29", "2028-06-01"))
                .containsExactly("2027-11-30 2028-02-28", "2028-02-29 2028-05-28", "2028-05-29 2028-08-28");
    }

    @Test
    void the_hour_that_comes_twice_is_covered_twice() {
        PersonId student = platform.someoneHolding(
                "etudiant", DocumentKind.CST, LocalDate.of(2025, 10, 26), LocalDate.of(2026, 10, 25));
        platform.clock.moveTo(LocalDate.of(2026, 7, 1));
        platform.fileComplete(student, "etudiant", GRENOBLE);

        platform.liveUntil(LocalDate.of(2026, 10, 27));

        // 25 October 2026 has 25 hours in Paris: it ends at 23:00 UTC, where the 24th ended at 22:00 UTC
        assertThat(proofsAt(student, "2026-10-25T22:30:00Z")).containsExactly("HELD_PERMIT");
        assertThat(proofsAt(student, "2026-10-25T22:59:59Z")).containsExactly("HELD_PERMIT");
        assertThat(proofsAt(student, "2026-10-25T23:00:00Z")).containsExactly("ATTESTATION_DE_PROLONGATION");
    }

    @Test
    void the_hour_that_never_comes_leaves_no_gap() {
        PersonId student = platform.someoneHolding(
                "etudiant", DocumentKind.CST, LocalDate.of(2025, 12, 28), LocalDate.of(2026, 12, 27));
        platform.clock.moveTo(LocalDate.of(2026, 9, 1));
        platform.fileComplete(student, "etudiant", GRENOBLE);

        platform.liveUntil(LocalDate.of(2027, 3, 30));

        // the paper of 28 December ends on 27 March 2027 at 24:00, 23:00 UTC; the 28th has 23 hours
        assertThat(proofsAt(student, "2027-03-27T22:59:59Z")).containsExactly("ATTESTATION_DE_PROLONGATION");
        assertThat(proofsAt(student, "2027-03-27T23:00:00Z")).containsExactly("ATTESTATION_DE_PROLONGATION");
        assertThat(proofsAt(student, "2027-03-28T21:59:59Z")).containsExactly("ATTESTATION_DE_PROLONGATION");
    }

    @Test
    void a_day_in_mayotte_ends_at_nine_in_the_evening_in_utc() {
        PersonId student = platform.aStudent();
        platform.fileComplete(student, "etudiant", MAMOUDZOU);

        platform.liveUntil(LocalDate.of(2026, 9, 2));

        assertThat(proofsAt(student, "2026-08-31T20:59:59Z")).containsExactly("HELD_PERMIT");
        assertThat(proofsAt(student, "2026-08-31T21:00:00Z")).containsExactly("ATTESTATION_DE_PROLONGATION");
    }

    @Test
    void silence_in_mayotte_ends_with_the_day_of_mayotte() {
        PersonId student = platform.aStudent();
        CaseNumber number = platform.fileComplete(student, "etudiant", MAMOUDZOU);

        // R. 422-5: ninety days from 1 June 2026 is 30 August 2026, which ends at 21:00 UTC there
        Platform there = platform;
        there.clock.moveTo(LocalDate.of(2026, 8, 30));
        there.pass();
        assertThat(there.review.find(NATIONAL, number).status()).isEqualTo(CaseStatus.FILED);
        there.clock.advance(java.time.Duration.between(there.clock.instant(), Instant.parse("2026-08-30T20:59:59Z")));
        there.pass();
        assertThat(there.review.find(NATIONAL, number).status()).isEqualTo(CaseStatus.FILED);
        there.clock.advance(java.time.Duration.ofSeconds(1));
        there.pass();

        assertThat(there.review.find(NATIONAL, number).status()).isEqualTo(CaseStatus.SILENTLY_REFUSED);
    }

    @Test
    void a_move_from_paris_to_la_reunion_loses_no_hour() {
        PersonId student = platform.aStudent();
        CaseNumber number = platform.fileComplete(student, "etudiant", GRENOBLE);
        platform.act(AGENT_38, number, new Act.OfferTransfer(new PrefectureCode("974"), "déménagement"));
        platform.act(NATIONAL, number, new Act.ReceiveTransfer());

        platform.liveUntil(LocalDate.of(2026, 9, 2));

        for (String hour : List.of("19:59:59", "20:00:00", "21:00:00", "21:59:59", "22:00:00")) {
            assertThat(proofsAt(student, "2026-08-31T" + hour + "Z")).as(hour).isNotEmpty();
        }
    }

    @Test
    void a_move_from_guadeloupe_to_paris_leaves_no_paper_that_begins_later_than_it_is_needed() {
        PersonId student = platform.aStudent();
        CaseFile file =
                platform.file(student, "etudiant", new CommuneCode("97105")).caseFile();
        platform.act(NATIONAL, file.number(), new Act.OfferTransfer(new PrefectureCode("38"), "déménagement"));
        platform.act(NATIONAL, file.number(), new Act.ReceiveTransfer());
        // one in the morning of 10 September in Paris is seven in the evening of the 9th in Guadeloupe
        platform.clock.advance(
                java.time.Duration.between(platform.clock.instant(), Instant.parse("2026-09-09T23:00:00Z")));

        platform.givePieces(student, file);

        assertThat(platform.coverage.of(caller(student), student).covered()).isTrue();
    }

    @Test
    void pieces_awaited_beyond_their_day_are_the_teams_turn() {
        PersonId student = platform.aStudent();
        CaseNumber number = platform.fileComplete(student, "etudiant", GRENOBLE);
        platform.act(
                AGENT_38,
                number,
                new Act.AskForPieces(Set.of(new PieceType("domicile")), LocalDate.of(2026, 6, 20), "illisible"));
        assertThat(platform.review.find(AGENT_38, number).next().orElseThrow().what())
                .isEqualTo("answer-pieces");

        platform.liveUntil(LocalDate.of(2026, 6, 20));
        assertThat(platform.review.find(AGENT_38, number).status()).isEqualTo(CaseStatus.AWAITING_PIECES);
        platform.liveUntil(LocalDate.of(2026, 6, 21));

        CaseFile resumed = platform.review.find(AGENT_38, number);
        assertThat(resumed.status()).isEqualTo(CaseStatus.UNDER_REVIEW);
        assertThat(resumed.next().orElseThrow().what()).isEqualTo("decide");
        assertThat(resumed.acts()).contains(ActKind.GRANT, ActKind.REFUSE);
        assertThat(platform.review.journal(AGENT_38, number))
                .filteredOn(line -> line.what().equals("answer-day-passed"))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.actor()).isEqualTo("platform");
                    assertThat(line.detail()).isEqualTo("2026-06-20");
                    assertThat(line.basis()).contains("R. 431-11");
                });
    }

    /** A renewal of the student that is granted on the day it is complete. */
    private CaseNumber granted(PersonId student, LocalDate from, LocalDate until) {
        CaseNumber number = platform.fileComplete(student, "etudiant", GRENOBLE);
        platform.act(AGENT_38, number, new Act.TakeUp());
        platform.act(AGENT_38, number, new Act.Grant(from, until, "arrêté 38-2026-01"));
        return number;
    }

    /** The attestations de prolongation of a student whose card ends on that day, who files in time and whom nobody answers. */
    private static List<String> chain(String until, String day) {
        LocalDate end = LocalDate.parse(until);
        Platform platform = new Platform(end.minusDays(90) + "T09:00:00Z");
        PersonId student = platform.someoneHolding(
                "etudiant", DocumentKind.CST, end.minusYears(1).plusDays(1), end);
        platform.fileComplete(student, "etudiant", GRENOBLE);
        platform.liveUntil(LocalDate.parse(day));
        List<Attestation> papers = new ArrayList<>(platform.papersOf(student));
        Collections.reverse(papers);
        return papers.stream()
                .flatMap(paper -> paper.validity().lastDay().stream()
                        .map(last -> paper.validity().firstDay() + " " + last))
                .toList();
    }

    private List<String> papers(PersonId person) {
        List<Attestation> papers = new ArrayList<>(platform.papersOf(person));
        Collections.reverse(papers);
        return papers.stream()
                .map(paper -> paper.kind() + " " + paper.validity().firstDay() + " "
                        + paper.validity().lastDay().map(LocalDate::toString).orElse("open"))
                .toList();
    }

    private List<String> proofsAt(PersonId person, String instant) {
        return platform.coverage.of(caller(person), person).intervals().stream()
                .filter(interval -> interval.covers(Instant.parse(instant)))
                .map(interval -> interval.proof())
                .toList();
    }

    private List<Task.Kind> kinds(CaseNumber number) {
        return platform.review.find(NATIONAL, number).tasks().stream()
                .map(Task::kind)
                .toList();
    }

    private Task task(CaseNumber number, Task.Kind kind) {
        return platform.review.find(NATIONAL, number).tasks().stream()
                .filter(task -> task.kind() == kind)
                .findFirst()
                .orElseThrow();
    }
}
