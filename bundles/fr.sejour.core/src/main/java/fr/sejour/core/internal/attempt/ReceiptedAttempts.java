package fr.sejour.core.internal.attempt;

import fr.sejour.api.access.AccessLine;
import fr.sejour.api.access.AccountId;
import fr.sejour.api.access.Caller;
import fr.sejour.api.access.Role;
import fr.sejour.api.access.SessionFingerprint;
import fr.sejour.api.attempt.Attempt;
import fr.sejour.api.attempt.AttemptNumber;
import fr.sejour.api.attempt.AttemptReceipt;
import fr.sejour.api.attempt.Attempts;
import fr.sejour.api.attempt.Failure;
import fr.sejour.api.attempt.Substitute;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.fault.Silenced;
import fr.sejour.api.operation.HealthCheck;
import fr.sejour.api.signature.Signatures;
import fr.sejour.core.internal.upkeep.Upkeep;
import fr.sejour.core.port.Records;
import fr.sejour.core.port.Store;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
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

/** Gives receipts for what failed, from the database or, while it does not serve, from a file of this node. */
@Component(
        service = {Attempts.class, HealthCheck.class},
        configurationPid = ReceiptedAttempts.PID)
@Designate(ocd = ReceiptedAttempts.Config.class)
public final class ReceiptedAttempts implements Attempts, HealthCheck {

    static final String PID = "fr.sejour.attempts";

    private static final Logger LOG = LoggerFactory.getLogger(ReceiptedAttempts.class);

    /** How many receipts an account gets in an hour: nobody fails more often in earnest. */
    private static final int MOST_OF_ONE = 20;

    /** How many a helper gets in an hour, who files for many people. */
    private static final int MOST_OF_A_HELPER = 500;

    /** How many those get in an hour whom nobody knows, all together. */
    private static final int MOST_OF_NOBODY = 1000;

    private static final Duration HOUR = Duration.ofHours(1);
    private static final int LONGEST_LIST = 200;

    private final Clock clock;
    private final WaitingFile waiting;
    private final Receipts receipts;
    private final MandatesOfAttempts mandates;
    private final OutageCounts counts = new OutageCounts(MOST_OF_ONE, MOST_OF_NOBODY, HOUR);
    private final ReentrantLock replaying = new ReentrantLock();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "sejour-attempts");
        thread.setDaemon(true);
        return thread;
    });

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Store store;

    /** The settings of {@code etc/fr.sejour.attempts.cfg}. */
    @ObjectClassDefinition(id = ReceiptedAttempts.PID, name = "Séjour: receipts for what failed")
    @interface Config {
        @AttributeDefinition(
                description =
                        "The folder of the file in which receipts wait while the database is down; a relative path"
                                + " is below Karaf's home. It belongs to one node.")
        String folder() default "waiting";

        @AttributeDefinition(name = "Seconds between two tries to bring them to the database", description = "1 to 600")
        int everySeconds() default 10;
    }

    @Activate
    @SuppressWarnings("FutureReturnValueIgnored") // a round reports its own faults; closing ends the rounds
    public ReceiptedAttempts(
            BundleContext context, Config config, @Reference Signatures signatures, @Reference Clock clock) {
        this(
                Path.of(Optional.ofNullable(context.getProperty("karaf.base")).orElse(""))
                        .resolve(config.folder()),
                signatures,
                clock);
        if (config.everySeconds() < 1 || config.everySeconds() > 600) {
            throw new IllegalArgumentException(PID + ": everySeconds is 1 to 600, not " + config.everySeconds());
        }
        timer.scheduleWithFixedDelay(this::round, 1, config.everySeconds(), TimeUnit.SECONDS);
    }

    private ReceiptedAttempts(Path folder, Signatures signatures, Clock clock) {
        this.waiting = new WaitingFile(folder);
        this.receipts = new Receipts(signatures);
        this.mandates = new MandatesOfAttempts(clock);
        this.clock = clock;
    }

    /** Over a store that stands, and replayed when it is asked to. */
    public ReceiptedAttempts(Path folder, Signatures signatures, Clock clock, Store store) {
        this(folder, signatures, clock);
        this.store = store;
    }

    @Deactivate
    void close() {
        timer.shutdownNow();
    }

    @Override
    public Optional<AttemptReceipt> keep(Failure failure) {
        if (failure.caller().filter(Caller::isStaff).isPresent()) {
            return Optional.empty();
        }
        Attempt attempt = signed(failure);
        try {
            return kept(attempt, failure) ? Optional.of(AttemptReceipt.of(attempt)) : Optional.empty();
        } catch (RuntimeException e) {
            LOG.error("An attempt that failed leaves no receipt: {}", failure.trace(), Silenced.of(e));
            return Optional.empty();
        }
    }

    private boolean kept(Attempt attempt, Failure failure) {
        boolean down = failure.code().equals(ErrorCode.STORE_UNAVAILABLE.slug());
        if (!down) {
            try {
                return keepInDatabase(attempt, most(failure));
            } catch (CaseException e) {
                LOG.debug("The database takes no attempt: {}", e.code());
            }
        }
        boolean within = counts.within(attempt, clock.instant());
        return within && waiting.add(attempt);
    }

    private static int most(Failure failure) {
        return failure.caller()
                .map(it -> it.role() == Role.HELPER ? MOST_OF_A_HELPER : MOST_OF_ONE)
                .orElse(MOST_OF_NOBODY);
    }

    private boolean keepInDatabase(Attempt attempt, int most) {
        return present().write(records -> {
            Optional<AccountId> account = attempt.asker().account();
            long before = records.traces().countSince(account, attempt.at().minus(HOUR));
            return before < most && records.traces().keep(mandates.proved(records, attempt));
        });
    }

    private Attempt signed(Failure failure) {
        Attempt.Asker asker = new Attempt.Asker(
                failure.caller().map(Caller::account),
                failure.caller().flatMap(Caller::person),
                failure.session(),
                failure.behalf());
        Attempt attempt = receipts.attempt(
                failure.operation(), failure.code(), failure.trace(), asker, failure.subject(), clock.instant());
        boolean opens = failure.ours() && failure.operation().isFiling();
        return opens
                ? attempt.giving(new Substitute(
                        attempt.at(),
                        Substitute.Because.PLATFORM_FAILED,
                        failure.subject().prefecture()))
                : attempt;
    }

    @Override
    public Attempt find(Caller caller, AttemptNumber number) {
        return (caller.isStaff()
                        ? present().write(records -> shown(records, caller, number))
                        : read(records -> records.traces().find(caller, number)))
                .map(this::signedByNow)
                .orElseThrow(() -> new CaseException(ErrorCode.NOT_FOUND));
    }

    /** Nobody guesses a number: whoever has one was shown it. Its person reads who looked it up. */
    private Optional<Attempt> shown(Records records, Caller caller, AttemptNumber number) {
        Optional<Attempt> attempt = records.traces().find(Upkeep.READS_ALL, number);
        attempt.flatMap(it -> it.asker().person()).ifPresent(person -> {
            records.people().hold(person);
            records.accounts()
                    .write(
                            person,
                            new AccessLine(
                                    1,
                                    clock.instant(),
                                    caller.account(),
                                    AccessLine.What.ATTEMPT_READ,
                                    Optional.of(number.value())));
        });
        return attempt;
    }

    @Override
    public List<Attempt> own(Caller caller) {
        return caller
                .person()
                .map(person -> read(records -> records.traces().ofPerson(person, LONGEST_LIST)))
                .orElse(List.of())
                .stream()
                .map(this::signedByNow)
                .toList();
    }

    private Attempt signedByNow(Attempt attempt) {
        return receipts.signed(attempt, clock.instant());
    }

    @Override
    public List<Attempt> waiting() {
        return waiting.all();
    }

    @Override
    public int replay() {
        if (!replaying.tryLock()) {
            return 0;
        }
        try {
            Store present = present();
            return waiting.replay(attempt -> present.write(records -> {
                Attempt.Asker asker = attempt.asker();
                Attempt known = asker.session()
                        .filter(session -> asker.account().isEmpty())
                        .flatMap(session -> records.accounts().session(session.value(), attempt.at()))
                        .map(caller -> attempt.by(new Attempt.Asker(
                                Optional.of(caller.account()), caller.person(), asker.session(), asker.behalf())))
                        .orElse(attempt);
                return records.traces().keep(mandates.proved(records, known));
            }));
        } finally {
            replaying.unlock();
        }
    }

    private void round() {
        try {
            int kept = store == null ? 0 : replay();
            if (kept > 0) {
                LOG.info("{} attempts that waited for the database have reached it", kept);
            }
        } catch (CaseException unavailable) {
            LOG.debug("The database does not take what waits yet: {}", unavailable.code());
        } catch (RuntimeException e) {
            LOG.error("What waits for the database cannot be brought there", Silenced.of(e));
        }
    }

    @Override
    public String name() {
        return "attempts";
    }

    /** Whatever waits, people are served: an operator should know, and the node stays in its place. */
    @Override
    public Finding look() {
        try {
            int count = waiting.all().size();
            return new Finding(
                    true,
                    count == 0
                            ? "No receipt waits for the database."
                            : count + " receipts of attempts that failed wait for the database.");
        } catch (UncheckedIOException e) {
            return new Finding(false, "The file of the receipts that wait cannot be read.");
        }
    }

    private <T> T read(Function<Records, T> work) {
        return present().read(work);
    }

    private Store present() {
        Store present = store;
        if (present == null) {
            throw new CaseException(ErrorCode.STORE_UNAVAILABLE);
        }
        return present;
    }

    /** Who an account is, as a subject that is counted. */
    static String subject(Attempt attempt) {
        return attempt.asker()
                .account()
                .map(AccountId::value)
                .or(() -> attempt.asker().session().map(SessionFingerprint::value))
                .orElse("");
    }
}
