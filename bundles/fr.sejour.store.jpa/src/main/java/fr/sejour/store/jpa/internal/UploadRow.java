package fr.sejour.store.jpa.internal;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.UploadId;
import fr.sejour.api.catalogue.PieceType;
import fr.sejour.core.port.UploadRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An upload that comes in parts. */
@Entity
@Table(name = "upload")
@SuppressWarnings("NullAway.Init") // filled by EclipseLink, or by the method below
class UploadRow {

    @Id
    @Column(name = "upload_id")
    String id;

    @Column(name = "account_id")
    String accountId;

    @Column(name = "case_number")
    String caseNumber;

    @Column(name = "piece_type")
    String type;

    @Column(name = "byte_count")
    long length;

    @Nullable
    String ending;

    @Column(name = "expires_at")
    Instant expiresAt;

    boolean finished;

    static UploadRow of(UploadRecord upload) {
        UploadRow row = new UploadRow();
        row.id = upload.id().value();
        row.accountId = upload.account().value();
        row.caseNumber = upload.caseNumber().value();
        row.type = upload.type().value();
        row.length = upload.length();
        row.ending = upload.ending().orElse(null);
        row.expiresAt = UtcInstants.kept(upload.expiresAt());
        row.finished = upload.finished();
        return row;
    }

    UploadRecord value() {
        return new UploadRecord(
                new UploadId(id),
                new AccountId(accountId),
                new CaseNumber(caseNumber),
                new PieceType(type),
                length,
                Optional.ofNullable(ending),
                expiresAt,
                finished);
    }
}
