package fr.sejour.core.port;

import fr.sejour.api.access.Account;
import fr.sejour.api.access.AccountId;
import fr.sejour.api.access.Caller;
import fr.sejour.api.access.Login;
import java.time.Instant;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The accounts and sessions. They are looked up before anybody is known, so no caller is taken. */
@ProviderType
public interface AccountRecords {

    /** @throws fr.sejour.api.fault.CaseException {@code LOGIN_TAKEN} */
    void add(Account fresh);

    Optional<Account> find(Login login);

    /** Keeps what a sign-in changed. */
    void change(AccountId account, int failures, Optional<Instant> lockedUntil, long lastTotpStep);

    /** Puts another hash of the same password in the place of the old one. */
    void renewPasswordHash(AccountId account, String passwordHash);

    void openSession(String tokenHash, AccountId account, Instant expiresAt);

    /** Who an unexpired session belongs to. */
    Optional<Caller> session(String tokenHash, Instant now);

    void closeSession(String tokenHash);

    /** Forgets sessions that expired before that instant. */
    void sweepSessions(Instant now);
}
