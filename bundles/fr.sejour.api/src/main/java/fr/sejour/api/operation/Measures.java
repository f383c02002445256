package fr.sejour.api.operation;

import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;

/** Offers figures to the metrics address. */
@ConsumerType
public interface Measures {

    /** The figures of this moment. */
    List<Measure> read();

    /**
     * One figure.
     *
     * @param name in Prometheus form, for example {@code sejour_deliveries_waiting}
     */
    record Measure(String name, String help, Map<String, String> labels, double value) {
        public Measure {
            labels = Map.copyOf(labels);
        }
    }
}
