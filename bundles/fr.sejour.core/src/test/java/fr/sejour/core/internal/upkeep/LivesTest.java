package fr.sejour.core.internal.upkeep;

import static fr.sejour.core.internal.Platform.AGENT_38;
import static fr.sejour.core.internal.Platform.GRENOBLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.sejour.api.attestation.Attestation;
import fr.sejour.api.cases.Act;
import fr.sejour.api.cases.CaseFile;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.CaseStatus;
import fr.sejour.api.cases.ClockFile;
import fr.sejour.api.cases.Task;
import fr.sejour.api.catalogue.Article;
import fr.sejour.api.catalogue.DocumentKind;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.catalogue.PieceType;
import fr.sejour.api.filing.Filing;
import fr.sejour.api.filing.FilingBuilder;
import fr.sejour.api.filing.FilingChannel;
import fr.sejour.api.filing.IdempotencyKey;
import fr.sejour.api.person.HeldPermit;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.person.Residence;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.right.PaperKind;
import fr.sejour.api.right.WorkCode;
import fr.sejour.core.internal.Platform;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** Lives of people from the filing to the card, day by day, against what the law owes them. */
class LivesTest {

    /** The card ends on 31 August: T-15 is the 16th, T-7 the 24th, T-1 the 30th. */
    private static final List<Tuple> FROM_T_15 = List.of(
            tuple(15, List.of()),
            tuple(16, List.of(Task.Escalation.TEAM)),
            tuple(23, List.of(Task.Escalation.TEAM)),
            tuple(24, List.of(Task.Escalation.CHIEF)),
            tuple(29, List.of(Task.Escalation.CHIEF)),
            tuple(30, List.of(Task.Escalation.NATIONAL)),
            tuple(31, List.of(Task.Escalation.NATIONAL)));

    private final Platform platform = new Platform("2026-06-01T07:00:00Z");

    @Test
    void a_student_who_renews_in_time_is_never_uncovered() {
        PersonId student = aStudent();
        CaseNumber number = platform.fileComplete(student, "etudiant", GRENOBLE);

        platform.liveUntil(LocalDate.of(2026, 12, 10));

        // R. 431-15-1 al. 1 and 2, R. 431-15-2 (the student card allows 964 hours, C. trav. R. 5221-26): three months
        // each
        assertThat(papers(student))
                .containsExactly(
                        paper(PaperKind.ATTESTATION_DE_DEPOT, "2026-06-01", null, WorkCode.NONE),
                        paper(
                                PaperKind.ATTESTATION_DE_PROLONGATION,
                                "2026-09-01",
                                "2026-11-30",
                                WorkCode.HOURS_PER_YEAR),
                        paper(
                                PaperKind.ATTESTATION_DE_PROLONGATION,
                                "2026-12-01",
                                "2027-02-28",
                                WorkCode.HOURS_PER_YEAR));
        assertThat(uncoveredDays(student, "2026-06-01", "2026-12-10")).isEmpty();
        assertThat(file(number).status()).isEqualTo(CaseStatus.SILENTLY_REFUSED);
    }

    @Test
    void a_paper_exists_days_before_the_right_it_continues_ends() {
        PersonId student = aStudent();
        platform.fileComplete(student, "etudiant", GRENOBLE);

        platform.liveUntil(LocalDate.of(2026, 8, 29));

        assertThat(papers(student))
                .extracting(row -> row.toList().get(0))
                .contains(PaperKind.ATTESTATION_DE_PROLONGATION);
    }

    @Test
    void the_card_ends_the_paper_and_becomes_what_the_person_holds() {
        PersonId student = aStudent();
        CaseNumber number = platform.fileComplete(student, "etudiant", GRENOBLE);
        platform.act(AGENT_38, number, new Act.TakeUp());
        platform.liveUntil(LocalDate.of(2026, 10, 15));
        platform.act(
                AGENT_38,
                number,
                new Act.Grant(LocalDate.of(2026, 9, 1), LocalDate.of(2027, 8, 31), "arrêté 38-2026-01"));
        platform.act(AGENT_38, number, new Act.OrderCard());
        platform.liveUntil(LocalDate.of(2026, 11, 20));
        platform.act(AGENT_38, number, new Act.CardReady("CARD-1"));
        platform.liveUntil(LocalDate.of(2026, 11, 25));
        CaseFile ended = platform.act(AGENT_38, number, new Act.HandOver(LocalDate.of(2026, 11, 25)));

        assertThat(ended.status()).isEqualTo(CaseStatus.HANDED_OVER);
        assertThat(ended.next()).isEmpty();
        assertThat(ended.tasks()).isEmpty();
        // R. 431-15-1 al. 4: from the decision until the card is in the hand
        assertThat(papers(student))
                .contains(paper(
                        PaperKind.ATTESTATION_DE_DECISION_FAVORABLE, "2026-10-15", null, WorkCode.HOURS_PER_YEAR));
        assertThat(platform.papersOf(student))
                .filteredOn(paper -> paper.kind() != PaperKind.ATTESTATION_DE_DEPOT)
                .filteredOn(paper -> paper.validity().lastDay().isEmpty())
                .allSatisfy(
                        paper -> assertThat(paper.end().orElseThrow().reason()).isEqualTo("card-handed-over"));
        assertThat(uncoveredDays(student, "2026-06-01", "2026-11-25")).isEmpty();
    }

    @Test
    void a_late_filing_gets_no_attestation_de_prolongation_and_a_task_that_escalates() {
        PersonId student = aStudent();
        platform.clock.moveTo(LocalDate.of(2026, 8, 3));
        CaseNumber number = platform.fileComplete(student, "etudiant", GRENOBLE);

        assertThat(escalations(number)).containsExactlyElementsOf(FROM_T_15);
        // R. 431-15-1 al. 2 asks for a filing in the window of R. 431-5
        assertThat(papers(student))
                .extracting(row -> row.toList().get(0))
                .containsExactly(PaperKind.ATTESTATION_DE_DEPOT);
    }

    @Test
    void a_file_that_stays_incomplete_is_a_task_that_escalates() {
        CaseNumber number =
                platform.file(aStudent(), "etudiant", GRENOBLE).caseFile().number();
        platform.liveUntil(LocalDate.of(2026, 8, 3));

        assertThat(escalations(number)).containsExactlyElementsOf(FROM_T_15);
    }

    @Test
    void a_permit_that_is_only_declared_is_a_task_that_escalates() {
        PersonId student = platform.someone();
        Filing filing = Platform.holding(
                Platform.filing(student, "etudiant", GRENOBLE),
                Platform.said("etudiant", "D2", "2025-09-01", "2026-08-31"));
        CaseFile file = platform.file(Platform.caller(student), filing).caseFile();
        platform.givePieces(student, file);
        platform.liveUntil(LocalDate.of(2026, 8, 3));

        assertThat(escalations(file.number())).containsExactlyElementsOf(FROM_T_15);
    }

    @Test
    void an_incomplete_file_gets_its_paper_on_the_day_it_becomes_complete() {
        PersonId student = aStudent();
        CaseFile file = platform.file(student, "etudiant", GRENOBLE).caseFile();
        platform.liveUntil(LocalDate.of(2026, 9, 10));
        assertThat(file(file.number()).complete()).isFalse();

        platform.givePieces(student, file);

        assertThat(papers(student))
                .contains(paper(
                        PaperKind.ATTESTATION_DE_PROLONGATION, "2026-09-10", "2026-12-09", WorkCode.HOURS_PER_YEAR));
    }

    @Test
    void a_declared_permit_gives_no_paper_until_an_agent_has_seen_it() {
        PersonId student = platform.someone();
        Filing filing = FilingBuilder.builder()
                .person(student)
                .channel(FilingChannel.ONLINE)
                .permit(new PermitCode("etudiant"))
                .residence(new Residence("2 rue de l'Exemple", GRENOBLE))
                .workAuthorisation(false)
                .employed(false)
                .heldPermit(Optional.of(new HeldPermit(
                        new PermitCode("etudiant"),
                        "D1",
                        Optional.empty(),
                        LocalDate.of(2025, 9, 1),
                        LocalDate.of(2026, 8, 31))))
                .build();
        CaseFile file = platform.desk
                .file(Platform.caller(student), new IdempotencyKey("declared-1"), filing)
                .caseFile();
        platform.givePieces(student, file);

        // 1 June 2026 is a Monday: two working days later is Wednesday the 3rd
        assertThat(file(file.number()).tasks())
                .extracting(Task::kind, Task::dueOn)
                .containsExactly(tuple(Task.Kind.SEE_FACTS, LocalDate.of(2026, 6, 3)));
        platform.liveUntil(LocalDate.of(2026, 8, 31));
        assertThat(papers(student))
                .extracting(row -> row.toList().get(0))
                .containsExactly(PaperKind.ATTESTATION_DE_DEPOT);

        platform.act(AGENT_38, file.number(), new Act.SeeFacts());

        assertThat(papers(student))
                .contains(paper(
                        PaperKind.ATTESTATION_DE_PROLONGATION, "2026-09-01", "2026-11-30", WorkCode.HOURS_PER_YEAR));
        assertThat(file(file.number()).tasks()).extracting(Task::kind).doesNotContain(Task.Kind.SEE_FACTS);
    }

    @Test
    void a_refusal_ends_the_papers_only_once_it_is_notified() {
        PersonId student = aStudent();
        CaseNumber number = platform.fileComplete(student, "etudiant", GRENOBLE);
        platform.act(AGENT_38, number, new Act.TakeUp());
        platform.liveUntil(LocalDate.of(2026, 9, 15));
        CaseFile refused = platform.act(AGENT_38, number, new Act.Refuse("études non suivies", "arrêté 38-2026-01"));
        assertThat(refused.next()).isPresent();
        assertThat(platform.papersOf(student))
                .allSatisfy(paper -> assertThat(paper.end()).isEmpty());

        platform.liveUntil(LocalDate.of(2026, 9, 20));
        platform.act(AGENT_38, number, new Act.Notify("registered-letter", LocalDate.of(2026, 9, 20), "1A-2026"));

        assertThat(platform.papersOf(student))
                .filteredOn(paper -> paper.kind() == PaperKind.ATTESTATION_DE_PROLONGATION)
                .allSatisfy(
                        paper -> assertThat(paper.end().orElseThrow().reason()).isEqualTo("refused"));
        assertThat(file(number).next()).isEmpty();
    }

    @Test
    void silence_refuses_on_its_day_and_the_team_still_owes_an_answer() {
        PersonId student = aStudent();
        CaseNumber number = platform.fileComplete(student, "etudiant", GRENOBLE);

        // R. 422-5: ninety days from 1 June 2026 is 30 August 2026
        platform.liveUntil(LocalDate.of(2026, 8, 30));
        assertThat(file(number).status()).isEqualTo(CaseStatus.FILED);
        platform.liveUntil(LocalDate.of(2026, 8, 31));

        assertThat(file(number).status()).isEqualTo(CaseStatus.SILENTLY_REFUSED);
        assertThat(file(number).tasks()).extracting(Task::kind).contains(Task.Kind.DECIDE);
        assertThat(file(number).next()).isPresent();
    }

    @Test
    void the_appeal_against_a_silent_refusal_is_open_for_two_months_from_its_birth() {
        CaseNumber number = platform.fileComplete(aStudent(), "etudiant", GRENOBLE);

        // R. 422-5: ninety days from 1 June 2026 is 30 August; CJA R. 421-2: two months more is 30 October
        platform.liveUntil(LocalDate.of(2026, 8, 31));
        ClockFile born = appeal(number);
        platform.liveUntil(LocalDate.of(2026, 10, 30));
        ClockFile lastDay = appeal(number);
        platform.liveUntil(LocalDate.of(2026, 10, 31));

        assertThat(born.startsOn()).isEqualTo(LocalDate.of(2026, 8, 30));
        assertThat(born.endsOn()).contains(LocalDate.of(2026, 10, 30));
        assertThat(born.basis()).extracting(Article::reference).contains("CJA R. 421-2");
        assertThat(lastDay.state()).isEqualTo(ClockFile.State.RUNNING);
        assertThat(appeal(number).state()).isEqualTo(ClockFile.State.EXPIRED);
    }

    @Test
    void an_express_refusal_opens_the_appeal_anew_once_it_is_notified() {
        CaseNumber number = platform.fileComplete(aStudent(), "etudiant", GRENOBLE);
        platform.liveUntil(LocalDate.of(2026, 9, 10));
        platform.act(AGENT_38, number, new Act.Refuse("motif", "arrêté 38-2026-01"));
        ClockFile decided = appeal(number);

        platform.act(AGENT_38, number, new Act.Notify("lettre", LocalDate.of(2026, 9, 10), "1A 000"));
        platform.act(AGENT_38, number, new Act.Reopen("erreur"));

        assertThat(decided.state()).isEqualTo(ClockFile.State.STOPPED);
        assertThat(file(number).clocks())
                .filteredOn(clock -> clock.kind().equals("appeal"))
                .extracting(ClockFile::startsOn)
                .containsExactly(LocalDate.of(2026, 8, 30), LocalDate.of(2026, 9, 10));
        assertThat(appeal(number).state()).isEqualTo(ClockFile.State.STOPPED);
    }

    @Test
    void only_the_decision_says_how_long_a_refusal_that_may_order_to_leave_is_open_to_appeal() {
        CaseNumber number = platform.fileComplete(aStudent(), "etudiant", GRENOBLE);
        platform.act(AGENT_38, number, new Act.TakeUp());
        platform.act(AGENT_38, number, new Act.Refuse("motif", "arrêté 38-2026-01"));

        platform.act(AGENT_38, number, new Act.Notify("lettre", LocalDate.of(2026, 6, 1), "1A 000"));

        assertThat(appeal(number).state()).isEqualTo(ClockFile.State.RUNNING);
        assertThat(appeal(number).endsOn()).isEmpty();
        assertThat(appeal(number).meaning()).isEqualTo("appeal-as-decided");
    }

    @Test
    void a_refusal_to_register_is_open_to_appeal_for_two_months_from_its_notification() {
        CaseNumber number =
                platform.file(aStudent(), "etudiant", GRENOBLE).caseFile().number();
        platform.askInVain(number, new PieceType("nationalite"));
        platform.act(AGENT_38, number, new Act.RefuseRegistration("incomplet"));

        // asked on 1 June with a month to answer, refused on 2 July; CJA R. 421-1: two months from that day
        platform.act(AGENT_38, number, new Act.Notify("lettre", LocalDate.of(2026, 7, 2), "1A 000"));
        ClockFile notified = appeal(number);
        platform.liveUntil(LocalDate.of(2026, 9, 3));

        assertThat(notified.endsOn()).contains(LocalDate.of(2026, 9, 2));
        assertThat(notified.state()).isEqualTo(ClockFile.State.RUNNING);
        assertThat(appeal(number).state()).isEqualTo(ClockFile.State.EXPIRED);
        assertThat(file(number).next()).isEmpty();
    }

    @Test
    void a_receiver_that_says_nothing_for_five_working_days_has_the_case() {
        PersonId student = aStudent();
        CaseNumber number = platform.fileComplete(student, "etudiant", GRENOBLE);
        platform.act(AGENT_38, number, new Act.OfferTransfer(new PrefectureCode("69"), "déménagement"));

        // 1 June 2026 is a Monday; the fifth working day after it is Monday the 8th
        platform.liveUntil(LocalDate.of(2026, 6, 8));
        assertThat(file(number).prefecture()).isEqualTo(new PrefectureCode("38"));
        platform.liveUntil(LocalDate.of(2026, 6, 9));

        CaseFile moved = file(number);
        assertThat(moved.prefecture()).isEqualTo(new PrefectureCode("69"));
        assertThat(moved.filedOn()).isEqualTo(LocalDate.of(2026, 6, 1));
        assertThat(platform.review.queue(Platform.AGENT_69, aQueue()).rows()).hasSize(1);
        assertThat(platform.review.queue(AGENT_38, aQueue()).rows()).isEmpty();
        assertThat(platform.review.find(AGENT_38, number).number()).isEqualTo(number);
        assertThat(platform.review.journal(AGENT_38, number))
                .filteredOn(line -> line.what().equals("transfer-completed"))
                .singleElement()
                .satisfies(line -> assertThat(line.basis()).contains("CRPA L. 114-2, R. 431-20"));
    }

    @Test
    void two_grounds_live_side_by_side_and_take_nothing_from_each_other() {
        PersonId student = aStudent();
        platform.fileComplete(student, "etudiant", GRENOBLE);
        platform.fileComplete(student, "vpf_conjoint_francais", GRENOBLE);

        platform.liveUntil(LocalDate.of(2026, 9, 5));

        assertThat(uncoveredDays(student, "2026-06-01", "2026-09-05")).isEmpty();
        assertThat(platform.review.ofPerson(Platform.caller(student), student)).hasSize(2);
        assertThat(platform.papersOf(student).stream().filter(paper -> paper.validAt(platform.clock.instant())))
                .extracting(paper -> paper.rights().work().value().ifSettled().map(work -> work.code()))
                .contains(Optional.of(WorkCode.HOURS_PER_YEAR));
    }

    @Test
    void a_second_pass_finds_nothing_left_to_do() {
        PersonId student = aStudent();
        platform.fileComplete(student, "etudiant", GRENOBLE);
        platform.clock.moveTo(LocalDate.of(2026, 8, 28));
        platform.pass();
        List<Attestation> before = platform.papersOf(student);

        assertThat(platform.pass().examined()).isZero();
        assertThat(platform.papersOf(student)).isEqualTo(before);
    }

    @Test
    void after_weeks_of_outage_the_next_pass_covers_from_its_day_on() {
        PersonId student = aStudent();
        platform.fileComplete(student, "etudiant", GRENOBLE);

        platform.clock.moveTo(LocalDate.of(2026, 9, 21));
        platform.pass();

        assertThat(papers(student))
                .contains(paper(
                        PaperKind.ATTESTATION_DE_PROLONGATION, "2026-09-21", "2026-12-20", WorkCode.HOURS_PER_YEAR));
    }

    private PersonId aStudent() {
        return platform.someoneHolding(
                "etudiant", DocumentKind.CST, LocalDate.of(2025, 9, 1), LocalDate.of(2026, 8, 31));
    }

    private static fr.sejour.api.cases.QueueQuery aQueue() {
        return new fr.sejour.api.cases.QueueQuery(Optional.empty(), Optional.empty(), Optional.empty(), 50);
    }

    private CaseFile file(CaseNumber number) {
        return platform.review.find(AGENT_38, number);
    }

    /** Who is told of the gap on the days before and on T-15, T-7 and T-1, and on the last day of the right itself. */
    private List<Tuple> escalations(CaseNumber number) {
        List<Tuple> told = new java.util.ArrayList<>();
        for (int day : List.of(15, 16, 23, 24, 29, 30, 31)) {
            platform.liveUntil(LocalDate.of(2026, 8, day));
            told.add(tuple(
                    day,
                    tasks(number).stream().map(task -> task.toList().get(1)).toList()));
        }
        return told;
    }

    private List<Tuple> tasks(CaseNumber number) {
        return file(number).tasks().stream()
                .filter(task -> task.kind() == Task.Kind.PREVENT_GAP)
                .map(task -> tuple(task.kind(), task.escalation()))
                .toList();
    }

    private List<Tuple> papers(PersonId person) {
        List<Attestation> papers = new java.util.ArrayList<>(platform.papersOf(person));
        java.util.Collections.reverse(papers);
        return papers.stream()
                .map(paper -> tuple(
                        paper.kind(),
                        paper.validity().firstDay(),
                        paper.validity().lastDay().orElse(null),
                        paper.rights()
                                .work()
                                .value()
                                .ifSettled()
                                .map(work -> work.code())
                                .orElse(null)))
                .toList();
    }

    private static Tuple paper(PaperKind kind, String firstDay, String lastDay, WorkCode work) {
        return tuple(kind, LocalDate.parse(firstDay), lastDay == null ? null : LocalDate.parse(lastDay), work);
    }

    /** The days at whose noon no proof of right covers the person. */
    private ClockFile appeal(CaseNumber number) {
        return file(number).clocks().stream()
                .filter(clock -> clock.kind().equals("appeal"))
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    private List<LocalDate> uncoveredDays(PersonId person, String from, String to) {
        var ledger = platform.coverage.of(Platform.caller(person), person);
        return LocalDate.parse(from)
                .datesUntil(LocalDate.parse(to).plusDays(1))
                .filter(day -> ledger.intervals().stream()
                        .noneMatch(interval -> interval.covers(day.atTime(6, 0)
                                .atZone(ZoneId.of("Europe/Paris"))
                                .toInstant())))
                .toList();
    }
}
