package fr.sejour.core.internal.desk;

import fr.sejour.api.access.Caller;
import fr.sejour.api.bulk.BulkAct.Line;
import fr.sejour.api.bulk.BulkAct.Outcome;
import fr.sejour.api.bulk.BulkAct.State;
import fr.sejour.api.bulk.BulkActId;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.fault.Silenced;
import fr.sejour.core.internal.upkeep.Upkeep;
import fr.sejour.core.port.BulkRecord;
import fr.sejour.core.port.Records;
import fr.sejour.core.port.StaffRecord;
import fr.sejour.core.port.Store;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does the acts on many cases that run, a chunk of one and then a chunk of the next. The act on a case and its line are one
 * transaction: wherever it stops, each case has had the act or has not, and its line says so. Immediate, because what ran when the
 * node died goes on by itself.
 */
@Component(service = BulkRunner.class, immediate = true)
public final class BulkRunner {

    private static final Logger LOG = LoggerFactory.getLogger(BulkRunner.class);
    private static final int CHUNK = 50;
    private static final int MOST_AT_ONCE = 100;
    private static final long PAUSE_SECONDS = 5;
    private static final int LONGEST_DETAIL = 300;

    private final Store store;
    private final NationalCaseReview review;
    private final boolean byItself;
    private final ScheduledExecutorService timer;
    private volatile boolean closed;

    @Activate
    public BulkRunner(@Reference Store store, @Reference NationalCaseReview review) {
        this(store, review, true);
    }

    /** @param byItself whether it works without being asked to */
    public BulkRunner(Store store, NationalCaseReview review, boolean byItself) {
        this.byItself = byItself;
        this.store = store;
        this.review = review;
        this.timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "sejour-bulk");
            thread.setDaemon(true);
            return thread;
        });
        if (byItself) {
            start();
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // a round reports its own faults; closing ends the rounds
    private void start() {
        timer.scheduleWithFixedDelay(this::round, PAUSE_SECONDS, PAUSE_SECONDS, TimeUnit.SECONDS);
    }

    @Deactivate
    void close() {
        closed = true;
        timer.shutdownNow();
    }

    /** There is something to do now. */
    void wake() {
        if (byItself) {
            timer.execute(this::round);
        }
    }

    private void round() {
        try {
            work();
        } catch (RuntimeException unavailable) {
            LOG.warn(
                    "Acts on many cases stopped and will go on: {}",
                    Silenced.of(unavailable).getMessage());
        }
    }

    /** Does whatever runs, to its end. */
    public synchronized void work() {
        List<BulkActId> running;
        do {
            running = store.read(records -> records.bulk().running(MOST_AT_ONCE));
            running.forEach(this::workOn);
        } while (!running.isEmpty() && !closed);
    }

    /** What is needed for some of the cases of one act. */
    private record Chunk(BulkRecord act, Optional<Caller> caller, List<Line> lines) {}

    private void workOn(BulkActId id) {
        Chunk chunk = store.read(records -> chunk(records, id));
        if (chunk.caller().isEmpty()) {
            // whoever prepared it may do nothing any more
            end(id, State.CANCELLED);
        } else if (chunk.lines().isEmpty()) {
            end(id, State.DONE);
        }
        for (Line line : chunk.lines()) {
            if (chunk.caller().isPresent() && !closed) {
                act(chunk.act(), chunk.caller().get(), line);
            }
        }
    }

    private static Chunk chunk(Records records, BulkActId id) {
        BulkRecord act = records.bulk().find(id).orElseThrow();
        Optional<Caller> caller = act.by().value().equals(Upkeep.PLATFORM)
                ? Optional.of(Upkeep.READS_ALL)
                : records.teams().staff(act.by()).filter(it -> !it.closed()).map(StaffRecord::caller);
        return new Chunk(act, caller, records.bulk().ready(id, CHUNK));
    }

    private void end(BulkActId id, State state) {
        store.write(records -> records.bulk().move(id, State.RUNNING, state));
    }

    private void act(BulkRecord act, Caller caller, Line line) {
        try {
            OptionalLong version = line.version() == 0 ? OptionalLong.empty() : OptionalLong.of(line.version());
            review.act(caller, line.number(), version, line.own(act.act()), records -> {
                if (!records.bulk().settle(act.id(), done(line))) {
                    throw new SettledException();
                }
            });
        } catch (SettledException elsewhere) {
            LOG.debug("{} of {} is settled, or nothing is to be done any more", line.number(), act.id());
        } catch (CaseException refused) {
            if (refused.code() == ErrorCode.STORE_UNAVAILABLE) {
                throw refused;
            }
            settle(act.id(), refused(line, refused));
        } catch (RuntimeException bug) {
            LOG.error("The act on case {} by {} failed", line.number(), act.id(), Silenced.of(bug));
            settle(act.id(), refused(line, new CaseException(ErrorCode.INTERNAL)));
        }
    }

    private void settle(BulkActId id, Line line) {
        store.write(records -> records.bulk().settle(id, line));
    }

    private static Line done(Line line) {
        return line.with(Outcome.DONE, Optional.empty(), Map.of());
    }

    private static Line refused(Line line, CaseException refused) {
        return line.with(Outcome.REFUSED, Optional.of(refused.code()), details(refused));
    }

    /** The details of a refusal as they are kept: codes, days and names of agents, in a line each. */
    static Map<String, String> details(CaseException refused) {
        Map<String, String> details = new HashMap<>();
        refused.details().forEach((name, value) -> {
            String text = value instanceof Iterable<?> several
                    ? StreamSupport.stream(several.spliterator(), false)
                            .map(String::valueOf)
                            .collect(Collectors.joining(", "))
                    : String.valueOf(value);
            details.put(name, text.length() > LONGEST_DETAIL ? text.substring(0, LONGEST_DETAIL) : text);
        });
        return details;
    }

    /** Something became of the case before, or nothing is to become of it any more: nothing of this transaction is kept. */
    private static final class SettledException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
