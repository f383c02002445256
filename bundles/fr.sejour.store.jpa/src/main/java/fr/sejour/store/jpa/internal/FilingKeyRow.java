package fr.sejour.store.jpa.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A key under which an account filed. */
@Entity
@Table(name = "filing_key")
@SuppressWarnings("NullAway.Init") // filled by EclipseLink, or by the methods below
class FilingKeyRow {

    @Id
    @Column(name = "account_id")
    String accountId;

    @Id
    @Column(name = "key_text")
    String key;

    String digest;

    @Column(name = "case_number")
    String caseNumber;
}
