package fr.sejour.store.jpa.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A failed attempt. */
@Entity
@Table(name = "attempt")
@SuppressWarnings("NullAway.Init") // filled by EclipseLink, or by the methods below
class AttemptRow {

    @Id
    String subject;

    @Id
    @Column(name = "failure_number")
    long number;

    @Column(name = "failed_at")
    Instant failedAt;
}
