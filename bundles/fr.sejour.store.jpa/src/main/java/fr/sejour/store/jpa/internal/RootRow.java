package fr.sejour.store.jpa.internal;

import fr.sejour.api.record.Journals.Root;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The heads of some journals under one signed digest. */
@Entity
@Table(name = "journal_root")
@SuppressWarnings("NullAway.Init") // filled by EclipseLink, or by the method below
class RootRow {

    @Id
    @Column(name = "root_number")
    long number;

    @Column(name = "taken_at")
    Instant takenAt;

    int heads;

    String digest;

    String previous;

    String signed;

    static RootRow of(Root root) {
        RootRow row = new RootRow();
        row.number = root.number();
        row.takenAt = UtcInstants.kept(root.takenAt());
        row.heads = root.heads();
        row.digest = root.digest();
        row.previous = root.previous();
        row.signed = root.signed();
        return row;
    }

    Root value() {
        return new Root(number, takenAt, heads, digest, previous, signed);
    }
}
