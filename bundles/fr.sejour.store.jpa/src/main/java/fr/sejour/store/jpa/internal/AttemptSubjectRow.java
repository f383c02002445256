package fr.sejour.store.jpa.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A subject of attempts; who tries locks it. */
@Entity
@Table(name = "attempt_subject")
@SuppressWarnings("NullAway.Init") // filled by EclipseLink, or by the methods below
class AttemptSubjectRow {

    @Id
    String subject;

    long failures;

    @Column(name = "last_tried_at")
    Instant lastTriedAt;
}
