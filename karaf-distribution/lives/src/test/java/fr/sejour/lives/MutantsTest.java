package fr.sejour.lives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import fr.sejour.lives.Broken.Promise;
import fr.sejour.lives.house.Mutant;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The lives would notice: each fault that somebody could build in is caught, and by the promise that it breaks. */
class MutantsTest {

    private static final int STEPS = 50;

    /** The acts that lives are drawn from grow, and seeds then draw other lives: one of so many shows the mutant. */
    private static final int MOST_LIVES = 80;

    @TempDir
    static Path folder;

    private static HouseHere house;

    @BeforeAll
    static void open() {
        house = new HouseHere(folder);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @ParameterizedTest
    @CsvSource({
        "CLOCK_RESET_ON_TRANSFER, 2, CLOCKS_KEEP_THEIR_START",
        "MERGE_DROPS_THE_EARLIER_DATE, 2, THE_EARLIEST_DATE_STAYS",
        "TRANSFER_LEAVES_IT_IN_TWO_QUEUES, 0, ONE_QUEUE",
        "RECEIVER_SILENT_NOBODY_OWNS, 0, NEXT_ACT_AND_DATE",
        "SILENCE_NEVER_COMPLETES, 2, SILENCE_COMPLETES",
        "ACKNOWLEDGED_ACT_NOT_WRITTEN, 0, ACKNOWLEDGED_IS_KEPT",
        "FILING_DONE_TWICE_ON_REPLAY, 5, ONCE",
        "JOURNAL_LINE_CHANGED_AFTERWARDS, 0, THE_JOURNAL_VERIFIES",
        "PIECE_FILE_DELETED, 0, FILES_AND_ROWS",
        "FILE_LEFT_BEHIND, 0, FILES_AND_ROWS",
        "SECOND_GROUND_REFUSED, 0, EVERYBODY_MAY_FILE",
        "ADDING_A_GROUND_ENDS_THE_PAPER, 4, A_GROUND_TAKES_NOTHING",
        "NEXT_DATE_DROPPED_ON_REOPEN, 0, NEXT_ACT_AND_DATE",
        "SCOPE_FORGOTTEN, 4, SCOPE",
        "CORRECTION_IS_NOBODYS_TASK, 0, ONE_QUEUE",
        "MANDATE_OUTLIVES_ITS_END, 62, ACKNOWLEDGED_IS_KEPT",
        "MANDATE_OF_SOMEBODY_ELSE, 7, SCOPE",
        "HANDED_OVER_TO_NOBODY, 60, THE_STATE_THE_LAW_KNOWS",
        "REFUSED_AND_WRITTEN, 0, A_REFUSAL_CHANGES_NOTHING"
    })
    void a_mutant_is_caught_by_the_promise_that_it_breaks(Mutant mutant, long seed, Promise promise) {
        MortalHouse mutated = house.with(mutant);
        List<Promise> broken = new ArrayList<>();
        for (long drawn : LongStream.concat(LongStream.of(seed), LongStream.range(0, MOST_LIVES))
                .toArray()) {
            try {
                Trial.live(mutated, drawn, STEPS);
            } catch (BrokenLife life) {
                broken.add(life.promise);
            }
            if (broken.contains(promise)) {
                return;
            }
        }
        fail(mutant + " lives on, or breaks only " + broken);
    }

    @Test
    void an_owner_lost_on_a_crash_is_caught_by_the_fall_between_two_transactions() {
        MortalHouse mutated = house.with(Mutant.OWNER_LOST_ON_A_CRASH);

        assertThatThrownBy(() -> EveryStepTest.falls(mutated, EveryStepTest.A_TRANSFER, "69", 1))
                .isInstanceOfSatisfying(
                        Broken.class, broken -> assertThat(broken.promise).isEqualTo(Promise.NEXT_ACT_AND_DATE));
    }
}
