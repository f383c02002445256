package fr.sejour.store.jpa.internal;

import static fr.sejour.store.jpa.internal.Situations.ISERE;
import static fr.sejour.store.jpa.internal.Situations.NATIONAL;
import static fr.sejour.store.jpa.internal.Situations.PARIS_75;
import static fr.sejour.store.jpa.internal.Situations.RHONE;
import static fr.sejour.store.jpa.internal.Situations.THAT_DAY;
import static fr.sejour.store.jpa.internal.Situations.aCase;
import static fr.sejour.store.jpa.internal.Situations.caseNumber;
import static fr.sejour.store.jpa.internal.Situations.personId;
import static org.assertj.core.api.Assertions.assertThat;

import fr.sejour.api.attestation.CoverageGap.Closing;
import fr.sejour.api.attestation.GapCause;
import fr.sejour.api.attestation.UncoveredMonth;
import fr.sejour.api.cases.Task;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.right.PaperKind;
import fr.sejour.core.port.CaseRecord;
import fr.sejour.core.port.GapRow;
import fr.sejour.core.port.PlannedGap;
import fr.sejour.core.port.UncoveredDay;
import fr.sejour.core.port.UncoveredRecords.GapKey;
import fr.sejour.core.port.UncoveredRecords.WithoutProof;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Days without a proof of right. */
abstract class UncoveredContract extends ShelfContract {

    private static final YearMonth MARCH = YearMonth.of(2026, 3);

    UncoveredContract(StoreContract contract) {
        super(contract);
    }

    @Test
    void a_day_of_a_person_is_noted_once_and_as_it_was_noted_first() {
        keep(aCase(1, 1), aCase(2, 1), aCase(3, 2));
        UncoveredDay first = day(1, 1, THAT_DAY, ISERE, GapCause.FACTS_TO_SEE);
        UncoveredDay second = day(1, 1, THAT_DAY.plusDays(1), ISERE, GapCause.FACTS_TO_SEE);

        write(records -> records.uncovered().keep(personId(1), List.of(first)));
        write(records -> records.uncovered()
                .keep(personId(1), List.of(second, day(1, 2, THAT_DAY, RHONE, GapCause.LAW_OPEN), first)));

        assertThat(store.<List<UncoveredDay>>read(records -> records.uncovered().ofPerson(personId(1))))
                .containsExactly(first, second);
        assertThat(raw.rows("SELECT person_id, legal_day, prefecture, case_number, cause FROM uncovered_day"
                        + " ORDER BY legal_day"))
                .containsExactly(
                        personId(1) + "|2026-03-10|38|" + caseNumber(1) + "|FACTS_TO_SEE",
                        personId(1) + "|2026-03-11|38|" + caseNumber(1) + "|FACTS_TO_SEE");
    }

    @Test
    void days_are_counted_in_the_prefecture_that_was_responsible() {
        keep(aCase(1, 1), aCase(3, 2));
        write(records -> {
            records.uncovered()
                    .keep(
                            personId(1),
                            List.of(
                                    day(1, 1, THAT_DAY, ISERE, GapCause.PAPER_LATE),
                                    day(1, 1, THAT_DAY.plusDays(1), RHONE, GapCause.PAPER_LATE)));
            records.uncovered().keep(personId(2), List.of(day(2, 3, THAT_DAY, ISERE, GapCause.PAPER_LATE)));
        });

        assertThat(store.<Map<PrefectureCode, Long>>read(
                        records -> records.uncovered().countByPrefecture()))
                .containsExactlyInAnyOrderEntriesOf(Map.of(ISERE, 2L, RHONE, 1L));
    }

    @Test
    void days_of_many_people_are_noted_without_writing_what_stands_before_for_each() {
        keep(aCase(1, 1), aCase(3, 2));

        List<String> statements = watched.during(() -> write(records -> {
            records.uncovered().keep(personId(1), List.of(day(1, 1, THAT_DAY, ISERE, GapCause.PAPER_LATE)));
            records.uncovered().keep(personId(2), List.of(day(2, 3, THAT_DAY, ISERE, GapCause.PAPER_LATE)));
            records.uncovered().keep(personId(1), List.of(day(1, 1, THAT_DAY, RHONE, GapCause.LAW_OPEN)));
        }));

        assertThat(statements).extracting(it -> it.substring(0, 6)).containsExactly("SELECT", "INSERT");
    }

    @Test
    void days_are_noted_in_the_holes_between_those_that_are() {
        keep(aCase(1, 1));
        write(records -> records.uncovered()
                .keep(
                        personId(1),
                        List.of(
                                day(1, 1, THAT_DAY, ISERE, GapCause.PAPER_LATE),
                                day(1, 1, THAT_DAY.plusDays(2), ISERE, GapCause.PAPER_LATE))));

        write(records -> records.uncovered()
                .keep(
                        personId(1),
                        THAT_DAY.datesUntil(THAT_DAY.plusDays(5))
                                .map(day -> day(1, 1, day, ISERE, GapCause.PAPER_LATE))
                                .toList()));

        assertThat(raw.rows("SELECT legal_day FROM uncovered_day ORDER BY legal_day"))
                .containsExactly("2026-03-10", "2026-03-11", "2026-03-12", "2026-03-13", "2026-03-14");
    }

    @Test
    void whose_day_begins_is_found_unless_the_clock_looks_at_the_case_anyway() {
        keep(
                without(1, NOW, NOW.plusSeconds(60)),
                without(2, NOW.minusSeconds(60), NOW.plusSeconds(60)),
                without(3, NOW, NOW),
                without(4, NOW.plusSeconds(1), NOW.plusSeconds(60)),
                aCase(5, 5));

        assertThat(begun(10))
                .containsExactly(
                        new WithoutProof(
                                caseNumber(2),
                                personId(2),
                                ISERE,
                                ZoneId.of("Europe/Paris"),
                                Optional.of(GAP),
                                NOW.minusSeconds(60),
                                Optional.of(NOW.plusSeconds(60))),
                        new WithoutProof(
                                caseNumber(1),
                                personId(1),
                                ISERE,
                                ZoneId.of("Europe/Paris"),
                                Optional.of(GAP),
                                NOW,
                                Optional.of(NOW.plusSeconds(60))));
        assertThat(begun(1)).extracting(WithoutProof::number).containsExactly(caseNumber(2));
    }

    private static final PlannedGap GAP = new PlannedGap(THAT_DAY, GapCause.LAW_OPEN, Optional.empty());
    private static final Instant NOW = Instant.parse("2026-03-10T23:00:00Z");

    private List<WithoutProof> begun(int limit) {
        return store.write(records -> records.uncovered().begun(NOW, limit));
    }

    private static CaseRecord without(int number, Instant dayAt, Instant wakeAt) {
        CaseRecord record = aCase(number, number);
        return record.withStanding(record.standing()
                .with()
                .gap(Optional.of(GAP))
                .uncoveredAt(Optional.of(dayAt))
                .wakeAt(Optional.of(wakeAt))
                .build());
    }

    @Test
    void days_of_a_month_are_counted_with_their_people() {
        keep(aCase(1, 1), aCase(3, 2));
        write(records -> {
            records.uncovered()
                    .keep(
                            personId(1),
                            List.of(
                                    day(1, 1, LocalDate.of(2026, 2, 28), ISERE, GapCause.PAPER_LATE),
                                    day(1, 1, LocalDate.of(2026, 3, 1), ISERE, GapCause.PAPER_LATE),
                                    day(1, 1, LocalDate.of(2026, 3, 31), ISERE, GapCause.PAPER_LATE),
                                    day(1, 1, LocalDate.of(2026, 4, 1), ISERE, GapCause.PAPER_LATE)));
            records.uncovered()
                    .keep(
                            personId(2),
                            List.of(
                                    day(2, 3, LocalDate.of(2026, 3, 1), ISERE, GapCause.PAPER_LATE),
                                    day(2, 3, LocalDate.of(2026, 3, 2), RHONE, GapCause.PAPER_LATE)));
        });

        assertThat(count(List.of()))
                .containsExactly(new UncoveredMonth(ISERE, MARCH, 3, 2), new UncoveredMonth(RHONE, MARCH, 1, 1));
        assertThat(count(List.of(RHONE, PARIS_75))).containsExactly(new UncoveredMonth(RHONE, MARCH, 1, 1));
    }

    private List<UncoveredMonth> count(List<PrefectureCode> prefectures) {
        return store.read(records -> records.uncovered().count(prefectures, MARCH));
    }

    @Test
    void gaps_are_read_by_their_first_day_page_by_page() {
        PlannedGap alone = new PlannedGap(THAT_DAY, GapCause.FACTS_TO_SEE, Optional.empty());
        PlannedGap later = new PlannedGap(THAT_DAY.plusDays(9), GapCause.LAW_OPEN, Optional.empty());
        PlannedGap closing = new PlannedGap(
                THAT_DAY,
                GapCause.PAPER_LATE,
                Optional.of(new Closing(PaperKind.ATTESTATION_DE_PROLONGATION, THAT_DAY.plusDays(2))));
        Task task = new Task(
                caseNumber(2) + "-see-facts",
                caseNumber(2),
                Task.Kind.SEE_FACTS,
                Optional.of(ISERE),
                THAT_DAY,
                Task.Escalation.CHIEF,
                Optional.empty());
        keep(
                leaving(aCase(1, 1), later),
                leaving(aCase(2, 2), alone).withTasks(List.of(task)),
                leaving(aCase(3, 3), closing),
                aCase(4, 4));
        write(records -> records.uncovered()
                .keep(
                        personId(2),
                        List.of(
                                day(2, 2, THAT_DAY.minusDays(1), ISERE, GapCause.FACTS_TO_SEE),
                                day(2, 2, THAT_DAY, ISERE, GapCause.FACTS_TO_SEE))));

        GapRow first = new GapRow(caseNumber(2), ISERE, "Diallo", "Aïssatou", alone, List.of(task), 1);
        GapRow second = new GapRow(caseNumber(3), ISERE, "Diallo", "Aïssatou", closing, List.of(), 0);
        GapRow third = new GapRow(caseNumber(1), ISERE, "Diallo", "Aïssatou", later, List.of(), 0);
        for (List<PrefectureCode> led : List.of(List.<PrefectureCode>of(), List.of(RHONE, ISERE))) {
            assertThat(gaps(led, 9, false, Optional.empty(), 2)).containsExactly(first, second);
            assertThat(gaps(led, 9, false, Optional.of(new GapKey(THAT_DAY, caseNumber(3))), 2))
                    .containsExactly(third);
            assertThat(gaps(led, 8, false, Optional.empty(), 9)).containsExactly(first, second);
            assertThat(gaps(led, 9, true, Optional.empty(), 9)).containsExactly(first, third);
        }
        assertThat(gaps(List.of(RHONE), 9, false, Optional.empty(), 9)).isEmpty();
        assertThat(store.<Optional<PlannedGap>>read(records -> records.cases()
                        .find(NATIONAL, caseNumber(3))
                        .orElseThrow()
                        .standing()
                        .gap()))
                .contains(closing);
        assertThat(raw.rows("SELECT case_number, gap_from, gap_cause, gap_paper, gap_closes_on FROM permit_case"
                        + " WHERE gap_key IS NOT NULL ORDER BY gap_key"))
                .containsExactly(
                        caseNumber(2) + "|2026-03-10|FACTS_TO_SEE|-|-",
                        caseNumber(3) + "|2026-03-10|PAPER_LATE|ATTESTATION_DE_PROLONGATION|2026-03-12",
                        caseNumber(1) + "|2026-03-19|LAW_OPEN|-|-");
    }

    private List<GapRow> gaps(
            List<PrefectureCode> led, int days, boolean needingSomebody, Optional<GapKey> after, int limit) {
        return store.read(
                records -> records.uncovered().gaps(led, THAT_DAY.plusDays(days), needingSomebody, after, limit));
    }

    private static CaseRecord leaving(CaseRecord record, PlannedGap gap) {
        return record.withStanding(record.standing().withGap(Optional.of(gap)));
    }

    private static UncoveredDay day(int person, long number, LocalDate day, PrefectureCode prefecture, GapCause cause) {
        return new UncoveredDay(personId(person), day, prefecture, caseNumber(number), cause);
    }
}
