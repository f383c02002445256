package fr.sejour.store.jpa.internal;

import fr.sejour.api.attestation.UncoveredMonth;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.core.port.GapRow;
import fr.sejour.core.port.UncoveredDay;
import fr.sejour.core.port.UncoveredRecords;
import jakarta.persistence.FlushModeType;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The uncovered days in their table. */
final class JpaUncovered implements UncoveredRecords {

    private final OpenTransaction transaction;
    private final Map<PersonId, Set<LocalDate>> kept = new HashMap<>();

    JpaUncovered(OpenTransaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public void keep(PersonId person, List<UncoveredDay> days) {
        Set<LocalDate> noted = kept.computeIfAbsent(person, this::noted);
        days.stream()
                .filter(day -> noted.add(day.day()))
                .map(UncoveredDayRow::of)
                .forEach(transaction.writer()::persist);
    }

    /** What this transaction has not written yet is no day of that person: a pass that keeps those of many would write it for each. */
    private Set<LocalDate> noted(PersonId person) {
        return new HashSet<>(transaction
                .query(
                        LocalDate.class,
                        "SELECT u.day FROM UncoveredDayRow u WHERE u.personId = :person",
                        Map.of("person", person.value()))
                .setFlushMode(FlushModeType.COMMIT)
                .getResultList());
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
