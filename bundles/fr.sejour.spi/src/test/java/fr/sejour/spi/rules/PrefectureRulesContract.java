package fr.sejour.spi.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.prefecture.CollectionMode;
import fr.sejour.api.prefecture.CommuneCode;
import fr.sejour.api.prefecture.Practice;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.prefecture.ServicePoint;
import fr.sejour.spi.ExtensionBundle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What every {@link PrefectureRules} promises the core. The test of a rules bundle extends it, says which rules it builds, and
 * adds what it knows of its own préfecture.
 */
public abstract class PrefectureRulesContract {

    private static final Duration TIME_LIMIT = Duration.ofMillis(200);
    private static final int CALLERS = 8;

    /** The rules, built as the component builds them. Asked anew for each test. */
    protected abstract PrefectureRules rules();

    /** Whom they serve. */
    protected abstract PrefectureCode prefecture();

    /** The communes to ask about: every commune of the préfecture, when the bundle lists them. */
    protected abstract Collection<CommuneCode> communes();

    /** The permits to ask about. */
    protected Collection<PermitCode> permits() {
        return Stream.of("etudiant", "salarie", "vpf_conjoint_francais", "resident_10_ans", "not_in_any_catalogue")
                .map(PermitCode::new)
                .collect(Collectors.toList());
    }

    @Test
    void the_component_declares_whom_it_serves() {
        Class<?> component = rules().getClass();

        Optional<String> declared = ExtensionBundle.of(component).serviceProperty(component, ForPrefecture.PROPERTY);

        assertThat(declared).contains(prefecture().value());
    }

    @Test
    void the_bundle_sees_nothing_but_the_api_and_the_spi_and_shows_nothing() {
        ExtensionBundle bundle = ExtensionBundle.of(rules().getClass());

        assertThat(bundle.imports())
                .allMatch(name -> name.startsWith("java.")
                        || name.startsWith("fr.sejour.api.")
                        || name.startsWith("fr.sejour.spi.")
                        || name.equals("org.jspecify.annotations"));
        assertThat(bundle.exports()).isEmpty();
    }

    @Test
    void every_service_point_has_an_identifier_of_its_own() {
        List<ServicePoint> points = rules().servicePoints();

        assertThat(points).doesNotContainNull();
        assertThat(points).extracting(ServicePoint::id).doesNotHaveDuplicates();
    }

    @Test
    void no_answer_is_null() {
        PrefectureRules rules = rules();

        assertThat(rules.servicePoints()).isNotNull();
        assertThat(permits()).allSatisfy(permit -> {
            assertThat(rules.collection(permit)).isNotNull();
            assertThat(communes())
                    .allSatisfy(commune -> assertThat(rules.competentServicePoint(commune, permit))
                            .isNotNull());
        });
    }

    @Test
    void the_competent_service_point_is_one_of_the_service_points() {
        PrefectureRules rules = rules();
        List<String> ids = rules.servicePoints().stream().map(ServicePoint::id).collect(Collectors.toList());

        assertThat(permits())
                .allSatisfy(permit -> assertThat(communes())
                        .allSatisfy(commune -> assertThat(ids)
                                .containsAll(rules.competentServicePoint(commune, permit).stream()
                                        .collect(Collectors.toList()))));
    }

    @Test
    void a_commune_that_the_rules_do_not_know_is_no_fault() {
        PrefectureRules rules = rules();
        CommuneCode elsewhere = new CommuneCode(prefecture().value().equals("75") ? "13055" : "75056");
        CommuneCode newlyMade = new CommuneCode((prefecture().value() + "999").substring(0, 5));
        PermitCode permit = new PermitCode("etudiant");

        assertThatCode(() -> rules.competentServicePoint(elsewhere, permit)).doesNotThrowAnyException();
        assertThatCode(() -> rules.competentServicePoint(newlyMade, permit)).doesNotThrowAnyException();
    }

    @Test
    void a_card_handed_over_without_appointment_has_its_hours_at_every_service_point() {
        PrefectureRules rules = rules();
        boolean withoutAppointment = permits().stream()
                .anyMatch(permit -> rules.collection(permit)
                        .filter(CollectionMode.WALK_IN::equals)
                        .isPresent());

        if (withoutAppointment) {
            assertThat(rules.servicePoints())
                    .isNotEmpty()
                    .allSatisfy(point ->
                            assertThat(point.collectionHours()).isNotEmpty().noneMatch(String::isBlank));
        }
    }

    @Test
    void a_priority_stays_within_its_bounds() {
        assertThat(permits())
                .allSatisfy(permit -> assertThat(rules().priority(permit)).isBetween(0, Practice.HIGHEST_PRIORITY));
    }

    @Test
    void an_answer_is_a_value_that_its_reader_cannot_change_for_others() {
        PrefectureRules rules = rules();
        List<ServicePoint> before = List.copyOf(rules.servicePoints());

        try {
            rules.servicePoints().clear();
        } catch (UnsupportedOperationException unmodifiable) {
            // the better answer
        }

        assertThat(rules.servicePoints()).isEqualTo(before);
    }

    @Test
    void the_same_question_has_the_same_answer_whatever_was_asked_between() {
        PrefectureRules rules = rules();
        List<Question> questions = questions(rules);
        List<Object> inOrder = answers(questions);

        List<Question> reversed = new ArrayList<>(questions);
        Collections.reverse(reversed);
        List<Object> backwards = new ArrayList<>(answers(reversed));
        Collections.reverse(backwards);
        List<Object> onceMore = answers(questions);

        assertThat(backwards).isEqualTo(inOrder);
        assertThat(onceMore).isEqualTo(inOrder);
    }

    @Test
    void several_threads_at_once_get_the_answers_that_one_gets() throws Exception {
        List<Question> questions = questions(rules());
        List<Object> alone = answers(questions(rules()));
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);

        List<Future<List<Object>>> together = new ArrayList<>();
        try {
            Callable<List<Object>> ask = () -> answers(questions);
            together.addAll(callers.invokeAll(Collections.nCopies(CALLERS, ask), 1, TimeUnit.MINUTES));
        } finally {
            callers.shutdownNow();
        }

        for (Future<List<Object>> answers : together) {
            assertThat(answers.get()).isEqualTo(alone);
        }
    }

    @Test
    void each_answer_comes_within_the_time_limit() {
        List<Question> questions = new ArrayList<>(questions(rules()));
        Collections.shuffle(questions, new Random(38));
        List<Question> some = questions.subList(0, Math.min(200, questions.size()));

        assertThat(some)
                .allSatisfy(question -> assertThat(fastestOfThree(question))
                        .as(question.toString())
                        .isLessThan(TIME_LIMIT));
    }

    private List<Question> questions(PrefectureRules rules) {
        Stream<Question> points = Stream.of(new Question("service points", rules::servicePoints));
        Stream<Question> collections = permits().stream()
                .map(permit -> new Question("collection of " + permit, () -> rules.collection(permit)));
        Stream<Question> competences = permits().stream()
                .flatMap(permit -> communes().stream()
                        .map(commune -> new Question(
                                commune + " for " + permit, () -> rules.competentServicePoint(commune, permit))));
        Stream<Question> priorities =
                permits().stream().map(permit -> new Question("priority of " + permit, () -> rules.priority(permit)));
        return Stream.of(points, collections, priorities, competences)
                .flatMap(several -> several)
                .collect(Collectors.toList());
    }

    private static List<Object> answers(List<Question> questions) {
        return questions.stream().map(question -> question.ask().get()).collect(Collectors.toList());
    }

    /** A machine may pause for its own reasons, but hardly three times on the same question. */
    private static Duration fastestOfThree(Question question) {
        return IntStream.range(0, 3)
                .mapToObj(attempt -> timed(question))
                .min(Duration::compareTo)
                .orElseThrow();
    }

    private static Duration timed(Question question) {
        long start = System.nanoTime();
        Object answer = question.ask().get();
        Duration taken = Duration.ofNanos(System.nanoTime() - start);
        assertThat(answer).isNotNull();
        return taken;
    }

    private record Question(String words, Supplier<Object> ask) {
        @Override
        public String toString() {
            return words;
        }
    }
}
