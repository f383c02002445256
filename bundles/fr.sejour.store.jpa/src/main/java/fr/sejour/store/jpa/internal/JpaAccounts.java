package fr.sejour.store.jpa.internal;

import fr.sejour.api.access.AccessLine;
import fr.sejour.api.access.Account;
import fr.sejour.api.access.AccountId;
import fr.sejour.api.access.Caller;
import fr.sejour.api.access.Login;
import fr.sejour.api.access.Role;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.core.port.AccountRecords;
import jakarta.persistence.PersistenceException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** The accounts and sessions in their tables. */
final class JpaAccounts implements AccountRecords {

    private final OpenTransaction transaction;

    JpaAccounts(OpenTransaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public void add(Account fresh) {
        AccountRow row = AccountRow.of(fresh);
        transaction.writer().persist(row);
        fresh.caller()
                .prefectures()
                .forEach(prefecture ->
                        transaction.writer().persist(AccountPrefectureRow.of(row.id, prefecture.value())));
        flushLogin();
    }

    private void flushLogin() {
        try {
            transaction.writer().flush();
        } catch (PersistenceException refused) {
            if (Trouble.of(refused).isDuplicateOf("account_login")) {
                throw new CaseException(ErrorCode.LOGIN_TAKEN);
            }
            throw refused;
        }
    }

    @Override
    public Optional<Account> find(Login login) {
        return account(
                        "SELECT a FROM AccountRow a",
                        Condition.of("a.closedAt IS NULL AND a.login = :login", "login", login.value()))
                .map(row -> row.value(prefectures(row)));
    }

    @Override
    public Optional<Account> find(AccountId account) {
        return account("SELECT a FROM AccountRow a", Condition.of("a.id = :account", "account", account.value()))
                .map(row -> row.value(prefectures(row)));
    }

    @Override
    public List<Account> ofPerson(PersonId person) {
        return transaction
                .query(
                        AccountRow.class,
                        "SELECT a FROM AccountRow a WHERE a.personId = :person ORDER BY a.id",
                        Map.of("person", person.value()))
                .getResultStream()
                .map(row -> row.value(Set.of()))
                .toList();
    }

    @Override
    public void change(AccountId account, Login login, String passwordHash) {
        AccountRow row = known(account);
        row.login = login.value();
        row.passwordHash = passwordHash;
        row.failures = 0;
        row.lockedUntil = null;
        flushLogin();
    }

    @Override
    public void close(AccountId account, Instant now) {
        transaction.update(
                "UPDATE AccountRow a SET a.closedAt = :now WHERE a.id = :account AND a.closedAt IS NULL",
                Map.of("account", account.value(), "now", UtcInstants.kept(now)));
        closeSessions(account);
    }

    @Override
    public void closeSessions(AccountId account) {
        transaction.update("DELETE FROM SessionRow s WHERE s.accountId = :account", Map.of("account", account.value()));
    }

    @Override
    public void openRecovery(PersonId person, String codeDigest, Instant expiresAt) {
        if (!replaced("RecoveryRow", person, codeDigest, expiresAt)) {
            RecoveryRow row = new RecoveryRow();
            row.personId = person.value();
            row.codeDigest = codeDigest;
            row.expiresAt = UtcInstants.kept(expiresAt);
            transaction.writer().persist(row);
        }
    }

    /** Whoever keeps a code holds the person, so that of two at once the second replaces the first; the sweep holds nobody. */
    private boolean replaced(String codes, PersonId person, String codeDigest, Instant expiresAt) {
        return transaction.update(
                        "UPDATE " + codes
                                + " c SET c.codeDigest = :digest, c.expiresAt = :end WHERE c.personId = :person",
                        Map.of("digest", codeDigest, "end", UtcInstants.kept(expiresAt), "person", person.value()))
                > 0;
    }

    @Override
    public Optional<PersonId> recovery(String codeDigest, Instant now) {
        return whose("RecoveryRow", codeDigest, now);
    }

    /** Whose code of that kind has the digest and serves at that instant. */
    private Optional<PersonId> whose(String codes, String codeDigest, Instant now) {
        return transaction
                .query(
                        String.class,
                        "SELECT c.personId FROM " + codes + " c WHERE c.codeDigest = :digest AND c.expiresAt > :now",
                        Map.of("digest", codeDigest, "now", now))
                .getResultStream()
                .findFirst()
                .map(PersonId::new);
    }

    @Override
    public void closeRecovery(PersonId person) {
        transaction.update("DELETE FROM RecoveryRow r WHERE r.personId = :person", Map.of("person", person.value()));
    }

    @Override
    public void keepCounterCode(PersonId person, String codeDigest, Instant expiresAt) {
        if (!replaced("CounterCodeRow", person, codeDigest, expiresAt)) {
            CounterCodeRow row = new CounterCodeRow();
            row.personId = person.value();
            row.codeDigest = codeDigest;
            row.expiresAt = UtcInstants.kept(expiresAt);
            transaction.writer().persist(row);
        }
    }

    @Override
    public Optional<PersonId> counterCode(String codeDigest, Instant now) {
        return whose("CounterCodeRow", codeDigest, now);
    }

    /** Whoever writes holds the person, so that no two lines get one number. */
    @Override
    public void write(PersonId person, AccessLine line) {
        transaction.writer().persist(AccessLineRow.of(person, history(person).size() + 1L, line));
        transaction.writer().flush();
    }

    @Override
    public List<AccessLine> history(PersonId person) {
        return transaction
                .query(
                        AccessLineRow.class,
                        "SELECT l FROM AccessLineRow l WHERE l.personId = :person ORDER BY l.number",
                        Map.of("person", person.value()))
                .getResultStream()
                .map(AccessLineRow::value)
                .toList();
    }

    /** Failures of one account queue at its row, so that none of several at once goes uncounted. */
    @Override
    public int countFailure(AccountId account) {
        int counted = transaction.update(
                "UPDATE AccountRow a SET a.failures = a.failures + 1 WHERE a.id = :account",
                Map.of("account", account.value()));
        if (counted == 0) {
            throw unknown(account);
        }
        return transaction
                .query(
                        Integer.class,
                        "SELECT a.failures FROM AccountRow a WHERE a.id = :account",
                        Map.of("account", account.value()))
                .getSingleResult();
    }

    @Override
    public void lock(AccountId account, Optional<Instant> until) {
        transaction.update(
                "UPDATE AccountRow a SET a.lockedUntil = " + (until.isPresent() ? ":until" : "NULL")
                        + " WHERE a.id = :account",
                until.<Map<String, Object>>map(it -> Map.of("account", account.value(), "until", it))
                        .orElseGet(() -> Map.of("account", account.value())));
    }

    @Override
    public boolean accept(AccountId account, OptionalLong totpStep) {
        String forget = "UPDATE AccountRow a SET a.failures = 0, a.lockedUntil = NULL";
        if (totpStep.isPresent()) {
            return transaction.update(
                            forget + ", a.lastTotpStep = :step WHERE a.id = :account AND a.lastTotpStep < :step",
                            Map.of("account", account.value(), "step", totpStep.getAsLong()))
                    > 0;
        }
        if (transaction.update(forget + " WHERE a.id = :account", Map.of("account", account.value())) == 0) {
            throw unknown(account);
        }
        return true;
    }

    @Override
    public boolean move(AccountId account, PersonId person) {
        boolean taken = transaction
                        .query(
                                Long.class,
                                "SELECT COUNT(a.id) FROM AccountRow a WHERE a.personId = :person",
                                Map.of("person", person.value()))
                        .getSingleResult()
                > 0;
        if (!taken) {
            AccountRow row = known(account);
            if (row.personId != null) {
                Map<String, String> whose = Map.of("before", row.personId, "person", person.value());
                for (String kept : List.of("MandateRow", "ShareRow", "AttemptTraceRow", "ReportRow")) {
                    transaction.update(
                            "UPDATE " + kept + " r SET r.personId = :person WHERE r.personId = :before", whose);
                }
                transaction.update(
                        "DELETE FROM CounterCodeRow c WHERE c.personId = :before", Map.of("before", row.personId));
            }
            row.personId = person.value();
        }
        return !taken;
    }

    @Override
    public void renewPasswordHash(AccountId account, String passwordHash) {
        known(account).passwordHash = passwordHash;
    }

    private AccountRow known(AccountId account) {
        AccountRow row = transaction.writer().find(AccountRow.class, account.value());
        if (row == null) {
            throw unknown(account);
        }
        return row;
    }

    private static IllegalStateException unknown(AccountId account) {
        return new IllegalStateException("There is no account " + account);
    }

    @Override
    public void openSession(String tokenHash, AccountId account, Instant expiresAt) {
        SessionRow row = new SessionRow();
        row.tokenHash = tokenHash;
        row.accountId = account.value();
        row.expiresAt = UtcInstants.kept(expiresAt);
        transaction.writer().persist(row);
    }

    @Override
    public Optional<Caller> session(String tokenHash, Instant now) {
        return account(
                        "SELECT a FROM SessionRow s JOIN AccountRow a ON a.id = s.accountId",
                        Condition.of("a.closedAt IS NULL AND s.tokenHash = :token", "token", tokenHash)
                                .and("s.expiresAt > :now", "now", now))
                .map(row -> row.caller(prefectures(row)));
    }

    private Optional<AccountRow> account(String select, Condition condition) {
        return transaction
                .query(AccountRow.class, select + condition.where(), condition.parameters())
                .getResultStream()
                .findFirst();
    }

    private Set<PrefectureCode> prefectures(AccountRow row) {
        if (row.role != Role.AGENT) {
            return Set.of();
        }
        return transaction
                .query(
                        String.class,
                        "SELECT f.prefecture FROM AccountPrefectureRow f WHERE f.accountId = :account",
                        Map.of("account", row.id))
                .getResultStream()
                .map(PrefectureCode::new)
                .collect(Collectors.toSet());
    }

    @Override
    public void closeSession(String tokenHash) {
        transaction.update("DELETE FROM SessionRow s WHERE s.tokenHash = :token", Map.of("token", tokenHash));
    }

    @Override
    public void sweep(Instant now) {
        for (String over : List.of("SessionRow", "RecoveryRow", "CounterCodeRow")) {
            transaction.update("DELETE FROM " + over + " r WHERE r.expiresAt < :now", Map.of("now", now));
        }
    }
}
