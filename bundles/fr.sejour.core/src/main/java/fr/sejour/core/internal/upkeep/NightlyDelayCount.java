package fr.sejour.core.internal.upkeep;

import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.LocalDelay;
import fr.sejour.api.fault.Silenced;
import fr.sejour.api.operation.DelayCount;
import fr.sejour.api.prefecture.Prefecture;
import fr.sejour.core.port.DelayRecords.DecidedCase;
import fr.sejour.core.port.DelayRecords.Ground;
import fr.sejour.core.port.DelayRecords.Told;
import fr.sejour.core.port.Store;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
 * Counts the delays once a day, from the decisions themselves, so that whoever reads a case reads one small row. Immediate, because
 * nobody calls it: the day does.
 */
@Component(service = DelayCount.class, immediate = true)
public final class NightlyDelayCount implements DelayCount {

    private static final Logger LOG = LoggerFactory.getLogger(NightlyDelayCount.class);

    private static final int CHUNK = 1_000;
    private static final int MINUTES_BETWEEN_GLANCES_AT_THE_DAY = 10;

    private final Store store;
    private final CaseLaw law;
    private final Clock clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "sejour-delay-count");
        thread.setDaemon(true);
        return thread;
    });
    private Optional<LocalDate> countedOn = Optional.empty();

    @Activate
    public NightlyDelayCount(@Reference Store store, @Reference Upkeep upkeep, @Reference Clock clock) {
        this.store = store;
        this.law = upkeep.law();
        this.clock = clock;
    }

    @Activate
    @SuppressWarnings("FutureReturnValueIgnored") // a round reports its own faults; closing ends the rounds
    void keepCounting() {
        timer.scheduleWithFixedDelay(this::countOnceADay, 1, MINUTES_BETWEEN_GLANCES_AT_THE_DAY, TimeUnit.MINUTES);
    }

    @Deactivate
    void close() {
        timer.shutdownNow();
    }

    private void countOnceADay() {
        LocalDate today = today();
        if (countedOn.equals(Optional.of(today))) {
            return;
        }
        try {
            count();
            countedOn = Optional.of(today);
        } catch (RuntimeException unavailable) {
            LOG.warn(
                    "The count of the delays stopped and will run again: {}",
                    Silenced.of(unavailable).getMessage());
        }
    }

    @Override
    public synchronized Round count() {
        LocalDate today = today();
        LocalDate first = today.minusDays(LocalDelay.DAYS - 1);
        Map<Ground, List<Integer>> days = new HashMap<>();
        int cases = 0;
        Optional<CaseNumber> last = Optional.empty();
        List<DecidedCase> chunk;
        do {
            Optional<CaseNumber> after = last;
            chunk = store.read(records -> records.delays().decidedSince(first, after, CHUNK));
            for (DecidedCase decided : chunk) {
                last = Optional.of(decided.number());
                // a row past reading is the watchdog's
                if (decided.told().isPresent()) {
                    Told told = decided.told().get();
                    days.computeIfAbsent(law.ground(told.filed(), told.prefecture()), ground -> new ArrayList<>())
                            .add(days(told));
                    cases++;
                }
            }
        } while (chunk.size() == CHUNK);
        Map<Ground, LocalDelay> counted = new HashMap<>();
        days.forEach((ground, each) -> counted.put(ground, LocalDelay.over(each, today)));
        store.write(records -> {
            records.delays().keep(counted);
            return records;
        });
        int enough = (int) counted.values().stream()
                .filter(delay -> delay.spread().isPresent())
                .count();
        return new Round(cases, counted.size(), enough);
    }

    private static int days(Told told) {
        return Math.toIntExact(ChronoUnit.DAYS.between(told.filed().filedOn(), told.on()));
    }

    private LocalDate today() {
        return Prefecture.nationalDay(clock.instant());
    }
}
