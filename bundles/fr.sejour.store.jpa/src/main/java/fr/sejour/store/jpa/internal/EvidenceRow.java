package fr.sejour.store.jpa.internal;

import fr.sejour.api.cases.EvidenceId;
import fr.sejour.api.cases.ScanState;
import fr.sejour.api.person.PersonId;
import fr.sejour.core.port.EvidenceRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A file of a person, kept once. */
@Entity
@Table(name = "evidence")
@SuppressWarnings("NullAway.Init") // filled by EclipseLink, or by the method below
class EvidenceRow {

    @Id
    @Column(name = "evidence_id")
    String id;

    @Column(name = "person_id")
    String personId;

    @Column(name = "vault_name")
    String name;

    @Column(name = "media_type")
    String mediaType;

    @Column(name = "byte_count")
    long size;

    String digest;

    @Enumerated(EnumType.STRING)
    ScanState scan;

    @Column(name = "kept_at")
    Instant keptAt;

    static EvidenceRow of(EvidenceRecord kept) {
        EvidenceRow row = new EvidenceRow();
        row.id = kept.id().value();
        row.personId = kept.person().value();
        row.name = kept.name();
        row.mediaType = kept.mediaType();
        row.size = kept.size();
        row.digest = kept.digest();
        row.scan = kept.scan();
        row.keptAt = UtcInstants.kept(kept.keptAt());
        return row;
    }

    EvidenceRecord value() {
        return new EvidenceRecord(
                new EvidenceId(id), new PersonId(personId), name, mediaType, size, digest, scan, keptAt);
    }
}
