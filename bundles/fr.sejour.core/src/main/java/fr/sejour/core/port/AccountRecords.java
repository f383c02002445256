package fr.sejour.core.port;

import fr.sejour.api.access.AccessLine;
import fr.sejour.api.access.Account;
import fr.sejour.api.access.AccountId;
import fr.sejour.api.access.Caller;
import fr.sejour.api.access.Login;
import fr.sejour.api.person.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.osgi.annotation.versioning.ProviderType;

/** The accounts and sessions. They are looked up before anybody is known, so no caller is taken. */
@ProviderType
public interface AccountRecords {

    /** @throws fr.sejour.api.fault.CaseException {@code LOGIN_TAKEN} */
    void add(Account fresh);

    Optional<Account> find(Login login);

    /** Counts one more failure in a row and answers how many there are; nobody else counts until this transaction ends. */
    int countFailure(AccountId account);

    /** Refuses sign-ins until that instant, or no longer. */
    void lock(AccountId account, Optional<Instant> until);

    /**
     * Forgets failures and lock, and keeps the step of a code.
     *
     * @return false, and nothing is kept, when that step or a later one was kept before
     */
    boolean accept(AccountId account, OptionalLong totpStep);

    /**
     * Lets an account speak for that person from now on, if no account does yet. The mandates, receipts and reports of whom it
     * spoke for before go along: it is one human being. A code for the counter drawn before serves no more.
     *
     * @return false, and nothing is kept, when one does
     */
    boolean move(AccountId account, PersonId person);

    /** Puts another hash of the same password in the place of the old one. */
    void renewPasswordHash(AccountId account, String passwordHash);

    Optional<Account> find(AccountId account);

    /** The accounts that speak for a person, by their identifiers. */
    List<Account> ofPerson(PersonId person);

    /**
     * Keeps another login and password hash, and forgets failures and lock.
     *
     * @throws fr.sejour.api.fault.CaseException {@code LOGIN_TAKEN}
     */
    void change(AccountId account, Login login, String passwordHash);

    /** Closes an account for good and ends its sessions; one that is closed stays as it is. */
    void close(AccountId account, Instant now);

    /** Ends every session of an account. */
    void closeSessions(AccountId account);

    /** Keeps the code of a person's recovery by its digest, in the place of any before. */
    void openRecovery(PersonId person, String codeDigest, Instant expiresAt);

    /** Whose unused code has that digest at that instant. */
    Optional<PersonId> recovery(String codeDigest, Instant now);

    /** Forgets the code of a person: it was used. */
    void closeRecovery(PersonId person);

    /** Keeps what a person shows at the counter by its digest, in the place of any before. */
    void keepCounterCode(PersonId person, String codeDigest, Instant expiresAt);

    /** Whose last code for the counter has that digest and serves at that instant. */
    Optional<PersonId> counterCode(String codeDigest, Instant now);

    /** Adds a line to the history of a person's ways in; its sequence is the next one, whatever it says. */
    void write(PersonId person, AccessLine line);

    /** The history of a person's ways in, oldest first; the caller has read the person before. */
    List<AccessLine> history(PersonId person);

    void openSession(String tokenHash, AccountId account, Instant expiresAt);

    /** Who an unexpired session belongs to. */
    Optional<Caller> session(String tokenHash, Instant now);

    void closeSession(String tokenHash);

    /** Forgets the sessions, recoveries and codes for the counter that were over before that instant. */
    void sweep(Instant now);
}
