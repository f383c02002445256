package fr.sejour.core.internal.people;

import fr.sejour.api.access.AccessLine;
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
import fr.sejour.api.person.ForeignerNumber;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.core.internal.notice.NoticeWriter;
import fr.sejour.core.internal.notice.Told;
import fr.sejour.core.internal.secret.Numbers;
import fr.sejour.core.internal.secret.Secrets;
import fr.sejour.core.internal.upkeep.Upkeep;
import fr.sejour.core.port.PersonRecord;
import fr.sejour.core.port.Records;
import fr.sejour.core.port.Store;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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

    private static final int REFUSALS_OF_A_NAME = 10;

    private final Store store;
    private final Telling telling;
    private final Clock clock;
    private final Numbers numbers = new Numbers();

    @Activate
    public StoredAccounts(
            @Reference Store store, @Reference Upkeep upkeep, @Reference NoticeWriter notices, @Reference Clock clock) {
        this.store = store;
        this.telling = new Telling(notices, upkeep.law());
        this.clock = clock;
    }

    @Override
    public Account openForApplicant(Login login, String passwordHash, CivilStatus civilStatus, Contact contact) {
        PersonId person = new PersonId(UUID.randomUUID().toString());
        Account account = fresh(login, passwordHash, Caller.applicant(identifier(), person), Optional.empty());
        return store.write(records -> {
            records.people().add(PersonRecord.declared(person, civilStatus, contact));
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
    public Mandatary openForHelper(
            Login login, String passwordHash, String totpSecret, String name, Mandatary.Kind kind) {
        Account account = fresh(login, passwordHash, Caller.helper(identifier()), Optional.of(totpSecret));
        return store.write(records -> {
            records.accounts().add(account);
            Mandatary mandatary = new Mandatary(account.caller().account(), numbers.mandataryCode(), name, kind);
            records.mandates().add(mandatary);
            return mandatary;
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
    public Optional<Account> find(AccountId account) {
        return store.read(records -> records.accounts().find(account));
    }

    @Override
    public Account change(AccountId account, Login login, String passwordHash) {
        return store.write(records -> {
            PersonId person = records.accounts()
                    .find(account)
                    .flatMap(it -> it.caller().person())
                    .orElseThrow(() -> new CaseException(ErrorCode.NOT_FOUND));
            records.people().hold(person);
            Instant now = clock.instant();
            enter(records, account, login, passwordHash);
            write(records, person, account, AccessLine.What.ACCESS_CHANGED, now);
            tell(records, person, NoticeWriter.accessChanged(), now);
            return records.accounts().find(account).orElseThrow();
        });
    }

    @Override
    public Account recover(RecoveryClaim claim, String passwordHash) {
        return store.write(records -> recovered(records, claim, passwordHash))
                .orElseThrow(() -> new CaseException(ErrorCode.RECOVERY_REFUSED));
    }

    /** Empty for what does not hold, so that the refusal is counted. */
    private Optional<Account> recovered(Records records, RecoveryClaim claim, String passwordHash) {
        Instant now = clock.instant();
        String code = CounterRecoveries.digest(claim.code());
        records.accounts().recovery(code, now).ifPresent(records.people()::hold);
        String tried = Secrets.digest("recovery-of", named(claim));
        records.attempts().hold(tried, now);
        RegisteredPeople.refuseWhenTried(records.attempts(), tried, REFUSALS_OF_A_NAME, now);
        // asked again under the lock: of two who come with one code at once the second finds none
        Optional<PersonRecord> person = records.accounts()
                .recovery(code, now)
                .flatMap(id -> records.people().find(Upkeep.READS_ALL, id))
                .filter(it -> it.civilStatus().birthDate().equals(claim.birthDate()))
                .filter(it -> isNamed(records, it, claim));
        if (person.isEmpty()) {
            records.attempts().fail(tried, now);
            return Optional.empty();
        }
        return Optional.of(letIn(records, person.get(), claim, passwordHash, now));
    }

    private static String named(RecoveryClaim claim) {
        return claim.foreignerNumber()
                .map(ForeignerNumber::value)
                .orElseGet(() -> claim.login().orElseThrow().value());
    }

    /** By their number, by a login of theirs, or by a login to be, when they have none. */
    private static boolean isNamed(Records records, PersonRecord person, RecoveryClaim claim) {
        if (claim.foreignerNumber().isPresent()) {
            return claim.foreignerNumber().equals(person.foreignerNumber());
        }
        List<Account> accounts = records.accounts().ofPerson(person.id());
        return accounts.isEmpty()
                || accounts.stream().anyMatch(it -> claim.login().equals(Optional.of(it.login())));
    }

    private Account letIn(Records records, PersonRecord person, RecoveryClaim claim, String passwordHash, Instant now) {
        List<Account> accounts = records.accounts().ofPerson(person.id());
        records.accounts().closeRecovery(person.id());
        accounts.forEach(it -> records.accounts().closeSessions(it.caller().account()));
        Account entered;
        if (accounts.isEmpty()) {
            Login login = claim.login()
                    .orElseThrow(() -> new CaseException(ErrorCode.CONTRADICTORY_INPUT, Map.of("field", "login")));
            entered = fresh(login, passwordHash, Caller.applicant(identifier(), person.id()), Optional.empty());
            records.accounts().add(entered);
            write(records, person.id(), entered.caller().account(), AccessLine.What.ACCOUNT_OPENED, now);
        } else {
            Account own = accounts.stream()
                    .filter(it -> claim.login().equals(Optional.of(it.login())))
                    .findFirst()
                    .orElse(accounts.get(0));
            AccountId id = own.caller().account();
            enter(records, id, claim.login().orElse(own.login()), passwordHash);
            entered = records.accounts().find(id).orElseThrow();
            write(records, person.id(), id, AccessLine.What.RECOVERED, now);
        }
        telling.tell(records, person, NoticeWriter.recovered(), now);
        return entered;
    }

    private static void enter(Records records, AccountId account, Login login, String passwordHash) {
        records.accounts().change(account, login, passwordHash);
        records.accounts().closeSessions(account);
    }

    private static void write(Records records, PersonId person, AccountId by, AccessLine.What what, Instant now) {
        records.accounts().write(person, new AccessLine(1, now, by, what, Optional.empty()));
    }

    private void tell(Records records, PersonId person, Told told, Instant now) {
        telling.tell(records, records.people().find(Upkeep.READS_ALL, person).orElseThrow(), told, now);
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
            records.accounts().sweep(clock.instant());
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
