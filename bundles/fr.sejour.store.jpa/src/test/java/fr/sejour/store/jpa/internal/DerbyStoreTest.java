package fr.sejour.store.jpa.internal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.apache.derby.jdbc.EmbeddedDataSource;

class DerbyStoreTest extends StoreContract {

    @Override
    DataSource freshDatabase() {
        return inMemory("contract");
    }

    @Override
    boolean searchesText() {
        return false;
    }

    /** Derby starts a database for whoever connects, so the way to it is blocked too. */
    @Override
    Outage outage() {
        String name = "outage" + System.nanoTime();
        EmbeddedDataSource source = inMemory(name);
        AtomicBoolean blocked = new AtomicBoolean();
        DataSource way = (DataSource) Proxy.newProxyInstance(
                DerbyStoreTest.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> {
                    if (blocked.get()) {
                        throw new SQLNonTransientConnectionException("The way is blocked", "08001");
                    }
                    try {
                        return method.invoke(source, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        OpenStore open = OpenStore.on(way, Duration.ofSeconds(1));
        return new Outage(
                open,
                () -> {
                    blocked.set(true);
                    OpenStore.shutDown("memory:" + name);
                },
                () -> blocked.set(false));
    }

    private static EmbeddedDataSource inMemory(String name) {
        EmbeddedDataSource source = new EmbeddedDataSource();
        source.setDatabaseName("memory:" + name);
        source.setCreateDatabase("create");
        try {
            source.getConnection().close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        source.setCreateDatabase(null);
        return source;
    }
}
