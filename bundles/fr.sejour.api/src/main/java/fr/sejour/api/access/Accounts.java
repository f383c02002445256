package fr.sejour.api.access;

import fr.sejour.api.mandate.Mandatary;
import fr.sejour.api.person.CivilStatus;
import fr.sejour.api.person.Contact;
import fr.sejour.api.prefecture.PrefectureCode;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.IntFunction;
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

    /**
     * Opens the account of an association or a lawyer, which people may name from then on.
     *
     * @return it, with the code it is named by
     * @throws fr.sejour.api.fault.CaseException {@code LOGIN_TAKEN}
     */
    Mandatary openForHelper(Login login, String passwordHash, String totpSecret, String name, Mandatary.Kind kind);

    /** The account of that login, or empty. */
    Optional<Account> find(Login login);

    /**
     * Counts one more failed sign-in in a row. However many fail at once, on however many nodes, each counts.
     *
     * @param lockAfter until when sign-in is refused after that many failures; may be asked more than once
     */
    void recordFailure(AccountId account, IntFunction<Optional<Instant>> lockAfter);

    /**
     * Records an accepted sign-in: no failure and no lock stand any more.
     *
     * @param totpStep the time step of the code; empty for an account without a second factor
     * @return false, and nothing is recorded, when a code of that step or of a later one was accepted already
     */
    boolean recordSuccess(AccountId account, OptionalLong totpStep);

    /** The account with that identifier, or empty. */
    Optional<Account> find(AccountId account);

    /**
     * Changes login and password hash, and ends every session of the account.
     *
     * @throws fr.sejour.api.fault.CaseException {@code LOGIN_TAKEN}
     */
    Account change(AccountId account, Login login, String passwordHash);

    /**
     * Uses a recovery that an agent opened: the account gets that password, or the person their first account; every session
     * of theirs ends.
     *
     * @throws fr.sejour.api.fault.CaseException {@code RECOVERY_REFUSED} when the claim does not hold, or holds no more;
     *     {@code LOGIN_TAKEN}; {@code TOO_MANY_ATTEMPTS} after ten refusals of one login or number in a day
     */
    Account recover(RecoveryClaim claim, String passwordHash);

    /** Puts a hash of the same password in the place of the old one, when the cost of hashing was raised since. */
    void renewPasswordHash(AccountId account, String passwordHash);

    /** Keeps a session by the hash of its token. */
    void openSession(String tokenHash, AccountId account, Instant expiresAt);

    /** Who the session with that token hash belongs to; empty when there is none or it has expired. */
    Optional<Caller> session(String tokenHash);

    /** Ends a session; nothing happens when there is none. */
    void closeSession(String tokenHash);
}
