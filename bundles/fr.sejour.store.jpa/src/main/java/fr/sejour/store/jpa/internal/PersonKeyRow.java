package fr.sejour.store.jpa.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The wrapped key of a person's files. */
@Entity
@Table(name = "person_key")
@SuppressWarnings("NullAway.Init") // filled by EclipseLink, or by whoever adds one
class PersonKeyRow {

    @Id
    @Column(name = "person_id")
    String personId;

    @Column(name = "wrapped_key")
    String wrappedKey;
}
