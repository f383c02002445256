package fr.sejour.core.internal.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.access.Caller;
import fr.sejour.api.attempt.Attempt;
import fr.sejour.api.attempt.AttemptNumber;
import fr.sejour.api.attempt.Substitute;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.Task;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.report.NewReport;
import fr.sejour.api.report.Report;
import fr.sejour.api.report.ReportAct;
import fr.sejour.api.report.ReportDesk.Opened;
import fr.sejour.api.report.ReportNumber;
import fr.sejour.api.report.Trace;
import fr.sejour.core.internal.Platform;
import fr.sejour.core.internal.ReadableSignatures;
import fr.sejour.law.Editions;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.junit.jupiter.api.Test;

class TrackedReportsTest {

    private static final PrefectureCode ISERE = new PrefectureCode("38");

    // a Monday
    private final Platform platform = new Platform("2026-06-15T08:00:00Z");
    private final PersonId person = platform.aStudent();
    private final Caller applicant = Caller.applicant(new AccountId("amina"), person);
    private final TrackedReports desk =
            new TrackedReports(platform.store, new Editions(), new ReadableSignatures(), platform.clock);
    private final LateReportRound round = new LateReportRound(platform.store, new ReadableSignatures(), platform.clock);

    @Test
    void a_report_goes_to_the_prefecture_of_the_case_and_is_owed_by_a_day() {
        CaseNumber number =
                platform.file(person, "etudiant", Platform.GRENOBLE).caseFile().number();

        Report blocking = open(Report.Topic.PIECES, true).report();
        Report other = open(Report.Topic.SITE, false).report();

        assertThat(blocking.owner()).contains(ISERE);
        // Monday 15 June 2026: two working days end on Wednesday, ten on Monday 29.
        assertThat(blocking.dueOn()).isEqualTo("2026-06-17");
        assertThat(other.dueOn()).isEqualTo("2026-06-29");
        assertThat(desk.list(Platform.AGENT_38))
                .extracting(Report::number)
                .containsExactly(blocking.number(), other.number());
        assertThat(desk.list(Platform.AGENT_69)).isEmpty();
        assertThat(desk.act(Platform.AGENT_38, other.number(), new ReportAct.Link(number))
                        .caseNumber())
                .contains(number);
    }

    @Test
    void an_answer_is_read_by_the_person_who_may_answer_back_and_reopen_it() {
        platform.file(person, "etudiant", Platform.GRENOBLE);
        ReportNumber number = open(Report.Topic.SITE, false).report().number();

        desk.act(Platform.AGENT_38, number, new ReportAct.Answer("C'est réparé."));
        assertThat(desk.find(applicant, number).state()).isEqualTo(Report.State.ANSWERED);
        platform.clock.moveTo(LocalDate.of(2026, 6, 19));
        desk.act(applicant, number, new ReportAct.Reopen("Toujours pas."));
        Report after = desk.act(applicant, number, new ReportAct.Reply("Sur mon téléphone."));

        assertThat(after.state()).isEqualTo(Report.State.OPEN);
        // Friday 19 June 2026 and ten working days: Friday 3 July.
        assertThat(after.dueOn()).isEqualTo("2026-07-03");
        assertThat(after.steps())
                .extracting(Report.Step::what)
                .containsExactly(Report.What.OPENED, Report.What.ANSWERED, Report.What.REOPENED, Report.What.REPLIED);
        assertThat(after.steps().get(1).words()).contains("C'est réparé.");
        assertRefused(ErrorCode.ACT_NOT_ALLOWED, () -> desk.act(applicant, number, new ReportAct.Reopen("Encore.")));
        assertRefused(ErrorCode.NOT_YOURS_TO_DO, () -> desk.act(applicant, number, new ReportAct.Answer("Moi.")));
        assertRefused(
                ErrorCode.NOT_YOURS_TO_DO, () -> desk.act(Platform.AGENT_38, number, new ReportAct.Reply("Moi.")));
    }

    @Test
    void somebody_without_an_account_follows_it_with_a_secret_and_nobody_without_it() {
        Opened opened = desk.open(Optional.empty(), report(Report.Topic.ACCOUNT, true, Optional.empty()));
        ReportNumber number = opened.report().number();
        String secret = opened.secret().orElseThrow();

        assertThat(opened.report().owner()).isEmpty();
        assertThat(desk.find(number, secret).number()).isEqualTo(number);
        assertThat(desk.act(number, secret, new ReportAct.Reply("Alors ?")).steps())
                .hasSize(2);
        assertRefused(ErrorCode.NOT_FOUND, () -> desk.find(number, "another"));
        assertRefused(ErrorCode.NOT_FOUND, () -> desk.find(applicant, number));
        assertRefused(ErrorCode.NOT_FOUND, () -> desk.find(Platform.AGENT_38, number));
        assertThat(desk.list(Platform.NATIONAL)).extracting(Report::number).contains(number);
    }

    @Test
    void a_helper_follows_their_own_report_with_a_secret_too() {
        Caller helper = Caller.helper(new AccountId("asso"));

        Opened opened = desk.open(Optional.of(helper), report(Report.Topic.SITE, false, Optional.empty()));
        desk.act(Platform.NATIONAL, opened.report().number(), new ReportAct.Answer("C'est réparé."));

        Report read = desk.find(opened.report().number(), opened.secret().orElseThrow());
        assertThat(read.state()).isEqualTo(Report.State.ANSWERED);
        assertThat(desk.list(helper)).isEmpty();
    }

    @Test
    void a_report_given_to_another_team_is_theirs() {
        ReportNumber number = desk.open(Optional.empty(), report(Report.Topic.SITE, false, Optional.of(ISERE)))
                .report()
                .number();

        desk.act(
                Platform.AGENT_38,
                number,
                new ReportAct.Route(Optional.of(new PrefectureCode("69")), "Adresse à Lyon."));

        assertThat(desk.list(Platform.AGENT_69)).extracting(Report::number).containsExactly(number);
        assertRefused(ErrorCode.NOT_FOUND, () -> desk.find(Platform.AGENT_38, number));
    }

    @Test
    void an_act_changes_what_it_is_about_and_leaves_a_step() {
        CaseNumber number =
                platform.file(person, "etudiant", Platform.GRENOBLE).caseFile().number();
        Report opened = open(Report.Topic.FILING, true).report();
        platform.clock.moveTo(LocalDate.of(2026, 6, 16));

        Report linked = desk.act(Platform.AGENT_38, opened.number(), new ReportAct.Link(number));
        Report answered = desk.act(Platform.AGENT_38, opened.number(), new ReportAct.Answer("C'est réparé."));
        Report reopened = desk.act(applicant, opened.number(), new ReportAct.Reopen("Toujours pas."));
        Report routed =
                desk.act(Platform.AGENT_38, opened.number(), new ReportAct.Route(Optional.empty(), "Pour vous."));

        assertThat(linked).usingRecursiveComparison(allBut("caseNumber")).isEqualTo(opened);
        assertThat(answered).usingRecursiveComparison(allBut("state")).isEqualTo(linked);
        assertThat(reopened).usingRecursiveComparison(allBut("state", "dueOn")).isEqualTo(answered);
        assertThat(routed).usingRecursiveComparison(allBut("owner")).isEqualTo(reopened);
        assertThat(routed.owner()).isEmpty();
        assertThat(routed.caseNumber()).contains(number);
        // Tuesday 16 June 2026 and two working days: Thursday 18.
        assertThat(routed.dueOn()).isEqualTo("2026-06-18");
        assertThat(routed.steps())
                .extracting(Report.Step::sequence, Report.Step::what, Report.Step::side, Report.Step::detail)
                .containsExactly(
                        tuple(1L, Report.What.OPENED, Report.Side.PERSON, Optional.empty()),
                        tuple(
                                2L,
                                Report.What.SUBSTITUTE_OPENED,
                                Report.Side.PLATFORM,
                                opened.substitute().map(AttemptNumber::value)),
                        tuple(3L, Report.What.LINKED, Report.Side.STAFF, Optional.of(number.value())),
                        tuple(4L, Report.What.ANSWERED, Report.Side.STAFF, Optional.empty()),
                        tuple(5L, Report.What.REOPENED, Report.Side.PERSON, Optional.empty()),
                        tuple(6L, Report.What.ROUTED, Report.Side.STAFF, Optional.of("national")));
        assertThat(routed.steps())
                .extracting(Report.Step::by)
                .containsExactly(
                        Optional.of(applicant.account()),
                        Optional.empty(),
                        Optional.of(Platform.AGENT_38.account()),
                        Optional.of(Platform.AGENT_38.account()),
                        Optional.of(applicant.account()),
                        Optional.of(Platform.AGENT_38.account()));
    }

    @Test
    void a_report_goes_to_no_unknown_prefecture_and_is_about_no_case_of_somebody_else() {
        CaseNumber another = platform.file(platform.aStudent(), "etudiant", Platform.GRENOBLE)
                .caseFile()
                .number();
        platform.file(person, "etudiant", Platform.GRENOBLE);
        ReportNumber number = open(Report.Topic.SITE, false).report().number();
        Optional<PrefectureCode> nowhere = Optional.of(new PrefectureCode("20"));

        assertRefused(
                ErrorCode.CONTRADICTORY_INPUT,
                () -> desk.act(Platform.AGENT_38, number, new ReportAct.Route(nowhere, "Pour vous.")));
        assertRefused(
                ErrorCode.CONTRADICTORY_INPUT, () -> desk.act(Platform.AGENT_38, number, new ReportAct.Link(another)));
        assertRefused(
                ErrorCode.CONTRADICTORY_INPUT,
                () -> desk.open(Optional.empty(), report(Report.Topic.SITE, false, nowhere)));
        assertThat(desk.find(applicant, number).steps()).hasSize(1);
    }

    /** R. 431-2: the right opens from the record of the failure; nobody has to invite the person (M17). */
    @Test
    void m17_a_blocking_report_about_filing_opens_the_substitute_channel_at_once() {
        Report report = open(Report.Topic.FILING, true).report();

        Attempt proof = attempt(report.substitute().orElseThrow());
        assertThat(proof.at()).isEqualTo("2026-06-15T08:00:00Z");
        assertThat(proof.operation()).isEqualTo(Attempt.Operation.REPORTED_FILING);
        assertThat(proof.asker().person()).contains(person);
        assertThat(proof.subject().ground()).contains(new PermitCode("etudiant"));
        assertThat(proof.substitute().map(Substitute::because)).contains(Substitute.Because.REPORTED);
        assertThat(open(Report.Topic.FILING, false).report().substitute()).isEmpty();
        assertThat(open(Report.Topic.SITE, true).report().substitute()).isEmpty();
    }

    @Test
    void a_blocking_report_that_nobody_answers_by_its_day_opens_it_too_and_once() {
        platform.file(person, "etudiant", Platform.GRENOBLE);
        ReportNumber number = open(Report.Topic.PIECES, true).report().number();

        platform.clock.moveTo(LocalDate.of(2026, 6, 17));
        assertThat(round.openLate()).isZero();
        assertThat(desk.find(applicant, number).escalation()).isEqualTo(Task.Escalation.TEAM);
        platform.clock.moveTo(LocalDate.of(2026, 6, 19));
        assertThat(round.openLate()).isEqualTo(1);
        assertThat(round.openLate()).isZero();

        Report after = desk.find(applicant, number);
        assertThat(after.escalation()).isEqualTo(Task.Escalation.CHIEF);
        assertThat(attempt(after.substitute().orElseThrow()).substitute().map(Substitute::because))
                .contains(Substitute.Because.REPORT_UNANSWERED);
        // two working days after Wednesday 17: Friday 19; late beyond it on Saturday
        platform.clock.moveTo(LocalDate.of(2026, 6, 20));
        assertThat(desk.find(applicant, number).escalation()).isEqualTo(Task.Escalation.NATIONAL);
    }

    @Test
    void nobody_floods_the_desk() {
        for (int at = 0; at < 20; at++) {
            open(Report.Topic.SITE, false);
        }

        assertRefused(ErrorCode.TOO_MANY_ATTEMPTS, () -> open(Report.Topic.SITE, false));
    }

    private Opened open(Report.Topic topic, boolean blocking) {
        return desk.open(Optional.of(applicant), report(topic, blocking, Optional.empty()));
    }

    private static NewReport report(Report.Topic topic, boolean blocking, Optional<PrefectureCode> prefecture) {
        return new NewReport(
                topic,
                blocking,
                "La page reste blanche.",
                Trace.NONE,
                Optional.empty(),
                Optional.of(new PermitCode("etudiant")),
                prefecture,
                Optional.empty());
    }

    private Attempt attempt(AttemptNumber number) {
        return platform.store
                .read(records -> records.traces().find(Platform.NATIONAL, number))
                .orElseThrow();
    }

    /** The steps are looked at by themselves. */
    private static RecursiveComparisonConfiguration allBut(String... changed) {
        return RecursiveComparisonConfiguration.builder()
                .withIgnoredFields(
                        Stream.concat(Stream.of("steps"), Stream.of(changed)).toArray(String[]::new))
                .build();
    }

    private static void assertRefused(ErrorCode code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        CaseException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
