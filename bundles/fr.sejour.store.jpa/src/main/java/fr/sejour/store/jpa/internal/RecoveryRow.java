package fr.sejour.store.jpa.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A way in that an agent opened for a person, until it is used. */
@Entity
@Table(name = "recovery")
@SuppressWarnings("NullAway.Init") // filled by EclipseLink, or by whoever opens it
class RecoveryRow {

    @Id
    @Column(name = "person_id")
    String personId;

    @Column(name = "code_digest")
    String codeDigest;

    @Column(name = "expires_at")
    Instant expiresAt;
}
