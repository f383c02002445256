package fr.sejour.store.jpa.internal;

import fr.sejour.api.attestation.Share;
import fr.sejour.api.attestation.ShareCode;
import fr.sejour.api.person.PersonId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A code by which a person shares what they may do. */
@Entity
@Table(name = "share")
@SuppressWarnings("NullAway.Init") // filled by EclipseLink, or by the methods below
class ShareRow {

    @Id
    @Column(name = "share_code")
    String code;

    @Column(name = "person_id")
    String personId;

    @Column(name = "last_day")
    LocalDate lastDay;

    @Column(name = "given_at")
    Instant givenAt;

    @Column(name = "ended_at")
    @Nullable
    Instant endedAt;

    static ShareRow of(Share share) {
        ShareRow row = new ShareRow();
        row.code = share.code().value();
        row.personId = share.person().value();
        row.lastDay = share.lastDay();
        row.givenAt = UtcInstants.kept(share.givenAt());
        row.endedAt = share.endedAt().map(UtcInstants::kept).orElse(null);
        return row;
    }

    Share value() {
        return new Share(new ShareCode(code), new PersonId(personId), lastDay, givenAt, Optional.ofNullable(endedAt));
    }
}
