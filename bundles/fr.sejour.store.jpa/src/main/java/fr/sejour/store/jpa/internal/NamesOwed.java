package fr.sejour.store.jpa.internal;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EntityTransaction;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives the people who were kept before names were searched the words they are found by, a few hundred at a time. */
final class NamesOwed {

    private static final Logger LOG = LoggerFactory.getLogger(NamesOwed.class);
    private static final int AT_ONCE = 200;

    private NamesOwed() {}

    /** @return how many people got their words */
    static int give(EntityManagerFactory unit) {
        int given = 0;
        while (true) {
            int some = giveSome(unit);
            if (some == 0) {
                if (given > 0) {
                    LOG.info("{} people are found by their names from now on", given);
                }
                return given;
            }
            given += some;
        }
    }

    private static int giveSome(EntityManagerFactory unit) {
        EntityManager rows = unit.createEntityManager();
        EntityTransaction transaction = rows.getTransaction();
        try {
            transaction.begin();
            List<PersonRow> people = rows.createQuery(
                            "SELECT p FROM PersonRow p WHERE p.id IN"
                                    + " (SELECT n.personId FROM NameRow n WHERE n.word = :owed)",
                            PersonRow.class)
                    .setParameter("owed", NameRow.NOT_YET)
                    .setMaxResults(AT_ONCE)
                    .getResultList();
            for (PersonRow person : people) {
                // gone already where somebody changed the person meanwhile
                int owed = rows.createQuery("DELETE FROM NameRow n WHERE n.personId = :person AND n.word = :owed")
                        .setParameter("person", person.id)
                        .setParameter("owed", NameRow.NOT_YET)
                        .executeUpdate();
                if (owed > 0) {
                    person.words().forEach(word -> rows.persist(NameRow.of(person.id, word)));
                }
            }
            transaction.commit();
            return people.size();
        } finally {
            if (transaction.isActive()) {
                transaction.rollback();
            }
            rows.close();
        }
    }
}
