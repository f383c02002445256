package fr.sejour.rest.internal.operate;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sejour.api.operation.Measures;
import fr.sejour.api.operation.Measures.Measure;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetersTest {

    @Test
    void requests_are_counted_by_operation_and_status() {
        Meters meters = new Meters(List.of());

        meters.answered("file", 201, Duration.ofMillis(40));
        meters.answered("file", 201, Duration.ofMillis(60));
        meters.answered("file", 422, Duration.ofMillis(5));

        assertThat(meters.text())
                .contains("sejour_requests_seconds_count{operation=\"file\",status=\"201\"} 2")
                .contains("sejour_requests_seconds_count{operation=\"file\",status=\"422\"} 1")
                .contains("jvm_memory_used_bytes", "jvm_gc_", "process_uptime_seconds");
    }

    @Test
    void the_measures_of_every_bundle_stand_beside_under_one_help_for_one_name() {
        Measures core = () -> List.of(
                new Measure("sejour_cases", "Cases by status", Map.of("status", "filed"), 3),
                new Measure("sejour_cases", "Cases by status", Map.of("status", "granted"), 1));
        Measures mail = () -> List.of(new Measure("sejour_deliveries_waiting", "Deliveries \"waiting\"", Map.of(), 7));

        String text = new Meters(List.of(core, mail)).text();

        assertThat(text)
                .contains("sejour_cases{status=\"filed\"} 3.0", "sejour_cases{status=\"granted\"} 1.0")
                .contains("sejour_deliveries_waiting 7.0")
                .containsOnlyOnce("# TYPE sejour_cases gauge");
    }

    @Test
    void a_bundle_that_cannot_count_hides_no_other() {
        Measures broken = () -> {
            throw new IllegalStateException("away");
        };
        Measures whole = () -> List.of(new Measure("sejour_whole", "Whole", Map.of(), 1));

        assertThat(new Meters(List.of(broken, whole)).text()).contains("sejour_whole 1.0");
    }
}
