package fr.sejour.store.jpa.internal;

import fr.sejour.api.notice.Notice;
import fr.sejour.api.operation.Deliveries.Delivery;
import fr.sejour.api.person.Contact;
import fr.sejour.api.person.PersonId;
import fr.sejour.core.port.ClaimedDelivery;
import fr.sejour.core.port.NoticeRecords;
import jakarta.persistence.FlushModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The notices and their deliveries in their tables. */
final class JpaNotices implements NoticeRecords {

    private static final int LONGEST_FAULT = 1000;

    /** No delivery is due before: a range that an index can serve, unlike {@code IS NOT NULL} on Derby. */
    private static final Condition WAITING = Condition.of("d.dueAt >= :ever", "ever", Instant.EPOCH);

    private final OpenTransaction transaction;

    /** As this transaction read them; a consumer that becomes known meanwhile is owed what later ones write. */
    private @Nullable Set<String> consumers;

    JpaNotices(OpenTransaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public void know(String consumer) {
        if (!known().contains(consumer)) {
            transaction.writer().persist(ConsumerRow.of(consumer));
            transaction.writer().flush();
            consumers = null;
        }
    }

    @Override
    public Set<String> known() {
        if (consumers == null) {
            // Nothing has to be written for this to be true: a consumer is, as soon as it is known.
            consumers = new TreeSet<>(transaction
                    .query(String.class, "SELECT c.name FROM ConsumerRow c", Map.of())
                    .setFlushMode(FlushModeType.COMMIT)
                    .getResultList());
        }
        return Collections.unmodifiableSet(consumers);
    }

    @Override
    public void owe(PersonId person, Notice notice) {
        owed(person, notice);
    }

    @Override
    public void owe(PersonId person, Notice notice, Contact to) {
        owed(person, notice).sendTo(to);
    }

    @Override
    public void owe(PersonId person, Notice notice, Contact to, Instant until) {
        NoticeRow row = owed(person, notice);
        row.sendTo(to);
        row.sendUntil(until);
    }

    private NoticeRow owed(PersonId person, Notice notice) {
        CaseRow about = transaction.lock(notice.caseNumber());
        about.noticeCount++;
        NoticeRow row = NoticeRow.of(person, notice, about.noticeCount);
        transaction.writer().persist(row);
        known().forEach(consumer -> transaction.writer().persist(DeliveryRow.of(row, consumer)));
        return row;
    }

    @Override
    public List<Notice> ofPerson(PersonId person) {
        return transaction
                .query(
                        NoticeRow.class,
                        "SELECT n FROM NoticeRow n WHERE n.personId = :person"
                                + " ORDER BY n.createdAt DESC, n.caseNumber DESC, n.position DESC",
                        Map.of("person", person.value()))
                .getResultStream()
                .map(NoticeRow::value)
                .toList();
    }

    @Override
    public void seen(PersonId person, Set<String> notices, Instant at) {
        if (!notices.isEmpty()) {
            transaction.update(
                    "UPDATE NoticeRow n SET n.seenAt = :at"
                            + " WHERE n.personId = :person AND n.id IN :notices AND n.seenAt IS NULL",
                    Map.of("at", at, "person", person.value(), "notices", notices));
        }
    }

    @Override
    public List<ClaimedDelivery> claim(Set<String> consumers, Instant now, Instant until, int limit) {
        if (consumers.isEmpty()) {
            return List.of();
        }
        return claimed(DeliveryClaim.of(transaction).take(new TreeSet<>(consumers), now, until, limit), now);
    }

    private List<ClaimedDelivery> claimed(List<String> ids, Instant now) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<String, DeliveryRow> deliveries = byKey(DeliveryRow.class, ids, row -> row.id);
        Map<String, NoticeRow> notices =
                byKey(NoticeRow.class, distinct(deliveries.values(), row -> row.noticeId), row -> row.id);
        Map<String, PersonRow> people =
                byKey(PersonRow.class, distinct(notices.values(), row -> row.personId), row -> row.id);
        return ids.stream()
                .map(id -> {
                    DeliveryRow row = of(deliveries, id);
                    NoticeRow notice = of(notices, row.noticeId);
                    PersonRow person = of(people, notice.personId);
                    return new ClaimedDelivery(
                            row.id,
                            row.consumer,
                            notice.to(now).orElseGet(person::contact),
                            notice.value(),
                            row.failures);
                })
                .toList();
    }

    private static <R> R of(Map<String, R> rows, String id) {
        return Objects.requireNonNull(rows.get(id));
    }

    private static <R> List<String> distinct(Collection<R> rows, Function<R, String> value) {
        return rows.stream().map(value).distinct().toList();
    }

    private <R> Map<String, R> byKey(Class<R> type, List<String> ids, Function<R, String> key) {
        return transaction
                .query(type, "SELECT r FROM " + type.getSimpleName() + " r WHERE r.id IN :ids", Map.of("ids", ids))
                .getResultStream()
                .collect(Collectors.toMap(key, Function.identity()));
    }

    @Override
    public void settle(String delivery, Instant at, Optional<String> undeliverable) {
        transaction.update(
                "UPDATE DeliveryRow d SET d.settledAt = :at, d.undeliverable = "
                        + (undeliverable.isPresent() ? ":why" : "NULL")
                        + ", d.dueAt = NULL, d.claimedUntil = NULL WHERE d.id = :id AND d.settledAt IS NULL",
                undeliverable
                        .<Map<String, Object>>map(
                                why -> Map.of("at", at, "id", delivery, "why", Columns.fitting(why, LONGEST_FAULT)))
                        .orElseGet(() -> Map.of("at", at, "id", delivery)));
    }

    @Override
    public void postpone(String delivery, Instant dueAt, String fault) {
        transaction.update(
                "UPDATE DeliveryRow d SET d.dueAt = :dueAt, d.claimedUntil = NULL, d.failures = d.failures + 1,"
                        + " d.lastFault = :fault WHERE d.id = :id AND d.settledAt IS NULL",
                Map.of("dueAt", dueAt, "fault", Columns.fitting(fault, LONGEST_FAULT), "id", delivery));
    }

    @Override
    public boolean makeDue(String delivery, Instant now) {
        return transaction.update(
                        "UPDATE DeliveryRow d SET d.dueAt = :now WHERE d.id = :id AND d.settledAt IS NULL",
                        Map.of("now", now, "id", delivery))
                > 0;
    }

    @Override
    public List<Delivery> waiting(int limit) {
        return transaction
                .query(
                        DeliveryRow.class,
                        "SELECT d FROM DeliveryRow d" + WAITING.where()
                                + " ORDER BY d.owedSince, d.caseNumber, d.position, d.consumer",
                        WAITING.parameters())
                .setMaxResults(limit)
                .getResultStream()
                .map(DeliveryRow::waiting)
                .toList();
    }

    @Override
    public long countWaiting() {
        return transaction
                .query(Long.class, "SELECT COUNT(d.id) FROM DeliveryRow d" + WAITING.where(), WAITING.parameters())
                .getSingleResult();
    }
}
