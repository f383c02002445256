package fr.sejour.rest.internal.operate;

import fr.sejour.api.operation.Measures;
import fr.sejour.api.operation.Measures.Measure;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.prometheus.metrics.model.snapshots.PrometheusNaming;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.FieldOption;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The figures of this process: the Java machine, the requests by operation and status, and what every bundle offers. */
@Component(service = Meters.class)
public final class Meters {

    private static final Logger LOG = LoggerFactory.getLogger(Meters.class);

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private final Map<Answers, Timer> timers = new ConcurrentHashMap<>();

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            fieldOption = FieldOption.REPLACE)
    private volatile List<Measures> offered = List.of();

    @Activate
    public Meters() {
        new ClassLoaderMetrics().bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        collections.bindTo(registry);
        registry.getPrometheusRegistry().register((MultiCollector) this::offered);
    }

    Meters(List<Measures> offered) {
        this();
        this.offered = List.copyOf(offered);
    }

    @Deactivate
    void stop() {
        collections.close();
        registry.close();
    }

    /** Counts one answer. */
    public void answered(String operation, int status, Duration took) {
        timers.computeIfAbsent(new Answers(operation, status), this::timer).record(took);
    }

    private Timer timer(Answers answers) {
        return Timer.builder("sejour.requests")
                .description("Requests of the JSON API, by operation and status")
                .tag("operation", answers.operation())
                .tag("status", Integer.toString(answers.status()))
                .register(registry);
    }

    /** The answers that one timer counts: as many as the contract has. */
    private record Answers(String operation, int status) {}

    /** All of it in the text form of Prometheus. */
    String text() {
        return registry.scrape();
    }

    private MetricSnapshots offered() {
        List<Measures> now = offered;
        Map<String, GaugeSnapshot.Builder> byName = new LinkedHashMap<>();
        now.stream().flatMap(Meters::read).forEach(measure -> add(byName, measure));
        return new MetricSnapshots(
                byName.values().stream().map(it -> (MetricSnapshot) it.build()).toList());
    }

    private static void add(Map<String, GaugeSnapshot.Builder> byName, Measure measure) {
        String name = PrometheusNaming.sanitizeMetricName(measure.name());
        GaugeDataPointSnapshot.Builder point = GaugeDataPointSnapshot.builder().value(measure.value());
        Labels labels = Labels.EMPTY;
        for (Map.Entry<String, String> label : measure.labels().entrySet()) {
            labels = labels.add(PrometheusNaming.sanitizeLabelName(label.getKey()), label.getValue());
        }
        byName.computeIfAbsent(name, it -> GaugeSnapshot.builder().name(it).help(measure.help()))
                .dataPoint(point.labels(labels).build());
    }

    /** One bundle that cannot count must not hide what the others count. */
    private static Stream<Measure> read(Measures measures) {
        try {
            return measures.read().stream();
        } catch (RuntimeException failed) {
            LOG.warn("{} could not give its measures", measures.getClass().getName(), failed);
            return Stream.empty();
        }
    }
}
