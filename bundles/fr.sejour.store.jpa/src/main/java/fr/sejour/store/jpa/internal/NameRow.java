package fr.sejour.store.jpa.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A word that a person is found by. */
@Entity
@Table(name = "person_name")
@SuppressWarnings("NullAway.Init") // filled by EclipseLink, or by the method below
class NameRow {

    /** Stands for the words of a person who was kept before there were any. */
    static final String NOT_YET = "";

    @Id
    @Column(name = "person_id")
    String personId;

    @Id
    String word;

    static NameRow of(String person, String word) {
        NameRow row = new NameRow();
        row.personId = person;
        row.word = word;
        return row;
    }
}
