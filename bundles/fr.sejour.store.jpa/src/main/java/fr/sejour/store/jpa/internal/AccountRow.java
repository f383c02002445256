package fr.sejour.store.jpa.internal;

import fr.sejour.api.access.Account;
import fr.sejour.api.access.AccountId;
import fr.sejour.api.access.Caller;
import fr.sejour.api.access.Login;
import fr.sejour.api.access.Role;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.prefecture.PrefectureCode;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A login, without the préfectures it serves. */
@Entity
@Table(name = "account")
@SuppressWarnings("NullAway.Init") // filled by EclipseLink, or by the methods below
class AccountRow {

    @Id
    @Column(name = "account_id")
    String id;

    String login;

    @Enumerated(EnumType.STRING)
    Role role;

    @Column(name = "person_id")
    @Nullable
    String personId;

    @Column(name = "password_hash")
    String passwordHash;

    @Column(name = "totp_secret")
    @Nullable
    String totpSecret;

    @Column(name = "last_totp_step")
    long lastTotpStep;

    int failures;

    @Column(name = "locked_until")
    @Nullable
    Instant lockedUntil;

    @Column(name = "closed_at")
    @Nullable
    Instant closedAt;

    static AccountRow of(Account account) {
        AccountRow row = new AccountRow();
        row.id = account.caller().account().value();
        row.login = account.login().value();
        row.role = account.caller().role();
        row.personId = account.caller().person().map(PersonId::value).orElse(null);
        row.passwordHash = account.passwordHash();
        row.totpSecret = account.totpSecret().orElse(null);
        row.lastTotpStep = account.lastTotpStep();
        row.failures = account.failures();
        row.lockedUntil = account.lockedUntil().map(UtcInstants::kept).orElse(null);
        return row;
    }

    Account value(Set<PrefectureCode> prefectures) {
        return new Account(
                new Login(login),
                caller(prefectures),
                passwordHash,
                Optional.ofNullable(totpSecret),
                lastTotpStep,
                failures,
                Optional.ofNullable(lockedUntil));
    }

    Caller caller(Set<PrefectureCode> prefectures) {
        return new Caller(
                new AccountId(id),
                role,
                Optional.ofNullable(personId).map(PersonId::new),
                prefectures,
                Optional.empty());
    }
}
