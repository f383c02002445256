package fr.sejour.core.internal.upkeep;

import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.fault.Silenced;
import fr.sejour.api.operation.DeadlinePass;
import fr.sejour.core.internal.practice.Practices;
import fr.sejour.core.internal.practice.Practices.Answers;
import fr.sejour.core.port.CaseRecord;
import fr.sejour.core.port.CaseRecords;
import fr.sejour.core.port.DueRecords.Due;
import fr.sejour.core.port.PersonFile;
import fr.sejour.core.port.Records;
import fr.sejour.core.port.Store;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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
 * Does what the clock makes due: people by chunks, each chunk in one transaction, two of these side by side where the store lets
 * them. Whoever cannot be served with the others goes alone after them, so that a fault in one case keeps nobody from their paper.
 * What could not be done keeps its wake instant and is found again by the next pass, on this node or on another one. Immediate,
 * because nobody calls it: the clock does.
 */
@Component(service = DeadlinePass.class, immediate = true, configurationPid = ClockDeadlinePass.PID)
@Designate(ocd = ClockDeadlinePass.Config.class)
public final class ClockDeadlinePass implements DeadlinePass {

    /** The PID of the deadline pass. */
    public static final String PID = "fr.sejour.deadline";

    private static final Logger LOG = LoggerFactory.getLogger(ClockDeadlinePass.class);

    /** Cases to a transaction: enough to write in batches, and few enough that a counter waits a second at most for one of them. */
    private static final int CHUNK = 200;

    private static final int SIDE_BY_SIDE = 2;

    /**
     * How many cases that follow another one pass looks at, so that none is long: ten thousand are gone through in twenty passes,
     * and an agent has five working days to look again.
     */
    private static final int FOLLOWERS = 500;

    /** Longer than any desk counts failed attempts. */
    private static final Duration ATTEMPTS_REMEMBERED = Duration.ofDays(2);

    /** How often the pass runs by itself, and how long ahead it issues. */
    @ObjectClassDefinition(name = "Séjour: deadline pass")
    public @interface Config {

        @AttributeDefinition(name = "Seconds between two passes", description = "10 to 3600")
        int everySeconds() default 60;

        @AttributeDefinition(
                name = "Days before the end of a right at which the paper that continues it is issued",
                description = "2 to 60")
        int renewBeforeDays() default 7;
    }

    private final Store store;
    private final Upkeep upkeep;
    private final BegunDays begun;
    private final Practices practices;
    private final Clock clock;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "sejour-deadline"));
    private final ExecutorService besides =
            Executors.newFixedThreadPool(SIDE_BY_SIDE - 1, task -> daemon(task, "sejour-deadline-besides"));

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
        this.begun = new BegunDays(upkeep.law());
        this.practices = practices;
        this.clock = clock;
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    @Deactivate
    void close() {
        timer.shutdownNow();
        besides.shutdownNow();
    }

    @Override
    public synchronized Report run() {
        Total total = new Total();
        Progress progress = new Progress();
        Instant now = clock.instant();
        if (store.read(records -> records.due().passesOver())) {
            sideBySide(() -> serveAll(now, progress, total));
        } else {
            serveAll(now, progress, total);
        }
        CaseRecords.Overtaken overtaken =
                store.read(records -> records.cases().overtaken(Upkeep.READS_ALL, lookedAt, FOLLOWERS));
        overtaken.numbers().forEach(number -> {
            total.examined(1);
            serveAlone(number, total);
        });
        lookedAt = overtaken.last();
        int noted;
        do {
            noted = store.write(records -> begun.note(records, now, CHUNK));
            total.examined(noted);
        } while (noted == CHUNK && !Thread.currentThread().isInterrupted());
        return total.report();
    }

    /** Does the work on this thread and on those beside it; a fault of any comes out once all have ended. */
    private void sideBySide(Runnable work) {
        List<Callable<Void>> hands = new ArrayList<>();
        for (int hand = 1; hand < SIDE_BY_SIDE; hand++) {
            hands.add(() -> {
                work.run();
                return null;
            });
        }
        List<Future<Void>> running = hands.stream().map(besides::submit).toList();
        try {
            work.run();
        } finally {
            running.forEach(ClockDeadlinePass::await);
        }
    }

    private static void await(Future<Void> hand) {
        try {
            hand.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException fault) {
                throw fault;
            }
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CaseException(ErrorCode.STORE_UNAVAILABLE);
        }
    }

    private void serveAll(Instant now, Progress progress, Total total) {
        List<Due> chunk;
        do {
            chunk = serveChunk(now, progress, total);
        } while (!chunk.isEmpty() && !Thread.currentThread().isInterrupted());
    }

    /** @return the cases that were looked at; empty when no other one is due */
    private List<Due> serveChunk(Instant now, Progress progress, Total total) {
        Optional<Due> after = progress.last();
        List<Due> claimed = new ArrayList<>();
        List<CaseNumber> alone;
        try {
            Served served = store.write(records -> {
                // the work may be run again, and then claims anew
                claimed.clear();
                claimed.addAll(records.due().claim(now, after, CHUNK));
                // before the end: who works beside this one begins behind these
                progress.cameTo(claimed);
                return serve(records, claimed);
            });
            total.add(served.tally());
            alone = served.alone();
        } catch (RuntimeException fault) {
            if (claimed.isEmpty()) {
                throw fault;
            }
            LOG.debug("A chunk of {} cases goes one by one", claimed.size(), Silenced.of(fault));
            alone = claimed.stream().map(Due::number).toList();
        }
        total.examined(claimed.size());
        alone.forEach(number -> serveAlone(number, total));
        return claimed;
    }

    /** Serves the people of some due cases, but for those of whom something has to be asked before, or something is wrong. */
    private Served serve(Records records, List<Due> due) {
        Instant now = clock.instant();
        Upkeep.Tally tally = new Upkeep.Tally();
        List<CaseNumber> alone = new ArrayList<>();
        List<PersonPlan> plans = new ArrayList<>();
        List<PersonFile> files =
                records.due().files(due.stream().map(Due::person).distinct().toList());
        for (PersonFile file : files) {
            // all cases of a person are served together; somebody may have done so since they were found
            Optional<CaseNumber> number = dueNow(file, now);
            if (number.isPresent() && Home.arriving(file.cases()).isEmpty()) {
                try {
                    plans.add(upkeep.workOut(file, Answers.NONE, now));
                } catch (RuntimeException told) {
                    // once more alone, where it is reported
                    alone.add(number.get());
                }
            } else {
                number.ifPresent(alone::add);
            }
        }
        plans.forEach(plan -> upkeep.keep(records, plan, now, tally));
        return new Served(tally, alone);
    }

    private static Optional<CaseNumber> dueNow(PersonFile file, Instant now) {
        return file.cases().stream()
                .filter(record -> isDue(record, now))
                .map(CaseRecord::number)
                .findFirst();
    }

    private static boolean isDue(CaseRecord record, Instant now) {
        return record.standing().wakeAt().filter(at -> !at.isAfter(now)).isPresent();
    }

    private void serveAlone(CaseNumber number, Total total) {
        try {
            Answers answers = practices.answer(store.read(records -> Home.arriving(records, number)));
            total.add(store.write(records -> {
                records.people().hold(number);
                Instant now = clock.instant();
                CaseRecord record =
                        records.cases().find(Upkeep.READS_ALL, number).orElseThrow();
                PersonFile file = records.due().files(List.of(record.filed().person())).stream()
                        .findFirst()
                        .orElseThrow();
                boolean serves = isDue(record, now) || Following.overtaken(file, record);
                return serves ? upkeep.tick(records, file, answers, now) : new Upkeep.Tally();
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
            total.failed();
        } catch (RuntimeException bug) {
            LOG.error("Case {} could not be served by the deadline pass", number, Silenced.of(bug));
            total.failed();
        }
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

    /**
     * What became of a chunk.
     *
     * @param alone a case of each person who has to be served alone
     */
    private record Served(Upkeep.Tally tally, List<CaseNumber> alone) {}

    /** The case that was claimed last by any hand of a run: none is claimed twice in it, not even one that stays due. */
    private static final class Progress {

        private static final Comparator<Due> ORDER =
                Comparator.comparing(Due::at).thenComparing(Due::number);

        private Optional<Due> last = Optional.empty();

        synchronized Optional<Due> last() {
            return last;
        }

        synchronized void cameTo(List<Due> claimed) {
            last = Stream.concat(last.stream(), claimed.stream()).max(ORDER);
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

        synchronized void examined(int cases) {
            examined += cases;
        }

        synchronized void failed() {
            failed++;
        }

        synchronized void add(Upkeep.Tally tally) {
            papers += tally.papers();
            silentRefusals += tally.silentRefusals();
            tasks += tally.tasks();
            transfers += tally.transfers();
        }

        synchronized Report report() {
            return new Report(examined, papers, silentRefusals, tasks, transfers, failed);
        }
    }
}
