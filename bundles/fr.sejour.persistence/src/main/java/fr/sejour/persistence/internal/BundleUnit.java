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
        publish(source, factory, database);
        return database + (ran == 0 ? "" : ", migrations run: " + ran);
    }

    private synchronized void publish(DataSource source, EntityManagerFactory factory, Database database) {
        if (gone) {
            factory.close();
            return;
        }
        Map<String, Object> properties = Map.of(
                "osgi.unit.name", definition.name(),
                "osgi.unit.version", bundle.getVersion().toString(),
                "osgi.unit.provider", "org.eclipse.persistence.jpa.PersistenceProvider",
                "sejour.database", database.word());
        open = new Open(
                source,
                factory,
                bundle.getBundleContext()
                        .registerService(EntityManagerFactory.class, factory, FrameworkUtil.asDictionary(properties)));
    }

    /** The data source leaves; the unit waits for another. */
    synchronized boolean close(DataSource source) {
        if (open == null || open.source() != source) {
            return false;
        }
        close();
        return true;
    }

    /** The bundle stops. */
    synchronized void leave() {
        gone = true;
        close();
    }

    private void close() {
        Open closing = open;
        open = null;
        if (closing != null) {
            closing.registration().unregister();
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
