package fr.sejour.lives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.sejour.api.cases.CaseStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The house falls at each step of what it writes, one after the other, until it is through untouched: before and after every write
 * of a transaction, before and after its commit, and around and within everything that goes on disk.
 */
class EveryStepTest {

    private static final String PERSON = "86e49738-871f-4c27-89f0-e383833d9992";
    private static final String HER = "p" + PERSON;

    private static final List<Step> A_CASE_IN_GRENOBLE = List.of(
            Step.of("someone", PERSON, "etudiant", "CST", 90),
            Step.of("file", HER, 0, PERSON, "ONLINE", "etudiant", "38185"));

    static final List<Step> A_TRANSFER = List.of(
            Step.of("act", "a38", "#0", "#0!", "OFFER_TRANSFER", "69"),
            Step.of("act", "a69", "#0", "#0!", "RECEIVE_TRANSFER"));

    private static final List<Step> A_TRANSFER_TO_THE_SILENT = List.of(
            Step.of("act", "a38", "#0", "#0!", "OFFER_TRANSFER", "69"),
            Step.of("days", 8, 0),
            Step.of("pass", "the-silent"));

    private static final List<Step> AN_UPLOAD = List.of(
            Step.of("upload", 0, HER, "#0", "nationalite", 1000),
            Step.of("part", HER, "^0", 400),
            Step.of("part", HER, "^0", 1000));

    private static final List<Step> A_PIECE_GIVEN_AGAIN =
            List.of(Step.of("give", HER, "#0", "nationalite", 1), Step.of("give", HER, "#0", "nationalite", 2));

    private static final List<Step> THREE_CASES_IN_GRENOBLE = List.of(
            Step.of("someone", PERSON, "etudiant", "CST", 90),
            Step.of("file", HER, 0, PERSON, "ONLINE", "etudiant", "38185"),
            Step.of("file", HER, 1, PERSON, "ONLINE", "visiteur", "38185"),
            Step.of("file", HER, 2, PERSON, "ONLINE", "vpf_conjoint_francais", "38185"));

    private static final List<Step> AN_ACT_ON_THREE_CASES =
            List.of(Step.of("bulk", "a38", "TAKE_UP", "#0", "#1", "#2"), Step.of("work"));

    private static final List<String> STUDENTS =
            List.of(PERSON, "5b1c2f0a-94f5-4f3f-9d2b-0c0a4c1f8e11", "c2a7b9de-1f54-4a52-8a43-7d1be0a3c922");

    private static final List<Step> THREE_STUDENTS_RENEW = STUDENTS.stream()
            .flatMap(student -> Stream.of(
                    Step.of("someone", student, "etudiant", "CST", 90),
                    Step.of("file", "p" + student, STUDENTS.indexOf(student), student, "ONLINE", "etudiant", "38185"),
                    Step.of("give", "p" + student, "#" + STUDENTS.indexOf(student), "nationalite", 1)))
            .toList();

    private static final List<Step> A_DAY_ON_WHICH_THEIR_PAPERS_ARE_DUE =
            List.of(Step.of("days", 84, 0), Step.of("pass", "of-three"));

    private static final List<Step> AT_THE_END = List.of(Step.of("sweep"), Step.of("verify"), Step.of("watch"));

    /** Of how many steps one is tried, each in turn. */
    private static final int STEPS_TO_A_FALL = Integer.getInteger("sejour.steps-to-a-fall");

    /** A process takes seconds to start: of how many steps one is tried in a process of its own. */
    private static final int STEPS_TO_A_HALT = Integer.getInteger("sejour.steps-to-a-halt");

    @TempDir
    static Path folder;

    private static HouseHere here;

    @BeforeAll
    static void open() throws IOException {
        here = new HouseHere(Files.createDirectory(folder.resolve("here")));
    }

    @AfterAll
    static void close() {
        here.close();
    }

    @Test
    void a_transfer_has_one_owner_whenever_it_falls() {
        assertThat(falls(A_TRANSFER, "69")).isGreaterThan(15);
    }

    @Test
    void a_transfer_to_a_silent_receiver_has_one_owner_whenever_it_falls() {
        assertThat(falls(A_TRANSFER_TO_THE_SILENT, "69")).isGreaterThan(15);
    }

    @Test
    void an_upload_leaves_one_piece_and_nothing_behind_whenever_it_falls() {
        assertThat(falls(AN_UPLOAD, "38")).isGreaterThan(15);
    }

    @Test
    void a_piece_given_and_replaced_leaves_nothing_behind_whenever_it_falls() {
        assertThat(falls(A_PIECE_GIVEN_AGAIN, "38")).isGreaterThan(15);
    }

    @Test
    void an_act_on_three_cases_is_done_once_on_each_whenever_it_falls() {
        assertThat(fallsOnThree(here, STEPS_TO_A_FALL)).isGreaterThan(15);
    }

    @Test
    void of_papers_that_are_due_each_is_there_once_whenever_it_falls() {
        assertThat(fallsOnADayOfPapers(here, STEPS_TO_A_FALL)).isGreaterThan(15);
    }

    @Test
    void a_process_that_halts_leaves_no_more_behind_than_a_house_that_goes_dead() {
        try (ForkedHouse house = new ForkedHouse(
                folder.resolve("house.log"), "derby:" + folder.resolve("database"), folder.toString())) {
            assertThat(falls(house, A_TRANSFER, "69", STEPS_TO_A_HALT)).isPositive();
            assertThat(falls(house, AN_UPLOAD, "38", STEPS_TO_A_HALT)).isPositive();
            assertThat(fallsOnThree(house, STEPS_TO_A_HALT)).isPositive();
            assertThat(fallsOnADayOfPapers(house, STEPS_TO_A_HALT)).isPositive();
        }
    }

    private static int falls(List<Step> flow, String owner) {
        return falls(here, flow, owner, STEPS_TO_A_FALL);
    }

    static int falls(MortalHouse house, List<Step> flow, String owner, int every) {
        return falls(
                house,
                A_CASE_IN_GRENOBLE,
                flow,
                every,
                end -> assertThat(end.cases.values()).singleElement().satisfies(row -> {
                    assertThat(row.status()).isEqualTo(CaseStatus.FILED);
                    assertThat(row.prefecture()).isEqualTo(owner);
                    assertThat(row.offeredTo()).isEqualTo("-");
                }));
    }

    private static int fallsOnThree(MortalHouse house, int every) {
        return falls(house, THREE_CASES_IN_GRENOBLE, AN_ACT_ON_THREE_CASES, every, end -> {
            assertThat(end.cases).hasSize(3);
            assertThat(end.cases.keySet())
                    .allSatisfy(
                            number -> assertThat(house.ask("journal\t" + number).rows())
                                    .as(number)
                                    .filteredOn(line -> line.get(1).equals("take-up"))
                                    .hasSize(1));
        });
    }

    /** Their cards end on the ninetieth day: what continues them begins on the one after, and is issued seven days before. */
    private static int fallsOnADayOfPapers(MortalHouse house, int every) {
        return falls(
                house,
                THREE_STUDENTS_RENEW,
                A_DAY_ON_WHICH_THEIR_PAPERS_ARE_DUE,
                every,
                end -> assertThat(end.papers.values())
                        .filteredOn(paper -> !paper.last().equals("-"))
                        .extracting(View.Paper::person, View.Paper::first)
                        .containsExactlyInAnyOrderElementsOf(STUDENTS.stream()
                                .map(student -> tuple(student, end.today.plusDays(7)))
                                .toList()));
    }

    /** @return the last step at which it fell before it was through */
    private static int falls(
            MortalHouse house, List<Step> before, List<Step> flow, int every, Consumer<View> standsAtTheEnd) {
        List<Step> life =
                Stream.of(before, flow, AT_THE_END).flatMap(List::stream).collect(Collectors.toList());
        int last = 0;
        // from the first one on: the shortest flow has fewer steps than may be left out between two falls
        for (int step = 1; ; step += every) {
            FallAt fall = new FallAt(house, Set.copyOf(flow), step);
            View end = Trial.live(house, life, fall);
            assertThat(end).as("fallen at step %d", step).satisfies(standsAtTheEnd);
            if (!fall.fallen()) {
                return last;
            }
            last = step;
        }
    }
}
