package fr.sejour.store.jpa.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;

/** The file of an edition, as it was signed. */
@Entity
@Table(name = "edition_file")
@SuppressWarnings("NullAway.Init") // filled by EclipseLink, or by whoever makes it
class EditionFileRow {

    @Id
    @Column(name = "edition_name")
    String name;

    @Lob
    byte[] jar;
}
