package fr.sejour.store.jpa.internal;

import fr.sejour.api.cases.CaseNumber;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** One transaction while its work runs. */
final class OpenTransaction implements AutoCloseable {

    private static final Comparator<CaseRow> NEWEST_FIRST = Comparator.<CaseRow, Instant>comparing(row -> row.filedAt)
            .thenComparing(row -> row.number)
            .reversed();

    private final EntityManager rows;
    private final ReadQueries reads;
    private final Database database;
    private final boolean writes;
    private final ReentrantLock turn;
    private final Map<String, CaseRow> locked = new HashMap<>();
    private final List<Runnable> left = new ArrayList<>();

    /** @param turn what {@link #inTurn} holds */
    OpenTransaction(EntityManager rows, ReadQueries reads, Database database, boolean writes, ReentrantLock turn) {
        this.rows = rows;
        this.reads = reads;
        this.database = database;
        this.writes = writes;
        this.turn = turn;
    }

    Database database() {
        return database;
    }

    boolean writes() {
        return writes;
    }

    <T> TypedQuery<T> query(Class<T> type, String jpql, Map<String, ?> parameters) {
        TypedQuery<T> query = writes ? rows.createQuery(jpql, type) : reads.of(rows, type, jpql);
        parameters.forEach((name, value) ->
                query.setParameter(name, value instanceof Collection<?> several ? fullList(several) : value));
        return query;
    }

    /**
     * The same values, the last one said again until there are as many as a power of two. Each length of a list is a statement of its own
     * to a database: it works out and keeps eight of them here, where it would two hundred.
     */
    private static List<?> fullList(Collection<?> values) {
        List<Object> full = new ArrayList<>(values);
        while (Integer.bitCount(full.size()) > 1) {
            full.add(full.get(full.size() - 1));
        }
        return full;
    }

    /** Rows of a statement in the database's own words; each value as its driver gives it. */
    List<@Nullable Object[]> nativeRows(String sql, List<Object> parameters) {
        Query query = rows.createNativeQuery(sql);
        for (int i = 0; i < parameters.size(); i++) {
            query.setParameter(i + 1, parameters.get(i));
        }
        List<?> found = query.getResultList();
        return found.stream()
                .<@Nullable Object[]>map(row -> row instanceof Object[] values ? values : new Object[] {row})
                .toList();
    }

    /** The rows to write to. */
    EntityManager writer() {
        if (!writes) {
            throw new IllegalStateException("Work that reads only must not write");
        }
        return rows;
    }

    /** Changes rows by a statement in the database's own words, after what was kept so far. */
    void nativeUpdate(String sql, List<Object> parameters) {
        Query update = writer().createNativeQuery(sql);
        for (int i = 0; i < parameters.size(); i++) {
            update.setParameter(i + 1, parameters.get(i));
        }
        update.executeUpdate();
    }

    /** Leaves something to the end of the work, when all its rows are kept. */
    void leave(Runnable last) {
        left.add(last);
    }

    /** Does what was left. */
    void finish() {
        if (!left.isEmpty()) {
            writer().flush();
            left.forEach(Runnable::run);
        }
    }

    /** Changes rows in the database, past those that were read. */
    int update(String jpql, Map<String, ?> parameters) {
        Query update = writer().createQuery(jpql);
        parameters.forEach(update::setParameter);
        return update.executeUpdate();
    }

    /**
     * The case's row as it now stands, kept from everybody else until the end of the transaction. Whoever writes anything
     * around a case does this, once they hold its person.
     */
    CaseRow lock(CaseNumber number) {
        return locked.computeIfAbsent(number.value(), wanted -> {
            CaseRow row = writer().find(CaseRow.class, wanted, LockModeType.PESSIMISTIC_WRITE);
            if (row == null) {
                throw new IllegalStateException("There is no case " + wanted);
            }
            return row;
        });
    }

    /** The same for all cases that meet a condition, those filed last first. Whose people it holds nobody changes meanwhile. */
    List<CaseRow> lock(Condition condition) {
        // no database puts in order what it locks
        List<CaseRow> rows = query(CaseRow.class, "SELECT c FROM CaseRow c" + condition.where(), condition.parameters())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
        rows.forEach(row -> locked.put(row.number, row));
        return rows.stream().sorted(NEWEST_FIRST).toList();
    }

    /** Lets one transaction of this process at a time go on from here, until its end. */
    void inTurn() {
        if (!turn.isHeldByCurrentThread()) {
            turn.lock();
        }
    }

    /** The transaction has ended. */
    @Override
    public void close() {
        if (turn.isHeldByCurrentThread()) {
            turn.unlock();
        }
    }

    /** A row that only this transaction can see yet. */
    void lockFresh(CaseRow row) {
        locked.put(row.number, row);
    }
}
