package fr.sejour.store.jpa.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A team of a préfecture, without what stands beside it. */
@Entity
@Table(name = "team")
@SuppressWarnings("NullAway.Init") // filled by EclipseLink, or by whoever makes one
class TeamRow {

    @Id
    String prefecture;

    @Id
    String team;

    @Column(name = "team_name")
    String name;
}
