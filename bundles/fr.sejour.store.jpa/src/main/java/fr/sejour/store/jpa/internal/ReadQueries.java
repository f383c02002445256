package fr.sejour.store.jpa.internal;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.TypedQuery;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.eclipse.persistence.config.HintValues;
import org.eclipse.persistence.config.QueryHints;

/**
 * The queries of work that reads only, each known to the unit by its own text once it was asked: EclipseLink works out the SQL of a
 * query anew whenever it is given hints. They are as many as the store has conditions; no value is a part of a text. The unit keeps
 * them in maps that bear one writer and nobody beside it.
 */
final class ReadQueries {

    private final EntityManagerFactory unit;
    private final Set<String> known = new HashSet<>();
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    ReadQueries(EntityManagerFactory unit) {
        this.unit = unit;
    }

    <T> TypedQuery<T> of(EntityManager rows, Class<T> type, String jpql) {
        lock.readLock().lock();
        try {
            if (known.contains(jpql)) {
                return rows.createNamedQuery(jpql, type);
            }
        } finally {
            lock.readLock().unlock();
        }
        lock.writeLock().lock();
        try {
            if (known.add(jpql)) {
                unit.addNamedQuery(
                        jpql,
                        rows.createQuery(jpql, type)
                                .setHint(QueryHints.READ_ONLY, HintValues.TRUE)
                                .setHint(QueryHints.REFRESH, HintValues.TRUE));
            }
            return rows.createNamedQuery(jpql, type);
        } finally {
            lock.writeLock().unlock();
        }
    }
}
