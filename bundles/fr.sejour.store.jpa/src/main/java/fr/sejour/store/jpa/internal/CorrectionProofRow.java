package fr.sejour.store.jpa.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;

/** The file that came with a correction. */
@Entity
@Table(name = "correction_proof")
@SuppressWarnings("NullAway.Init") // filled by EclipseLink, or by whoever adds the correction
class CorrectionProofRow {

    @Id
    @Column(name = "correction_number")
    String number;

    @Column(name = "media_type")
    String mediaType;

    @Lob
    byte[] content;
}
