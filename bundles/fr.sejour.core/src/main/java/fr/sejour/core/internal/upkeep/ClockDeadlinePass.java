package fr.sejour.core.internal.upkeep;

import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.fault.Silenced;
import fr.sejour.api.operation.DeadlinePass;
import fr.sejour.core.internal.practice.Practices;
import fr.sejour.core.internal.practice.Practices.Answers;
import fr.sejour.core.internal.practice.Practices.Question;
import fr.sejour.core.port.CaseRecord;
import fr.sejour.core.port.CaseRecords;
import fr.sejour.core.port.Records;
import fr.sejour.core.port.Store;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what the clock makes due, one person to a transaction, in chunks. What it could not do keeps its wake instant and is
 * found again by the next pass. Immediate, because nobody calls it: the clock does.
 */
@Component(service = DeadlinePass.class, immediate = true, configurationPid = ClockDeadlinePass.PID)
@Designate(ocd = ClockDeadlinePass.Config.class)
public final class ClockDeadlinePass implements DeadlinePass {

    /** The PID of the deadline pass. */
    public static final String PID = "fr.sejour.deadline";

    private static final Logger LOG = LoggerFactory.getLogger(ClockDeadlinePass.class);
    private static final int CHUNK = 200;

    /**
     * How many cases that follow another one pass looks at, so that none is long: ten thousand are gone through in twenty passes,
     * and an agent has five working days to look again.
     */
    private static final int FOLLOWERS = 500;

    /** Longer than any desk counts failed attempts. */
    private static final Duration ATTEMPTS_REMEMBERED = Duration.ofDays(2);

    /** How often the pass runs by itself. */
    @ObjectClassDefinition(name = "Séjour: deadline pass")
    public @interface Config {

        @AttributeDefinition(name = "Seconds between two passes", description = "10 to 3600")
        int everySeconds() default 60;
    }

    private final Store store;
    private final Upkeep upkeep;
    private final Practices practices;
    private final Clock clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "sejour-deadline");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * The followed case that the last pass stopped at. Only {@link #run} touches it, which lets in one thread at a time; a
     * restart begins anew, and loses nothing.
     */
    private Optional<CaseNumber> lookedAt = Optional.empty();

    @Activate
    @SuppressWarnings("FutureReturnValueIgnored") // a round reports its own faults; closing ends the rounds
    public ClockDeadlinePass(
            @Reference Store store,
            @Reference Upkeep upkeep,
            @Reference Practices practices,
            @Reference Clock clock,
            Config config) {
        this(store, upkeep, practices, clock);
        int every = config.everySeconds();
        if (every < 10 || every > 3600) {
            throw new IllegalArgumentException(PID + ": everySeconds is 10 to 3600, not " + every);
        }
        timer.scheduleWithFixedDelay(this::round, every, every, TimeUnit.SECONDS);
    }

    /** A pass that runs when it is asked to. */
    public ClockDeadlinePass(Store store, Upkeep upkeep, Practices practices, Clock clock) {
        this.store = store;
        this.upkeep = upkeep;
        this.practices = practices;
        this.clock = clock;
    }

    @Deactivate
    void close() {
        timer.shutdownNow();
    }

    @Override
    public synchronized Report run() {
        Instant now = clock.instant();
        Total total = new Total();
        Set<CaseNumber> tried = new HashSet<>();
        List<CaseNumber> due;
        do {
            due = store.read(records -> records.cases().due(Upkeep.READS_ALL, now, CHUNK + tried.size())).stream()
                    .filter(tried::add)
                    .toList();
            due.forEach(number -> total.add(serve(number)));
        } while (!due.isEmpty());
        CaseRecords.Overtaken overtaken =
                store.read(records -> records.cases().overtaken(Upkeep.READS_ALL, lookedAt, FOLLOWERS));
        overtaken.numbers().stream().filter(tried::add).forEach(number -> total.add(serve(number)));
        lookedAt = overtaken.last();
        return total.report();
    }

    private Optional<Upkeep.Tally> serve(CaseNumber number) {
        try {
            Answers answers = practices.answer(store.read(records -> arriving(records, number)));
            return Optional.of(store.write(records -> {
                records.people().hold(number);
                Instant now = clock.instant();
                CaseRecord record =
                        records.cases().find(Upkeep.READS_ALL, number).orElseThrow();
                // all cases of a person are served together: the others that were due with it have nothing left to do
                boolean due = record.standing()
                        .wakeAt()
                        .filter(at -> !at.isAfter(now))
                        .isPresent();
                boolean serves = due || Following.overtaken(records, record);
                return serves ? upkeep.tick(records, record.filed().person(), answers, now) : new Upkeep.Tally();
            }));
        } catch (CaseException refused) {
            if (refused.code() == ErrorCode.STORE_UNAVAILABLE) {
                throw refused;
            }
            if (refused.code() == ErrorCode.CASE_CHANGED) {
                LOG.debug("Case {} was changed meanwhile; the next pass serves it", number);
            } else {
                LOG.error("Case {} could not be served by the deadline pass", number, Silenced.of(refused));
            }
            return Optional.empty();
        } catch (RuntimeException bug) {
            LOG.error("Case {} could not be served by the deadline pass", number, Silenced.of(bug));
            return Optional.empty();
        }
    }

    /** What to ask of the rules of a préfecture that may have taken a case over by its silence. */
    private static Set<Question> arriving(Records records, CaseNumber number) {
        CaseRecord due = records.cases().find(Upkeep.READS_ALL, number).orElseThrow();
        return due.standing().transfer().isEmpty()
                ? Set.of()
                : Home.arriving(
                        records.cases().ofPerson(Upkeep.READS_ALL, due.filed().person()));
    }

    private void round() {
        try {
            store.write(records -> {
                records.attempts().sweep(clock.instant().minus(ATTEMPTS_REMEMBERED));
                return records;
            });
            Report report = run();
            if (report.papers() + report.silentRefusals() + report.failed() > 0) {
                LOG.info(
                        "Deadline pass: {} cases, {} papers, {} silent refusals, {} tasks, {} failed",
                        report.examined(),
                        report.papers(),
                        report.silentRefusals(),
                        report.tasks(),
                        report.failed());
            }
        } catch (RuntimeException unavailable) {
            LOG.warn(
                    "The deadline pass stopped and will run again: {}",
                    Silenced.of(unavailable).getMessage());
        }
    }

    /** The sum over the cases of one run. */
    private static final class Total {
        private int examined;
        private int papers;
        private int silentRefusals;
        private int tasks;
        private int transfers;
        private int failed;

        void add(Optional<Upkeep.Tally> served) {
            examined++;
            failed += served.isEmpty() ? 1 : 0;
            served.ifPresent(tally -> {
                papers += tally.papers();
                silentRefusals += tally.silentRefusals();
                tasks += tally.tasks();
                transfers += tally.transfers();
            });
        }

        Report report() {
            return new Report(examined, papers, silentRefusals, tasks, transfers, failed);
        }
    }
}
