package fr.sejour.store.jpa.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** Whose database this is; there is one such row. */
@Entity
@Table(name = "installation")
@SuppressWarnings("NullAway.Init") // filled by EclipseLink, or by the methods below
class InstallationRow {

    static final int ONLY = 1;

    @Id
    @Column(name = "only_row")
    int onlyRow = ONLY;

    @Column(name = "installation_id")
    String installationId;

    @Column(name = "initialised_at")
    Instant initialisedAt;
}
