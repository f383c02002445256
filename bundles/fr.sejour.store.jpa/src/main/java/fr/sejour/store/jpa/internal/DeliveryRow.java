package fr.sejour.store.jpa.internal;

import fr.sejour.api.operation.Deliveries.Delivery;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One notice for one consumer. It waits as long as it has a due instant. */
@Entity
@Table(name = "delivery")
@SuppressWarnings("NullAway.Init") // filled by EclipseLink, or by the methods below
class DeliveryRow {

    @Id
    @Column(name = "delivery_id")
    String id;

    @Column(name = "notice_id")
    String noticeId;

    String consumer;

    @Column(name = "notice_kind")
    String noticeKind;

    @Column(name = "case_number")
    String caseNumber;

    @Column(name = "case_position")
    int position;

    @Column(name = "owed_since")
    Instant owedSince;

    @Column(name = "due_at")
    @Nullable
    Instant dueAt;

    @Column(name = "claimed_until")
    @Nullable
    Instant claimedUntil;

    int failures;

    @Column(name = "last_fault")
    @Nullable
    String lastFault;

    @Column(name = "settled_at")
    @Nullable
    Instant settledAt;

    @Nullable
    String undeliverable;

    static DeliveryRow of(NoticeRow notice, String consumer) {
        DeliveryRow row = new DeliveryRow();
        row.id = notice.id + "." + consumer;
        row.noticeId = notice.id;
        row.consumer = consumer;
        row.noticeKind = notice.kind;
        row.caseNumber = notice.caseNumber;
        row.position = notice.position;
        row.owedSince = notice.createdAt;
        row.dueAt = notice.createdAt;
        return row;
    }

    /** As an operator sees it while it waits. */
    Delivery waiting() {
        return new Delivery(
                id,
                consumer,
                noticeKind,
                caseNumber,
                owedSince,
                dueAt == null ? owedSince : dueAt,
                failures,
                Optional.ofNullable(lastFault));
    }
}
