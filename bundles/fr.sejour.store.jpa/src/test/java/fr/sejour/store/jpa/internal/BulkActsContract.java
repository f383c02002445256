package fr.sejour.store.jpa.internal;

import static fr.sejour.store.jpa.internal.Situations.ACCOUNT;
import static fr.sejour.store.jpa.internal.Situations.MICROSECONDS;
import static fr.sejour.store.jpa.internal.Situations.MORNING;
import static fr.sejour.store.jpa.internal.Situations.RHONE;
import static fr.sejour.store.jpa.internal.Situations.THAT_DAY;
import static fr.sejour.store.jpa.internal.Situations.at;
import static fr.sejour.store.jpa.internal.Situations.caseNumber;
import static org.assertj.core.api.Assertions.assertThat;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.bulk.BulkAct;
import fr.sejour.api.bulk.BulkAct.Line;
import fr.sejour.api.bulk.BulkActId;
import fr.sejour.api.cases.Act;
import fr.sejour.api.catalogue.PieceType;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.core.port.BulkRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One act on many cases, line by line. */
abstract class BulkActsContract extends ShelfContract {

    private final BulkActId id = new BulkActId("0".repeat(31) + "1");

    BulkActsContract(StoreContract contract) {
        super(contract);
    }

    @Test
    void every_act_that_is_done_on_many_cases_comes_back_as_it_was_said() {
        List<Act> acts = List.of(
                new Act.TakeUp(),
                new Act.Answer(),
                new Act.OrderCard(),
                new Act.CardReady("C1"),
                new Act.ReceiveTransfer(),
                new Act.AskForPieces(
                        Map.of(
                                new PieceType("nationalite"),
                                "illisible ; \\ recto",
                                new PieceType("domicile"),
                                "trop\nancien"),
                        THAT_DAY),
                new Act.Assign(new AccountId("zoe"), Optional.of("congé")),
                new Act.GiveBack(Optional.empty()),
                new Act.OfferTransfer(RHONE, "déménagement"));
        assertThat(acts.stream().map(Act::kind)).containsExactlyInAnyOrderElementsOf(BulkAct.KINDS);

        for (int at = 0; at < acts.size(); at++) {
            BulkRecord fresh = new BulkRecord(
                    new BulkActId("%032x".formatted(at)), ACCOUNT, acts.get(at), BulkAct.State.PREPARED, MICROSECONDS);
            write(records -> records.bulk().add(fresh, List.of()));
            assertThat(store.<Optional<BulkRecord>>read(
                            records -> records.bulk().find(fresh.id())))
                    .contains(fresh);
        }
    }

    @Test
    void lines_come_back_in_order_and_those_to_be_done_up_to_the_limit() {
        List<Line> lines = List.of(
                ready(1),
                new Line(
                        caseNumber(2),
                        7,
                        BulkAct.Outcome.EXCLUDED,
                        Optional.of(ErrorCode.CASE_CHANGED),
                        Map.of("lastActBy", "zoe ; b", "lastAct", "take-up")),
                ready(3),
                new Line(caseNumber(4), 1, BulkAct.Outcome.READY, Optional.empty(), Map.of(), Optional.of("C4")));
        write(records -> records.bulk().add(running(MORNING), lines));

        assertThat(lines()).isEqualTo(lines);
        assertThat(store.<List<Line>>read(records -> records.bulk().ready(id, 2)))
                .containsExactly(ready(1), ready(3));
    }

    @Test
    void a_line_is_settled_once_and_only_while_the_act_runs() {
        write(records -> records.bulk().add(running(MORNING), List.of(ready(1), ready(2))));
        Line done = new Line(caseNumber(1), 1, BulkAct.Outcome.DONE, Optional.empty(), Map.of());
        Line refused = new Line(
                caseNumber(1), 1, BulkAct.Outcome.REFUSED, Optional.of(ErrorCode.CASE_CHANGED), Map.of("version", "2"));

        assertThat(settle(done)).isTrue();
        assertThat(settle(refused)).isFalse();
        assertThat(lines()).containsExactly(done, ready(2));
        assertThat(move(BulkAct.State.PREPARED, BulkAct.State.RUNNING)).isFalse();
        assertThat(move(BulkAct.State.RUNNING, BulkAct.State.CANCELLED)).isTrue();
        assertThat(settle(new Line(caseNumber(2), 1, BulkAct.Outcome.DONE, Optional.empty(), Map.of())))
                .isFalse();
        assertThat(store.<List<BulkActId>>read(records -> records.bulk().running(10)))
                .isEmpty();
    }

    @Test
    void of_several_that_settle_a_line_at_the_same_moment_one_does() throws Exception {
        write(records -> records.bulk().add(running(MORNING), List.of(ready(1))));
        Line done = new Line(caseNumber(1), 1, BulkAct.Outcome.DONE, Optional.empty(), Map.of());

        List<Boolean> settled = Together.run(4, at -> settle(done));

        assertThat(settled).containsOnlyOnce(true);
    }

    @Test
    void what_is_old_and_does_not_run_is_forgotten() {
        write(records -> {
            records.bulk().add(running(MORNING), List.of(ready(1)));
            records.bulk()
                    .add(
                            new BulkRecord(
                                    new BulkActId("f".repeat(32)),
                                    ACCOUNT,
                                    new Act.TakeUp(),
                                    BulkAct.State.DONE,
                                    MORNING),
                            List.of(ready(2)));
        });

        write(records -> records.bulk().sweep(MORNING.plusSeconds(1)));

        assertThat(raw.rows("SELECT bulk_id FROM bulk_act")).containsExactly(id.value());
        assertThat(raw.count("bulk_line")).isOne();
    }

    private Line ready(long number) {
        return new Line(caseNumber(number), 1, BulkAct.Outcome.READY, Optional.empty(), Map.of());
    }

    private BulkRecord running(Instant since) {
        return new BulkRecord(id, ACCOUNT, new Act.TakeUp(), BulkAct.State.RUNNING, since);
    }

    private List<Line> lines() {
        return store.read(records -> records.bulk().lines(id));
    }

    private boolean settle(Line line) {
        return store.write(records -> records.bulk().settle(id, line));
    }

    private boolean move(BulkAct.State from, BulkAct.State to) {
        return store.write(records -> records.bulk().move(id, from, to));
    }
}
