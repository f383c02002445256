package fr.sejour.core.internal.practice;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.prefecture.CollectionMode;
import fr.sejour.api.prefecture.CommuneCode;
import fr.sejour.api.prefecture.Practice;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.prefecture.ServicePoint;
import fr.sejour.spi.rules.PrefectureRules;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PracticesTest {

    private static final PrefectureCode ISERE = new PrefectureCode("38");
    private static final PrefectureCode RHONE = new PrefectureCode("69");
    private static final CommuneCode GRENOBLE = new CommuneCode("38185");
    private static final PermitCode ETUDIANT = new PermitCode("etudiant");

    private final Practices practices = new Practices(Duration.ofMillis(300));

    @AfterEach
    void close() {
        practices.close();
    }

    @Test
    void the_national_practice_answers_where_no_rules_serve() {
        assertThat(practices.resolve(ISERE, GRENOBLE, ETUDIANT)).contains(Practice.NATIONAL);
        assertThat(practices.profile(ISERE, ETUDIANT).servicePoints()).isEmpty();
        assertThat(practices.profile(ISERE, ETUDIANT).collection()).isEqualTo(CollectionMode.APPOINTMENT);
    }

    @Test
    void local_rules_answer_for_their_prefecture_and_no_other() {
        LocalRules.arrive(practices, "38", named("grenoble"));

        Practice there = practices.resolve(ISERE, GRENOBLE, ETUDIANT).orElseThrow();

        assertThat(there.servicePoint().orElseThrow().id()).isEqualTo("grenoble");
        assertThat(there.rules().bundle()).isNotEqualTo("national");
        assertThat(practices.resolve(RHONE, GRENOBLE, ETUDIANT)).contains(Practice.NATIONAL);
    }

    @Test
    void rules_that_say_nothing_get_the_national_answers_under_their_name() {
        LocalRules.arrive(practices, "38", new PrefectureRules() {});

        Practice there = practices.resolve(ISERE, GRENOBLE, ETUDIANT).orElseThrow();

        assertThat(there.servicePoint()).isEmpty();
        assertThat(there.collection()).isEqualTo(CollectionMode.APPOINTMENT);
        assertThat(there.rules()).isNotEqualTo(Practice.NATIONAL.rules());
    }

    @Test
    void a_commune_sent_to_a_counter_that_does_not_exist_stays_with_the_prefecture() {
        LocalRules.arrive(practices, "38", new PrefectureRules() {
            @Override
            public Optional<String> competentServicePoint(CommuneCode commune, PermitCode permit) {
                return Optional.of("nowhere");
            }
        });

        assertThat(practices.resolve(ISERE, GRENOBLE, ETUDIANT).orElseThrow().servicePoint())
                .isEmpty();
    }

    @Test
    void rules_that_throw_break_or_return_null_have_failed_and_said_nothing() {
        List<Supplier<List<ServicePoint>>> faults = List.of(
                () -> {
                    throw new IllegalStateException("a fault of theirs");
                },
                () -> {
                    throw new StackOverflowError();
                },
                () -> {
                    throw new NoClassDefFoundError("gone");
                },
                () -> List.of(new ServicePoint("grenoble", "Grenoble", "1 place \0", List.of())),
                () -> List.of(new ServicePoint("grenoble", "G".repeat(1001), "1 place de l'Exemple", List.of())),
                PracticesTest::nothing,
                PracticesTest::aListOfNothing);
        for (Supplier<List<ServicePoint>> fault : faults) {
            PrefectureRules rules = answering(fault);
            LocalRules.arrive(practices, "38", rules);

            assertThat(practices.resolve(ISERE, GRENOBLE, ETUDIANT)).isEmpty();
            assertThat(practices.profile(ISERE, ETUDIANT).rules()).isEqualTo(Practice.NATIONAL.rules());
            assertThat(practices.profile(ISERE, ETUDIANT).servicePoints()).isEmpty();
            LocalRules.leave(practices, rules);
        }
    }

    @Test
    void rules_that_answer_late_have_failed() {
        CountDownLatch never = new CountDownLatch(1);
        LocalRules.arrive(practices, "38", answering(() -> awaited(never)));

        assertThat(practices.resolve(ISERE, GRENOBLE, ETUDIANT)).isEmpty();
    }

    @Test
    void after_ten_faults_in_a_row_the_rules_are_asked_no_more() {
        AtomicInteger asked = new AtomicInteger();
        LocalRules.arrive(practices, "38", faulty(asked));

        for (int at = 0; at < 15; at++) {
            practices.resolve(ISERE, GRENOBLE, ETUDIANT);
        }

        assertThat(asked).hasValue(10);
        assertThat(practices.resolve(ISERE, GRENOBLE, ETUDIANT)).isEmpty();
    }

    @Test
    void one_good_answer_forgives_the_faults_before_it() {
        AtomicInteger asked = new AtomicInteger();
        LocalRules.arrive(practices, "38", new PrefectureRules() {
            @Override
            public Optional<String> competentServicePoint(CommuneCode commune, PermitCode permit) {
                if (asked.incrementAndGet() % 10 != 0) {
                    throw new IllegalStateException("a fault of theirs");
                }
                return Optional.empty();
            }
        });

        for (int at = 0; at < 35; at++) {
            practices.resolve(ISERE, GRENOBLE, ETUDIANT);
        }

        assertThat(asked).hasValue(35);
    }

    @Test
    void fenced_rules_are_forgiven_when_they_come_back() {
        AtomicInteger asked = new AtomicInteger();
        PrefectureRules faulty = faulty(asked);
        LocalRules.arrive(practices, "38", faulty);
        for (int at = 0; at < 10; at++) {
            practices.resolve(ISERE, GRENOBLE, ETUDIANT);
        }

        LocalRules.leave(practices, faulty);
        LocalRules.arrive(practices, "38", named("grenoble"));

        assertThat(practices.resolve(ISERE, GRENOBLE, ETUDIANT).orElseThrow().servicePoint())
                .isPresent();
    }

    @Test
    void of_two_rules_for_one_prefecture_the_last_to_come_speak() {
        LocalRules.arrive(practices, "38", named("old"));
        LocalRules.arrive(practices, "38", named("new"));

        assertThat(practices
                        .resolve(ISERE, GRENOBLE, ETUDIANT)
                        .orElseThrow()
                        .servicePoint()
                        .orElseThrow()
                        .id())
                .isEqualTo("new");
    }

    @Test
    void the_old_rules_that_leave_after_the_new_ones_came_take_nothing_away() {
        PrefectureRules old = named("old");
        LocalRules.arrive(practices, "38", old);
        LocalRules.arrive(practices, "38", named("new"));

        LocalRules.leave(practices, old);

        assertThat(practices
                        .resolve(ISERE, GRENOBLE, ETUDIANT)
                        .orElseThrow()
                        .servicePoint()
                        .orElseThrow()
                        .id())
                .isEqualTo("new");
    }

    @Test
    void the_rules_that_stay_speak_again_when_the_last_to_come_leave() {
        PrefectureRules fresh = named("new");
        LocalRules.arrive(practices, "38", named("old"));
        LocalRules.arrive(practices, "38", fresh);

        LocalRules.leave(practices, fresh);

        assertThat(practices
                        .resolve(ISERE, GRENOBLE, ETUDIANT)
                        .orElseThrow()
                        .servicePoint()
                        .orElseThrow()
                        .id())
                .isEqualTo("old");
    }

    @Test
    void rules_that_hang_and_cannot_be_interrupted_silence_no_other_prefecture() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        LocalRules.arrive(practices, "38", answering(() -> awaitedUninterruptibly(never)));
        LocalRules.arrive(practices, "69", named("lyon"));
        ExecutorService clients = Executors.newFixedThreadPool(32);
        List<Callable<Optional<Practice>>> calls = new ArrayList<>();
        for (int at = 0; at < 32; at++) {
            calls.add(() -> practices.resolve(ISERE, GRENOBLE, ETUDIANT));
        }

        for (Future<Optional<Practice>> answer : clients.invokeAll(calls)) {
            assertThat(answer.get()).isEmpty();
        }

        assertThat(practices
                        .resolve(RHONE, GRENOBLE, ETUDIANT)
                        .orElseThrow()
                        .servicePoint()
                        .orElseThrow()
                        .id())
                .isEqualTo("lyon");
        never.countDown();
        clients.shutdownNow();
    }

    @Test
    void many_who_ask_at_once_are_all_answered_by_the_local_rules() throws Exception {
        LocalRules.arrive(practices, "38", named("grenoble"));
        Practices patient = new Practices(Duration.ofSeconds(10));
        LocalRules.arrive(patient, "38", named("grenoble"));
        ExecutorService clients = Executors.newFixedThreadPool(32);
        List<Callable<Optional<Practice>>> calls = new ArrayList<>();
        for (int at = 0; at < 320; at++) {
            calls.add(() -> patient.resolve(ISERE, GRENOBLE, ETUDIANT));
        }

        for (Future<Optional<Practice>> answer : clients.invokeAll(calls)) {
            assertThat(answer.get().orElseThrow().servicePoint()).isPresent();
        }
        clients.shutdownNow();
        patient.close();
    }

    private static PrefectureRules named(String point) {
        return answering(() -> List.of(point(point)));
    }

    private static ServicePoint point(String id) {
        return new ServicePoint(id, id, "1 place de l'Exemple", List.of());
    }

    private static PrefectureRules faulty(AtomicInteger asked) {
        return answering(() -> {
            asked.incrementAndGet();
            throw new IllegalStateException("a fault of theirs");
        });
    }

    /** Rules whose only counter is competent for everybody. */
    private static PrefectureRules answering(Supplier<List<ServicePoint>> points) {
        return new PrefectureRules() {
            @Override
            public List<ServicePoint> servicePoints() {
                return points.get();
            }

            @Override
            public Optional<String> competentServicePoint(CommuneCode commune, PermitCode permit) {
                return Optional.of(points.get().get(0).id());
            }
        };
    }

    @SuppressWarnings("NullAway") // rules of strangers may be compiled without our checks
    private static List<ServicePoint> nothing() {
        return null;
    }

    @SuppressWarnings("NullAway") // rules of strangers may be compiled without our checks
    private static List<ServicePoint> aListOfNothing() {
        List<ServicePoint> points = new ArrayList<>();
        points.add(null);
        return points;
    }

    private static List<ServicePoint> awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return List.of(point("late"));
    }

    private static List<ServicePoint> awaitedUninterruptibly(CountDownLatch latch) {
        while (latch.getCount() > 0) {
            try {
                latch.await();
            } catch (InterruptedException ignored) {
                // these rules do not listen
            }
        }
        return List.of(point("late"));
    }
}
