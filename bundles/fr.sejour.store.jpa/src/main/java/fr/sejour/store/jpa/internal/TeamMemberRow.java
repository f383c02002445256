package fr.sejour.store.jpa.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** An agent in a team. */
@Entity
@Table(name = "team_member")
@SuppressWarnings("NullAway.Init") // filled by EclipseLink, or by whoever makes one
class TeamMemberRow {

    @Id
    String prefecture;

    @Id
    String team;

    @Id
    @Column(name = "account_id")
    String accountId;
}
