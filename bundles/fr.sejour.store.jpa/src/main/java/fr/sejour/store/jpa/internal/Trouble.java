package fr.sejour.store.jpa.internal;

import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.persistence.exceptions.EclipseLinkException;

/** What a database means by an exception. */
record Trouble(Kind kind, String state, String sentence) {

    /** What can be done about it. */
    enum Kind {
        /** Others were in the way: run the work again. */
        MEANWHILE,
        /** The database does not serve at present. */
        UNREACHABLE,
        /** It will not do what it is asked: a fault of ours. */
        REFUSED
    }

    private static final String DUPLICATE = "23505";

    /** Deadlocks, serialisation faults and lock timeouts, of PostgreSQL and of Derby. */
    private static final Set<String> IN_THE_WAY = Set.of("40001", "40P01", "55P03", "40XL1", "40XL2", DUPLICATE);

    /**
     * No connection, a server that stops, starts or only reads, no room; of Derby: no database, a stopped one, a full disk, and
     * errors of its files.
     */
    private static final List<String> NOT_SERVING = List.of(
            "08", "57P", "53", "58", "25006", "XJ004", "XJ001", "XJ040", "XJ041", "45000", "XSD", "XSLA", "XBM");

    /** Whether an exception came out of the database, not out of the work. */
    static boolean isIn(Throwable thrown) {
        return thrown instanceof PersistenceException || thrown instanceof EclipseLinkException;
    }

    static Trouble of(Throwable thrown) {
        return causes(thrown)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .flatMap(Trouble::chain)
                .map(Trouble::of)
                .min((one, other) -> one.kind.compareTo(other.kind))
                .orElseGet(() -> new Trouble(
                        Kind.REFUSED, "none", String.valueOf(thrown.getClass().getName())));
    }

    private static Trouble of(SQLException fault) {
        String state = Optional.ofNullable(fault.getSQLState()).orElse("");
        String sentence = Optional.ofNullable(fault.getMessage()).orElse("");
        return new Trouble(kind(fault, state), state, sentence);
    }

    private static Kind kind(SQLException fault, String state) {
        if (IN_THE_WAY.contains(state)) {
            return Kind.MEANWHILE;
        }
        boolean lost = fault instanceof SQLTransientConnectionException
                || fault instanceof SQLNonTransientConnectionException
                || fault instanceof SQLRecoverableException
                || NOT_SERVING.stream().anyMatch(state::startsWith);
        return lost ? Kind.UNREACHABLE : Kind.REFUSED;
    }

    boolean isDuplicate() {
        return state.equals(DUPLICATE);
    }

    /** Whether a row with the same value under that constraint stands already. */
    boolean isDuplicateOf(String constraint) {
        return isDuplicate() && sentence.toLowerCase(Locale.ROOT).contains(constraint);
    }

    private static Stream<Throwable> causes(Throwable thrown) {
        return Stream.iterate(thrown, it -> it != null, Throwable::getCause).limit(20);
    }

    private static Stream<SQLException> chain(SQLException first) {
        return Stream.iterate(first, it -> it != null, SQLException::getNextException)
                .limit(20);
    }
}
