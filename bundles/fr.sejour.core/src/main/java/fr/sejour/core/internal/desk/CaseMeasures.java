package fr.sejour.core.internal.desk;

import fr.sejour.api.operation.Measures;
import fr.sejour.api.prefecture.Prefecture;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.text.Codes;
import fr.sejour.core.port.Store;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What an operator watches: where cases stand, what waits, what is late. */
@Component
public final class CaseMeasures implements Measures {

    private final Store store;
    private final Clock clock;

    @Activate
    public CaseMeasures(@Reference Store store, @Reference Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public List<Measure> read() {
        return store.read(records -> {
            List<Measure> measures = new ArrayList<>();
            records.cases()
                    .countByStatus()
                    .forEach((status, count) -> measures.add(
                            new Measure("sejour_cases", "Cases by status", Map.of("status", Codes.of(status)), count)));
            measures.add(new Measure(
                    "sejour_deliveries_waiting",
                    "Deliveries not yet made",
                    Map.of(),
                    records.notices().countWaiting()));
            measures.add(new Measure(
                    "sejour_tasks_overdue",
                    "Open tasks past their due day",
                    Map.of(),
                    records.cases().countTasksDueBefore(Prefecture.nationalDay(clock.instant()))));
            measures.add(new Measure(
                    "sejour_strays",
                    "Cases the watchdog could not mend",
                    Map.of(),
                    records.strays().count()));
            Map<PrefectureCode, Long> uncovered = records.uncovered().countByPrefecture();
            measures.add(new Measure(
                    "sejour_uncovered_days",
                    "Days on which somebody entitled to a proof of right held none",
                    Map.of(),
                    uncovered.values().stream().mapToLong(Long::longValue).sum()));
            uncovered.forEach((prefecture, days) -> measures.add(new Measure(
                    "sejour_uncovered_days_by_prefecture",
                    "The same, by responsible prefecture",
                    Map.of("prefecture", prefecture.value()),
                    days)));
            return measures;
        });
    }
}
