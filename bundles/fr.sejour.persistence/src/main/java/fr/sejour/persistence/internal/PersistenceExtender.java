package fr.sejour.persistence.internal;

import java.net.URL;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.flywaydb.core.internal.exception.FlywayMigrateException;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the persistence units of started bundles on the data sources they name.
 *
 * <p>Everything slow happens on one thread of its own: the framework starts whether the database is there or not, and
 * an absent database is asked for again until it answers.
 */
@Component(service = {})
public final class PersistenceExtender implements BundleTrackerCustomizer<List<BundleUnit>> {
    private static final Logger LOG = LoggerFactory.getLogger(PersistenceExtender.class);
    private static final long RETRY_SECONDS = 2;
    private static final long PATIENCE_SECONDS = 15;

    private final IdentityHashMap<DataSource, Map<String, ?>> sources = new IdentityHashMap<>();
    private final Set<BundleUnit> units = ConcurrentHashMap.newKeySet();
    private final Set<BundleUnit> retrying = ConcurrentHashMap.newKeySet();
    private final Map<BundleUnit, OpeningFault> faults = new ConcurrentHashMap<>();
    private final Map<BundleUnit, Long> patientUntil = new ConcurrentHashMap<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread created = new Thread(work, "sejour-persistence");
        created.setDaemon(true);
        created.setContextClassLoader(PersistenceExtender.class.getClassLoader());
        return created;
    });
    private final BundleTracker<List<BundleUnit>> bundles;

    @Activate
    public PersistenceExtender(BundleContext context) {
        this.bundles = new BundleTracker<>(context, Bundle.ACTIVE, this);
    }

    @Activate
    void start() {
        bundles.open();
    }

    @Deactivate
    void stop() {
        bundles.close();
        thread.shutdownNow();
    }

    @Reference(
            service = DataSource.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            unbind = "dataSourceLeft")
    void dataSourceArrived(DataSource source, Map<String, ?> properties) {
        synchronized (sources) {
            sources.put(source, properties);
        }
        units.stream().filter(unit -> unit.wants(properties)).forEach(this::openSoon);
    }

    void dataSourceLeft(DataSource source) {
        synchronized (sources) {
            sources.remove(source);
        }
        units.stream().filter(unit -> unit.close(source)).forEach(this::openSoon);
    }

    @Override
    public @Nullable List<BundleUnit> addingBundle(Bundle bundle, @Nullable BundleEvent event) {
        String header = bundle.getHeaders("").get("Meta-Persistence");
        if (header == null) {
            return null;
        }
        try {
            List<BundleUnit> found = unitsOf(bundle, header);
            units.addAll(found);
            found.forEach(unit -> {
                patientUntil.put(unit, System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS));
                openSoon(unit);
                after(PATIENCE_SECONDS, () -> sayIfNoSource(unit));
            });
            return found;
        } catch (IllegalArgumentException e) {
            LOG.error("The persistence of {} cannot start. {}", bundle.getSymbolicName(), e.getMessage());
            return null;
        }
    }

    private static List<BundleUnit> unitsOf(Bundle bundle, String header) {
        Optional<Migrations> migrations = Optional.ofNullable(
                        bundle.getHeaders("").get("Sejour-Migrations"))
                .map(Migrations::declared);
        String[] files = header.isBlank() ? new String[] {"META-INF/persistence.xml"} : header.split(",", -1);
        return Arrays.stream(files)
                .flatMap(file -> PersistenceXml.read(entry(bundle, file.strip())).stream())
                .map(definition -> new BundleUnit(bundle, definition, migrations))
                .toList();
    }

    private static URL entry(Bundle bundle, String path) {
        return Optional.ofNullable(bundle.getEntry(path))
                .orElseThrow(() -> new IllegalArgumentException("It names " + path + ", which it does not contain."));
    }

    @Override
    public void modifiedBundle(Bundle bundle, @Nullable BundleEvent event, List<BundleUnit> found) {
        // Only active bundles are tracked.
    }

    @Override
    public void removedBundle(Bundle bundle, @Nullable BundleEvent event, List<BundleUnit> found) {
        found.forEach(unit -> {
            units.remove(unit);
            faults.remove(unit);
            patientUntil.remove(unit);
            unit.leave();
        });
    }

    private void openSoon(BundleUnit unit) {
        thread.execute(() -> open(unit));
    }

    private void open(BundleUnit unit) {
        if (!units.contains(unit) || !unit.isWaiting()) {
            return;
        }
        sourceFor(unit).ifPresent(source -> {
            try {
                String outcome = unit.open(source);
                faults.remove(unit);
                patientUntil.remove(unit);
                LOG.info("{} has its database: {}", unit, outcome);
            } catch (SQLException | RuntimeException | LinkageError e) {
                say(unit, e);
                retry(unit);
            }
            if (!isThere(source) && unit.close(source)) {
                openSoon(unit);
            }
        });
    }

    private void retry(BundleUnit unit) {
        if (retrying.add(unit)) {
            after(RETRY_SECONDS, () -> {
                retrying.remove(unit);
                open(unit);
            });
        }
    }

    private void after(long seconds, Runnable work) {
        Future<?> unused = thread.schedule(work, seconds, TimeUnit.SECONDS);
    }

    private boolean isThere(DataSource source) {
        synchronized (sources) {
            return sources.containsKey(source);
        }
    }

    private Optional<DataSource> sourceFor(BundleUnit unit) {
        synchronized (sources) {
            return sources.entrySet().stream()
                    .filter(source -> unit.wants(source.getValue()))
                    .map(Map.Entry::getKey)
                    .findFirst();
        }
    }

    /** What goes on failing in the same words is told once. */
    private void say(BundleUnit unit, Throwable e) {
        String sentence = sentenceOf(e);
        boolean starts = System.nanoTime() < patientUntil.getOrDefault(unit, Long.MIN_VALUE);
        OpeningFault fault = OpeningFault.of(e, sentence, starts);
        OpeningFault before = faults.put(unit, fault);
        if (fault.isNewsAfter(before) && fault.awaited()) {
            LOG.info("{} waits for its database: {}", unit, sentence);
        } else if (fault.isNewsAfter(before)) {
            LOG.warn(
                    "{} has no database: see whether it runs, and what etc/org.ops4j.datasource-*.cfg says of it; tried again every"
                            + " {} seconds: {}",
                    unit,
                    RETRY_SECONDS,
                    sentence);
            LOG.debug("{} has no database", unit, e);
        }
    }

    /** A migration that fails names its script; anything else is told by its first cause. */
    private static String sentenceOf(Throwable e) {
        Throwable telling = e;
        while (telling.getCause() != null && !(telling instanceof FlywayMigrateException)) {
            telling = telling.getCause();
        }
        return String.valueOf(telling.getMessage())
                .replaceAll("[\\s-]*\\R[\\s-]*", " ")
                .strip();
    }

    private void sayIfNoSource(BundleUnit unit) {
        if (units.contains(unit) && unit.isWaiting() && sourceFor(unit).isEmpty()) {
            LOG.warn(
                    "{} waits for a data source {}: does an etc/org.ops4j.datasource-*.cfg name a known driver?",
                    unit,
                    unit.wantedDataSource());
        }
    }
}
