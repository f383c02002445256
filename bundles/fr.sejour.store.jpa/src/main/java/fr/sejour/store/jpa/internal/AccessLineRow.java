package fr.sejour.store.jpa.internal;

import fr.sejour.api.access.AccessLine;
import fr.sejour.api.access.AccountId;
import fr.sejour.api.person.PersonId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One thing that happened to the ways into a person's account. */
@Entity
@Table(name = "access_line")
@SuppressWarnings("NullAway.Init") // filled by EclipseLink, or by the method below
class AccessLineRow {

    @Id
    @Column(name = "person_id")
    String personId;

    @Id
    @Column(name = "line_number")
    long number;

    @Column(name = "written_at")
    Instant at;

    @Column(name = "account_id")
    String accountId;

    @Enumerated(EnumType.STRING)
    AccessLine.What what;

    @Nullable
    String words;

    static AccessLineRow of(PersonId person, long number, AccessLine line) {
        AccessLineRow row = new AccessLineRow();
        row.personId = person.value();
        row.number = number;
        row.at = UtcInstants.kept(line.at());
        row.accountId = line.by().value();
        row.what = line.what();
        row.words = line.words().orElse(null);
        return row;
    }

    AccessLine value() {
        return new AccessLine(number, at, new AccountId(accountId), what, Optional.ofNullable(words));
    }
}
