package fr.sejour.core.internal.upkeep;

import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.fault.Silenced;
import fr.sejour.api.operation.Watchdog;
import fr.sejour.api.prefecture.Prefecture;
import fr.sejour.api.text.Codes;
import fr.sejour.core.port.CaseGlance;
import fr.sejour.core.port.CaseRecord;
import fr.sejour.core.port.JournalEntry;
import fr.sejour.core.port.Records;
import fr.sejour.core.port.Store;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at every case once a day. What it mends it mends by the upkeep, the way an act would; what the upkeep cannot mend stands in
 * the queue of strays. Immediate, because nobody calls it: the day does.
 */
@Component(service = Watchdog.class, immediate = true)
public final class NightlyWatchdog implements Watchdog {

    private static final Logger LOG = LoggerFactory.getLogger(NightlyWatchdog.class);

    private static final int CHUNK = 1_000;
    private static final int MINUTES_BETWEEN_GLANCES_AT_THE_DAY = 10;

    private final Store store;
    private final Upkeep upkeep;
    private final Clock clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "sejour-watchdog");
        thread.setDaemon(true);
        return thread;
    });
    private Optional<LocalDate> lookedOn = Optional.empty();

    @Activate
    public NightlyWatchdog(@Reference Store store, @Reference Upkeep upkeep, @Reference Clock clock) {
        this.store = store;
        this.upkeep = upkeep;
        this.clock = clock;
    }

    @Activate
    @SuppressWarnings("FutureReturnValueIgnored") // a round reports its own faults; closing ends the rounds
    void keepWatch() {
        timer.scheduleWithFixedDelay(this::lookOnceADay, 1, MINUTES_BETWEEN_GLANCES_AT_THE_DAY, TimeUnit.MINUTES);
    }

    @Deactivate
    void close() {
        timer.shutdownNow();
    }

    private void lookOnceADay() {
        LocalDate today = Prefecture.nationalDay(clock.instant());
        if (lookedOn.equals(Optional.of(today))) {
            return;
        }
        try {
            look();
            lookedOn = Optional.of(today);
        } catch (RuntimeException unavailable) {
            LOG.warn(
                    "The watchdog stopped and will look again: {}",
                    Silenced.of(unavailable).getMessage());
        }
    }

    @Override
    public synchronized Round look() {
        int found = 0;
        int mended = 0;
        Optional<CaseNumber> last = Optional.empty();
        List<CaseGlance> chunk;
        do {
            Optional<CaseNumber> after = last;
            chunk = store.read(records -> records.cases().glance(Upkeep.READS_ALL, after, CHUNK));
            for (CaseGlance glance : chunk) {
                last = Optional.of(glance.number());
                if (!faults(glance, clock.instant()).isEmpty()) {
                    found++;
                    mended += mend(glance.number()) ? 1 : 0;
                }
            }
        } while (chunk.size() == CHUNK);
        forgetThoseThatStandAgain();
        int waiting = Math.toIntExact(store.read(records -> records.strays().count()));
        if (found > 0) {
            LOG.warn(
                    "The watchdog found {} cases astray and mended {}; {} wait in the queue of strays (sejour:strays)",
                    found,
                    mended,
                    waiting);
        }
        return new Round(found, mended, waiting, ofNobody());
    }

    private List<EmptyTeam> ofNobody() {
        List<EmptyTeam> teams = store.read(records -> records.teams().ofNobody()).stream()
                .map(team -> new EmptyTeam(team.prefecture(), team.code()))
                .toList();
        teams.forEach(team -> LOG.warn(
                "Nobody works in team {} of préfecture {}: the general team has what it would take",
                team.team(),
                team.prefecture()));
        return teams;
    }

    @Override
    public List<Stray> strays(int limit) {
        return store.read(records -> records.strays().waiting(limit));
    }

    private Set<Fault> faults(CaseGlance glance, Instant now) {
        return CaseFaults.of(glance, upkeep.law().at(now), now);
    }

    private Set<Fault> faults(Records records, CaseNumber number, Instant now) {
        return records.cases()
                .glance(Upkeep.READS_ALL, number)
                .map(glance -> faults(glance, now))
                .orElse(Set.of());
    }

    /** @return whether the case stands as it should */
    private boolean mend(CaseNumber number) {
        try {
            store.write(records -> {
                records.people().hold(number);
                Instant now = clock.instant();
                Set<Fault> before = faults(records, number, now);
                if (!before.isEmpty()) {
                    CaseRecord record =
                            records.cases().find(Upkeep.READS_ALL, number).orElseThrow();
                    upkeep.mend(records, record, line(now, before), now);
                }
                return records;
            });
        } catch (RuntimeException beyondUs) {
            if (beyondUs instanceof CaseException refused && refused.code() == ErrorCode.STORE_UNAVAILABLE) {
                throw refused;
            }
            LOG.error("Case {} is astray and could not be mended", number, Silenced.of(beyondUs));
        }
        return stands(number);
    }

    /** Whether nothing is wrong with the case any more; otherwise it waits in the queue of strays. */
    private boolean stands(CaseNumber number) {
        return store.write(records -> {
            Instant now = clock.instant();
            Set<Fault> left = faults(records, number, now);
            if (left.isEmpty()) {
                records.strays().settle(number);
            } else {
                records.strays().keep(number, left, now);
            }
            return left.isEmpty();
        });
    }

    private void forgetThoseThatStandAgain() {
        for (Stray stray : strays(CHUNK)) {
            boolean again = stands(stray.number());
            LOG.debug("Case {} stands again: {}", stray.number(), again);
        }
    }

    private static JournalEntry line(Instant now, Set<Fault> faults) {
        String what = faults.stream().sorted().map(Codes::of).collect(Collectors.joining(" "));
        return new JournalEntry(now, Upkeep.PLATFORM, "mended", what, Optional.empty());
    }
}
