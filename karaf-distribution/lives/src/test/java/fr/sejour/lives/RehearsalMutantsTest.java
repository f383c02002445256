package fr.sejour.lives;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sejour.lives.Stage.Judgement.Finding;
import fr.sejour.lives.house.Mutant;
import java.nio.file.Path;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The oracle would notice: each fault that somebody could build into the platform is found in the lives of a few people. */
class RehearsalMutantsTest {

    private static final int PEOPLE = 30;
    private static final int DAYS = 300;
    private static final long SEED = 7;
    private static final int STARTS = 4;

    /** One of twelve hundred; to be sought anew when lives are drawn otherwise. */
    private static final long WHO_HAS_MOVED = 7_000_889;

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

    @Test
    void nothing_is_found_where_nothing_was_built_in() {
        assertThat(stage(Mutant.NONE).play(people()).findings).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "WINDOW_OFF_BY_ONE, UNCOVERED_DAYS",
        "PARIS_MIDNIGHT_IN_MAYOTTE, WRONG_PAPERS",
        "SUMMER_TIME_HOUR, WRONG_PAPERS",
        "RENEWAL_SKIPPED_WITH_TWO_GROUNDS, UNCOVERED_DAYS",
        "DOUBLED_AFTER_A_KILL, DOUBLED_PAPERS",
        "SILENT_REFUSAL_STOPS_PAPERS, UNCOVERED_DAYS",
        "CLOCK_RESET_ON_TRANSFER, UNESCALATED_TASKS",
        "UNCOLLECTED_CARD_ENDS_TOO_EARLY, WRONG_PAPERS",
        "NINETY_DAYS_FOR_THREE_MONTHS, WRONG_PAPERS",
        "LATE_PASS, UNCOVERED_DAYS",
        "WORK_AT_A_FIRST_APPLICATION, WRONG_PAPERS",
        "MAINLAND_WORK_OVERSEAS, WRONG_PAPERS",
        "TASK_NOT_ESCALATED, UNESCALATED_TASKS",
        "REFUSAL_ENDS_PAPERS_UNTOLD, UNCOVERED_DAYS",
        "UNCOLLECTED_CARD_LOCKS_OUT, LOCKED_OUT",
        "UNCOLLECTED_CARD_IS_NOT_HELD, UNCOVERED_DAYS",
        "PAPERS_OUTLIVE_THE_CASE, WRONG_PAPERS",
        "RECEIVER_SILENT_NOBODY_OWNS, OWNERLESS"
    })
    void a_mutant_is_caught_by_what_the_law_says(Mutant mutant, String fault) {
        assertThat(stage(mutant).lookingFor(fault).play(people()).findings)
                .extracting(Finding::fault)
                .contains(fault);
    }

    /** Somebody went from La Réunion to Martinique, and was looked at in the hours between the two midnights. */
    @Test
    void the_day_of_the_zone_ahead_is_caught_in_the_life_of_one_who_has_moved() {
        assertThat(stage(Mutant.NONE).play(LongStream.of(WHO_HAS_MOVED)).findings)
                .isEmpty();
        assertThat(stage(Mutant.DAY_OF_THE_ZONE_AHEAD).play(LongStream.of(WHO_HAS_MOVED)).findings)
                .extracting(Finding::fault)
                .containsOnly("WRONG_PAPERS");
    }

    private static Stage stage(Mutant mutant) {
        MortalHouse mutated = house.with(mutant);
        mutated.ask("wipe");
        return new Stage(mutated, folder.resolve(mutant + ".tsv"), DAYS, SEED)
                .withFaults(STARTS)
                .checkedEvery(3);
    }

    private static LongStream people() {
        return LongStream.range(0, PEOPLE).map(person -> SEED * 1_000_000 + person);
    }
}
