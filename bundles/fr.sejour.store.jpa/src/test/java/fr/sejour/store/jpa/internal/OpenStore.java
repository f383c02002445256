package fr.sejour.store.jpa.internal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import fr.sejour.core.port.Store;
import fr.sejour.persistence.internal.Migrations;
import fr.sejour.persistence.internal.UnitOnClassPath;
import jakarta.persistence.EntityManagerFactory;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.apache.derby.jdbc.EmbeddedDataSource;

/**
 * A real store in a plain JVM: the unit, the migrations and the pool of the platform, without a container and without the check
 * of the installation's identity.
 *
 * <p>Other bundles' tests have it from this bundle's test-jar. They need on their class path what it stands on: EclipseLink,
 * Flyway with its Derby part, HikariCP, derby and derbytools, and the persistence bundle with its test-jar.
 */
public final class OpenStore implements AutoCloseable {

    private static final Migrations MIGRATIONS = new Migrations("db/migration", "store_migrations");

    private final HikariDataSource pool;
    private final EntityManagerFactory unit;
    private final JpaStore store;
    private final Runnable afterwards;

    static {
        // Read when Derby starts: above any number of rows that one transaction changes.
        System.setProperty("derby.locks.escalationThreshold", "100000");
    }

    private OpenStore(DataSource source, Duration patience, Runnable afterwards) {
        HikariConfig settings = new HikariConfig();
        settings.setDataSource(source);
        settings.setMaximumPoolSize(16);
        settings.setMinimumIdle(1);
        settings.setConnectionTimeout(patience.toMillis());
        settings.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        this.pool = new HikariDataSource(settings);
        this.afterwards = afterwards;
        try {
            this.unit = UnitOnClassPath.open(JpaStore.class, MIGRATIONS, pool);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        this.store = new JpaStore(unit);
    }

    /** On Derby, in a folder that is made when it is not there and stays afterwards: a killed process leaves it to the next. */
    public static OpenStore onDerby(Path folder) {
        if (System.getProperty("derby.stream.error.file") == null) {
            System.setProperty(
                    "derby.stream.error.file",
                    folder.resolveSibling("derby.log").toAbsolutePath().toString());
        }
        return onDerbyNamed(folder.toAbsolutePath().toString(), Duration.ofSeconds(10));
    }

    /** On Derby in memory: gone with the process. */
    public static OpenStore onDerbyInMemory(String name) {
        return onDerbyInMemory(name, Duration.ofSeconds(10));
    }

    static OpenStore onDerbyInMemory(String name, Duration patience) {
        return onDerbyNamed("memory:" + name, patience);
    }

    private static OpenStore onDerbyNamed(String name, Duration patience) {
        EmbeddedDataSource source = new EmbeddedDataSource();
        source.setDatabaseName(name);
        source.setCreateDatabase("create");
        try {
            // Beside the pool, whose patience is for connections.
            source.getConnection().close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        source.setCreateDatabase(null);
        return new OpenStore(source, patience, () -> shutDown(name));
    }

    /** On a database that somebody else brings and takes away. */
    public static OpenStore on(DataSource source) {
        return on(source, Duration.ofSeconds(10));
    }

    static OpenStore on(DataSource source, Duration patience) {
        return new OpenStore(source, patience, () -> {});
    }

    public Store store() {
        return store;
    }

    /** Connections beside the store, to look at what it wrote. */
    public DataSource source() {
        return pool;
    }

    int connectionsInUse() {
        return pool.getHikariPoolMXBean().getActiveConnections();
    }

    EntityManagerFactory unit() {
        return unit;
    }

    @Override
    public void close() {
        unit.close();
        pool.close();
        afterwards.run();
    }

    static void shutDown(String name) {
        EmbeddedDataSource source = new EmbeddedDataSource();
        source.setDatabaseName(name);
        source.setShutdownDatabase("shutdown");
        try {
            source.getConnection().close();
        } catch (SQLException e) {
            // Derby says by an exception that it has shut down.
            if (!"08006".equals(e.getSQLState()) && !"XJ004".equals(e.getSQLState())) {
                throw new IllegalStateException(e);
            }
        }
    }
}
