package fr.sejour.store.jpa.internal;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.cases.EvidenceId;
import fr.sejour.api.cases.PieceVersion;
import fr.sejour.api.catalogue.PieceType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A version of a piece: which file was given to which case, when, by whom, and how long it stood. */
@Entity
@Table(name = "piece_version")
@SuppressWarnings("NullAway.Init") // filled by EclipseLink, or by the method below
class PieceVersionRow {

    @Id
    @Column(name = "case_number")
    String caseNumber;

    @Id
    @Column(name = "piece_type")
    String type;

    @Id
    int version;

    @Column(name = "evidence_id")
    String evidence;

    @Column(name = "given_at")
    Instant givenAt;

    @Column(name = "given_by")
    String givenBy;

    @Column(name = "ended_at")
    @Nullable
    Instant endedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "ended_how")
    PieceVersion.@Nullable How endedHow;

    static PieceVersionRow of(String caseNumber, PieceVersion given) {
        PieceVersionRow row = new PieceVersionRow();
        row.caseNumber = caseNumber;
        row.type = given.type().value();
        row.version = given.version();
        row.evidence = given.evidence().value();
        row.givenAt = UtcInstants.kept(given.givenAt());
        row.givenBy = given.by().value();
        given.end().ifPresent(end -> {
            row.endedAt = UtcInstants.kept(end.at());
            row.endedHow = end.how();
        });
        return row;
    }

    PieceVersion of(EvidenceRow kept) {
        return new PieceVersion(
                new PieceType(type),
                version,
                new EvidenceId(evidence),
                kept.mediaType,
                kept.size,
                kept.digest,
                kept.scan,
                givenAt,
                new AccountId(givenBy),
                Optional.ofNullable(endedAt).map(at -> new PieceVersion.End(at, Objects.requireNonNull(endedHow))));
    }
}
