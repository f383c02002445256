package fr.sejour.store.jpa.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Somebody who makes the teams of a préfecture. */
@Entity
@Table(name = "chief")
@SuppressWarnings("NullAway.Init") // filled by EclipseLink, or by whoever makes one
class ChiefRow {

    @Id
    String prefecture;

    @Id
    @Column(name = "account_id")
    String accountId;
}
