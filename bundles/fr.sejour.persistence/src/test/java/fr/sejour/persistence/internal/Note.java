package fr.sejour.persistence.internal;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;

/** Something to store. */
@Entity
public class Note {
    @Id
    private long id;

    @Lob
    private String content = "";

    protected Note() {}

    Note(long id, String content) {
        this.id = id;
        this.content = content;
    }

    long id() {
        return id;
    }

    String content() {
        return content;
    }
}
