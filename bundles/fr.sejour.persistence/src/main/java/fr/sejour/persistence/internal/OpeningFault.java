package fr.sejour.persistence.internal;

import java.net.ConnectException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Why a unit was not opened.
 *
 * @param words what happened, without the figures that differ each time
 * @param awaited whether this is the wait for a database that starts at the same time, which nobody has to mend
 */
record OpeningFault(String words, boolean awaited) {

    /** SQLSTATE class 08: no connection. */
    private static final String NO_CONNECTION = "08";

    /** PostgreSQL while it starts, or stops to start again (cannot_connect_now). */
    private static final String NOT_NOW = "57P03";

    /** @param starts whether the unit has come a moment ago */
    static OpeningFault of(Throwable thrown, String sentence, boolean starts) {
        return new OpeningFault(sentence.replaceAll("\\d+", "#"), starts && isAway(thrown));
    }

    private static boolean isAway(Throwable thrown) {
        return Stream.iterate(thrown, it -> it != null, Throwable::getCause).anyMatch(OpeningFault::saysAway);
    }

    private static boolean saysAway(Throwable thrown) {
        if (thrown instanceof SQLException refused) {
            return Optional.ofNullable(refused.getSQLState())
                    .filter(state -> state.startsWith(NO_CONNECTION) || state.equals(NOT_NOW))
                    .isPresent();
        }
        return thrown instanceof ConnectException;
    }

    /** Whether it says what the fault before did not; a wait that became a fault does. */
    boolean isNewsAfter(@Nullable OpeningFault before) {
        return !equals(before);
    }
}
