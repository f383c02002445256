package fr.sejour.core.internal.people;

import fr.sejour.api.access.Account;
import fr.sejour.api.access.AccountId;
import fr.sejour.api.access.Accounts;
import fr.sejour.api.access.Caller;
import fr.sejour.api.access.Login;
import fr.sejour.api.person.CivilStatus;
import fr.sejour.api.person.Contact;
import fr.sejour.api.person.FactLevel;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.core.port.PersonRecord;
import fr.sejour.core.port.Store;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps accounts and sessions in the store. */
@Component
public final class StoredAccounts implements Accounts {

    private final Store store;
    private final Clock clock;

    @Activate
    public StoredAccounts(@Reference Store store, @Reference Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public Account openForApplicant(Login login, String passwordHash, CivilStatus civilStatus, Contact contact) {
        PersonId person = new PersonId(UUID.randomUUID().toString());
        Account account = fresh(login, passwordHash, Caller.applicant(identifier(), person), Optional.empty());
        return store.write(records -> {
            records.people()
                    .add(new PersonRecord(
                            person,
                            civilStatus,
                            FactLevel.DECLARED,
                            contact,
                            Optional.empty(),
                            Optional.empty(),
                            List.of()));
            records.accounts().add(account);
            return account;
        });
    }

    @Override
    public Account openForAgent(Login login, String passwordHash, String totpSecret, Set<PrefectureCode> prefectures) {
        Caller caller = prefectures.isEmpty() ? Caller.national(identifier()) : Caller.agent(identifier(), prefectures);
        Account account = fresh(login, passwordHash, caller, Optional.of(totpSecret));
        return store.write(records -> {
            records.accounts().add(account);
            return account;
        });
    }

    @Override
    public Optional<Account> find(Login login) {
        return store.read(records -> records.accounts().find(login));
    }

    @Override
    public void recordFailure(AccountId account, IntFunction<Optional<Instant>> lockAfter) {
        store.write(records -> {
            int failures = records.accounts().countFailure(account);
            records.accounts().lock(account, lockAfter.apply(failures));
            return account;
        });
    }

    @Override
    public boolean recordSuccess(AccountId account, OptionalLong totpStep) {
        return store.write(records -> records.accounts().accept(account, totpStep));
    }

    @Override
    public void renewPasswordHash(AccountId account, String passwordHash) {
        store.write(records -> {
            records.accounts().renewPasswordHash(account, passwordHash);
            return account;
        });
    }

    @Override
    public void openSession(String tokenHash, AccountId account, Instant expiresAt) {
        store.write(records -> {
            records.accounts().sweepSessions(clock.instant());
            records.accounts().openSession(tokenHash, account, expiresAt);
            return account;
        });
    }

    @Override
    public Optional<Caller> session(String tokenHash) {
        return store.read(records -> records.accounts().session(tokenHash, clock.instant()));
    }

    @Override
    public void closeSession(String tokenHash) {
        store.write(records -> {
            records.accounts().closeSession(tokenHash);
            return tokenHash;
        });
    }

    private static AccountId identifier() {
        return new AccountId(UUID.randomUUID().toString());
    }

    private static Account fresh(Login login, String passwordHash, Caller caller, Optional<String> totpSecret) {
        return new Account(login, caller, passwordHash, totpSecret, 0, 0, Optional.empty());
    }
}
