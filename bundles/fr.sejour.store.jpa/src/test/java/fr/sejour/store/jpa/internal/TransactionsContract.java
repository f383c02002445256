package fr.sejour.store.jpa.internal;

import static fr.sejour.store.jpa.internal.Situations.ACCOUNT;
import static fr.sejour.store.jpa.internal.Situations.ISERE;
import static fr.sejour.store.jpa.internal.Situations.MICROSECONDS;
import static fr.sejour.store.jpa.internal.Situations.MORNING;
import static fr.sejour.store.jpa.internal.Situations.NATIONAL;
import static fr.sejour.store.jpa.internal.Situations.THAT_DAY;
import static fr.sejour.store.jpa.internal.Situations.aCase;
import static fr.sejour.store.jpa.internal.Situations.aLine;
import static fr.sejour.store.jpa.internal.Situations.aNotice;
import static fr.sejour.store.jpa.internal.Situations.aPaper;
import static fr.sejour.store.jpa.internal.Situations.aPerson;
import static fr.sejour.store.jpa.internal.Situations.caseNumber;
import static fr.sejour.store.jpa.internal.Situations.inGrenoble;
import static fr.sejour.store.jpa.internal.Situations.personId;
import static fr.sejour.store.jpa.internal.Situations.withEverything;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.ClockFile;
import fr.sejour.api.cases.DecisionFile;
import fr.sejour.api.cases.Outcome;
import fr.sejour.api.cases.Task;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.filing.IdempotencyKey;
import fr.sejour.core.port.CaseRecord;
import fr.sejour.core.port.CaseRecords.RememberedFiling;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What holds when work fails, waits or is done twice. */
abstract class TransactionsContract extends ShelfContract {

    private static final IdempotencyKey KEY = new IdempotencyKey("0f8fad5b-d9cb-469f");

    TransactionsContract(StoreContract contract) {
        super(contract);
    }

    @Test
    void an_exception_of_the_work_leaves_nothing_and_comes_out_unchanged() {
        IllegalStateException thrown = new IllegalStateException("The work changed its mind");

        assertThatThrownBy(() -> write(records -> {
                    records.people().add(aPerson(1));
                    records.cases().add(withEverything(MICROSECONDS));
                    records.cases().write(caseNumber(1), aLine("filed"));
                    records.papers().add(aPaper(1, 1, 1, THAT_DAY));
                    records.people().keepResidence(personId(1), inGrenoble(MORNING));
                    records.notices().know("email");
                    records.notices().owe(personId(1), aNotice("notice-1", 1, MORNING));
                    records.cases().remember(ACCOUNT, KEY, "digest", caseNumber(1));
                    records.attempts().fail("subject", MORNING);
                    assertThat(records.cases().find(NATIONAL, caseNumber(1))).isPresent();
                    throw thrown;
                }))
                .isSameAs(thrown);

        for (String table : List.of(
                "person",
                "permit_case",
                "piece",
                "clock",
                "task",
                "decision",
                "collection",
                "journal",
                "attestation",
                "consumer",
                "notice",
                "delivery",
                "filing_key",
                "residence",
                "attempt")) {
            assertThat(raw.count(table)).as(table).isZero();
        }
    }

    @Test
    void work_that_reads_only_cannot_write() {
        assertThatThrownBy(() -> store.read(records -> {
                    records.people().add(aPerson(1));
                    return true;
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(raw.count("person")).isZero();
    }

    @Test
    void what_others_commit_meanwhile_is_seen_and_what_they_have_not_is_not() throws Exception {
        // People of its own: Derby takes its time to forget rows that other tests deleted.
        keep(aCase(901, 901));
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch looked = new CountDownLatch(1);

        List<Long> counts = Together.run(2, thread -> {
            if (thread == 0) {
                write(records -> {
                    records.people().add(aPerson(902));
                    records.cases().add(aCase(902, 902));
                    assertThat(records.cases().find(NATIONAL, caseNumber(902))).isPresent();
                    written.countDown();
                    waitFor(looked);
                });
                return 0L;
            }
            waitFor(written);
            try {
                return (long)
                        store.<List<CaseRecord>>read(records -> records.cases().ofPerson(NATIONAL, personId(901)))
                                .size();
            } finally {
                looked.countDown();
            }
        });

        assertThat(counts.get(1)).isEqualTo(1);
        assertThat(found(902).number()).isEqualTo(caseNumber(902));
    }

    @Test
    void a_change_on_a_version_that_moved_on_is_refused() {
        keep(aCase(1, 1));
        CaseRecord stale = found(1);
        write(records -> records.cases().change(stale));

        assertThatThrownBy(() -> write(records -> records.cases().change(stale)))
                .isInstanceOfSatisfying(
                        CaseException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CASE_CHANGED));

        assertThat(found(1).version()).isEqualTo(2);
    }

    @Test
    void of_eight_changes_on_one_version_one_is_kept() throws Exception {
        keep(aCase(1, 1));
        CaseRecord read = found(1);

        List<ErrorCode> refusals = Together.run(8, thread -> {
            try {
                write(records -> records.cases().change(read));
                return ErrorCode.INTERNAL;
            } catch (CaseException e) {
                return e.code();
            }
        });

        assertThat(Collections.frequency(refusals, ErrorCode.CASE_CHANGED)).isEqualTo(7);
        assertThat(raw.rows("SELECT version FROM permit_case")).containsExactly("2");
    }

    @Test
    void a_case_is_never_read_half_old_and_half_new() throws Exception {
        keep(aCase(1, 1));

        Together.run(3, thread -> {
            for (int i = 0; i < 60; i++) {
                if (thread == 0) {
                    write(records -> {
                        CaseRecord it =
                                records.cases().find(NATIONAL, caseNumber(1)).orElseThrow();
                        String next = Long.toString(it.version() + 1);
                        records.cases()
                                .change(it.withTasks(List.of(task(next)))
                                        .withClocks(List.of(clock(next)))
                                        .withDecision(Optional.of(decision(next))));
                    });
                } else {
                    CaseRecord seen = found(1);
                    String version = Long.toString(seen.version());
                    if (seen.version() > 1) {
                        assertThat(seen.tasks()).containsExactly(task(version));
                        assertThat(seen.clocks()).containsExactly(clock(version));
                        assertThat(seen.decision()).contains(decision(version));
                    }
                }
            }
            return true;
        });
    }

    private Task task(String version) {
        return new Task(
                "t",
                caseNumber(1),
                Task.Kind.DECIDE,
                Optional.of(ISERE),
                THAT_DAY,
                Task.Escalation.TEAM,
                Optional.of(version));
    }

    private ClockFile clock(String version) {
        return new ClockFile(
                "silence", THAT_DAY, Optional.empty(), ClockFile.State.RUNNING, version, List.of(), Optional.empty());
    }

    private DecisionFile decision(String version) {
        return new DecisionFile(
                Outcome.GRANTED,
                THAT_DAY,
                Optional.of(version),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "e");
    }

    @Test
    void eight_filings_under_one_key_end_with_one_case() throws Exception {
        write(records -> records.people().add(aPerson(1)));

        List<CaseNumber> answers = Together.run(
                8,
                thread -> store.write(records -> records.cases()
                        .remembered(ACCOUNT, KEY)
                        .map(RememberedFiling::number)
                        .orElseGet(() -> {
                            CaseNumber number = caseNumber(thread + 1L);
                            records.cases().remember(ACCOUNT, KEY, "digest", number);
                            records.cases().add(aCase(thread + 1L, 1));
                            records.cases().write(number, aLine("filed"));
                            return number;
                        })));

        assertThat(Set.copyOf(answers)).hasSize(1);
        assertThat(raw.rows("SELECT case_number FROM permit_case"))
                .containsExactly(answers.get(0).value());
        assertThat(raw.rows("SELECT account_id, key_text, digest, case_number FROM filing_key"))
                .containsExactly("account-1|0f8fad5b-d9cb-469f|digest|" + answers.get(0));
        assertThat(raw.count("journal")).isEqualTo(1);
    }

    @Test
    void one_key_of_two_accounts_opens_two_cases() {
        keep(aCase(1, 1), aCase(2, 1));
        write(records -> records.cases().remember(ACCOUNT, KEY, "one", caseNumber(1)));
        write(records -> records.cases().remember(new AccountId("account-2"), KEY, "two", caseNumber(2)));

        assertThat(store.<Optional<RememberedFiling>>read(
                        records -> records.cases().remembered(ACCOUNT, KEY)))
                .contains(new RememberedFiling("one", caseNumber(1)));
        assertThat(store.<Optional<RememberedFiling>>read(
                        records -> records.cases().remembered(new AccountId("account-2"), KEY)))
                .contains(new RememberedFiling("two", caseNumber(2)));
        assertThat(store.<Optional<RememberedFiling>>read(
                        records -> records.cases().remembered(ACCOUNT, new IdempotencyKey("another-key"))))
                .isEmpty();
    }

    @Test
    void a_key_without_its_case_is_not_kept() {
        assertThatThrownBy(() -> write(records -> records.cases().remember(ACCOUNT, KEY, "digest", caseNumber(1))))
                .isInstanceOf(IllegalStateException.class);

        assertThat(raw.count("filing_key")).isZero();
    }

    @Test
    void works_that_met_in_a_deadlock_are_both_done() throws Exception {
        keep(aCase(1, 1), aCase(2, 1));
        AtomicInteger runs = new AtomicInteger();
        CountDownLatch bothHoldOne = new CountDownLatch(2);

        Together.run(2, thread -> {
            long first = thread == 0 ? 1 : 2;
            write(records -> {
                runs.incrementAndGet();
                records.cases().write(caseNumber(first), aLine("first"));
                bothHoldOne.countDown();
                waitFor(bothHoldOne);
                records.cases().write(caseNumber(3 - first), aLine("second"));
            });
            return true;
        });

        assertThat(runs.get()).isGreaterThan(2);
        assertThat(raw.rows("SELECT case_number, COUNT(*) FROM journal GROUP BY case_number ORDER BY case_number"))
                .containsExactly("0000000000000000001|2", "0000000000000000002|2");
    }

    @Test
    void work_that_keeps_what_stands_already_is_run_four_times_and_told_without_its_values() {
        write(records -> records.people().add(aPerson(1)));
        AtomicInteger runs = new AtomicInteger();

        assertThatThrownBy(() -> write(records -> {
                    runs.incrementAndGet();
                    records.people().add(aPerson(1));
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("23505")
                .hasNoCause();

        assertThat(runs.get()).isEqualTo(4);
        assertThat(raw.count("person")).isEqualTo(1);
    }

    @Test
    void a_value_that_does_not_fit_is_refused_without_being_told() {
        CaseRecord tooLong = aCase(1, 1)
                .withTasks(List.of(new Task(
                        "t",
                        caseNumber(1),
                        Task.Kind.DECIDE,
                        Optional.empty(),
                        THAT_DAY,
                        Task.Escalation.TEAM,
                        Optional.of("secret".repeat(1000)))));

        assertThatThrownBy(() -> keep(tooLong))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("22001")
                .hasMessageNotContaining("secret")
                .hasNoCause();
    }

    @Test
    void many_rows_in_one_transaction_leave_their_table_open_to_others() throws Exception {
        keep(aCase(1, 1), aCase(2, 1));
        CountDownLatch holding = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);

        Together.run(2, thread -> {
            if (thread == 0) {
                write(records -> {
                    for (int i = 0; i < 5200; i++) {
                        records.cases().write(caseNumber(1), aLine("many"));
                    }
                    assertThat(records.cases().journal(caseNumber(1))).hasSize(5200);
                    holding.countDown();
                    waitFor(done);
                });
            } else {
                waitFor(holding);
                write(records -> records.cases().write(caseNumber(2), aLine("one")));
                done.countDown();
            }
            return true;
        });

        assertThat(raw.count("journal")).isEqualTo(5201);
    }

    @Test
    void rows_of_one_table_go_to_the_database_together() {
        keep(aCase(1, 1));

        List<String> statements = watched.during(() -> write(records -> {
            for (int i = 0; i < 100; i++) {
                records.cases().write(caseNumber(1), aLine("line"));
            }
        }));

        assertThat(statements).filteredOn(it -> it.startsWith("INSERT")).hasSize(1);
    }

    @Test
    void a_database_that_is_gone_is_told_soon_and_as_what_it_is() {
        StoreContract.Outage outage = contract.outage();
        try (OpenStore mine = outage.open()) {
            Object unused = mine.store().write(records -> {
                records.people().add(aPerson(1));
                return true;
            });
            outage.strike().run();
            long before = System.nanoTime();

            assertUnavailable(() -> mine.store().write(records -> {
                records.people().add(aPerson(2));
                return true;
            }));
            assertUnavailable(() ->
                    mine.store().read(records -> records.people().find(NATIONAL, personId(1))));

            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
        }
    }

    @Test
    void a_database_that_goes_while_the_work_runs_is_told_as_what_it_is() {
        StoreContract.Outage outage = contract.outage();
        try (OpenStore mine = outage.open()) {
            AtomicInteger runs = new AtomicInteger();

            assertUnavailable(() -> mine.store().write(records -> {
                runs.incrementAndGet();
                records.people().add(aPerson(1));
                assertThat(records.people().find(NATIONAL, personId(1))).isPresent();
                outage.strike().run();
                records.people().add(aPerson(2));
                return true;
            }));

            assertThat(runs.get()).isEqualTo(1);
        }
    }

    @Test
    void a_database_that_comes_back_is_served_again_and_no_connection_was_lost() {
        StoreContract.Outage outage = contract.outage();
        try (OpenStore mine = outage.open()) {
            Object unused = mine.store().write(records -> {
                records.people().add(aPerson(1));
                return true;
            });
            for (int i = 0; i < 3; i++) {
                assertUnavailable(() -> mine.store().write(records -> {
                    records.people().add(aPerson(2));
                    assertThat(records.people().find(NATIONAL, personId(2))).isPresent();
                    outage.strike().run();
                    return true;
                }));
                outage.relief().run();
            }

            // The pool may still hand out what broke in its last half second.
            await().atMost(Duration.ofSeconds(10))
                    .ignoreExceptionsMatching(CaseException.class::isInstance)
                    .until(() -> reads(mine, 1));

            assertThat(reads(mine, 2)).isFalse();
            assertThat(mine.connectionsInUse()).isZero();
        }
    }

    private boolean reads(OpenStore mine, int person) {
        return mine.store()
                .<Boolean>read(records ->
                        records.people().find(NATIONAL, personId(person)).isPresent());
    }

    private void assertUnavailable(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        CaseException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.STORE_UNAVAILABLE));
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_case_is_read_once_in_a_transaction_that_writes_and_again_once_it_has_changed() {
        keep(withEverything(MICROSECONDS));
        List<CaseRecord> read = new ArrayList<>();

        List<String> statements = watched.during(() -> write(records -> {
            records.people().hold(caseNumber(1));
            CaseRecord before = records.cases().find(NATIONAL, caseNumber(1)).orElseThrow();
            read.addAll(records.due().files(List.of(personId(1))).get(0).cases());
            records.cases().change(before.withTasks(List.of()));
            records.cases().find(NATIONAL, caseNumber(1)).ifPresent(read::add);
        }));

        assertThat(read.get(0)).isEqualTo(withEverything(MICROSECONDS));
        assertThat(read.get(1)).isEqualTo(found(1));
        assertThat(read.get(1).tasks()).isEmpty();
        assertThat(statements).filteredOn(it -> it.contains("FROM piece ")).hasSize(2);
    }

    @Test
    void lists_of_nearly_the_same_length_are_one_statement() {
        keep(aCase(1, 1), aCase(2, 1), aCase(3, 2), aCase(4, 2));

        List<String> statements = watched.during(() -> {
            assertThat(several(1, 2, 3)).hasSize(3);
            assertThat(several(1, 2, 3, 4)).hasSize(4);
        });

        assertThat(statements)
                .filteredOn(it -> it.contains("FROM piece "))
                .hasSize(2)
                .containsOnly(statements.stream()
                        .filter(it -> it.contains("FROM piece "))
                        .findFirst()
                        .orElseThrow());
    }

    private List<CaseRecord> several(int... numbers) {
        return store.read(records -> records.cases()
                .find(
                        NATIONAL,
                        Arrays.stream(numbers).mapToObj(Situations::caseNumber).toList()));
    }
}
