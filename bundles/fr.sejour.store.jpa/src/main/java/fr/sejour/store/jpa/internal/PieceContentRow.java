package fr.sejour.store.jpa.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;

/** The bytes of a piece. */
@Entity
@Table(name = "piece_content")
@SuppressWarnings("NullAway.Init") // filled by EclipseLink, or by the methods below
class PieceContentRow {

    @Id
    @Column(name = "case_number")
    String caseNumber;

    @Id
    @Column(name = "piece_type")
    String type;

    @Column(name = "media_type")
    String mediaType;

    @Lob
    byte[] content;
}
