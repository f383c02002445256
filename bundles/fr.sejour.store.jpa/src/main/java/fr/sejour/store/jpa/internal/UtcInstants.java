package fr.sejour.store.jpa.internal;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.TimeZone;
import org.eclipse.persistence.internal.databaseaccess.DatabasePlatform;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.platform.database.DerbyPlatform;
import org.eclipse.persistence.platform.database.PostgreSQL10Platform;
import org.jspecify.annotations.Nullable;

/**
 * Instants as TIMESTAMP columns in UTC, whatever the zone of the machine.
 *
 * <p>JDBC hands timestamps over as wall-clock times of the default zone. An hour that this zone skips in spring does not
 * exist there, and would come back an hour later: on both databases the calendar has to be named with each value.
 */
final class UtcInstants {

    private static final TimeZone UTC = TimeZone.getTimeZone("UTC");

    private UtcInstants() {}

    /** What both databases keep of an instant. */
    static Instant kept(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS);
    }

    private static void bind(PreparedStatement statement, int index, Instant instant) throws SQLException {
        statement.setTimestamp(index, Timestamp.from(kept(instant)), utc());
    }

    private static @Nullable Instant read(ResultSet row, int column) throws SQLException {
        Timestamp found = row.getTimestamp(column, utc());
        return found == null ? null : found.toInstant();
    }

    private static Calendar utc() {
        return new GregorianCalendar(UTC);
    }

    /** The platform to talk to a database with, in place of the one given and with its settings. */
    static DatabasePlatform in(DatabasePlatform given) {
        DatabasePlatform ours = given.isDerby() ? new OnDerby() : new OnPostgreSql();
        given.copyInto(ours);
        return ours;
    }

    /** Derby, with instants in UTC. */
    static final class OnDerby extends DerbyPlatform {
        private static final long serialVersionUID = 1L;

        @Override
        public void setParameterValueInDatabaseCall(
                @Nullable Object value, PreparedStatement statement, int index, AbstractSession session)
                throws SQLException {
            if (value instanceof Instant instant) {
                bind(statement, index, instant);
            } else {
                super.setParameterValueInDatabaseCall(value, statement, index, session);
            }
        }

        @Override
        public @Nullable Object getObjectFromResultSet(ResultSet row, int column, int type, AbstractSession session)
                throws SQLException {
            return type == java.sql.Types.TIMESTAMP
                    ? read(row, column)
                    : super.getObjectFromResultSet(row, column, type, session);
        }

        @Override
        public int getJDBCType(@Nullable Class<?> type) {
            return type == Instant.class ? java.sql.Types.TIMESTAMP : super.getJDBCType(type);
        }
    }

    /** PostgreSQL, with instants in UTC. */
    static final class OnPostgreSql extends PostgreSQL10Platform {
        private static final long serialVersionUID = 1L;

        @Override
        public void setParameterValueInDatabaseCall(
                @Nullable Object value, PreparedStatement statement, int index, AbstractSession session)
                throws SQLException {
            if (value instanceof Instant instant) {
                bind(statement, index, instant);
            } else {
                super.setParameterValueInDatabaseCall(value, statement, index, session);
            }
        }

        @Override
        public @Nullable Object getObjectFromResultSet(ResultSet row, int column, int type, AbstractSession session)
                throws SQLException {
            return type == java.sql.Types.TIMESTAMP
                    ? read(row, column)
                    : super.getObjectFromResultSet(row, column, type, session);
        }

        @Override
        public int getJDBCType(@Nullable Class<?> type) {
            return type == Instant.class ? java.sql.Types.TIMESTAMP : super.getJDBCType(type);
        }
    }
}
