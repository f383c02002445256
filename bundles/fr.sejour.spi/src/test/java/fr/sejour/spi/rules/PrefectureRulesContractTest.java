package fr.sejour.spi.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.prefecture.CollectionMode;
import fr.sejour.api.prefecture.CommuneCode;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.prefecture.ServicePoint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** A contract that lets everything through is worth nothing: each of these rules breaks one promise, and is caught. */
class PrefectureRulesContractTest {

    /** What no class outside a bundle can keep; the bundles' own tests show it. */
    private static final Set<String> OF_THE_BUNDLE = Set.of(
            "the_component_declares_whom_it_serves",
            "the_bundle_sees_nothing_but_the_api_and_the_spi_and_shows_nothing");

    @Test
    void rules_that_say_nothing_keep_every_promise() {
        assertThat(brokenBy(SilentRules.class)).isEqualTo(OF_THE_BUNDLE);
    }

    @Test
    void two_service_points_under_one_identifier_are_caught() {
        assertThat(brokenBy(TwinPoints.class)).contains("every_service_point_has_an_identifier_of_its_own");
    }

    @Test
    void a_service_point_that_nobody_can_print_is_caught() {
        assertThat(brokenBy(UnprintablePoint.class)).contains("every_service_point_has_an_identifier_of_its_own");
    }

    @Test
    void a_competent_service_point_that_is_none_is_caught() {
        assertThat(brokenBy(PhantomPoint.class)).contains("the_competent_service_point_is_one_of_the_service_points");
    }

    @Test
    void a_null_answer_is_caught() {
        assertThat(brokenBy(NullAnswer.class)).contains("no_answer_is_null");
    }

    @Test
    void a_fault_on_an_unknown_commune_is_caught() {
        assertThat(brokenBy(OnlyGrenoble.class)).contains("a_commune_that_the_rules_do_not_know_is_no_fault");
    }

    @Test
    void a_walk_in_without_hours_is_caught() {
        assertThat(brokenBy(NoHours.class))
                .contains("a_card_handed_over_without_appointment_has_its_hours_at_every_service_point");
    }

    @Test
    void an_answer_that_can_be_changed_for_others_is_caught() {
        assertThat(brokenBy(SharedList.class))
                .contains("an_answer_is_a_value_that_its_reader_cannot_change_for_others");
    }

    @Test
    void a_state_between_calls_is_caught() {
        assertThat(brokenBy(TurnByTurn.class))
                .contains("the_same_question_has_the_same_answer_whatever_was_asked_between");
    }

    @Test
    void a_priority_out_of_bounds_is_caught() {
        assertThat(brokenBy(Pushing.class)).contains("a_priority_stays_within_its_bounds");
    }

    @Test
    void a_late_answer_is_caught() {
        assertThat(brokenBy(Slow.class)).contains("each_answer_comes_within_the_time_limit");
    }

    private static Set<String> brokenBy(Class<?> contract) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(contract))
                .execute()
                .testEvents()
                .failed()
                .map(Event::getTestDescriptor)
                .map(test -> test.getDisplayName().replace("()", ""))
                .collect(Collectors.toSet());
    }

    abstract static class Sample extends PrefectureRulesContract implements PrefectureRules {
        @Override
        protected PrefectureRules rules() {
            return this;
        }

        @Override
        protected PrefectureCode prefecture() {
            return new PrefectureCode("38");
        }

        @Override
        protected Collection<CommuneCode> communes() {
            return List.of(new CommuneCode("38185"), new CommuneCode("38544"));
        }

        static ServicePoint point(String id, String... hours) {
            return new ServicePoint(id, "Guichet " + id, "1 place de la Préfecture", List.of(hours));
        }
    }

    static class SilentRules extends Sample {}

    static class TwinPoints extends Sample {
        @Override
        public List<ServicePoint> servicePoints() {
            return List.of(point("grenoble"), point("grenoble"));
        }
    }

    static class UnprintablePoint extends Sample {
        @Override
        public List<ServicePoint> servicePoints() {
            return List.of(point("grenoble", "lundi \0 mardi"));
        }
    }

    static class PhantomPoint extends Sample {
        @Override
        public Optional<String> competentServicePoint(CommuneCode commune, PermitCode permit) {
            return Optional.of("nowhere");
        }
    }

    static class NullAnswer extends Sample {
        @Override
        @SuppressWarnings({"NullAway", "NullOptional"}) // the very fault that is to be caught
        public Optional<CollectionMode> collection(PermitCode permit) {
            return null;
        }
    }

    static class OnlyGrenoble extends Sample {
        @Override
        public Optional<String> competentServicePoint(CommuneCode commune, PermitCode permit) {
            if (!communes().contains(commune)) {
                throw new IllegalStateException("Never heard of it");
            }
            return Optional.empty();
        }
    }

    static class NoHours extends Sample {
        @Override
        public List<ServicePoint> servicePoints() {
            return List.of(point("grenoble"));
        }

        @Override
        public Optional<CollectionMode> collection(PermitCode permit) {
            return Optional.of(CollectionMode.WALK_IN);
        }
    }

    static class SharedList extends Sample {
        private final List<ServicePoint> points = new ArrayList<>(List.of(point("grenoble")));

        @Override
        public List<ServicePoint> servicePoints() {
            return points;
        }
    }

    static class TurnByTurn extends Sample {
        private final AtomicInteger calls = new AtomicInteger();

        @Override
        public Optional<CollectionMode> collection(PermitCode permit) {
            return calls.getAndIncrement() % 3 == 0 ? Optional.of(CollectionMode.APPOINTMENT) : Optional.empty();
        }
    }

    static class Pushing extends Sample {
        @Override
        public int priority(PermitCode permit) {
            return 10;
        }
    }

    static class Slow extends Sample {
        @Override
        @SuppressWarnings("ThreadSleep") // being late is the fault that is to be caught
        public List<ServicePoint> servicePoints() {
            try {
                Thread.sleep(250);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return List.of();
        }
    }
}
