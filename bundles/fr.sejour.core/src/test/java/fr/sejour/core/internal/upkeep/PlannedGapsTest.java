package fr.sejour.core.internal.upkeep;

import static fr.sejour.core.internal.Platform.AGENT_38;
import static fr.sejour.core.internal.Platform.AGENT_69;
import static fr.sejour.core.internal.Platform.GRENOBLE;
import static fr.sejour.core.internal.Platform.LYON;
import static fr.sejour.core.internal.Platform.NATIONAL;
import static org.assertj.core.api.Assertions.assertThat;

import fr.sejour.api.access.Caller;
import fr.sejour.api.attestation.CoverageGap;
import fr.sejour.api.attestation.GapCause;
import fr.sejour.api.attestation.GapPage;
import fr.sejour.api.attestation.GapQuery;
import fr.sejour.api.attestation.UncoveredMonth;
import fr.sejour.api.cases.Act;
import fr.sejour.api.cases.CaseFile;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.Task;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.prefecture.CommuneCode;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.core.internal.Platform;
import fr.sejour.core.internal.Refusals;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What those who lead see of people who are without a proof of right, or come to be. */
class PlannedGapsTest {

    private static final PrefectureCode ISERE = new PrefectureCode("38");
    private static final PrefectureCode RHONE = new PrefectureCode("69");

    private final Platform platform = new Platform("2026-06-01T07:00:00Z");

    @Test
    void whoever_gets_the_next_paper_by_itself_leaves_no_gap() {
        platform.fileComplete(platform.aStudent(), "etudiant", GRENOBLE);

        assertThat(gaps(366)).isEmpty();
        platform.liveUntil(LocalDate.of(2026, 12, 10));
        assertThat(gaps(366)).isEmpty();
    }

    @Test
    void a_gap_to_come_says_its_first_day_and_who_is_asked_once_somebody_is() {
        CaseNumber number = declares(platform.someone(), GRENOBLE);

        // the card that nobody has seen ends on 31 August, 92 days ahead
        assertThat(gaps(91)).isEmpty();
        CoverageGap seen = only(gaps(92));
        assertThat(seen.caseNumber()).isEqualTo(number);
        assertThat(seen.prefecture()).isEqualTo(ISERE);
        assertThat(seen.from()).isEqualTo(LocalDate.of(2026, 9, 1));
        assertThat(seen.cause()).isEqualTo(GapCause.FACTS_TO_SEE);
        assertThat(seen.closing()).isEmpty();
        assertThat(seen.task()).map(Task::kind).contains(Task.Kind.SEE_FACTS);
        assertThat(seen.uncoveredDays()).isZero();
    }

    @Test
    void a_gap_that_began_counts_its_days_and_ends_with_the_paper() {
        CaseNumber number = declares(platform.someone(), GRENOBLE);
        platform.liveUntil(LocalDate.of(2026, 9, 10));

        CoverageGap open = only(gaps(0));
        platform.act(AGENT_38, number, new Act.SeeFacts());

        assertThat(open.from()).isEqualTo(LocalDate.of(2026, 9, 1));
        assertThat(open.uncoveredDays()).isEqualTo(10);
        assertThat(gaps(366)).isEmpty();
        assertThat(platform.gaps.uncoveredDays(
                        NATIONAL, Optional.empty(), YearMonth.of(2026, 8), YearMonth.of(2026, 9)))
                .containsExactly(new UncoveredMonth(ISERE, YearMonth.of(2026, 9), 10, 1));
    }

    @Test
    void a_file_that_is_incomplete_waits_for_its_person() {
        PersonId student = platform.aStudent();
        CaseFile file = platform.file(student, "etudiant", GRENOBLE).caseFile();

        CoverageGap gap = only(gaps(366));
        assertThat(gap.cause()).isEqualTo(GapCause.FILE_INCOMPLETE);
        assertThat(gap.task()).isEmpty();
        platform.liveUntil(LocalDate.of(2026, 8, 20));
        assertThat(only(gaps(366)).task()).map(Task::kind).contains(Task.Kind.PREVENT_GAP);

        platform.givePieces(student, file);
        assertThat(gaps(366)).isEmpty();
    }

    @Test
    void a_paper_of_another_case_closes_the_gap() {
        PersonId student = platform.aStudent();
        platform.file(student, "etudiant", GRENOBLE);
        assertThat(gaps(366)).hasSize(1);

        platform.fileComplete(student, "etudiant", GRENOBLE);

        assertThat(gaps(366)).isEmpty();
    }

    @Test
    void a_permit_that_was_granted_for_a_time_leaves_a_gap_after_it_until_its_card_is_in_the_hand() {
        CaseNumber number = platform.fileComplete(platform.aStudent(), "etudiant", GRENOBLE);
        platform.act(AGENT_38, number, new Act.TakeUp());
        platform.act(
                AGENT_38,
                number,
                new Act.Grant(LocalDate.of(2026, 6, 1), LocalDate.of(2027, 5, 31), "arrêté 38-2026-01"));

        CoverageGap gap = only(gaps(366));

        assertThat(gap.from()).isEqualTo(LocalDate.of(2027, 6, 1));
        assertThat(gap.cause()).isEqualTo(GapCause.GRANT_OVER);
        assertThat(gaps(60)).isEmpty();
    }

    @Test
    void a_case_that_ended_leaves_no_gap() {
        PersonId student = platform.someone();
        CaseNumber number = declares(student, GRENOBLE);
        platform.liveUntil(LocalDate.of(2026, 9, 3));
        assertThat(gaps(0)).hasSize(1);

        platform.act(Platform.caller(student), number, new Act.Withdraw("je pars"));

        assertThat(gaps(366)).isEmpty();
    }

    @Test
    void pages_follow_one_another_in_the_order_of_the_first_days() {
        CaseNumber first = declares(platform.someone(), GRENOBLE);
        CaseNumber second = declares(platform.someone(), LYON);
        GapPage one = platform.gaps.gaps(NATIONAL, query(Optional.empty(), Optional.empty(), 1));
        GapPage two = platform.gaps.gaps(NATIONAL, query(Optional.empty(), one.next(), 1));

        assertThat(two.next()).isEmpty();
        assertThat(List.of(only(one.gaps()).caseNumber(), only(two.gaps()).caseNumber()))
                .containsExactlyElementsOf(
                        List.of(first, second).stream().sorted().toList());
    }

    @Test
    void a_chief_sees_their_prefecture_and_no_other_agent_does() {
        declares(platform.someone(), GRENOBLE);
        declares(platform.someone(), LYON);
        platform.teams.appointChiefs(NATIONAL, ISERE, Set.of(AGENT_38.account()));

        assertThat(only(read(AGENT_38, Optional.empty())).prefecture()).isEqualTo(ISERE);
        assertThat(refused(AGENT_38, Optional.of(RHONE))).isEqualTo(ErrorCode.NOT_FOUND);
        assertThat(refused(AGENT_69, Optional.empty())).isEqualTo(ErrorCode.NOT_YOURS_TO_DO);
        assertThat(refused(AGENT_69, Optional.of(RHONE))).isEqualTo(ErrorCode.NOT_YOURS_TO_DO);
        assertThat(refused(Platform.caller(platform.someone()), Optional.empty()))
                .isEqualTo(ErrorCode.NOT_YOURS_TO_DO);
        assertThat(only(read(NATIONAL, Optional.of(RHONE))).prefecture()).isEqualTo(RHONE);
        assertThat(platform.gaps.led(AGENT_38)).containsExactly(ISERE);
    }

    @Test
    void months_are_counted_for_two_years_at_most() {
        assertThat(Refusals.of(() -> platform.gaps.uncoveredDays(
                                NATIONAL, Optional.empty(), YearMonth.of(2026, 5), YearMonth.of(2026, 4)))
                        .code())
                .isEqualTo(ErrorCode.CONTRADICTORY_INPUT);
        assertThat(Refusals.of(() -> platform.gaps.uncoveredDays(
                                NATIONAL, Optional.empty(), YearMonth.of(2024, 5), YearMonth.of(2026, 5)))
                        .code())
                .isEqualTo(ErrorCode.CONTRADICTORY_INPUT);
    }

    /** Files in the window, with every piece, on a permit that nobody but her speaks of. */
    private CaseNumber declares(PersonId student, CommuneCode home) {
        CaseFile file = platform.file(
                        Platform.caller(student),
                        Platform.holding(
                                Platform.filing(student, "etudiant", home),
                                Platform.said("etudiant", "D2", "2025-09-01", "2026-08-31")))
                .caseFile();
        platform.givePieces(student, file);
        return file.number();
    }

    private List<CoverageGap> gaps(int daysAhead) {
        return platform.gaps
                .gaps(NATIONAL, new GapQuery(Optional.empty(), daysAhead, true, Optional.empty(), 50))
                .gaps();
    }

    private List<CoverageGap> read(Caller caller, Optional<PrefectureCode> prefecture) {
        return platform.gaps
                .gaps(caller, query(prefecture, Optional.empty(), 50))
                .gaps();
    }

    private static GapQuery query(Optional<PrefectureCode> prefecture, Optional<String> after, int limit) {
        return new GapQuery(prefecture, 366, false, after, limit);
    }

    private ErrorCode refused(Caller caller, Optional<PrefectureCode> prefecture) {
        return Refusals.of(() -> read(caller, prefecture)).code();
    }

    private static CoverageGap only(List<CoverageGap> gaps) {
        assertThat(gaps).hasSize(1);
        return gaps.get(0);
    }
}
