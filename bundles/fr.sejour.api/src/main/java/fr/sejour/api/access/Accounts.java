package fr.sejour.api.access;

import fr.sejour.api.person.CivilStatus;
import fr.sejour.api.person.Contact;
import fr.sejour.api.prefecture.PrefectureCode;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The accounts and open sessions, as the core keeps them for the security bundle, which alone calls this. Each method is one
 * transaction.
 */
@ProviderType
public interface Accounts {

    /**
     * Opens an applicant's account and the person it speaks for; what the person says of themselves is declared.
     *
     * @throws fr.sejour.api.fault.CaseException {@code LOGIN_TAKEN}
     */
    Account openForApplicant(Login login, String passwordHash, CivilStatus civilStatus, Contact contact);

    /**
     * Opens an agent's account, or one of the national services when no préfecture is given.
     *
     * @throws fr.sejour.api.fault.CaseException {@code LOGIN_TAKEN}
     */
    Account openForAgent(Login login, String passwordHash, String totpSecret, Set<PrefectureCode> prefectures);

    /** The account of that login, or empty. */
    Optional<Account> find(Login login);

    /** Records what a sign-in attempt changed: failures, lock, last accepted TOTP step. */
    void recordSignIn(AccountId account, int failures, Optional<Instant> lockedUntil, long lastTotpStep);

    /** Puts a hash of the same password in the place of the old one, when the cost of hashing was raised since. */
    void renewPasswordHash(AccountId account, String passwordHash);

    /** Keeps a session by the hash of its token. */
    void openSession(String tokenHash, AccountId account, Instant expiresAt);

    /** Who the session with that token hash belongs to; empty when there is none or it has expired. */
    Optional<Caller> session(String tokenHash);

    /** Ends a session; nothing happens when there is none. */
    void closeSession(String tokenHash);
}
