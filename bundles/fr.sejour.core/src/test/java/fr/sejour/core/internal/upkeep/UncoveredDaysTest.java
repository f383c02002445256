package fr.sejour.core.internal.upkeep;

import static fr.sejour.core.internal.Platform.AGENT_38;
import static fr.sejour.core.internal.Platform.GRENOBLE;
import static fr.sejour.core.internal.Platform.NATIONAL;
import static org.assertj.core.api.Assertions.assertThat;

import fr.sejour.api.attestation.GapCause;
import fr.sejour.api.cases.Act;
import fr.sejour.api.cases.CaseFile;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.filing.Filing;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.core.internal.Platform;
import fr.sejour.core.port.CaseRecord;
import fr.sejour.core.port.Standing;
import fr.sejour.core.port.UncoveredDay;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who filed in time with a complete file, and on which days they could show no proof of right all the same. */
class UncoveredDaysTest {

    private final Platform platform = new Platform("2026-06-01T07:00:00Z");

    @Test
    void whoever_is_covered_all_along_has_no_such_day() {
        PersonId student = platform.aStudent();
        platform.fileComplete(student, "etudiant", GRENOBLE);

        platform.liveUntil(LocalDate.of(2026, 12, 10));

        assertThat(days(student)).isEmpty();
    }

    @Test
    void each_day_counts_from_the_end_of_the_permit_to_the_day_of_the_paper() {
        PersonId student = platform.someone();
        CaseNumber number = declares(student);

        platform.liveUntil(LocalDate.of(2026, 9, 10));
        platform.act(AGENT_38, number, new Act.SeeFacts());
        platform.liveUntil(LocalDate.of(2026, 9, 20));

        // the card ends on 31 August; on the morning of 10 September she still has nothing to show
        assertThat(days(student))
                .extracting(UncoveredDay::day)
                .containsExactlyElementsOf(LocalDate.of(2026, 9, 1)
                        .datesUntil(LocalDate.of(2026, 9, 11))
                        .toList());
        assertThat(days(student)).allSatisfy(day -> {
            assertThat(day.cause()).isEqualTo(GapCause.FACTS_TO_SEE);
            assertThat(day.prefecture()).isEqualTo(new PrefectureCode("38"));
            assertThat(day.caseNumber()).isEqualTo(number);
        });
    }

    @Test
    void a_day_is_noted_as_it_begins() {
        PersonId student = platform.someone();
        CaseNumber number = declares(student);
        platform.liveUntil(LocalDate.of(2026, 9, 4));

        // midnight in Grenoble, which is at ten in the evening in UTC
        moveTo("2026-09-04T21:59:59Z");
        platform.pass();
        assertThat(days(student)).last().extracting(UncoveredDay::day).isEqualTo(LocalDate.of(2026, 9, 4));
        moveTo("2026-09-04T22:00:00Z");
        platform.pass();
        assertThat(days(student)).last().extracting(UncoveredDay::day).isEqualTo(LocalDate.of(2026, 9, 5));
        assertThat(standing(number).uncoveredAt()).contains(Instant.parse("2026-09-05T22:00:00Z"));
    }

    @Test
    void a_day_that_begins_changes_nothing_that_a_reader_of_the_case_sees() {
        PersonId student = platform.someone();
        CaseNumber number = declares(student);
        platform.liveUntil(LocalDate.of(2026, 9, 4));
        CaseRecord before = record(number);

        moveTo("2026-09-04T22:00:00Z");
        platform.pass();

        assertThat(before.standing().wakeAt().orElseThrow()).isAfter(platform.clock.instant());
        assertThat(record(number))
                .isEqualTo(before.withStanding(
                        before.standing().withUncoveredAt(Optional.of(Instant.parse("2026-09-05T22:00:00Z")))));
    }

    @Test
    void of_where_the_case_is_and_where_it_was_filed_the_day_that_begins_last_counts() {
        PersonId student = platform.someone();
        CaseNumber number = declares(student);
        platform.act(AGENT_38, number, new Act.OfferTransfer(new PrefectureCode("976"), "déménagement"));
        platform.act(NATIONAL, number, new Act.ReceiveTransfer());
        platform.liveUntil(LocalDate.of(2026, 9, 4));

        // the 5th begins at nine in the evening in Mamoudzou and an hour later in Grenoble
        moveTo("2026-09-04T21:59:59Z");
        platform.pass();
        assertThat(days(student)).last().extracting(UncoveredDay::day).isEqualTo(LocalDate.of(2026, 9, 4));
        moveTo("2026-09-04T22:00:00Z");
        platform.pass();
        assertThat(days(student)).last().extracting(UncoveredDay::day).isEqualTo(LocalDate.of(2026, 9, 5));
    }

    /** As a node does that knows nothing of the instant. */
    @Test
    void whoever_got_a_paper_from_somebody_who_left_the_instant_standing_has_no_such_day() {
        PersonId student = platform.someone();
        CaseNumber number = declares(student);
        platform.liveUntil(LocalDate.of(2026, 9, 4));
        Optional<Instant> left = standing(number).uncoveredAt();
        platform.act(AGENT_38, number, new Act.SeeFacts());
        platform.store.write(records -> {
            records.cases().rest(number, standing(number).wakeAt(), left);
            return number;
        });

        platform.liveUntil(LocalDate.of(2026, 9, 8));

        assertThat(days(student)).extracting(day -> day.day().getDayOfMonth()).containsExactly(1, 2, 3, 4);
        assertThat(standing(number).uncoveredAt()).isEmpty();
    }

    @Test
    void days_that_began_in_an_outage_are_noted_after_it() {
        PersonId student = platform.someone();
        CaseNumber number = declares(student);
        platform.liveUntil(LocalDate.of(2026, 9, 4));

        platform.clock.moveTo(LocalDate.of(2026, 9, 7));
        platform.pass();

        assertThat(standing(number).wakeAt().orElseThrow()).isAfter(platform.clock.instant());
        assertThat(days(student)).extracting(day -> day.day().getDayOfMonth()).containsExactly(1, 2, 3, 4, 5, 6, 7);
    }

    @Test
    void an_outage_is_counted_when_it_is_over_and_once() {
        PersonId student = platform.aStudent();
        platform.fileComplete(student, "etudiant", GRENOBLE);

        platform.clock.moveTo(LocalDate.of(2026, 9, 21));
        platform.pass();
        platform.pass();
        platform.liveUntil(LocalDate.of(2026, 9, 25));

        assertThat(days(student))
                .hasSize(21)
                .allSatisfy(day -> assertThat(day.cause()).isEqualTo(GapCause.PAPER_LATE));
        assertThat(days(student).get(0).day()).isEqualTo(LocalDate.of(2026, 9, 1));
        assertThat(days(student).get(20).day()).isEqualTo(LocalDate.of(2026, 9, 21));
        assertThat(platform.store.<Map<PrefectureCode, Long>>read(
                        records -> records.uncovered().countByPrefecture()))
                .containsExactly(Map.entry(new PrefectureCode("38"), 21L));
    }

    @Test
    void a_day_of_two_cases_counts_once() {
        PersonId student = platform.aStudent();
        CaseNumber first = platform.fileComplete(student, "etudiant", GRENOBLE);
        platform.clock.advance(Duration.ofMinutes(1));
        platform.fileComplete(student, "etudiant", GRENOBLE);

        platform.clock.moveTo(LocalDate.of(2026, 9, 3));
        platform.pass();

        assertThat(days(student))
                .hasSize(3)
                .allSatisfy(day -> assertThat(day.caseNumber()).isEqualTo(first));
    }

    @Test
    void whoever_files_late_or_leaves_the_file_incomplete_is_owed_no_proof() {
        PersonId incomplete = platform.aStudent();
        CaseFile file = platform.file(incomplete, "etudiant", GRENOBLE).caseFile();
        platform.clock.moveTo(LocalDate.of(2026, 8, 3));
        PersonId late = platform.aStudent();
        platform.fileComplete(late, "etudiant", GRENOBLE);

        platform.liveUntil(LocalDate.of(2026, 9, 10));
        platform.givePieces(incomplete, file);
        platform.liveUntil(LocalDate.of(2026, 9, 20));

        assertThat(days(late)).isEmpty();
        assertThat(days(incomplete)).isEmpty();
    }

    @Test
    void a_refusal_ends_it_on_the_day_it_is_notified() {
        PersonId student = platform.someone();
        CaseNumber number = declares(student);
        platform.act(AGENT_38, number, new Act.TakeUp());
        platform.liveUntil(LocalDate.of(2026, 9, 2));
        platform.act(AGENT_38, number, new Act.Refuse("études non suivies", "arrêté 38-2026-01"));
        platform.liveUntil(LocalDate.of(2026, 9, 4));

        platform.act(AGENT_38, number, new Act.Notify("lettre", LocalDate.of(2026, 9, 4), "1A 000"));
        platform.liveUntil(LocalDate.of(2026, 9, 20));

        // on the morning of the 4th the refusal was not hers yet
        assertThat(days(student)).extracting(day -> day.day().getDayOfMonth()).containsExactly(1, 2, 3, 4);
    }

    @Test
    void until_a_refusal_is_notified_each_day_after_the_permit_is_noted_as_it_begins() {
        PersonId student = platform.someone();
        CaseNumber number = declares(student);
        platform.act(AGENT_38, number, new Act.TakeUp());
        platform.liveUntil(LocalDate.of(2026, 8, 28));
        platform.act(AGENT_38, number, new Act.Refuse("études non suivies", "arrêté 38-2026-01"));

        platform.liveUntil(LocalDate.of(2026, 9, 2));

        assertThat(days(student)).extracting(day -> day.day().getDayOfMonth()).containsExactly(1, 2);
    }

    /** Files in the window, with every piece, on a permit that nobody but her speaks of. */
    private CaseNumber declares(PersonId student) {
        Filing filing = Platform.holding(
                Platform.filing(student, "etudiant", GRENOBLE),
                Platform.said("etudiant", "D2", "2025-09-01", "2026-08-31"));
        CaseFile file = platform.file(Platform.caller(student), filing).caseFile();
        platform.givePieces(student, file);
        return file.number();
    }

    private void moveTo(String instant) {
        platform.clock.advance(Duration.between(platform.clock.instant(), Instant.parse(instant)));
    }

    private CaseRecord record(CaseNumber number) {
        return platform.store.read(
                records -> records.cases().find(Upkeep.READS_ALL, number).orElseThrow());
    }

    private Standing standing(CaseNumber number) {
        return record(number).standing();
    }

    private List<UncoveredDay> days(PersonId person) {
        return platform.store.read(records -> records.uncovered().ofPerson(person));
    }
}
