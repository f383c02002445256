package fr.sejour.store.jpa.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** What a person shows at the counter: the last code that they drew. */
@Entity
@Table(name = "counter_code")
@SuppressWarnings("NullAway.Init") // filled by EclipseLink, or by whoever draws it
class CounterCodeRow {

    @Id
    @Column(name = "person_id")
    String personId;

    @Column(name = "code_digest")
    String codeDigest;

    @Column(name = "expires_at")
    Instant expiresAt;
}
