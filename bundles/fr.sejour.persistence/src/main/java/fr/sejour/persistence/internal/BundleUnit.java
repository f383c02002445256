package fr.sejour.persistence.internal;

import jakarta.persistence.EntityManagerFactory;
import java.net.URL;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Filter;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.wiring.BundleWiring;

/** One persistence unit of one started bundle: waiting, open on a data source, or gone with its bundle. */
final class BundleUnit {
    private final Bundle bundle;
    private final UnitDefinition definition;
    private final Optional<Migrations> migrations;
    private final Filter wanted;

    private boolean gone;
    private @Nullable Open open;

    private record Open(
            DataSource source, EntityManagerFactory factory, ServiceRegistration<EntityManagerFactory> registration) {}

    BundleUnit(Bundle bundle, UnitDefinition definition, Optional<Migrations> migrations) {
        this.bundle = bundle;
        this.definition = definition;
        this.migrations = migrations;
        try {
            this.wanted = FrameworkUtil.createFilter(definition.dataSource());
        } catch (InvalidSyntaxException e) {
            throw new IllegalArgumentException(
                    "The persistence unit " + definition.name() + " names its data source by a filter that is none: "
                            + definition.dataSource(),
                    e);
        }
    }

    boolean wants(Map<String, ?> dataSourceProperties) {
        return wanted.matches(dataSourceProperties);
    }

    synchronized boolean isWaiting() {
        return !gone && open == null;
    }

    /**
     * Migrates the database and publishes the unit. The bundle may stop meanwhile: then nothing is published.
     *
     * @return what an operator may want to read about it
     */
    String open(DataSource source) throws SQLException {
        Database database = Database.behind(source);
        int ran = migrations
                .map(declared -> declared.run(source, database, this::scripts))
                .orElse(0);
        EntityManagerFactory factory = new ResourceLocalUnit(
                        definition, bundle.adapt(BundleWiring.class).getClassLoader(), bundle.getEntry("/"), source)
                .open(database, definition.name() + "-" + bundle.getBundleId() + "-" + bundle.getLastModified());
        publish(source, factory);
        return database + (ran == 0 ? "" : ", migrations run: " + ran);
    }

    /** Whoever waits for the unit is called with no lock held; the bundle may stop while they are. */
    private void publish(DataSource source, EntityManagerFactory factory) {
        Map<String, Object> properties = Map.of(
                "osgi.unit.name", definition.name(),
                "osgi.unit.version", bundle.getVersion().toString(),
                "osgi.unit.provider", "org.eclipse.persistence.jpa.PersistenceProvider");
        BundleContext context = bundle.getBundleContext();
        if (context == null || isGone()) {
            factory.close();
            return;
        }
        Open published;
        try {
            published = new Open(
                    source,
                    factory,
                    context.registerService(
                            EntityManagerFactory.class, factory, FrameworkUtil.asDictionary(properties)));
        } catch (IllegalStateException stopped) {
            factory.close();
            return;
        }
        if (!keep(published)) {
            withdraw(published);
        }
    }

    private synchronized boolean isGone() {
        return gone;
    }

    private synchronized boolean keep(Open published) {
        if (gone) {
            return false;
        }
        open = published;
        return true;
    }

    /** The data source leaves; the unit waits for another. */
    boolean close(DataSource source) {
        Open closing;
        synchronized (this) {
            if (open == null || open.source() != source) {
                return false;
            }
            closing = open;
            open = null;
        }
        withdraw(closing);
        return true;
    }

    /** The bundle stops. */
    void leave() {
        Open closing;
        synchronized (this) {
            gone = true;
            closing = open;
            open = null;
        }
        if (closing != null) {
            withdraw(closing);
        }
    }

    private static void withdraw(Open closing) {
        try {
            closing.registration().unregister();
        } catch (IllegalStateException already) {
            // the framework took it back with its bundle
        } finally {
            closing.factory().close();
        }
    }

    private List<URL> scripts(String folder) {
        return Optional.ofNullable(bundle.findEntries(folder, "*.sql", false))
                .map(Collections::list)
                .<List<URL>>map(List::copyOf)
                .orElse(List.of());
    }

    String wantedDataSource() {
        return definition.dataSource();
    }

    @Override
    public String toString() {
        return bundle.getSymbolicName();
    }
}
