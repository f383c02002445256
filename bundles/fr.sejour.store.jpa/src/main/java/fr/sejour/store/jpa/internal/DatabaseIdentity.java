package fr.sejour.store.jpa.internal;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** The identity that stands in the database. */
final class DatabaseIdentity {

    private final EntityManagerFactory unit;

    DatabaseIdentity(EntityManagerFactory unit) {
        this.unit = unit;
    }

    Optional<String> read() {
        return inTransaction(rows -> rows.createQuery("SELECT i.installationId FROM InstallationRow i", String.class)
                .getResultStream()
                .findFirst());
    }

    /** Whether nobody is in the database yet. */
    boolean isEmpty() {
        return inTransaction(rows -> rows.createQuery("SELECT a.id FROM AccountRow a", String.class)
                        .setMaxResults(1)
                        .getResultList()
                        .isEmpty()
                && rows.createQuery("SELECT p.id FROM PersonRow p", String.class)
                        .setMaxResults(1)
                        .getResultList()
                        .isEmpty()
                && rows.createQuery("SELECT r.number FROM RegisterRow r", String.class)
                        .setMaxResults(1)
                        .getResultList()
                        .isEmpty());
    }

    /** Gives the database its identity; the primary key refuses a second one. */
    void write(String identity, Instant now) {
        InstallationRow row = new InstallationRow();
        row.installationId = identity;
        row.initialisedAt = UtcInstants.kept(now);
        Object unused = inTransaction(rows -> {
            rows.persist(row);
            return row;
        });
    }

    private <T> T inTransaction(Function<EntityManager, T> work) {
        EntityManager rows = unit.createEntityManager();
        try {
            rows.getTransaction().begin();
            T result = work.apply(rows);
            rows.getTransaction().commit();
            return result;
        } finally {
            if (rows.getTransaction().isActive()) {
                rows.getTransaction().rollback();
            }
            rows.close();
        }
    }
}
