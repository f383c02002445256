package fr.sejour.store.jpa.internal;

import fr.sejour.api.attestation.UncoveredMonth;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.core.port.DueRecords.Due;
import fr.sejour.core.port.GapRow;
import fr.sejour.core.port.UncoveredDay;
import fr.sejour.core.port.UncoveredRecords;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The uncovered days in their table. */
final class JpaUncovered implements UncoveredRecords {

    private final OpenTransaction transaction;
    private final Map<String, SortedMap<LocalDate, UncoveredDay>> kept = new LinkedHashMap<>();

    JpaUncovered(OpenTransaction transaction) {
        this.transaction = transaction;
    }

    /** Written at the end of the work, with one question for all people: a pass keeps the days of many. */
    @Override
    public void keep(PersonId person, List<UncoveredDay> days) {
        if (kept.isEmpty()) {
            transaction.leave(this::write);
        }
        SortedMap<LocalDate, UncoveredDay> theirs = kept.computeIfAbsent(person.value(), id -> new TreeMap<>());
        days.forEach(day -> theirs.putIfAbsent(day.day(), day));
    }

    private void write() {
        Map<String, Predicate<LocalDate>> noted = noted(kept.keySet());
        kept.forEach((person, days) -> days.values().stream()
                .filter(day -> !noted.getOrDefault(person, none -> false).test(day.day()))
                .map(UncoveredDayRow::of)
                .forEach(transaction.writer()::persist));
    }

    /** Most people's days have no hole: their first and last say them all. */
    private Map<String, Predicate<LocalDate>> noted(Set<String> people) {
        return transaction
                .query(
                        Object[].class,
                        "SELECT u.personId, MIN(u.day), MAX(u.day), COUNT(u.id) FROM UncoveredDayRow u"
                                + " WHERE u.personId IN :people GROUP BY u.personId",
                        Map.of("people", people))
                .getResultStream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> {
                    LocalDate first = (LocalDate) row[1];
                    LocalDate last = (LocalDate) row[2];
                    boolean unbroken = ChronoUnit.DAYS.between(first, last) + 1 == (Long) row[3];
                    return unbroken
                            ? day -> !day.isBefore(first) && !day.isAfter(last)
                            : noted((String) row[0])::contains;
                }));
    }

    private Set<LocalDate> noted(String person) {
        return new HashSet<>(transaction
                .query(
                        LocalDate.class,
                        "SELECT u.day FROM UncoveredDayRow u WHERE u.personId = :person",
                        Map.of("person", person))
                .getResultList());
    }

    @Override
    public List<WithoutProof> begun(Instant now, int limit) {
        List<Due> due = DueClaim.of(transaction, DueClaim.What.UNCOVERED_DAY).take(now, Optional.empty(), limit);
        if (due.isEmpty()) {
            return List.of();
        }
        List<String> numbers = due.stream().map(it -> it.number().value()).toList();
        Map<String, CaseRow> rows = transaction.lock(Condition.of("c.number IN :numbers", "numbers", numbers)).stream()
                .collect(Collectors.toMap(row -> row.number, Function.identity()));
        return numbers.stream()
                .map(rows::get)
                .filter(row -> DueClaim.What.UNCOVERED_DAY.since(row, now))
                .map(CaseRow::without)
                .toList();
    }

    @Override
    public List<UncoveredDay> ofPerson(PersonId person) {
        return transaction
                .query(
                        UncoveredDayRow.class,
                        "SELECT u FROM UncoveredDayRow u WHERE u.personId = :person ORDER BY u.day",
                        Map.of("person", person.value()))
                .getResultStream()
                .map(UncoveredDayRow::value)
                .toList();
    }

    @Override
    public Map<PrefectureCode, Long> countByPrefecture() {
        return transaction
                .query(
                        Object[].class,
                        "SELECT u.prefecture, COUNT(u.id) FROM UncoveredDayRow u GROUP BY u.prefecture",
                        Map.of())
                .getResultStream()
                .collect(Collectors.toMap(row -> new PrefectureCode((String) row[0]), row -> (Long) row[1]));
    }

    @Override
    public List<UncoveredMonth> count(List<PrefectureCode> prefectures, YearMonth month) {
        Condition condition = Condition.of("u.day >= :first", "first", month.atDay(1))
                .and("u.day <= :last", "last", month.atEndOfMonth())
                .and(
                        prefectures.isEmpty()
                                ? Condition.NONE
                                : Condition.of(
                                        "u.prefecture IN :led",
                                        "led",
                                        prefectures.stream()
                                                .map(PrefectureCode::value)
                                                .toList()));
        return transaction
                .query(
                        Object[].class,
                        "SELECT u.prefecture, COUNT(u.id), COUNT(DISTINCT u.personId) FROM UncoveredDayRow u"
                                + condition.where() + " GROUP BY u.prefecture ORDER BY u.prefecture",
                        condition.parameters())
                .getResultStream()
                .map(row ->
                        new UncoveredMonth(new PrefectureCode((String) row[0]), month, (Long) row[1], (Long) row[2]))
                .toList();
    }

    @Override
    public List<GapRow> gaps(
            List<PrefectureCode> prefectures,
            LocalDate until,
            boolean needingSomebody,
            Optional<GapKey> after,
            int limit) {
        List<String> codes = prefectures.stream().map(PrefectureCode::value).toList();
        return new GapSql(codes, until, needingSomebody, after, limit).read(transaction);
    }
}
