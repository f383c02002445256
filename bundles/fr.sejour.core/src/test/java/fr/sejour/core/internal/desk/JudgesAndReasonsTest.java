package fr.sejour.core.internal.desk;

import static fr.sejour.core.internal.Platform.AGENT_38;
import static fr.sejour.core.internal.Platform.GRENOBLE;
import static fr.sejour.core.internal.Platform.caller;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.sejour.api.attestation.Attestation;
import fr.sejour.api.cases.Act;
import fr.sejour.api.cases.ActKind;
import fr.sejour.api.cases.CaseFile;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.CaseStatus;
import fr.sejour.api.cases.ClockFile;
import fr.sejour.api.cases.CourtOrder;
import fr.sejour.api.cases.CourtOrder.Ordered;
import fr.sejour.api.cases.CourtOrder.OrderedPaper;
import fr.sejour.api.cases.Task;
import fr.sejour.api.catalogue.PieceType;
import fr.sejour.api.correction.Correction;
import fr.sejour.api.correction.CorrectionAct;
import fr.sejour.api.correction.NewCorrection;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.filing.FilingChannel;
import fr.sejour.api.person.CivilStatus;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.right.PaperKind;
import fr.sejour.api.right.RightsCode;
import fr.sejour.api.right.StayRight;
import fr.sejour.api.right.WorkCode;
import fr.sejour.core.internal.Platform;
import fr.sejour.core.internal.Refusals;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What follows a refusal: its reasons, and what a judge orders. */
class JudgesAndReasonsTest {

    private final Platform platform = new Platform("2026-06-01T08:00:00Z");
    private final PersonId student = platform.aStudent();

    @Test
    void the_reasons_of_a_silent_refusal_are_owed_in_a_month_and_the_appeal_waits_for_them() {
        CaseNumber number = silentlyRefusedOn30August();

        platform.act(caller(student), number, new Act.AskForReasons());

        // CRPA L. 232-4: asked on 1 September 2026, owed by 1 October
        CaseFile asked = find(number);
        assertThat(running(asked, "reasons").endsOn()).contains(LocalDate.of(2026, 10, 1));
        assertThat(running(asked, "appeal").endsOn()).isEmpty();
        assertThat(running(asked, "appeal").meaning()).isEqualTo("appeal-awaits-reasons");
        assertThat(task(asked, Task.Kind.GIVE_REASONS).orElseThrow().dueOn()).isEqualTo(LocalDate.of(2026, 10, 1));
        assertThat(asked.acts()).contains(ActKind.GIVE_REASONS).doesNotContain(ActKind.ASK_FOR_REASONS);

        platform.liveUntil(LocalDate.of(2026, 9, 20));
        platform.act(AGENT_38, number, new Act.GiveReasons("l'assiduité n'est pas prouvée", "arrêté 38-2026-01"));

        CaseFile given = find(number);
        assertThat(running(given, "appeal").endsOn()).contains(LocalDate.of(2026, 11, 20));
        assertThat(given.status()).isEqualTo(CaseStatus.SILENTLY_REFUSED);
        assertThat(task(given, Task.Kind.GIVE_REASONS)).isEmpty();
        assertThat(platform.inbox.open(caller(student), student).get(0).body()).isNotEmpty();
        assertThat(platform.inbox.open(caller(student), student).get(0).kind()).isEqualTo("reasons");
    }

    @Test
    void reasons_are_owed_and_given_while_pieces_are_awaited() {
        CaseNumber number = silentlyRefusedOn30August();
        platform.act(caller(student), number, new Act.AskForReasons());
        platform.act(
                AGENT_38,
                number,
                new Act.AskForPieces(Set.of(new PieceType("domicile")), LocalDate.of(2027, 3, 1), "illisible"));

        assertThat(find(number).acts()).contains(ActKind.GIVE_REASONS);
        platform.act(AGENT_38, number, new Act.GiveReasons("l'assiduité n'est pas prouvée", "arrêté 38-2026-01"));

        assertThat(find(number).status()).isEqualTo(CaseStatus.AWAITING_PIECES);
        assertThat(task(find(number), Task.Kind.GIVE_REASONS)).isEmpty();
    }

    @Test
    void reasons_are_asked_for_while_pieces_are_awaited() {
        CaseNumber number = silentlyRefusedOn30August();
        platform.act(
                AGENT_38,
                number,
                new Act.AskForPieces(Set.of(new PieceType("domicile")), LocalDate.of(2027, 3, 1), "illisible"));

        platform.act(caller(student), number, new Act.AskForReasons());

        assertThat(find(number).status()).isEqualTo(CaseStatus.AWAITING_PIECES);
        assertThat(running(find(number), "reasons").endsOn()).contains(LocalDate.of(2026, 10, 1));
        assertThat(task(find(number), Task.Kind.GIVE_REASONS)).isPresent();
    }

    @Test
    void a_second_silent_refusal_has_reasons_of_its_own() {
        CaseNumber number = silentlyRefusedOn30August();
        platform.act(caller(student), number, new Act.AskForReasons());
        platform.act(AGENT_38, number, new Act.GiveReasons("l'assiduité n'est pas prouvée", "arrêté 38-2026-01"));
        platform.act(AGENT_38, number, order(Ordered.EXAMINE_AGAIN, "2026-09-01", "2026-12-31", Optional.empty()));
        assertThat(find(number).status()).isEqualTo(CaseStatus.UNDER_REVIEW);

        // R. 422-5: ninety days from 1 September 2026
        platform.liveUntil(LocalDate.of(2026, 12, 2));

        assertThat(find(number).status()).isEqualTo(CaseStatus.SILENTLY_REFUSED);
        assertThat(find(number).acts()).contains(ActKind.ASK_FOR_REASONS);
    }

    @Test
    void reasons_that_do_not_come_are_a_task_that_goes_up_and_the_appeal_never_closes() {
        CaseNumber number = silentlyRefusedOn30August();
        platform.act(caller(student), number, new Act.AskForReasons());

        platform.liveUntil(LocalDate.of(2026, 12, 1));

        CaseFile late = find(number);
        assertThat(task(late, Task.Kind.GIVE_REASONS).orElseThrow().escalation())
                .isEqualTo(Task.Escalation.NATIONAL);
        assertThat(running(late, "appeal").endsOn()).isEmpty();
    }

    @Test
    void reasons_are_asked_for_while_a_court_can_be_asked() {
        CaseNumber number = silentlyRefusedOn30August();

        // CJA R. 421-1: two months from 30 August 2026
        platform.liveUntil(LocalDate.of(2026, 10, 30));
        assertThat(find(number).acts()).contains(ActKind.ASK_FOR_REASONS);
        platform.liveUntil(LocalDate.of(2026, 10, 31));
        assertThat(find(number).acts()).doesNotContain(ActKind.ASK_FOR_REASONS);
    }

    @Test
    void a_court_order_takes_an_ended_case_up_again_and_its_paper_is_issued_the_same_day() {
        CaseNumber number = refusedAndNotified();
        platform.liveUntil(LocalDate.of(2026, 10, 5));
        assertThat(platform.coverage.of(caller(student), student).covered()).isFalse();

        platform.act(
                AGENT_38,
                number,
                order(Ordered.EXAMINE_AGAIN, "2026-10-02", "2026-10-17", Optional.of(aRecepisseUntil("2027-01-04"))));

        CaseFile again = find(number);
        assertThat(again.status()).isEqualTo(CaseStatus.UNDER_REVIEW);
        assertThat(again.next().orElseThrow().what()).isEqualTo("obey-court");
        assertThat(again.next().orElseThrow().by()).isEqualTo(LocalDate.of(2026, 10, 17));
        assertThat(task(again, Task.Kind.OBEY_COURT).orElseThrow().escalation()).isEqualTo(Task.Escalation.CHIEF);
        Attestation paper = recepisse();
        assertThat(paper.validity().firstDay()).isEqualTo(LocalDate.of(2026, 10, 5));
        assertThat(paper.validity().lastDay()).contains(LocalDate.of(2027, 1, 4));
        assertThat(paper.rights().stay().value().ifSettled()).contains(StayRight.PROVEN);
        assertThat(paper.rights().work().value().ifSettled().orElseThrow().code())
                .isEqualTo(WorkCode.ANY);
        assertThat(paper.because()).containsExactly("court-order", "stay-ordered", "work-ordered");
        assertThat(platform.coverage.of(caller(student), student).covered()).isTrue();
        assertThat(again.orders()).extracting(CourtOrder::issued).containsExactly(Optional.of(paper.number()));

        platform.act(
                AGENT_38,
                number,
                new Act.Grant(LocalDate.of(2026, 10, 5), LocalDate.of(2027, 10, 4), "arrêté 38-2026-02"));

        assertThat(find(number).orders())
                .extracting(CourtOrder::doneOn)
                .containsExactly(Optional.of(day("2026-10-05")));
        assertThat(task(find(number), Task.Kind.OBEY_COURT)).isEmpty();
    }

    @Test
    void a_paper_ordered_by_a_judge_lasts_as_long_as_the_judge_said_though_the_permit_granted_is_over() {
        CaseNumber number = platform.fileComplete(student, "etudiant", GRENOBLE);
        platform.act(AGENT_38, number, new Act.TakeUp());
        platform.act(
                AGENT_38,
                number,
                new Act.Grant(LocalDate.of(2026, 6, 1), LocalDate.of(2026, 8, 15), "arrêté 38-2026-02"));
        platform.liveUntil(LocalDate.of(2026, 9, 7));

        platform.act(
                AGENT_38,
                number,
                order(Ordered.EXAMINE_AGAIN, "2026-09-04", "2026-09-19", Optional.of(aRecepisseUntil("2026-12-06"))));

        Attestation paper = recepisse();
        assertThat(find(number).orders()).extracting(CourtOrder::issued).containsExactly(Optional.of(paper.number()));
        platform.liveUntil(LocalDate.of(2026, 12, 6));
        assertThat(recepisse().end()).isEmpty();
        assertThat(platform.coverage.of(caller(student), student).covered()).isTrue();
    }

    @Test
    void a_paper_ordered_by_a_judge_lasts_as_long_after_its_holders_name_was_corrected() {
        CaseNumber number = platform.fileComplete(student, "etudiant", GRENOBLE);
        platform.act(AGENT_38, number, new Act.TakeUp());
        platform.act(
                AGENT_38,
                number,
                new Act.Grant(LocalDate.of(2026, 6, 1), LocalDate.of(2026, 8, 15), "arrêté 38-2026-02"));
        platform.liveUntil(LocalDate.of(2026, 9, 7));
        platform.act(
                AGENT_38,
                number,
                order(Ordered.ISSUE_PAPER, "2026-09-04", "2026-09-10", Optional.of(aRecepisseUntil("2026-12-06"))));

        correctTheName();

        Attestation fresh = standing().get(0);
        assertThat(fresh.validity().lastDay()).contains(LocalDate.of(2026, 12, 6));
        assertThat(find(number).orders()).extracting(CourtOrder::issued).containsExactly(Optional.of(fresh.number()));
        platform.liveUntil(LocalDate.of(2026, 12, 6));
        assertThat(standing()).containsExactly(fresh);
    }

    @Test
    void a_correction_replaces_the_paper_of_a_judge_and_that_of_the_case_beside_it() {
        CaseNumber number = atTheCounter();
        platform.liveUntil(LocalDate.of(2026, 6, 2));
        platform.act(
                AGENT_38,
                number,
                order(Ordered.ISSUE_PAPER, "2026-06-01", "2026-06-05", Optional.of(aRecepisseUntil("2026-12-06"))));
        platform.liveUntil(LocalDate.of(2026, 6, 5));

        correctTheName();

        assertThat(standing())
                .extracting(
                        paper -> paper.validity().firstDay(),
                        paper -> paper.validity().lastDay())
                .containsExactlyInAnyOrder(
                        tuple(LocalDate.of(2026, 6, 5), Optional.of(LocalDate.of(2026, 8, 31))),
                        tuple(LocalDate.of(2026, 6, 5), Optional.of(LocalDate.of(2026, 12, 6))));
    }

    @Test
    void a_correction_replaces_the_papers_of_two_judges_and_no_two_begin_on_one_day() {
        CaseNumber number = platform.fileComplete(student, "etudiant", GRENOBLE);
        platform.act(
                AGENT_38,
                number,
                order(Ordered.ISSUE_PAPER, "2026-05-29", "2026-06-05", Optional.of(aRecepisseUntil("2026-09-30"))));
        platform.liveUntil(LocalDate.of(2026, 6, 3));
        platform.act(
                AGENT_38,
                number,
                order(Ordered.ISSUE_PAPER, "2026-06-01", "2026-06-05", Optional.of(aRecepisseUntil("2026-12-06"))));
        platform.liveUntil(LocalDate.of(2026, 6, 5));

        correctTheName();

        assertThat(standing())
                .extracting(
                        paper -> paper.validity().firstDay(),
                        paper -> paper.validity().lastDay())
                .containsExactlyInAnyOrder(
                        tuple(LocalDate.of(2026, 6, 1), Optional.of(LocalDate.of(2026, 9, 30))),
                        tuple(LocalDate.of(2026, 6, 5), Optional.of(LocalDate.of(2026, 12, 6))));
    }

    /** R. 431-15-2 al. 4: the card held lets a student work 964 hours a year, whatever a judge did not say. */
    @Test
    void a_paper_that_a_judge_orders_without_work_keeps_nobody_from_the_usual_one_with_it() {
        CaseNumber number = platform.fileComplete(student, "etudiant", GRENOBLE);
        platform.act(AGENT_38, number, withoutWork(PaperKind.RECEPISSE, "2026-11-30"));

        platform.liveUntil(LocalDate.of(2026, 9, 1));

        assertThat(rights()).containsExactlyInAnyOrder("SP WN T0 C0", "SX WH964 T0 C0");
    }

    @Test
    void a_paper_that_a_judge_orders_stands_beside_the_usual_one_of_its_kind_and_day() {
        CaseNumber number = platform.fileComplete(student, "etudiant", GRENOBLE);
        platform.liveUntil(LocalDate.of(2026, 9, 1));

        platform.act(AGENT_38, number, withoutWork(PaperKind.ATTESTATION_DE_PROLONGATION, "2026-11-30"));

        assertThat(rights()).containsExactlyInAnyOrder("SP WN T0 C0", "SX WH964 T0 C0");
    }

    @Test
    void a_case_that_a_judge_reopens_has_its_usual_paper_again_beside_the_one_that_allows_less() {
        CaseNumber number = refusedAndNotified();
        platform.liveUntil(LocalDate.of(2026, 10, 5));

        platform.act(AGENT_38, number, withoutWork(PaperKind.ATTESTATION_DE_PROLONGATION, "2026-12-31"));

        assertThat(rights()).containsExactlyInAnyOrder("SP WN T0 C0", "SX WH964 T0 C0");
        platform.liveUntil(LocalDate.of(2027, 1, 20));
        assertThat(rights()).containsExactly("SX WH964 T0 C0");
    }

    @Test
    void a_paper_that_a_judge_orders_with_work_stands_for_the_usual_one() {
        CaseNumber number = platform.fileComplete(student, "etudiant", GRENOBLE);
        platform.act(
                AGENT_38,
                number,
                order(Ordered.ISSUE_PAPER, "2026-05-29", "2026-06-03", Optional.of(aRecepisseUntil("2026-11-30"))));

        platform.liveUntil(LocalDate.of(2026, 11, 30));
        assertThat(rights()).containsExactly("SP WA T0 C0");
        platform.liveUntil(LocalDate.of(2026, 12, 1));
        assertThat(rights()).containsExactly("SX WH964 T0 C0");
    }

    private Act withoutWork(PaperKind kind, String lastDay) {
        return order(
                Ordered.EXAMINE_AGAIN,
                "2026-05-29",
                "2026-12-03",
                Optional.of(new OrderedPaper(kind, day(lastDay), false)));
    }

    /** The rights of the papers that are valid now and carry one. */
    private List<String> rights() {
        return platform.papersOf(student).stream()
                .filter(paper -> paper.kind() != PaperKind.ATTESTATION_DE_DEPOT)
                .filter(paper -> paper.validAt(platform.clock.instant()))
                .map(paper -> RightsCode.of(paper.rights()).value())
                .toList();
    }

    private CaseNumber atTheCounter() {
        CaseNumber number = platform.file(
                        Platform.NATIONAL,
                        Platform.by(Platform.filing(student, "etudiant", GRENOBLE), FilingChannel.COUNTER))
                .caseFile()
                .number();
        platform.givePieces(student, find(number));
        return number;
    }

    private void correctTheName() {
        Correction proposed = platform.corrections.propose(
                caller(student),
                student,
                new NewCorrection(
                        new CivilStatus("Éxemple", "Amina", LocalDate.of(1999, 4, 12), "MA"),
                        "Mon nom s'écrit avec un accent",
                        Optional.empty()));
        platform.corrections.act(AGENT_38, proposed.number(), new CorrectionAct.Approve(Optional.of("Passeport vu")));
    }

    private List<Attestation> standing() {
        return platform.papersOf(student).stream()
                .filter(paper ->
                        paper.kind() == PaperKind.RECEPISSE && paper.end().isEmpty())
                .toList();
    }

    @Test
    void an_order_that_is_not_obeyed_is_national_on_its_last_day() {
        CaseNumber number = refusedAndNotified();
        platform.liveUntil(LocalDate.of(2026, 10, 5));
        platform.act(AGENT_38, number, order(Ordered.GRANT, "2026-10-02", "2026-10-17", Optional.empty()));

        platform.liveUntil(LocalDate.of(2026, 10, 16));
        assertThat(task(find(number), Task.Kind.OBEY_COURT).orElseThrow().escalation())
                .isEqualTo(Task.Escalation.CHIEF);
        platform.liveUntil(LocalDate.of(2026, 10, 17));
        assertThat(task(find(number), Task.Kind.OBEY_COURT).orElseThrow().escalation())
                .isEqualTo(Task.Escalation.NATIONAL);

        platform.act(AGENT_38, number, new Act.Refuse("motif", "arrêté 38-2026-03"));
        assertThat(find(number).orders()).extracting(CourtOrder::doneOn).containsExactly(Optional.empty());
    }

    @Test
    void an_order_for_a_paper_alone_is_obeyed_at_once_and_leaves_the_case_where_it_stands() {
        CaseNumber number = platform.fileComplete(student, "etudiant", GRENOBLE);

        platform.act(
                AGENT_38,
                number,
                order(Ordered.ISSUE_PAPER, "2026-05-29", "2026-06-03", Optional.of(aRecepisseUntil("2026-11-30"))));

        assertThat(find(number).status()).isEqualTo(CaseStatus.FILED);
        assertThat(find(number).orders())
                .extracting(CourtOrder::doneOn)
                .containsExactly(Optional.of(day("2026-06-01")));
        assertThat(task(find(number), Task.Kind.OBEY_COURT)).isEmpty();
        assertThat(recepisse().validity().firstDay()).isEqualTo(LocalDate.of(2026, 6, 1));
    }

    @Test
    void a_judge_who_orders_twice_on_one_day_has_the_last_word() {
        CaseNumber number = platform.fileComplete(student, "etudiant", GRENOBLE);
        platform.act(
                AGENT_38,
                number,
                order(Ordered.ISSUE_PAPER, "2026-05-29", "2026-06-03", Optional.of(aRecepisseUntil("2026-08-31"))));

        platform.act(
                AGENT_38,
                number,
                order(Ordered.ISSUE_PAPER, "2026-06-01", "2026-06-03", Optional.of(aRecepisseUntil("2026-11-30"))));

        List<Attestation> papers = platform.papersOf(student).stream()
                .filter(paper -> paper.kind() == PaperKind.RECEPISSE)
                .toList();
        assertThat(papers).hasSize(2);
        assertThat(papers.stream()
                        .filter(paper -> paper.end().isEmpty())
                        .map(paper -> paper.validity().lastDay()))
                .containsExactly(Optional.of(LocalDate.of(2026, 11, 30)));
        assertThat(papers.stream().flatMap(paper -> paper.end().stream()).map(end -> end.reason()))
                .containsExactly("replaced");
    }

    @Test
    void no_order_is_given_tomorrow_and_no_paper_ends_before_it_begins() {
        CaseNumber number = platform.fileComplete(student, "etudiant", GRENOBLE);

        assertThat(contradiction(number, order(Ordered.GRANT, "2026-06-02", "2026-06-17", Optional.empty())))
                .isEqualTo("orderedOn");
        assertThat(contradiction(
                        number,
                        order(
                                Ordered.ISSUE_PAPER,
                                "2026-05-20",
                                "2026-06-03",
                                Optional.of(aRecepisseUntil("2026-05-31")))))
                .isEqualTo("paper.lastDay");
    }

    @Test
    void no_order_is_older_than_the_person_or_obeyed_in_another_generation() {
        CaseNumber number = platform.fileComplete(student, "etudiant", GRENOBLE);

        // born on 12 April 1999
        assertThat(contradiction(number, order(Ordered.GRANT, "1999-04-11", "2026-06-17", Optional.empty())))
                .isEqualTo("orderedOn");
        assertThat(contradiction(number, order(Ordered.GRANT, "2026-05-20", "2028-06-02", Optional.empty())))
                .isEqualTo("dueOn");
        platform.act(AGENT_38, number, order(Ordered.GRANT, "2026-05-20", "2028-06-01", Optional.empty()));
        assertThat(task(find(number), Task.Kind.OBEY_COURT)).isPresent();
    }

    private Object contradiction(CaseNumber number, Act act) {
        CaseException refused = Refusals.of(() -> platform.act(AGENT_38, number, act));
        assertThat(refused.code()).isEqualTo(ErrorCode.CONTRADICTORY_INPUT);
        return refused.details().get("field");
    }

    private static Act order(Ordered what, String orderedOn, String dueOn, Optional<OrderedPaper> paper) {
        return new Act.RecordCourtOrder(
                "Tribunal administratif de Grenoble", day(orderedOn), day(dueOn), what, paper, "référé suspension");
    }

    private static OrderedPaper aRecepisseUntil(String day) {
        return new OrderedPaper(PaperKind.RECEPISSE, day(day), true);
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    /** Complete on 1 June 2026: ninety days for a student (R. 422-5), over on 30 August. */
    private CaseNumber silentlyRefusedOn30August() {
        CaseNumber number = platform.fileComplete(student, "etudiant", GRENOBLE);
        platform.liveUntil(LocalDate.of(2026, 9, 1));
        assertThat(find(number).status()).isEqualTo(CaseStatus.SILENTLY_REFUSED);
        return number;
    }

    private CaseNumber refusedAndNotified() {
        CaseNumber number = platform.fileComplete(student, "etudiant", GRENOBLE);
        platform.act(AGENT_38, number, new Act.TakeUp());
        platform.act(AGENT_38, number, new Act.Refuse("motif", "arrêté 38-2026-01"));
        platform.act(AGENT_38, number, new Act.Notify("letter", LocalDate.of(2026, 6, 1), "1A"));
        return number;
    }

    private Attestation recepisse() {
        return platform.papersOf(student).stream()
                .filter(paper -> paper.kind() == PaperKind.RECEPISSE)
                .findFirst()
                .orElseThrow();
    }

    private CaseFile find(CaseNumber number) {
        return platform.review.find(Platform.NATIONAL, number);
    }

    private static ClockFile running(CaseFile file, String kind) {
        return file.clocks().stream()
                .filter(clock -> clock.kind().equals(kind) && clock.state() == ClockFile.State.RUNNING)
                .findFirst()
                .orElseThrow();
    }

    private static Optional<Task> task(CaseFile file, Task.Kind kind) {
        return file.tasks().stream().filter(task -> task.kind() == kind).findFirst();
    }
}
