package fr.sejour.store.jpa.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What a team takes. */
@Entity
@Table(name = "team_ground")
@SuppressWarnings("NullAway.Init") // filled by EclipseLink, or by whoever makes one
class TeamGroundRow {

    @Id
    String prefecture;

    @Id
    String permit;

    @Id
    @Column(name = "point_id")
    String point;

    String team;
}
