package fr.sejour.security.internal;

import fr.sejour.api.access.Account;
import fr.sejour.api.access.AccountId;
import fr.sejour.api.access.Accounts;
import fr.sejour.api.access.Caller;
import fr.sejour.api.access.Login;
import fr.sejour.api.access.RecoveryClaim;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.mandate.Mandatary;
import fr.sejour.api.person.CivilStatus;
import fr.sejour.api.person.Contact;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.prefecture.PrefectureCode;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;

/** The accounts of a test, kept in memory. */
final class InMemoryAccounts implements Accounts {

    private final Clock clock;
    private final Map<Login, Account> accounts = new ConcurrentHashMap<>();
    private final Map<String, Open> sessions = new ConcurrentHashMap<>();

    InMemoryAccounts(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Account openForApplicant(Login login, String passwordHash, CivilStatus civilStatus, Contact contact) {
        Caller caller = Caller.applicant(
                new AccountId("account-" + accounts.size()), new PersonId("person-" + (1000 + accounts.size())));
        return keep(new Account(login, caller, passwordHash, Optional.empty(), 0, 0, Optional.empty()));
    }

    @Override
    public Mandatary openForHelper(
            Login login, String passwordHash, String totpSecret, String name, Mandatary.Kind kind) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Account openForAgent(Login login, String passwordHash, String totpSecret, Set<PrefectureCode> prefectures) {
        AccountId id = new AccountId("account-" + accounts.size());
        Caller caller = prefectures.isEmpty() ? Caller.national(id) : Caller.agent(id, prefectures);
        return keep(new Account(login, caller, passwordHash, Optional.of(totpSecret), 0, 0, Optional.empty()));
    }

    @Override
    public Optional<Account> find(Login login) {
        return Optional.ofNullable(accounts.get(login));
    }

    @Override
    public Optional<Account> find(AccountId account) {
        return accounts.values().stream()
                .filter(it -> it.caller().account().equals(account))
                .findFirst();
    }

    @Override
    public Account change(AccountId account, Login login, String passwordHash) {
        Account before = find(account).orElseThrow();
        accounts.remove(before.login());
        sessions.values().removeIf(open -> open.caller().account().equals(account));
        return keep(new Account(login, before.caller(), passwordHash, before.totpSecret(), 0, 0, Optional.empty()));
    }

    @Override
    public Account recover(RecoveryClaim claim, String passwordHash) {
        throw new CaseException(ErrorCode.RECOVERY_REFUSED);
    }

    @Override
    public synchronized void recordFailure(AccountId account, IntFunction<Optional<Instant>> lockAfter) {
        change(account, it -> {
            int failures = it.failures() + 1;
            return signedIn(it, it.lastTotpStep(), failures, lockAfter.apply(failures));
        });
    }

    @Override
    public synchronized boolean recordSuccess(AccountId account, OptionalLong totpStep) {
        boolean served = accounts.values().stream()
                .filter(it -> it.caller().account().equals(account))
                .anyMatch(it -> totpStep.isPresent() && totpStep.getAsLong() <= it.lastTotpStep());
        if (!served) {
            change(account, it -> signedIn(it, totpStep.orElse(it.lastTotpStep()), 0, Optional.empty()));
        }
        return !served;
    }

    private static Account signedIn(Account it, long step, int failures, Optional<Instant> lockedUntil) {
        return new Account(it.login(), it.caller(), it.passwordHash(), it.totpSecret(), step, failures, lockedUntil);
    }

    @Override
    public void renewPasswordHash(AccountId account, String passwordHash) {
        change(
                account,
                it -> new Account(
                        it.login(),
                        it.caller(),
                        passwordHash,
                        it.totpSecret(),
                        it.lastTotpStep(),
                        it.failures(),
                        it.lockedUntil()));
    }

    @Override
    public void openSession(String tokenHash, AccountId account, Instant expiresAt) {
        Caller caller = accounts.values().stream()
                .map(Account::caller)
                .filter(it -> it.account().equals(account))
                .findFirst()
                .orElseThrow();
        sessions.put(tokenHash, new Open(caller, expiresAt));
    }

    @Override
    public Optional<Caller> session(String tokenHash) {
        return Optional.ofNullable(sessions.get(tokenHash))
                .filter(open -> clock.instant().isBefore(open.expiresAt()))
                .map(Open::caller);
    }

    @Override
    public void closeSession(String tokenHash) {
        sessions.remove(tokenHash);
    }

    /** What is kept of the sessions. */
    Set<String> keptOfSessions() {
        return sessions.keySet();
    }

    private Account keep(Account account) {
        if (accounts.putIfAbsent(account.login(), account) != null) {
            throw new CaseException(ErrorCode.LOGIN_TAKEN);
        }
        return account;
    }

    private void change(AccountId account, UnaryOperator<Account> change) {
        accounts.replaceAll((login, it) -> it.caller().account().equals(account) ? change.apply(it) : it);
    }

    private record Open(Caller caller, Instant expiresAt) {}
}
