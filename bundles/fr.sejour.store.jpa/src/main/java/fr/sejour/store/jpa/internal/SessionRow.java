package fr.sejour.store.jpa.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** An open session, by the hash of its token. */
@Entity
@Table(name = "session")
@SuppressWarnings("NullAway.Init") // filled by EclipseLink, or by the methods below
class SessionRow {

    @Id
    @Column(name = "token_hash")
    String tokenHash;

    @Column(name = "account_id")
    String accountId;

    @Column(name = "expires_at")
    Instant expiresAt;
}
