package fr.sejour.store.jpa.internal;

import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.core.port.Records;
import fr.sejour.core.port.Store;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EntityTransaction;
import jakarta.persistence.PersistenceException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.eclipse.persistence.exceptions.EclipseLinkException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The store on EclipseLink. It is there only while the database is the one of this installation, which {@link InstallationGate}
 * finds out.
 */
@Component
public final class JpaStore implements Store {

    private static final Logger LOG = LoggerFactory.getLogger(JpaStore.class);
    private static final int MOST_RUNS = 4;
    private static final long LONGEST_PAUSE_MILLIS = 25;

    private final EntityManagerFactory unit;
    private final ReadQueries reads;
    private final Database database;
    private final ReentrantLock turn = new ReentrantLock();

    @Activate
    public JpaStore(@Reference Admission admission) {
        this(admission.unit());
    }

    JpaStore(EntityManagerFactory unit) {
        this.unit = unit;
        this.reads = new ReadQueries(unit);
        this.database = Database.of(unit);
    }

    @Override
    public <T> T write(Function<Records, T> work) {
        return run(work, true);
    }

    @Override
    public <T> T read(Function<Records, T> work) {
        return run(work, false);
    }

    private <T> T run(Function<Records, T> work, boolean writes) {
        for (int run = 1; ; run++) {
            try {
                return once(work, writes);
            } catch (MeanwhileException e) {
                if (run == MOST_RUNS) {
                    throw new IllegalStateException("The work meets what stands already each time it is run", e);
                }
            } catch (RuntimeException e) {
                if (!Trouble.isIn(e)) {
                    throw e;
                }
                Trouble trouble = Trouble.of(e);
                if (trouble.kind() != Trouble.Kind.MEANWHILE || run == MOST_RUNS) {
                    throw asTheCallerKnowsIt(trouble, e);
                }
                LOG.debug("Run {} met {}", run, trouble.state());
            }
            pause(run);
        }
    }

    private <T> T once(Function<Records, T> work, boolean writes) {
        if (!unit.isOpen()) {
            throw new CaseException(ErrorCode.STORE_UNAVAILABLE);
        }
        EntityManager rows = unit.createEntityManager();
        EntityTransaction transaction = rows.getTransaction();
        try (OpenTransaction open = new OpenTransaction(rows, reads, database, writes, turn)) {
            transaction.begin();
            T result = work.apply(new JpaRecords(open));
            if (writes) {
                open.finish();
                transaction.commit();
            }
            return result;
        } finally {
            end(rows, transaction);
        }
    }

    /** Rolls back what was not committed. When the connection is gone the database does that by itself. */
    private static void end(EntityManager rows, EntityTransaction transaction) {
        try {
            if (transaction.isActive()) {
                transaction.rollback();
            }
        } catch (PersistenceException | EclipseLinkException e) {
            LOG.debug(
                    "The transaction could not be rolled back: SQLSTATE {}",
                    Trouble.of(e).state());
        } finally {
            rows.close();
        }
    }

    private RuntimeException asTheCallerKnowsIt(Trouble trouble, RuntimeException thrown) {
        if (trouble.kind() == Trouble.Kind.REFUSED || trouble.isDuplicate()) {
            // The database's own words hold values, which no log may.
            IllegalStateException fault =
                    new IllegalStateException("The database refuses the work with SQLSTATE " + trouble.state());
            fault.setStackTrace(thrown.getStackTrace());
            return fault;
        }
        if (trouble.kind() == Trouble.Kind.MEANWHILE) {
            LOG.warn(
                    "Others were in the way each of {} times: SQLSTATE {}; whoever asked is told to try again",
                    MOST_RUNS,
                    trouble.state());
        } else {
            LOG.warn(
                    "The database does not serve: SQLSTATE {}; see that it runs and has room, and that"
                            + " etc/org.ops4j.datasource-sejour.cfg says where it is",
                    trouble.state());
        }
        return new CaseException(ErrorCode.STORE_UNAVAILABLE);
    }

    /** A short time of chance, so that works that met once do not meet again. */
    private static void pause(int run) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE_MILLIS * run) + 1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CaseException(ErrorCode.STORE_UNAVAILABLE);
        }
    }
}
