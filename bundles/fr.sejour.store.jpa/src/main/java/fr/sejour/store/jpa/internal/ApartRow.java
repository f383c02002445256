package fr.sejour.store.jpa.internal;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.person.LookAlike;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** Two people who are two, as an agent said. */
@Entity
@Table(name = "people_apart")
@SuppressWarnings("NullAway.Init") // filled by EclipseLink, or by the methods below
class ApartRow {

    /** The first of the two in the order of characters. */
    @Id
    @Column(name = "person_id")
    String personId;

    @Id
    @Column(name = "other_id")
    String otherId;

    @Column(name = "said_at")
    Instant at;

    @Column(name = "account_id")
    String accountId;

    String words;

    void take(LookAlike.KeptApart said) {
        at = UtcInstants.kept(said.at());
        accountId = said.by().value();
        words = said.words();
    }

    LookAlike.KeptApart value() {
        return new LookAlike.KeptApart(at, new AccountId(accountId), words);
    }
}
