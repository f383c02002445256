package fr.sejour.store.jpa.internal;

import fr.sejour.api.attestation.AttestationNumber;
import fr.sejour.api.paper.PaperSigner.Level;
import fr.sejour.api.person.PersonId;
import fr.sejour.core.port.CopyRecord;
import fr.sejour.core.port.PieceVault;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The page of a paper in one language. */
@Entity
@Table(name = "paper_copy")
@SuppressWarnings("NullAway.Init") // filled by EclipseLink, or by the methods below
class CopyRow {

    @Id
    @Column(name = "copy_id")
    String id;

    @Column(name = "attestation_number")
    String paper;

    String language;

    @Column(name = "person_id")
    String personId;

    @Enumerated(EnumType.STRING)
    @Column(name = "signature_level")
    Level level;

    @Column(name = "vault_name")
    String name;

    @Column(name = "byte_count")
    long size;

    String digest;

    @Column(name = "made_at")
    Instant madeAt;

    @Column(name = "next_try_at")
    @Nullable
    Instant nextTryAt;

    static String id(AttestationNumber paper, String language) {
        return paper.value() + "-" + language;
    }

    static CopyRow of(CopyRecord copy) {
        CopyRow row = new CopyRow();
        row.id = id(copy.paper(), copy.language());
        row.paper = copy.paper().value();
        row.language = copy.language();
        row.personId = copy.person().value();
        row.madeAt = UtcInstants.kept(copy.madeAt());
        row.take(copy);
        return row;
    }

    void take(CopyRecord copy) {
        level = copy.level();
        name = copy.file().name();
        size = copy.file().size();
        digest = copy.file().digest();
        nextTryAt = copy.level() == Level.LT ? null : UtcInstants.kept(copy.nextTryAt());
    }

    CopyRecord value() {
        return new CopyRecord(
                new AttestationNumber(paper),
                language,
                new PersonId(personId),
                level,
                new PieceVault.Kept(name, size, digest),
                madeAt,
                nextTryAt == null ? madeAt : nextTryAt);
    }
}
