package fr.sejour.store.jpa.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Who takes notices. */
@Entity
@Table(name = "consumer")
@SuppressWarnings("NullAway.Init") // filled by EclipseLink, or by the methods below
class ConsumerRow {

    @Id
    @Column(name = "consumer")
    String name;

    static ConsumerRow of(String name) {
        ConsumerRow row = new ConsumerRow();
        row.name = name;
        return row;
    }
}
