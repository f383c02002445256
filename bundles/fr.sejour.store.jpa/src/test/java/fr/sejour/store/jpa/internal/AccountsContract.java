package fr.sejour.store.jpa.internal;

import static fr.sejour.store.jpa.internal.Situations.ISERE;
import static fr.sejour.store.jpa.internal.Situations.MICROSECONDS;
import static fr.sejour.store.jpa.internal.Situations.MORNING;
import static fr.sejour.store.jpa.internal.Situations.NANOSECONDS;
import static fr.sejour.store.jpa.internal.Situations.NATIONAL;
import static fr.sejour.store.jpa.internal.Situations.PARIS_75;
import static fr.sejour.store.jpa.internal.Situations.RHONE;
import static fr.sejour.store.jpa.internal.Situations.aPerson;
import static fr.sejour.store.jpa.internal.Situations.applicant;
import static fr.sejour.store.jpa.internal.Situations.personId;
import static org.assertj.core.api.Assertions.assertThat;

import fr.sejour.api.access.Account;
import fr.sejour.api.access.AccountId;
import fr.sejour.api.access.Caller;
import fr.sejour.api.access.Login;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.person.PersonId;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who may come in, and with what. */
abstract class AccountsContract extends ShelfContract {

    private static final Login LOGIN = new Login("aissatou.diallo");

    AccountsContract(StoreContract contract) {
        super(contract);
    }

    @Test
    void accounts_come_back_by_their_login() {
        write(records -> records.people().add(aPerson(1)));
        Account ofApplicant = account("a-1", LOGIN, applicant(personId(1)));
        Account ofAgent = new Account(
                new Login("agent@isere.example"),
                Caller.agent(new AccountId("a-2"), Set.of(ISERE, PARIS_75)),
                "$argon2id$v=19$m=19456",
                Optional.of("JBSWY3DPEHPK3PXP"),
                58_000_000L,
                3,
                Optional.of(MICROSECONDS));
        Account ofNational = account("a-3", new Login("national"), NATIONAL);
        write(records -> Stream.of(ofApplicant, ofAgent, ofNational).forEach(records.accounts()::add));

        assertThat(account(LOGIN)).contains(ofApplicant);
        assertThat(account(new Login("AGENT@isere.example"))).contains(ofAgent);
        assertThat(account(new Login("national"))).contains(ofNational);
        assertThat(account(new Login("nobody"))).isEmpty();
    }

    @Test
    void an_account_moves_to_a_person_for_whom_nobody_speaks() {
        write(records -> {
            records.people().add(aPerson(1));
            records.people().add(aPerson(2));
            records.people().add(aPerson(3));
            records.accounts().add(account("a-1", LOGIN, applicant(personId(1))));
            records.accounts().add(account("a-2", new Login("somebody"), applicant(personId(2))));
        });

        boolean toSomebody = store.write(records -> records.accounts().move(new AccountId("a-1"), personId(2)));
        boolean toNobody = store.write(records -> records.accounts().move(new AccountId("a-1"), personId(3)));

        assertThat(toSomebody).isFalse();
        assertThat(toNobody).isTrue();
        assertThat(raw.rows("SELECT account_id, person_id FROM account ORDER BY account_id"))
                .containsExactly("a-1|" + personId(3), "a-2|" + personId(2));
    }

    @Test
    void the_last_code_for_the_counter_serves_until_its_instant_and_no_other_does() {
        write(records -> {
            records.people().add(aPerson(1));
            records.people().add(aPerson(2));
            records.accounts().keepCounterCode(personId(1), "first", MORNING.plusSeconds(60));
            records.accounts().keepCounterCode(personId(2), "second", MORNING.plusSeconds(60));
        });

        write(records -> records.accounts().keepCounterCode(personId(1), "third", MORNING.plusSeconds(120)));

        assertThat(counterCode("first", MORNING)).isEmpty();
        assertThat(counterCode("second", MORNING)).contains(personId(2));
        assertThat(counterCode("third", MORNING.plusSeconds(119))).contains(personId(1));
        assertThat(counterCode("third", MORNING.plusSeconds(120))).isEmpty();
        assertThat(raw.count("counter_code")).isEqualTo(2);
    }

    @Test
    void of_eight_codes_drawn_at_once_one_is_kept() throws Exception {
        write(records -> records.people().add(aPerson(1)));

        Together.run(
                8,
                thread -> store.write(records -> {
                    records.people().hold(personId(1));
                    records.accounts().keepCounterCode(personId(1), "drawn-" + thread, MORNING);
                    return thread;
                }));

        assertThat(raw.count("counter_code")).isEqualTo(1);
    }

    /** Whoever shows it would be filed for as somebody for whom no account speaks any more. */
    @Test
    void a_code_for_the_counter_does_not_outlive_the_move_of_its_account() {
        write(records -> {
            records.people().add(aPerson(1));
            records.people().add(aPerson(2));
            records.accounts().add(account("a-1", LOGIN, applicant(personId(1))));
            records.accounts().keepCounterCode(personId(1), "drawn", MORNING.plusSeconds(60));
        });

        write(records -> records.accounts().move(new AccountId("a-1"), personId(2)));

        assertThat(counterCode("drawn", MORNING)).isEmpty();
        assertThat(raw.count("counter_code")).isZero();
    }

    @Test
    void a_login_is_taken_once() throws Exception {
        List<Optional<ErrorCode>> answers = Together.run(8, thread -> {
            try {
                write(records -> {
                    records.people().add(aPerson(thread));
                    records.accounts().add(account("a-" + thread, LOGIN, applicant(personId(thread))));
                });
                return Optional.empty();
            } catch (CaseException e) {
                return Optional.of(e.code());
            }
        });

        assertThat(Collections.frequency(answers, Optional.of(ErrorCode.LOGIN_TAKEN)))
                .isEqualTo(7);
        assertThat(raw.count("account")).isEqualTo(1);
        assertThat(raw.count("person")).isEqualTo(1);
    }

    @Test
    void a_sign_in_changes_what_it_changes() {
        write(records -> records.accounts().add(account("a-1", LOGIN, NATIONAL)));

        AccountId id = new AccountId("a-1");
        int failures = store.write(records -> records.accounts().countFailure(id));
        write(records -> records.accounts().lock(id, Optional.of(NANOSECONDS)));
        Account failed = account(LOGIN).orElseThrow();

        boolean accepted = store.write(records -> records.accounts().accept(id, OptionalLong.of(42)));

        Account back = account(LOGIN).orElseThrow();
        assertThat(failures).isEqualTo(1);
        assertThat(failed.failures()).isEqualTo(1);
        assertThat(failed.lockedUntil()).contains(MICROSECONDS);
        assertThat(accepted).isTrue();
        assertThat(back.failures()).isZero();
        assertThat(back.lockedUntil()).isEmpty();
        assertThat(back.lastTotpStep()).isEqualTo(42);
        assertThat(back.passwordHash()).isEqualTo("hash");
    }

    @Test
    void a_step_that_was_accepted_is_accepted_no_more_nor_is_one_before_it() {
        write(records -> records.accounts().add(account("a-1", LOGIN, NATIONAL)));
        AccountId id = new AccountId("a-1");
        write(records -> {
            records.accounts().accept(id, OptionalLong.of(42));
            records.accounts().countFailure(id);
        });

        assertThat(store.<Boolean>write(records -> records.accounts().accept(id, OptionalLong.of(42))))
                .isFalse();
        assertThat(store.<Boolean>write(records -> records.accounts().accept(id, OptionalLong.of(41))))
                .isFalse();
        assertThat(account(LOGIN).orElseThrow().failures()).isEqualTo(1);
        assertThat(store.<Boolean>write(records -> records.accounts().accept(id, OptionalLong.empty())))
                .isTrue();
        assertThat(account(LOGIN).orElseThrow().lastTotpStep()).isEqualTo(42);
    }

    @Test
    void of_eight_sign_ins_at_once_with_one_step_one_is_accepted() throws Exception {
        write(records -> records.accounts().add(account("a-1", LOGIN, NATIONAL)));
        AccountId id = new AccountId("a-1");

        List<Boolean> accepted = Together.run(
                8, thread -> store.write(records -> records.accounts().accept(id, OptionalLong.of(42))));

        assertThat(Collections.frequency(accepted, true)).isEqualTo(1);
    }

    @Test
    void of_eight_failures_at_once_each_counts() throws Exception {
        write(records -> records.accounts().add(account("a-1", LOGIN, NATIONAL)));
        AccountId id = new AccountId("a-1");

        List<Integer> counts = Together.run(
                8, thread -> store.write(records -> records.accounts().countFailure(id)));

        assertThat(counts).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8);
    }

    @Test
    void a_session_speaks_for_its_account_until_it_expires() {
        Caller agent = Caller.agent(new AccountId("a-1"), Set.of(ISERE, RHONE));
        write(records -> {
            records.accounts().add(account("a-1", LOGIN, agent));
            records.accounts().openSession("token-hash", new AccountId("a-1"), MORNING.plusSeconds(60));
        });

        assertThat(session("token-hash", MORNING.plusSeconds(59))).contains(agent);
        assertThat(session("token-hash", MORNING.plusSeconds(60))).isEmpty();
        assertThat(session("another", MORNING)).isEmpty();
    }

    @Test
    void a_session_ends_when_it_is_closed_or_swept() {
        write(records -> {
            records.accounts().add(account("a-1", LOGIN, NATIONAL));
            records.accounts().openSession("closed", new AccountId("a-1"), MORNING.plusSeconds(60));
            records.accounts().openSession("expired", new AccountId("a-1"), MORNING.minusSeconds(1));
            records.accounts().openSession("open", new AccountId("a-1"), MORNING.plusSeconds(60));
        });

        write(records -> {
            records.accounts().closeSession("closed");
            records.accounts().closeSession("never opened");
            records.accounts().sweep(MORNING);
        });

        assertThat(raw.rows("SELECT token_hash FROM session")).containsExactly("open");
    }

    @Test
    void codes_that_are_over_are_swept_and_no_other() {
        write(records -> {
            records.people().add(aPerson(1));
            records.people().add(aPerson(2));
            records.accounts().keepCounterCode(personId(1), "over", MORNING.minusSeconds(1));
            records.accounts().keepCounterCode(personId(2), "serves", MORNING.plusSeconds(1));
            records.accounts().openRecovery(personId(1), "lets-in", MORNING.plusSeconds(1));
            records.accounts().openRecovery(personId(2), "lets-in-no-more", MORNING.minusSeconds(1));
        });

        write(records -> records.accounts().sweep(MORNING));

        assertThat(raw.rows("SELECT code_digest FROM counter_code")).containsExactly("serves");
        assertThat(raw.rows("SELECT code_digest FROM recovery")).containsExactly("lets-in");
    }

    /** The sweep of a sign-in takes the old code away while its person draws another. */
    @Test
    void a_code_drawn_while_the_one_before_is_swept_is_kept() throws Exception {
        write(records -> {
            records.people().add(aPerson(1));
            records.accounts().keepCounterCode(personId(1), "over", MORNING.minusSeconds(1));
        });

        Together.run(
                8,
                thread -> store.write(records -> {
                    if (thread == 0) {
                        records.people().hold(personId(1));
                        records.accounts().keepCounterCode(personId(1), "fresh", MORNING.plusSeconds(60));
                    } else {
                        records.accounts().sweep(MORNING);
                    }
                    return thread;
                }));

        assertThat(counterCode("fresh", MORNING)).contains(personId(1));
    }

    private Account account(String id, Login login, Caller as) {
        Caller caller = new Caller(new AccountId(id), as.role(), as.person(), as.prefectures(), Optional.empty());
        return new Account(login, caller, "hash", Optional.empty(), 0, 0, Optional.empty());
    }

    private Optional<Account> account(Login login) {
        return store.read(records -> records.accounts().find(login));
    }

    private Optional<PersonId> counterCode(String digest, Instant now) {
        return store.read(records -> records.accounts().counterCode(digest, now));
    }

    private Optional<Caller> session(String token, Instant now) {
        return store.read(records -> records.accounts().session(token, now));
    }
}
