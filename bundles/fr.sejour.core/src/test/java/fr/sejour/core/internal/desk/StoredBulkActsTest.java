package fr.sejour.core.internal.desk;

import static fr.sejour.core.internal.Platform.AGENT_38;
import static fr.sejour.core.internal.Platform.AGENT_69;
import static fr.sejour.core.internal.Platform.GRENOBLE;
import static fr.sejour.core.internal.Platform.LYON;
import static fr.sejour.core.internal.Platform.NATIONAL;
import static fr.sejour.core.internal.Platform.caller;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.sejour.api.bulk.BulkAct;
import fr.sejour.api.bulk.BulkAct.Line;
import fr.sejour.api.bulk.BulkAct.Outcome;
import fr.sejour.api.bulk.BulkAct.State;
import fr.sejour.api.bulk.Selection;
import fr.sejour.api.bulk.Selection.TickedCase;
import fr.sejour.api.cases.Act;
import fr.sejour.api.cases.ActKind;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.CaseStatus;
import fr.sejour.api.cases.JournalLine;
import fr.sejour.api.cases.QueueFilterBuilder;
import fr.sejour.api.catalogue.PieceType;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.filing.IdempotencyKey;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.core.internal.KeyTexts;
import fr.sejour.core.internal.Platform;
import fr.sejour.core.internal.Refusals;
import fr.sejour.core.internal.notice.LetterWriter;
import fr.sejour.core.port.CaseRecord;
import fr.sejour.core.port.Records;
import fr.sejour.core.port.Standing;
import fr.sejour.core.port.Store;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StoredBulkActsTest {

    private final Platform platform = new Platform("2026-06-01T08:00:00Z");

    @Test
    void it_is_looked_at_first_and_nothing_is_done() {
        CaseNumber filed = filed();
        CaseNumber taken = filed();
        platform.act(AGENT_38, taken, new Act.TakeUp());
        long before = platform.review.find(AGENT_38, filed).version();

        BulkAct prepared = platform.bulk.prepare(AGENT_38, ticked(filed, taken), new Act.TakeUp());

        assertThat(prepared.state()).isEqualTo(State.PREPARED);
        assertThat(prepared.lines())
                .extracting(Line::number, Line::outcome, Line::problem)
                .containsExactly(
                        tuple(filed, Outcome.READY, Optional.empty()),
                        tuple(taken, Outcome.EXCLUDED, Optional.of(ErrorCode.ACT_NOT_ALLOWED)));
        platform.runner.work();
        assertThat(platform.review.find(AGENT_38, filed).version()).isEqualTo(before);
    }

    /** Five working days from Monday 1 June end on the 8th. */
    @Test
    void what_silence_has_given_to_another_prefecture_is_foreseen_where_it_is() {
        CaseNumber number = filed();
        platform.act(AGENT_38, number, new Act.OfferTransfer(new PrefectureCode("69"), "déménagement"));
        platform.clock.moveTo(LocalDate.of(2026, 6, 9));
        long before = platform.review.find(NATIONAL, number).version();

        BulkAct senders = platform.bulk.prepare(AGENT_38, ticked(number), new Act.TakeUp());
        BulkAct receivers = platform.bulk.prepare(AGENT_69, ticked(number), new Act.TakeUp());

        assertThat(senders.lines())
                .extracting(Line::outcome, Line::problem)
                .containsExactly(tuple(Outcome.EXCLUDED, Optional.of(ErrorCode.NOT_YOURS_TO_DO)));
        assertThat(receivers.lines())
                .extracting(Line::outcome, Line::problem)
                .containsExactly(tuple(Outcome.READY, Optional.empty()));
        assertThat(platform.review.find(NATIONAL, number).version()).isEqualTo(before);
        platform.bulk.run(AGENT_69, receivers.id());
        platform.runner.work();
        assertThat(platform.bulk.find(AGENT_69, receivers.id()).lines())
                .extracting(Line::outcome)
                .containsExactly(Outcome.DONE);
    }

    @Test
    void it_is_done_on_each_case_that_it_can_be_done_on() {
        List<CaseNumber> filed = Stream.generate(this::filed).limit(120).toList();

        BulkAct done = prepareAndWork(ticked(filed.toArray(CaseNumber[]::new)), new Act.TakeUp());

        assertThat(done.state()).isEqualTo(State.DONE);
        assertThat(done.count(Outcome.DONE)).isEqualTo(120);
        assertThat(filed)
                .allSatisfy(number -> assertThat(
                                platform.review.find(AGENT_38, number).status())
                        .isEqualTo(CaseStatus.UNDER_REVIEW));
    }

    @Test
    void a_case_that_changed_since_is_left_out_and_told_with_who_changed_it() {
        CaseNumber changed = filed();
        CaseNumber other = filed();
        BulkAct prepared = platform.bulk.prepare(AGENT_38, ticked(changed, other), new Act.TakeUp());
        platform.act(
                NATIONAL,
                changed,
                new Act.OfferTransfer(AGENT_69.prefectures().iterator().next(), "déménagement"));

        platform.bulk.run(AGENT_38, prepared.id());
        platform.runner.work();

        BulkAct done = platform.bulk.find(AGENT_38, prepared.id());
        assertThat(done.lines().get(0).problem()).contains(ErrorCode.CASE_CHANGED);
        assertThat(done.lines().get(0).details())
                .containsEntry("lastAct", "offer-transfer")
                .containsEntry("lastActBy", "national")
                .containsEntry("lastActByRole", "national");
        assertThat(done.lines().get(1).outcome()).isEqualTo(Outcome.DONE);
    }

    @Test
    void the_version_that_was_seen_counts_when_it_is_looked_at_too() {
        CaseNumber number = filed();
        long seen = platform.review.find(AGENT_38, number).version();
        platform.act(AGENT_38, number, askForNothing());

        BulkAct prepared = platform.bulk.prepare(
                AGENT_38,
                new Selection.Ticked(List.of(new TickedCase(number, OptionalLong.of(seen)))),
                new Act.Answer());

        assertThat(prepared.lines().get(0).problem()).contains(ErrorCode.CASE_CHANGED);
    }

    /** Somebody out of scope reads like nobody, case by case. */
    @Test
    void what_is_out_of_scope_is_unknown() {
        CaseNumber theirs = platform.fileComplete(platform.aStudent(), "etudiant", LYON);

        BulkAct prepared = platform.bulk.prepare(AGENT_38, ticked(theirs), new Act.TakeUp());

        assertThat(prepared.lines().get(0).problem()).contains(ErrorCode.NOT_FOUND);
        assertThat(Refusals.of(() -> platform.bulk.find(AGENT_69, prepared.id()))
                        .code())
                .isEqualTo(ErrorCode.NOT_FOUND);
        assertThat(Refusals.of(() -> platform.bulk.run(AGENT_69, prepared.id())).code())
                .isEqualTo(ErrorCode.NOT_FOUND);
        assertThat(platform.bulk.find(NATIONAL, prepared.id()).id()).isEqualTo(prepared.id());
    }

    /** CRPA L. 211-5: what is decided against a person has its own reasons; a grant rests on what was seen of this person. */
    @Test
    void no_decision_is_ever_taken_on_many_cases() {
        CaseNumber number = filed();

        for (Act never : List.of(
                new Act.Refuse("motif", "arrêté"),
                new Act.RefuseRegistration("motif"),
                new Act.Grant(LocalDate.of(2026, 9, 1), LocalDate.of(2027, 8, 31), "arrêté"),
                new Act.CloseAsMoot(Act.CloseAsMoot.Cause.DEATH, "acte"),
                new Act.SeeFacts(),
                new Act.Withdraw("je pars"))) {
            assertThat(Refusals.of(() -> platform.bulk.prepare(AGENT_38, ticked(number), never))
                            .code())
                    .isEqualTo(ErrorCode.NOT_ON_MANY_CASES);
        }
        assertThat(BulkAct.KINDS)
                .doesNotContainAnyElementsOf(EnumSet.of(
                        ActKind.REFUSE,
                        ActKind.REFUSE_REGISTRATION,
                        ActKind.REFUSE_PIECE,
                        ActKind.REFUSE_RECEIPT,
                        ActKind.NOTIFY,
                        ActKind.GRANT,
                        ActKind.CLOSE_AS_MOOT,
                        ActKind.ABSORB,
                        ActKind.WITHDRAW));
    }

    @Test
    void a_filter_is_what_it_left_when_it_was_looked_at() {
        CaseNumber before = filed();
        BulkAct prepared = platform.bulk.prepare(
                AGENT_38, new Selection.Filtered(QueueFilterBuilder.builder().build()), new Act.TakeUp());
        CaseNumber later = filed();

        platform.bulk.run(AGENT_38, prepared.id());
        platform.runner.work();

        assertThat(platform.review.find(AGENT_38, before).status()).isEqualTo(CaseStatus.UNDER_REVIEW);
        assertThat(platform.review.find(AGENT_38, later).status()).isEqualTo(CaseStatus.FILED);
    }

    /** The first case of the first page gets a later end of right while the second page is read. */
    @Test
    void a_case_that_falls_back_in_the_queue_while_it_is_gone_through_is_taken_once() {
        CaseNumber first = platform.file(platform.aStudent(), "etudiant", GRENOBLE)
                .caseFile()
                .number();
        for (int at = 0; at < 200; at++) {
            platform.file(platform.aStudent(), "etudiant", GRENOBLE);
        }
        BetweenPages store = new BetweenPages(platform.store, records -> {
            CaseRecord record = records.cases().find(NATIONAL, first).orElseThrow();
            Standing standing = record.standing();
            records.cases()
                    .change(record.withStanding(standing.withOutlook(
                            standing.next(), standing.wakeAt(), Optional.of(LocalDate.of(2027, 1, 1)))));
        });
        NationalCaseReview review = new NationalCaseReview(
                store, platform.upkeep, new LetterWriter(new KeyTexts()), platform.practices, platform.clock);
        StoredBulkActs bulk = new StoredBulkActs(platform.store, review, platform.runner, platform.clock);

        BulkAct prepared = bulk.prepare(
                AGENT_38, new Selection.Filtered(QueueFilterBuilder.builder().build()), new Act.TakeUp());

        assertThat(prepared.lines())
                .extracting(Line::number)
                .doesNotHaveDuplicates()
                .hasSize(201);
    }

    @Test
    void cancelled_it_goes_no_further_and_what_is_done_stays() {
        CaseNumber number = filed();
        BulkAct prepared = platform.bulk.prepare(AGENT_38, ticked(number), new Act.TakeUp());

        assertThat(platform.bulk.cancel(AGENT_38, prepared.id()).state()).isEqualTo(State.CANCELLED);
        platform.bulk.run(AGENT_38, prepared.id());
        platform.runner.work();

        assertThat(platform.bulk.find(AGENT_38, prepared.id()).count(Outcome.READY))
                .isOne();
        assertThat(platform.review.find(AGENT_38, number).status()).isEqualTo(CaseStatus.FILED);
    }

    @Test
    void whoever_may_do_nothing_any_more_does_nothing_more_this_way() {
        CaseNumber number = filed();
        BulkAct prepared = platform.bulk.prepare(AGENT_38, ticked(number), new Act.TakeUp());
        platform.bulk.run(AGENT_38, prepared.id());

        platform.teams.close(NATIONAL, AGENT_38.account());
        platform.runner.work();

        assertThat(platform.bulk.find(NATIONAL, prepared.id()).state()).isEqualTo(State.CANCELLED);
        assertThat(platform.review.find(NATIONAL, number).status()).isEqualTo(CaseStatus.FILED);
    }

    /** The store fails before and after each of its transactions in turn: each case has had the act once in the end. */
    @Test
    void wherever_it_stops_it_goes_on_and_does_nothing_twice() {
        for (boolean kept : List.of(false, true)) {
            for (int failing = 1; failing <= 10; failing++) {
                Platform place = new Platform("2026-06-01T08:00:00Z");
                List<CaseNumber> numbers = Stream.generate(
                                () -> place.fileComplete(place.aStudent(), "etudiant", GRENOBLE))
                        .limit(3)
                        .toList();
                BulkAct prepared = place.bulk.prepare(
                        AGENT_38,
                        ticked(numbers.toArray(CaseNumber[]::new)),
                        new Act.Assign(AGENT_38.account(), Optional.empty()));
                place.bulk.run(AGENT_38, prepared.id());
                FailingStore store = new FailingStore(place.store, failing, kept);
                BulkRunner dying = new BulkRunner(
                        store,
                        new NationalCaseReview(
                                store, place.upkeep, new LetterWriter(new KeyTexts()), place.practices, place.clock),
                        false);
                try {
                    dying.work();
                } catch (CaseException died) {
                    assertThat(died.code()).isEqualTo(ErrorCode.STORE_UNAVAILABLE);
                }

                place.runner.work();

                BulkAct done = place.bulk.find(AGENT_38, prepared.id());
                assertThat(done.state()).as("%d %s", failing, kept).isEqualTo(State.DONE);
                assertThat(done.count(Outcome.DONE)).as("%d %s", failing, kept).isEqualTo(3);
                for (CaseNumber number : numbers) {
                    assertThat(place.review.journal(AGENT_38, number))
                            .filteredOn(line -> line.what().equals("assign"))
                            .as("%d %s", failing, kept)
                            .hasSize(1);
                }
            }
        }
    }

    @Test
    void cards_are_recorded_as_ready_each_under_its_own_number() {
        List<TickedCase> cards = new ArrayList<>();
        for (int at = 0; at < 3; at++) {
            CaseNumber number = filed();
            platform.act(AGENT_38, number, new Act.TakeUp());
            platform.act(
                    AGENT_38,
                    number,
                    new Act.Grant(LocalDate.of(2026, 9, 1), LocalDate.of(2027, 8, 31), "arrêté 38-2026-01"));
            platform.act(AGENT_38, number, new Act.OrderCard());
            cards.add(new TickedCase(number, OptionalLong.empty(), Optional.of("CARD-" + at)));
        }
        Act ready = new Act.CardReady("CARD-0");
        Selection unnumbered = ticked(cards.get(0).number(), cards.get(1).number());

        BulkAct done = prepareAndWork(new Selection.Ticked(cards), ready);

        assertThat(done.count(Outcome.DONE)).isEqualTo(3);
        assertThat(platform.review
                        .find(AGENT_38, cards.get(2).number())
                        .collection()
                        .orElseThrow()
                        .cardNumber())
                .contains("CARD-2");
        assertThat(Refusals.of(() -> platform.bulk.prepare(AGENT_38, unnumbered, ready))
                        .code())
                .isEqualTo(ErrorCode.CONTRADICTORY_INPUT);
    }

    @Test
    void an_act_under_a_key_is_done_once() {
        CaseNumber number = filed();
        IdempotencyKey key = new IdempotencyKey("the-same-key-twice");
        OptionalLong any = OptionalLong.empty();

        long first = platform.review
                .act(AGENT_38, number, any, new Act.TakeUp(), key)
                .version();
        long again = platform.review
                .act(AGENT_38, number, any, new Act.TakeUp(), key)
                .version();

        assertThat(again).isEqualTo(first);
        assertThat(platform.review.journal(AGENT_38, number))
                .extracting(JournalLine::what)
                .containsOnlyOnce("take-up");
        assertThat(Refusals.of(() -> platform.review.act(AGENT_38, number, any, new Act.Answer(), key))
                        .code())
                .isEqualTo(ErrorCode.IDEMPOTENCY_KEY_REUSED);
    }

    @Test
    void whoever_comes_second_is_told_what_was_done_by_whom_and_when() {
        CaseNumber number = filed();
        long seen = platform.review.find(AGENT_38, number).version();
        platform.act(AGENT_38, number, new Act.TakeUp());

        CaseException late =
                Refusals.of(() -> platform.review.act(NATIONAL, number, OptionalLong.of(seen), new Act.TakeUp()));
        CaseException unversioned = Refusals.of(() -> platform.act(NATIONAL, number, new Act.TakeUp()));

        assertThat(late.code()).isEqualTo(ErrorCode.CASE_CHANGED);
        assertThat(unversioned.code()).isEqualTo(ErrorCode.ACT_NOT_ALLOWED);
        assertThat(List.of(late.details(), unversioned.details()))
                .allSatisfy(details -> assertThat(details)
                        .containsEntry("lastAct", "take-up")
                        .containsEntry("lastActAt", "2026-06-01T08:00:00Z")
                        .containsEntry("lastActBy", "agent-38")
                        .containsEntry("lastActByRole", "agent")
                        .containsEntry("lastActOf", List.of("38")));
    }

    /** A grant is followed by its letter and its paper, and others read the file: none of that is what was decided. */
    @Test
    void whoever_loses_against_a_grant_is_told_of_the_grant_and_of_its_agent() throws IOException {
        CaseNumber number = platform.fileComplete(platform.aStudent(), "etudiant", GRENOBLE);
        platform.act(AGENT_38, number, new Act.TakeUp());
        long seen = platform.review.find(AGENT_38, number).version();
        platform.act(AGENT_38, number, new Act.Grant(LocalDate.of(2026, 9, 1), LocalDate.of(2027, 8, 31), "arrêté 38"));
        platform.pieces
                .read(NATIONAL, number, new PieceType("nationalite"), Optional.empty())
                .close();

        CaseException late = Refusals.of(
                () -> platform.review.act(NATIONAL, number, OptionalLong.of(seen), new Act.Refuse("non", "arrêté 1")));
        CaseException unversioned =
                Refusals.of(() -> platform.act(NATIONAL, number, new Act.Refuse("non", "arrêté 1")));

        assertThat(List.of(late.details(), unversioned.details()))
                .allSatisfy(details -> assertThat(details)
                        .containsEntry("lastAct", "grant")
                        .containsEntry("lastActBy", "agent-38")
                        .containsEntry("lastActByRole", "agent")
                        .containsEntry("lastActOf", List.of("38")));
    }

    @Test
    void the_person_is_told_what_was_done_and_not_by_which_agent() {
        PersonId student = platform.aStudent();
        CaseNumber number = platform.fileComplete(student, "etudiant", GRENOBLE);
        long seen = platform.review.find(AGENT_38, number).version();
        platform.act(AGENT_38, number, new Act.TakeUp());

        CaseException late = Refusals.of(
                () -> platform.review.act(caller(student), number, OptionalLong.of(seen), new Act.Withdraw("je pars")));

        assertThat(late.details())
                .containsEntry("lastAct", "take-up")
                .containsEntry("lastActByRole", "agent")
                .doesNotContainKeys("lastActBy", "lastActOf");
    }

    // -- situations --------------------------------------------------------------------------------------------------

    private CaseNumber filed() {
        return platform.fileComplete(platform.aStudent(), "etudiant", GRENOBLE);
    }

    private static Act askForNothing() {
        return new Act.AskForPieces(Set.of(new PieceType("domicile")), LocalDate.of(2026, 7, 1), "illisible");
    }

    private BulkAct prepareAndWork(Selection selection, Act act) {
        BulkAct prepared = platform.bulk.prepare(AGENT_38, selection, act);
        platform.bulk.run(AGENT_38, prepared.id());
        platform.runner.work();
        return platform.bulk.find(AGENT_38, prepared.id());
    }

    private static Selection ticked(CaseNumber... numbers) {
        List<TickedCase> cases = new ArrayList<>();
        for (CaseNumber number : numbers) {
            cases.add(new TickedCase(number, OptionalLong.empty()));
        }
        return new Selection.Ticked(cases);
    }

    /** Has something done after the first reading. */
    private static final class BetweenPages implements Store {

        private final Store store;
        private final Consumer<Records> meanwhile;
        private boolean done;

        BetweenPages(Store store, Consumer<Records> meanwhile) {
            this.store = store;
            this.meanwhile = meanwhile;
        }

        @Override
        public <T> T write(Function<Records, T> work) {
            return store.write(work);
        }

        @Override
        public <T> T read(Function<Records, T> work) {
            T found = store.read(work);
            if (!done) {
                done = true;
                store.write(records -> {
                    meanwhile.accept(records);
                    return records;
                });
            }
            return found;
        }
    }

    /** Stops at one of its transactions: before anything of it is kept, or just after all of it is. */
    private static final class FailingStore implements Store {

        private final Store store;
        private final boolean kept;
        private int left;

        FailingStore(Store store, int failing, boolean kept) {
            this.store = store;
            this.left = failing;
            this.kept = kept;
        }

        @Override
        public <T> T write(Function<Records, T> work) {
            left--;
            if (left > 0) {
                return store.write(work);
            }
            if (left == 0 && kept) {
                store.write(work);
            }
            throw new CaseException(ErrorCode.STORE_UNAVAILABLE);
        }

        @Override
        public <T> T read(Function<Records, T> work) {
            return store.read(work);
        }
    }
}
