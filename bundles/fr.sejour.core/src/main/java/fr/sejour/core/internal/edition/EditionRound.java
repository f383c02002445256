package fr.sejour.core.internal.edition;

import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.edition.ArrivedEdition.Rehearsal;
import fr.sejour.api.edition.ArrivedEdition.State;
import fr.sejour.api.edition.ArrivedEdition.Step;
import fr.sejour.api.edition.EditionEffect;
import fr.sejour.api.edition.EditionEffect.Change;
import fr.sejour.api.edition.EditionFiles;
import fr.sejour.api.fault.Silenced;
import fr.sejour.core.internal.upkeep.EditionTrial;
import fr.sejour.core.internal.upkeep.Upkeep;
import fr.sejour.core.port.CaseGlance;
import fr.sejour.core.port.CaseRecord;
import fr.sejour.core.port.EditionRecord;
import fr.sejour.core.port.EditionRecord.Trial;
import fr.sejour.core.port.EditionRecord.Waking;
import fr.sejour.core.port.Records;
import fr.sejour.core.port.Store;
import fr.sejour.law.Editions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the editions owe in the background: this node judges by those that apply, rehearsals go on, and once the law has changed
 * every open case is told to look again. Each step is a chunk with its place kept beside it, so that any node goes on where another
 * one stopped.
 */
@Component(service = EditionRound.class, immediate = true)
public final class EditionRound {

    private static final Logger LOG = LoggerFactory.getLogger(EditionRound.class);
    private static final int CHUNK = 200;
    private static final long EVERY_SECONDS = 10;

    /**
     * How long after a change of the law cases are told. Every node judges by the new law by then, and no transaction that began
     * under the old one still runs.
     */
    private static final Duration UNTIL_EVERY_NODE_KNOWS = Duration.ofSeconds(60);

    private final Store store;
    private final KeptLaw kept;
    private final Editions editions;
    private final Clock clock;
    private final boolean byItself;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "sejour-editions");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean closed;

    @Activate
    public EditionRound(
            @Reference Store store, @Reference KeptLaw kept, @Reference Editions editions, @Reference Clock clock) {
        this(store, kept, editions, clock, true);
    }

    /** @param byItself whether it works without being asked to */
    @SuppressWarnings("FutureReturnValueIgnored") // a round reports its own faults; closing ends the rounds
    public EditionRound(Store store, KeptLaw kept, Editions editions, Clock clock, boolean byItself) {
        this.store = store;
        this.kept = kept;
        this.editions = editions;
        this.clock = clock;
        this.byItself = byItself;
        if (byItself) {
            timer.scheduleWithFixedDelay(this::round, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
        }
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

    /** From the return of this on, this node judges by what applies. */
    synchronized void converge() {
        List<EditionFiles> applying = kept.applying();
        if (!applying.equals(editions.arrived())) {
            editions.adopt(applying);
            LOG.info(
                    "The law is now that of this version with the editions {}",
                    applying.stream().map(EditionFiles::name).toList());
        }
    }

    private void round() {
        try {
            work();
        } catch (RuntimeException unavailable) {
            LOG.warn(
                    "The editions of the law stopped and will go on: {}",
                    Silenced.of(unavailable).getMessage());
        }
    }

    /** Does all that is owed now, to its end. */
    public void work() {
        converge();
        for (EditionRecord edition : store.read(records -> records.editions().all())) {
            // made once for all chunks: what applies cannot change under a rehearsal without making it void
            Optional<EditionTrial> trial = edition.state() == State.REHEARSING
                    ? Optional.of(store.read(records -> trial(records, edition)))
                    : Optional.empty();
            boolean more = true;
            while (more && !closed) {
                more = store.write(records -> step(records, edition.name(), trial));
            }
        }
    }

    private EditionTrial trial(Records records, EditionRecord edition) {
        List<EditionFiles> with = new ArrayList<>(kept.applying(records));
        with.add(kept.files(records, edition));
        return new EditionTrial(editions, editions.with(with), edition.stamp(), clock.instant());
    }

    /** Whether there may be more to do for that edition. */
    private boolean step(Records records, String name, Optional<EditionTrial> trial) {
        EditionRecord edition = records.editions().find(name).orElseThrow();
        if (edition.state() == State.REHEARSING) {
            return trial.isPresent() && rehearse(records, edition, trial.get());
        }
        Step last = edition.steps().get(edition.steps().size() - 1);
        return edition.waking().isPresent()
                && !clock.instant().isBefore(last.at().plus(UNTIL_EVERY_NODE_KNOWS))
                && tell(records, edition, edition.waking().get());
    }

    private boolean tell(Records records, EditionRecord edition, Waking waking) {
        List<CaseGlance> next = records.cases().glance(Upkeep.READS_ALL, waking.to(), CHUNK);
        records.cases().wake(open(next), clock.instant());
        Optional<CaseNumber> last = last(next);
        boolean kept = records.editions().change(edition.withWaking(last.map(it -> new Waking(last))));
        if (!kept) {
            throw new IllegalStateException("Another node tells the cases of the edition " + edition.name());
        }
        return last.isPresent();
    }

    private boolean rehearse(Records records, EditionRecord edition, EditionTrial comparison) {
        Trial trial = edition.trial().orElseThrow();
        List<CaseGlance> next = records.cases().glance(Upkeep.READS_ALL, trial.to(), CHUNK);
        List<EditionEffect> effects = new ArrayList<>();
        List<CaseNumber> open = open(next);
        for (CaseRecord record : records.cases().find(Upkeep.READS_ALL, open)) {
            comparison.of(records, record).ifPresent(effects::add);
        }
        records.editions().found(edition.name(), effects);
        Optional<CaseNumber> last = last(next);
        Rehearsal found = added(
                trial.found(),
                open.size(),
                effects,
                last.isPresent() ? Optional.empty() : Optional.of(clock.instant()));
        EditionRecord after = edition.withTrial(Optional.of(new Trial(found, trial.after(), last)));
        if (last.isEmpty()) {
            after = after.moved(
                    State.REHEARSED,
                    edition.steps().get(edition.steps().size() - 1).by(),
                    clock.instant());
        }
        if (!records.editions().change(after)) {
            throw new IllegalStateException("Another node rehearses the edition " + edition.name());
        }
        return last.isPresent();
    }

    private static Rehearsal added(Rehearsal before, int looked, List<EditionEffect> effects, Optional<Instant> ended) {
        return new Rehearsal(
                before.startedAt(),
                ended,
                before.looked() + looked,
                before.more() + count(effects, Change.MORE),
                before.fewer() + count(effects, Change.FEWER),
                before.other() + count(effects, Change.OTHER));
    }

    private static int count(List<EditionEffect> effects, Change change) {
        return (int) effects.stream().filter(it -> it.change() == change).count();
    }

    /** Those on which somebody owes an act: a refusal that nobody notified takes nothing away yet. */
    private static List<CaseNumber> open(List<CaseGlance> glances) {
        return glances.stream()
                .filter(it -> it.seen()
                        .filter(seen -> seen.status().isOpen() || seen.next().isPresent())
                        .isPresent())
                .map(CaseGlance::number)
                .toList();
    }

    private static Optional<CaseNumber> last(List<CaseGlance> glances) {
        return glances.isEmpty()
                ? Optional.empty()
                : Optional.of(glances.get(glances.size() - 1).number());
    }
}
