package fr.sejour.store.jpa.internal;

import static fr.sejour.store.jpa.internal.Situations.MICROSECONDS;
import static fr.sejour.store.jpa.internal.Situations.MORNING;
import static fr.sejour.store.jpa.internal.Situations.NANOSECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import fr.sejour.core.port.AttemptRecords.Failures;
import org.junit.jupiter.api.Test;

/** Failed tries that are counted against guessing. */
abstract class AttemptsContract extends ShelfContract {

    AttemptsContract(StoreContract contract) {
        super(contract);
    }

    @Test
    void failures_are_counted_since_an_instant_this_one_included() {
        write(records -> {
            records.attempts().fail("code", MORNING.minusSeconds(100));
            records.attempts().fail("another", MORNING);
        });
        write(records -> records.attempts().fail("code", MORNING));
        write(records -> records.attempts().fail("code", NANOSECONDS));

        assertThat(store.<Failures>read(records -> records.attempts().failures("code", MORNING.minusSeconds(100))))
                .isEqualTo(new Failures(3, MORNING.minusSeconds(100), MICROSECONDS));
        assertThat(store.<Failures>read(records -> records.attempts().failures("code", MORNING.minusSeconds(99))))
                .isEqualTo(new Failures(2, MORNING, MICROSECONDS));
        assertThat(store.<Failures>read(records -> records.attempts().failures("nobody", MORNING))
                        .count())
                .isZero();
    }

    @Test
    void of_failures_in_eight_threads_none_goes_uncounted() throws Exception {
        Together.run(
                8,
                thread -> store.write(records -> {
                    records.attempts().fail("code", MORNING);
                    return thread;
                }));

        assertThat(store.<Failures>read(records -> records.attempts().failures("code", MORNING)))
                .isEqualTo(new Failures(8, MORNING, MORNING));
    }

    @Test
    void old_failures_are_forgotten() {
        write(records -> {
            records.attempts().fail("code", MORNING.minusSeconds(2));
            records.attempts().fail("code", MORNING);
            records.attempts().fail("old", MORNING.minusSeconds(2));
        });

        write(records -> records.attempts().sweep(MORNING.minusSeconds(1)));

        assertThat(raw.rows("SELECT subject, failure_number FROM attempt")).containsExactly("code|2");
        assertThat(raw.rows("SELECT subject FROM attempt_subject")).containsExactly("code");
    }
}
