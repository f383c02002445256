package fr.sejour.store.jpa.internal;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.cases.EvidenceId;
import fr.sejour.api.cases.PieceFile;
import fr.sejour.api.cases.PieceFinding;
import fr.sejour.api.cases.ScanState;
import fr.sejour.api.catalogue.PieceType;
import fr.sejour.core.port.PieceRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A piece of a case as it stands: the version given last, and what an agent found. */
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

    @Nullable
    Integer version;

    @Column(name = "evidence_id")
    @Nullable
    String evidence;

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

    @Enumerated(EnumType.STRING)
    @Nullable
    ScanState scan;

    @Column(name = "found_by")
    @Nullable
    String foundBy;

    @Column(name = "found_at")
    @Nullable
    Instant foundAt;

    @Nullable
    String reason;

    @Column(name = "answer_by")
    @Nullable
    LocalDate answerBy;

    @Column(name = "notice_over")
    boolean noticeOver;

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
        Optional<PieceRecord.Given> given = piece.given();
        version = given.map(PieceRecord.Given::version).orElse(null);
        evidence = given.map(it -> it.evidence().value()).orElse(null);
        mediaType = given.map(PieceRecord.Given::mediaType).orElse(null);
        size = given.map(PieceRecord.Given::size).orElse(null);
        digest = given.map(PieceRecord.Given::digest).orElse(null);
        givenAt = given.map(it -> UtcInstants.kept(it.at())).orElse(null);
        scan = given.map(PieceRecord.Given::scan).orElse(null);
        Optional<PieceFinding> finding = piece.finding();
        foundBy = finding.map(it -> it.by().value()).orElse(null);
        foundAt = finding.map(it -> UtcInstants.kept(it.at())).orElse(null);
        reason = finding.map(PieceFinding::reason).orElse(null);
        answerBy = finding.flatMap(PieceFinding::answerBy).orElse(null);
        noticeOver = finding.map(PieceFinding::noticeOver).orElse(false);
    }

    PieceRecord value() {
        return new PieceRecord(new PieceType(type), state, given(), finding());
    }

    private Optional<PieceRecord.Given> given() {
        return version == null
                ? Optional.empty()
                : Optional.of(new PieceRecord.Given(
                        version,
                        new EvidenceId(Objects.requireNonNull(evidence)),
                        Objects.requireNonNull(mediaType),
                        Objects.requireNonNull(size),
                        Objects.requireNonNull(digest),
                        Objects.requireNonNull(givenAt),
                        Objects.requireNonNull(scan)));
    }

    private Optional<PieceFinding> finding() {
        return foundBy == null
                ? Optional.empty()
                : Optional.of(new PieceFinding(
                        new AccountId(foundBy),
                        Objects.requireNonNull(foundAt),
                        Objects.requireNonNull(reason),
                        Optional.ofNullable(answerBy),
                        noticeOver));
    }

    @Override
    public Object key() {
        return type;
    }
}
