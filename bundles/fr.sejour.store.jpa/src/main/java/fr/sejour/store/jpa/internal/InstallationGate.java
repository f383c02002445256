package fr.sejour.store.jpa.internal;

import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.operation.HealthCheck;
import fr.sejour.api.operation.Installation;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.eclipse.persistence.exceptions.EclipseLinkException;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the store on the database of this installation, and on no other. One identity stands in the database and in a file beside
 * the configuration; an empty database without one, met by an installation without one, is given a fresh one.
 *
 * <p>It is there with or without a database, so that somebody can say what is missing.
 */
@Component(
        configurationPid = InstallationGate.PID,
        service = {Installation.class, HealthCheck.class})
@Designate(ocd = InstallationGate.Config.class)
@Capability(
        namespace = "osgi.service",
        attribute = "objectClass:List<String>=\"fr.sejour.store.jpa.internal.Admission\"",
        effective = "active")
public final class InstallationGate implements Installation, HealthCheck {

    static final String PID = "fr.sejour.store.jpa";

    private static final Logger LOG = LoggerFactory.getLogger(InstallationGate.class);
    private static final long PATIENCE_MILLIS = 1_500;

    /** Settings of the store. */
    @ObjectClassDefinition(name = "Séjour: store")
    public @interface Config {
        @AttributeDefinition(
                description = "The file that holds this installation's identity; a relative path is below Karaf's etc.")
        String identityFile() default "sejour.installation";
    }

    /** Tells the rest of the platform that the database may be served from, and takes it back. */
    interface Door {
        void open(EntityManagerFactory unit);

        void close();
    }

    private final IdentityFile file;
    private final Door door;
    private final Clock clock;
    private final ReentrantLock looking = new ReentrantLock();
    private final ExecutorService looker = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "sejour-database-look");
        thread.setDaemon(true);
        return thread;
    });
    private @Nullable EntityManagerFactory unit;

    /** Where the door was decided to stand. */
    private @Nullable EntityManagerFactory served;

    /** Where it stands. */
    private @Nullable EntityManagerFactory shown;

    private boolean moving;
    private @Nullable Future<Finding> look;
    private String said = "";

    @Activate
    public InstallationGate(BundleContext context, Config config, @Reference Clock clock) {
        this(
                Path.of(Optional.ofNullable(context.getProperty("karaf.etc")).orElse("etc"))
                        .resolve(config.identityFile()),
                new ServiceDoor(context),
                clock);
    }

    InstallationGate(Path identityFile, Door door, Clock clock) {
        this.file = new IdentityFile(identityFile);
        this.door = door;
        this.clock = clock;
    }

    @Reference(
            target = "(osgi.unit.name=fr.sejour.store.jpa)",
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            unbind = "unitLeft")
    void unitArrived(EntityManagerFactory arrived) {
        synchronized (this) {
            unit = arrived;
        }
        Finding unused = examine();
    }

    void unitLeft(EntityManagerFactory left) {
        synchronized (this) {
            if (unit == left) {
                unit = null;
            }
            if (served == left) {
                served = null;
            }
        }
        moveDoor();
    }

    @Deactivate
    void stop() {
        looker.shutdownNow();
        synchronized (this) {
            unit = null;
            served = null;
        }
        moveDoor();
    }

    @Override
    public String name() {
        return "database";
    }

    @Override
    public Finding look() {
        Future<Finding> asked;
        synchronized (this) {
            asked = look;
            if (asked == null || asked.isDone()) {
                asked = looker.submit(this::examine);
                look = asked;
            }
        }
        try {
            return asked.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return new Finding(false, "The database has not answered for " + PATIENCE_MILLIS + " milliseconds.");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Finding(false, "The look at the database was interrupted.");
        }
    }

    @Override
    public String describe() {
        return examine().sentence();
    }

    @Override
    public void initialise() {
        act(database -> {
            Optional<String> inFile = file.read();
            Optional<String> inDatabase = database.read();
            if (inDatabase.isEmpty()) {
                give(database, inFile);
            } else if (!inDatabase.equals(inFile)) {
                throw new IllegalStateException(
                        "The database has the identity " + inDatabase.get() + " already: it can be adopted.");
            }
        });
    }

    @Override
    public void adopt() {
        act(database -> {
            file.promise(database.read()
                    .orElseThrow(() -> new IllegalStateException(
                            "The database has no identity to adopt: it can be initialised.")));
            file.keepPromise();
        });
    }

    private void act(Consumer<DatabaseIdentity> act) {
        EntityManagerFactory present = present();
        if (present == null) {
            throw new CaseException(ErrorCode.STORE_UNAVAILABLE);
        }
        looking.lock();
        try {
            act.accept(new DatabaseIdentity(present));
        } catch (PersistenceException | EclipseLinkException e) {
            throw new CaseException(ErrorCode.STORE_UNAVAILABLE);
        } finally {
            looking.unlock();
        }
        Finding unused = examine();
    }

    private synchronized @Nullable EntityManagerFactory present() {
        return unit;
    }

    /** Looks at both sides, opens or closes the door as they say, and tells. */
    private Finding examine() {
        EntityManagerFactory present = present();
        if (present == null) {
            return new Finding(false, "The database has not been reached yet.");
        }
        Finding finding = decide(present);
        moveDoor();
        return finding;
    }

    private Finding decide(EntityManagerFactory present) {
        looking.lock();
        try {
            Finding finding = compare(new DatabaseIdentity(present));
            decide(present, finding);
            return finding;
        } catch (PersistenceException | EclipseLinkException e) {
            return new Finding(
                    false,
                    "The database does not answer: SQLSTATE " + Trouble.of(e).state() + ".");
        } catch (IllegalStateException e) {
            return refused(present, String.valueOf(e.getMessage()));
        } finally {
            looking.unlock();
        }
    }

    private Finding refused(EntityManagerFactory present, String sentence) {
        Finding finding = new Finding(false, sentence);
        decide(present, finding);
        return finding;
    }

    private synchronized void decide(EntityManagerFactory present, Finding finding) {
        if (!finding.sentence().equals(said)) {
            said = finding.sentence();
            if (finding.healthy()) {
                LOG.info(said);
            } else {
                LOG.error(said);
            }
        }
        if (unit != present) {
            return;
        }
        if (finding.healthy()) {
            served = present;
        } else if (served == present) {
            served = null;
        }
    }

    /**
     * Brings the door to where it was decided to stand. Whoever stands on it is called with no lock held, by one thread at a time;
     * what is decided meanwhile is done by the thread that moves the door already.
     */
    private void moveDoor() {
        while (true) {
            EntityManagerFactory from;
            EntityManagerFactory to;
            synchronized (this) {
                if (moving || shown == served) {
                    return;
                }
                moving = true;
                from = shown;
                to = served;
            }
            try {
                if (from != null) {
                    door.close();
                }
                if (to != null) {
                    door.open(to);
                }
            } finally {
                synchronized (this) {
                    shown = to;
                    moving = false;
                }
            }
        }
    }

    private Finding compare(DatabaseIdentity database) {
        Optional<String> inDatabase = database.read();
        Optional<String> inFile = file.read();
        if (inFile.isEmpty() && inDatabase.isPresent() && inDatabase.equals(file.readPromised())) {
            file.keepPromise();
            inFile = inDatabase;
        }
        if (inFile.isEmpty() && inDatabase.isEmpty() && database.isEmpty()) {
            give(database, Optional.empty());
            return compare(database);
        }
        if (inDatabase.isPresent() && inDatabase.equals(inFile)) {
            return new Finding(true, "The database is the one of this installation, " + inDatabase.get() + ".");
        }
        return new Finding(false, difference(inDatabase, inFile));
    }

    private String difference(Optional<String> inDatabase, Optional<String> inFile) {
        String remedy = "; nothing is served until the right database is connected, or this one is ";
        if (inDatabase.isEmpty()) {
            return "The database has no identity, and the file " + file + " "
                    + inFile.map(it -> "says " + it).orElse("is not there although the database is not empty") + remedy
                    + "initialised.";
        }
        return "The database is that of installation " + inDatabase.get() + ", and the file " + file + " "
                + inFile.map(it -> "says " + it).orElse("is not there") + remedy + "adopted.";
    }

    /** Gives the database an identity, the file's or a fresh one; a stop in between is mended by the next look. */
    private void give(DatabaseIdentity database, Optional<String> inFile) {
        String identity = inFile.orElseGet(() -> UUID.randomUUID().toString());
        if (inFile.isEmpty()) {
            file.promise(identity);
        }
        database.write(identity, clock.instant());
        if (inFile.isEmpty()) {
            file.keepPromise();
        }
    }

    /** Opens by a service that the store stands on. */
    private static final class ServiceDoor implements Door {

        private final BundleContext context;
        private @Nullable ServiceRegistration<Admission> admission;

        ServiceDoor(BundleContext context) {
            this.context = context;
        }

        @Override
        public void open(EntityManagerFactory unit) {
            admission = context.registerService(Admission.class, new Admission(unit), null);
        }

        @Override
        public void close() {
            ServiceRegistration<Admission> closing = admission;
            admission = null;
            if (closing != null) {
                closing.unregister();
            }
        }
    }
}
