package fr.sejour.store.jpa.internal;

import fr.sejour.api.cases.CaseNumber;
import fr.sejour.core.port.CaseRecord;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one case, each list in its order.
 *
 * @param version at which they were read
 */
record WholeCase(
        CaseRow row,
        long version,
        @Nullable DecisionRow decision,
        @Nullable CollectionRow collection,
        List<PieceRow> pieces,
        List<ClockRow> clocks,
        List<TaskRow> tasks,
        List<CourtOrderRow> orders,
        List<FormerPrefectureRow> formerPrefectures) {

    static WholeCase fresh(CaseRow row) {
        return new WholeCase(row, row.version, null, null, List.of(), List.of(), List.of(), List.of(), List.of());
    }

    CaseRecord value() {
        return new CaseRecord(
                new CaseNumber(row.number),
                row.version,
                row.filed(),
                row.standing(formerPrefectures.stream()
                        .map(FormerPrefectureRow::value)
                        .toList()),
                pieces.stream().map(PieceRow::value).toList(),
                clocks.stream().map(ClockRow::value).toList(),
                tasks.stream().map(TaskRow::value).toList(),
                Optional.ofNullable(decision).map(DecisionRow::value),
                Optional.ofNullable(collection).map(CollectionRow::value),
                orders.stream().map(CourtOrderRow::value).toList(),
                row.related(),
                row.follows());
    }

    /** Brings what belongs to the case to what the record says; the case's own row is the caller's. */
    void keepParts(CaseRecord record, EntityManager rows) {
        String number = row.number;
        keepOne(decision, record.decision(), it -> DecisionRow.of(number, it), DecisionRow::take, rows);
        keepOne(collection, record.collection(), it -> CollectionRow.of(number, it), CollectionRow::take, rows);
        keepAll(pieces, record.pieces(), (it, place) -> PieceRow.of(number, it, place), rows);
        keepAll(clocks, record.clocks(), (it, place) -> ClockRow.of(number, it, place), rows);
        keepAll(tasks, record.tasks(), TaskRow::of, rows);
        keepAll(
                formerPrefectures,
                record.standing().formerPrefectures(),
                (it, place) -> FormerPrefectureRow.of(number, it, place),
                rows);
        keepAll(orders, record.orders(), (it, place) -> CourtOrderRow.of(number, it, place), rows);
    }

    private static <V, R> void keepOne(
            @Nullable R before, Optional<V> after, Function<V, R> fresh, BiConsumer<R, V> take, EntityManager rows) {
        if (before == null) {
            after.map(fresh).ifPresent(rows::persist);
        } else if (after.isPresent()) {
            take.accept(before, after.get());
        } else {
            rows.remove(before);
        }
    }

    private static <V, R extends ListedRow<V>> void keepAll(
            List<R> before, List<V> after, BiFunction<V, Integer, R> fresh, EntityManager rows) {
        Map<Object, R> left = new HashMap<>();
        before.forEach(it -> left.put(it.key(), it));
        for (int place = 0; place < after.size(); place++) {
            R wanted = fresh.apply(after.get(place), place);
            R kept = left.remove(wanted.key());
            if (kept == null) {
                rows.persist(wanted);
            } else {
                kept.take(after.get(place), place);
            }
        }
        left.values().forEach(rows::remove);
    }
}
