package fr.sejour.store.jpa.internal;

import fr.sejour.api.cases.PieceFile;
import fr.sejour.api.catalogue.PieceType;
import fr.sejour.core.port.PieceRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A piece of a case, without its content. */
@Entity
@Table(name = "piece")
@SuppressWarnings("NullAway.Init") // filled by EclipseLink, or by the methods below
class PieceRow implements ListedRow<PieceRecord> {

    @Id
    @Column(name = "case_number")
    String caseNumber;

    @Id
    @Column(name = "piece_type")
    String type;

    @Column(name = "list_position")
    int position;

    @Enumerated(EnumType.STRING)
    PieceFile.State state;

    @Column(name = "media_type")
    @Nullable
    String mediaType;

    @Column(name = "byte_count")
    @Nullable
    Long size;

    @Nullable
    String digest;

    @Column(name = "given_at")
    @Nullable
    Instant givenAt;

    @Nullable
    String reason;

    static PieceRow of(String caseNumber, PieceRecord piece, int position) {
        PieceRow row = new PieceRow();
        row.caseNumber = caseNumber;
        row.type = piece.type().value();
        row.take(piece, position);
        return row;
    }

    @Override
    public void take(PieceRecord piece, int place) {
        position = place;
        state = piece.state();
        mediaType = piece.mediaType().orElse(null);
        size = piece.size().orElse(null);
        digest = piece.digest().orElse(null);
        givenAt = piece.givenAt().map(UtcInstants::kept).orElse(null);
        reason = piece.reason().orElse(null);
    }

    PieceRecord value() {
        return new PieceRecord(
                new PieceType(type),
                state,
                Optional.ofNullable(mediaType),
                Optional.ofNullable(size),
                Optional.ofNullable(digest),
                Optional.ofNullable(givenAt),
                Optional.ofNullable(reason));
    }

    @Override
    public Object key() {
        return type;
    }
}
