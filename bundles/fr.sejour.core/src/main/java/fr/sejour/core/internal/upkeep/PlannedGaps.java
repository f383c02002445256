package fr.sejour.core.internal.upkeep;

import fr.sejour.api.access.Caller;
import fr.sejour.api.access.Role;
import fr.sejour.api.attestation.CoverageGap;
import fr.sejour.api.attestation.CoverageGaps;
import fr.sejour.api.attestation.GapCause;
import fr.sejour.api.attestation.GapPage;
import fr.sejour.api.attestation.GapQuery;
import fr.sejour.api.attestation.UncoveredMonth;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.Task;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.core.port.GapRow;
import fr.sejour.core.port.Records;
import fr.sejour.core.port.Store;
import fr.sejour.core.port.UncoveredRecords.GapKey;
import fr.sejour.law.Edition;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads the gaps that each look at a case leaves with it, and the days noted; works nothing out anew. */
@Component
public final class PlannedGaps implements CoverageGaps {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Pattern KEY = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})_(\\d{19})");

    private final Store store;
    private final Upkeep upkeep;
    private final Clock clock;

    @Activate
    public PlannedGaps(@Reference Store store, @Reference Upkeep upkeep, @Reference Clock clock) {
        this.store = store;
        this.upkeep = upkeep;
        this.clock = clock;
    }

    @Override
    public GapPage gaps(Caller caller, GapQuery query) {
        Optional<GapKey> after = query.after().map(PlannedGaps::read);
        LocalDate until = today(query.prefecture()).plusDays(query.daysAhead());
        List<GapRow> rows = store.read(records -> records.uncovered()
                .gaps(
                        led(records, caller, query.prefecture()),
                        until,
                        query.needingSomebody(),
                        after,
                        query.limit() + 1));
        boolean more = rows.size() > query.limit();
        List<GapRow> page = more ? rows.subList(0, query.limit()) : rows;
        return new GapPage(
                page.stream().map(PlannedGaps::shown).toList(),
                more ? Optional.of(key(page.get(page.size() - 1))) : Optional.empty());
    }

    @Override
    public List<UncoveredMonth> uncoveredDays(
            Caller caller, Optional<PrefectureCode> prefecture, YearMonth from, YearMonth until) {
        long months = from.until(until, ChronoUnit.MONTHS) + 1;
        return store.read(records -> {
            List<PrefectureCode> led = led(records, caller, prefecture);
            if (months < 1 || months > MOST_MONTHS) {
                throw new CaseException(ErrorCode.CONTRADICTORY_INPUT, Map.of("field", "until"));
            }
            return Stream.iterate(from, month -> month.plusMonths(1))
                    .limit(months)
                    .flatMap(month -> records.uncovered().count(led, month).stream())
                    .toList();
        });
    }

    @Override
    public List<PrefectureCode> led(Caller caller) {
        return store.read(records -> led(records, caller, Optional.empty()));
    }

    /** The préfectures to read; empty for every one. */
    private List<PrefectureCode> led(Records records, Caller caller, Optional<PrefectureCode> asked) {
        if (!caller.isStaff()) {
            throw new CaseException(ErrorCode.NOT_YOURS_TO_DO);
        }
        if (asked.filter(code ->
                        !caller.serves(code) || edition().prefecture(code).isEmpty())
                .isPresent()) {
            throw new CaseException(ErrorCode.NOT_FOUND);
        }
        if (caller.role() == Role.NATIONAL) {
            return asked.stream().toList();
        }
        List<PrefectureCode> led = caller.prefectures().stream()
                .filter(code -> asked.map(code::equals).orElse(true))
                .filter(code -> records.teams().colleagues(code).stream()
                        .anyMatch(it -> it.chief() && it.account().equals(caller.account())))
                .sorted()
                .toList();
        if (led.isEmpty()) {
            throw new CaseException(ErrorCode.NOT_YOURS_TO_DO);
        }
        return led;
    }

    private static CoverageGap shown(GapRow row) {
        return new CoverageGap(
                row.number(),
                row.prefecture(),
                row.familyName(),
                row.givenNames(),
                row.gap().from(),
                row.gap().cause(),
                row.gap().closing(),
                row.gap().closing().isPresent() ? Optional.empty() : task(row),
                row.uncoveredDays());
    }

    /** The task that its cause makes, or else the one that every gap makes as it comes near. */
    private static Optional<Task> task(GapRow row) {
        return Stream.of(closer(row.gap().cause()), Task.Kind.PREVENT_GAP)
                .flatMap(kind -> row.tasks().stream().filter(task -> task.kind() == kind))
                .findFirst();
    }

    private static Task.Kind closer(GapCause cause) {
        return switch (cause) {
            case FACTS_TO_SEE -> Task.Kind.SEE_FACTS;
            case LAW_OPEN -> Task.Kind.SETTLE_LAW;
            case GRANT_OVER -> Task.Kind.CLOSE;
            case FILE_INCOMPLETE, NO_AUTOMATIC_PAPER, PAPER_LATE -> Task.Kind.PREVENT_GAP;
        };
    }

    private static String key(GapRow row) {
        return row.gap().from() + "_" + row.number();
    }

    private static GapKey read(String key) {
        Matcher parts = KEY.matcher(key);
        try {
            if (parts.matches()) {
                return new GapKey(LocalDate.parse(parts.group(1)), new CaseNumber(parts.group(2)));
            }
        } catch (DateTimeException noDay) {
            // told like any other key that no page gave
        }
        throw new CaseException(ErrorCode.MALFORMED_INPUT, Map.of("field", "after"));
    }

    private LocalDate today(Optional<PrefectureCode> prefecture) {
        ZoneId zone = prefecture
                .flatMap(code -> edition().prefecture(code))
                .map(it -> it.zone())
                .orElse(PARIS);
        return clock.instant().atZone(zone).toLocalDate();
    }

    private Edition edition() {
        return upkeep.law().inForce(clock.instant().atZone(ZoneOffset.UTC).toLocalDate());
    }
}
