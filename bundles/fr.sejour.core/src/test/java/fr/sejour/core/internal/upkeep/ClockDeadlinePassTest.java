package fr.sejour.core.internal.upkeep;

import static fr.sejour.core.internal.Platform.GRENOBLE;
import static org.assertj.core.api.Assertions.assertThat;

import fr.sejour.api.attestation.Attestation;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.CaseStatus;
import fr.sejour.api.operation.DeadlinePass;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.right.PaperKind;
import fr.sejour.core.internal.CountingStore;
import fr.sejour.core.internal.KeyTexts;
import fr.sejour.core.internal.Platform;
import fr.sejour.core.internal.RunningAgainStore;
import fr.sejour.core.internal.notice.NoticeWriter;
import fr.sejour.core.internal.secret.Numbers;
import fr.sejour.core.port.Store;
import fr.sejour.law.Editions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Students whose cards end on 31 August 2026 and who filed on 1 June with a complete file. */
class ClockDeadlinePassTest {

    private static final Instant END_OF_RIGHT = Instant.parse("2026-08-31T22:00:00Z");

    private final Platform platform = new Platform("2026-06-01T07:00:00Z");

    @Test
    void a_chunk_of_two_hundred_is_one_transaction() {
        for (int n = 0; n < 201; n++) {
            platform.file(platform.aStudent(), "etudiant", GRENOBLE);
        }
        platform.clock.moveTo(LocalDate.of(2026, 6, 20));
        CountingStore counted = new CountingStore(platform.store);

        DeadlinePass.Report report = pass(counted, Lead.USUAL).run();

        // two hundred, one, the one that finds nobody, and the one of the days that begin
        assertThat(report.examined()).isEqualTo(201);
        assertThat(counted.written()).isEqualTo(4);
    }

    @Test
    void a_case_at_fault_is_reported_and_keeps_nobody_else_from_their_paper() {
        CaseNumber broken = platform.fileComplete(platform.aStudent(), "etudiant", GRENOBLE);
        PersonId student = platform.aStudent();
        platform.fileComplete(student, "etudiant", GRENOBLE);
        platform.store.write(records -> {
            var record = records.cases().find(Upkeep.READS_ALL, broken).orElseThrow();
            records.cases().change(record.withStanding(record.standing().withPrefecture(new PrefectureCode("985"))));
            return record;
        });
        platform.clock.moveTo(LocalDate.of(2026, 8, 28));

        DeadlinePass.Report report = platform.pass();

        assertThat(report.failed()).isOne();
        assertThat(chain(student)).hasSize(1);
        assertThat(platform.pass().failed()).isOne();
        assertThat(chain(student)).hasSize(1);
    }

    @Test
    void work_that_is_run_again_by_the_store_issues_once() {
        PersonId student = platform.aStudent();
        platform.fileComplete(student, "etudiant", GRENOBLE);
        platform.clock.moveTo(LocalDate.of(2026, 8, 28));

        DeadlinePass.Report report =
                pass(new RunningAgainStore(platform.store), Lead.USUAL).run();

        assertThat(report.papers()).isOne();
        assertThat(chain(student)).hasSize(1);
    }

    @Test
    void with_the_shortest_lead_the_paper_exists_twenty_four_hours_before_the_right_ends() {
        PersonId student = platform.aStudent();
        platform.fileComplete(student, "etudiant", GRENOBLE);
        ClockDeadlinePass pass = pass(platform.store, Lead.issuing(2));

        platform.clock.moveTo(LocalDate.of(2026, 8, 29));
        pass.run();
        assertThat(chain(student)).isEmpty();
        platform.clock.moveTo(LocalDate.of(2026, 8, 30));
        pass.run();

        assertThat(chain(student)).singleElement().satisfies(paper -> {
            assertThat(Duration.between(paper.issuedAt(), END_OF_RIGHT)).isGreaterThanOrEqualTo(Duration.ofHours(24));
            assertThat(paper.validity().firstDay()).isEqualTo(LocalDate.of(2026, 9, 1));
        });
    }

    @Test
    void with_the_longest_lead_one_paper_follows_the_other_and_none_comes_twice() {
        PersonId student = platform.aStudent();
        platform.fileComplete(student, "etudiant", GRENOBLE);
        ClockDeadlinePass pass = pass(platform.store, Lead.issuing(60));

        LocalDate day = LocalDate.of(2026, 6, 1);
        while (day.isBefore(LocalDate.of(2027, 1, 15))) {
            day = day.plusDays(1);
            platform.clock.moveTo(day);
            pass.run();
        }

        // R. 431-15-1 al. 2, R. 431-15-2: three months each, from the day after the card
        assertThat(chain(student))
                .extracting(paper -> paper.validity().firstDay().toString())
                .containsExactlyInAnyOrder("2026-09-01", "2026-12-01", "2027-03-01");
        assertThat(chain(student))
                .allSatisfy(paper -> assertThat(Duration.between(
                                paper.issuedAt(), paper.validity().start()))
                        .isGreaterThanOrEqualTo(Duration.ofHours(24)));
    }

    @Test
    void a_lead_that_is_changed_counts_for_whoever_is_looked_at_next() {
        PersonId student = platform.aStudent();
        platform.fileComplete(student, "etudiant", GRENOBLE);

        platform.upkeep.change(Lead.issuing(2));

        platform.liveUntil(LocalDate.of(2026, 8, 29));
        assertThat(chain(student)).isEmpty();
        platform.liveUntil(LocalDate.of(2026, 8, 30));
        assertThat(chain(student)).hasSize(1);
    }

    @Test
    void five_months_of_outage_are_caught_up_in_one_run() {
        PersonId student = platform.aStudent();
        CaseNumber number = platform.fileComplete(student, "etudiant", GRENOBLE);
        platform.clock.moveTo(LocalDate.of(2027, 2, 1));

        platform.pass();

        // never backwards: what nobody could show on its day is no proof of it
        assertThat(chain(student)).singleElement().satisfies(paper -> {
            assertThat(paper.validity().firstDay()).isEqualTo(LocalDate.of(2027, 2, 1));
            assertThat(paper.validity().lastDay()).contains(LocalDate.of(2027, 4, 30));
        });
        assertThat(platform.review.find(Platform.AGENT_38, number).status()).isEqualTo(CaseStatus.SILENTLY_REFUSED);
        assertThat(platform.pass().examined()).isZero();
    }

    private ClockDeadlinePass pass(Store store, Lead lead) {
        Upkeep upkeep = new Upkeep(new Editions(), new NoticeWriter(new KeyTexts()), new Numbers(), lead);
        return new ClockDeadlinePass(store, upkeep, platform.practices, platform.clock);
    }

    private List<Attestation> chain(PersonId person) {
        return platform.papersOf(person).stream()
                .filter(paper -> paper.kind() == PaperKind.ATTESTATION_DE_PROLONGATION)
                .toList();
    }
}
