package fr.sejour.store.jpa.internal;

import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.apache.derby.jdbc.EmbeddedDataSource;

class DerbyStoreTest extends StoreContract {

    @Override
    DataSource freshDatabase() {
        EmbeddedDataSource source = new EmbeddedDataSource();
        source.setDatabaseName("memory:contract");
        source.setCreateDatabase("create");
        return source;
    }

    @Override
    Outage outage() {
        String name = "outage" + System.nanoTime();
        OpenStore open = OpenStore.onDerbyInMemory(name, Duration.ofSeconds(1));
        return new Outage(open, () -> drop(name));
    }

    private static void drop(String name) {
        EmbeddedDataSource source = new EmbeddedDataSource();
        source.setDatabaseName("memory:" + name);
        source.setConnectionAttributes("drop=true");
        try {
            source.getConnection().close();
        } catch (SQLException e) {
            // Derby says by an exception that it has dropped the database.
            if (!"08006".equals(e.getSQLState())) {
                throw new IllegalStateException(e);
            }
        }
    }
}
