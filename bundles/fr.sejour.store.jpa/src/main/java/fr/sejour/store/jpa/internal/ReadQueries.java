package fr.sejour.store.jpa.internal;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.TypedQuery;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.persistence.config.HintValues;
import org.eclipse.persistence.config.QueryHints;

/**
 * The queries of work that reads only, each known to the unit by its own text once it was asked: EclipseLink works out the SQL of a
 * query anew whenever it is given hints. They are as many as the store has conditions; no value is a part of a text.
 */
final class ReadQueries {

    private final EntityManagerFactory unit;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    ReadQueries(EntityManagerFactory unit) {
        this.unit = unit;
    }

    <T> TypedQuery<T> of(EntityManager rows, Class<T> type, String jpql) {
        if (!known.contains(jpql)) {
            // twice at once is once too many and no harm
            unit.addNamedQuery(
                    jpql,
                    rows.createQuery(jpql, type)
                            .setHint(QueryHints.READ_ONLY, HintValues.TRUE)
                            .setHint(QueryHints.REFRESH, HintValues.TRUE));
            known.add(jpql);
        }
        return rows.createNamedQuery(jpql, type);
    }
}
