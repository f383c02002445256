package fr.sejour.core.internal.desk;

import static fr.sejour.core.internal.Platform.AGENT_38;
import static fr.sejour.core.internal.Platform.GRENOBLE;
import static org.assertj.core.api.Assertions.assertThat;

import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.QueuePage;
import fr.sejour.api.catalogue.DocumentKind;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.filing.Filing;
import fr.sejour.api.person.PersonId;
import fr.sejour.core.internal.Platform;
import fr.sejour.core.internal.practice.LocalRules;
import fr.sejour.core.port.CaseRecords.QueueKey;
import fr.sejour.spi.rules.PrefectureRules;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Days until loss of right, then a job at stake, then what the préfecture puts first, then the day of filing. */
class QueueOrderTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 10);
    private static final int PAIRS = 10_000;

    private final Platform platform = new Platform("2026-06-10T08:00:00Z");

    /** P7: local rules organise; whoever loses a right sooner, or a job with it, never comes behind because of them. */
    @Test
    void no_priority_puts_anybody_behind_a_case_that_loses_its_right_later_or_no_job_with_it() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int at = 0; at < PAIRS; at++) {
            QueueKey one = anyKey(random);
            QueueKey other = anyKey(random);
            boolean sooner = one.rightEndsOn().isBefore(other.rightEndsOn());
            boolean togetherWithAJob =
                    one.rightEndsOn().equals(other.rightEndsOn()) && one.employed() && !other.employed();
            if (sooner || togetherWithAJob) {
                assertThat(one.compareTo(other))
                        .as("seed %d: %s, %s", seed, one, other)
                        .isNegative();
                assertThat(other.compareTo(one))
                        .as("seed %d: %s, %s", seed, one, other)
                        .isPositive();
            }
        }
    }

    private static QueueKey anyKey(Random random) {
        int day = random.nextInt(4);
        return new QueueKey(
                day == 3 ? LocalDate.MAX : DAY.plusDays(day),
                random.nextBoolean(),
                random.nextInt(10),
                DAY.minusDays(random.nextInt(3)),
                new CaseNumber("%019d".formatted(random.nextInt(3))));
    }

    @Test
    void of_cases_whose_right_ends_together_a_job_then_the_prefectures_priority_then_the_filing_come_first() {
        LocalRules.arrive(platform.practices, "38", puttingFirst("vpf_conjoint_francais", 9));
        CaseNumber student = file("etudiant", "2026-08-31", false);
        CaseNumber put = file("vpf_conjoint_francais", "2026-08-31", false);
        CaseNumber working = file("etudiant", "2026-08-31", true);
        CaseNumber putAndWorking = file("vpf_conjoint_francais", "2026-08-31", true);
        CaseNumber sooner = file("etudiant", "2026-08-30", false);

        assertThat(platform.review.queue(AGENT_38, Queues.everything()).rows())
                .extracting(QueuePage.Row::number)
                .containsExactly(sooner, putAndWorking, working, put, student);
    }

    @Test
    void rules_with_a_priority_out_of_bounds_have_failed_and_the_national_answer_stands() {
        LocalRules.arrive(platform.practices, "38", puttingFirst("vpf_conjoint_francais", 10));
        CaseNumber student = file("etudiant", "2026-08-31", false);
        CaseNumber put = file("vpf_conjoint_francais", "2026-08-31", false);

        assertThat(platform.review.queue(AGENT_38, Queues.everything()).rows())
                .extracting(QueuePage.Row::number)
                .containsExactlyInAnyOrder(student, put);
        assertThat(platform.review.queue(AGENT_38, Queues.everything()).rows())
                .extracting(QueuePage.Row::priority)
                .containsOnly(0);
    }

    private CaseNumber file(String permit, String until, boolean employed) {
        LocalDate last = LocalDate.parse(until);
        PersonId holder = platform.someoneHolding("etudiant", DocumentKind.CST, last.minusYears(1), last);
        Filing filing = Platform.filing(holder, permit, GRENOBLE);
        return platform.file(Platform.caller(holder), filing.withEmployed(employed))
                .caseFile()
                .number();
    }

    private static PrefectureRules puttingFirst(String permit, int priority) {
        return new PrefectureRules() {
            @Override
            public int priority(PermitCode asked) {
                return asked.value().equals(permit) ? priority : 0;
            }
        };
    }
}
