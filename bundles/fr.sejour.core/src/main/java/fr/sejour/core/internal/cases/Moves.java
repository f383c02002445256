package fr.sejour.core.internal.cases;

import fr.sejour.api.cases.Act;
import fr.sejour.api.cases.ActKind;
import fr.sejour.api.cases.CaseStatus;
import fr.sejour.api.cases.ClockFile;
import fr.sejour.api.cases.CollectionFile;
import fr.sejour.api.cases.CourtOrder;
import fr.sejour.api.catalogue.Reading;
import fr.sejour.api.person.FactLevel;
import fr.sejour.core.port.CaseRecord;
import fr.sejour.core.port.NamedAttempt;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Which act moves which state, as one table: the only bridge from an {@link Act}, which anybody can send at any time, to the
 * methods of a state, which exist only where the law knows the move.
 */
public final class Moves {

    private final List<Row<?, ?>> rows = new ArrayList<>();

    /**
     * The moves, where only the law can tell three things of a case.
     *
     * @param complete whether its file is complete
     * @param noticeOver whether a piece that it lacks was asked for and the day to answer has passed: without that notice no
     *     registration is refused
     * @param onACard whether a card stands for the permit asked for; while that is open, an agent may do either
     */
    public Moves(
            Predicate<CaseRecord> complete,
            Predicate<CaseRecord> noticeOver,
            Function<CaseRecord, Reading<Boolean>> onACard) {
        on(PermitCase.Filed.class, Act.TakeUp.class, ActKind.TAKE_UP, (state, act, occasion) -> state.takeUp());
        on(
                PermitCase.Undecided.class,
                Act.AskForPieces.class,
                ActKind.ASK_FOR_PIECES,
                (state, act, occasion) -> state.askForPieces(act, occasion));
        on(PermitCase.AwaitingPieces.class, Act.Answer.class, ActKind.ANSWER, (state, act, occasion) -> state.resume());
        on(
                PermitCase.Undecided.class,
                Act.RefusePiece.class,
                ActKind.REFUSE_PIECE,
                (state, act, occasion) -> state.refusePiece(act, occasion));
        on(
                PermitCase.Undecided.class,
                Act.WaivePiece.class,
                ActKind.WAIVE_PIECE,
                (state, act, occasion) -> state.waivePiece(act, occasion));
        on(
                PermitCase.Open.class,
                Act.SeeFacts.class,
                ActKind.SEE_FACTS,
                (state, act, occasion) -> state.seeFacts(),
                record -> record.standing().facts() == FactLevel.DECLARED);
        on(
                PermitCase.Open.class,
                Act.ConfirmAttempt.class,
                ActKind.CONFIRM_ATTEMPT,
                (state, act, occasion) -> state.confirmAttempt(act.counts()),
                record -> record.filed()
                        .attempt()
                        .filter(it -> it.standing() == NamedAttempt.Standing.PROPOSED)
                        .isPresent());
        on(
                PermitCase.Registrable.class,
                Act.RefuseRegistration.class,
                ActKind.REFUSE_REGISTRATION,
                (state, act, occasion) -> state.refuseRegistration(act.reason(), occasion),
                complete.negate().and(noticeOver));
        on(
                PermitCase.Grantable.class,
                Act.Grant.class,
                ActKind.GRANT,
                (state, act, occasion) -> state.grant(act, occasion),
                record -> record.standing().status() != CaseStatus.AWAITING_PIECES || complete.test(record));
        on(
                PermitCase.Decidable.class,
                Act.Refuse.class,
                ActKind.REFUSE,
                (state, act, occasion) -> state.refuse(act, occasion));
        on(
                PermitCase.Adverse.class,
                Act.Notify.class,
                ActKind.NOTIFY,
                (state, act, occasion) -> state.notified(act),
                record -> record.decision().flatMap(it -> it.notification()).isEmpty());
        on(
                PermitCase.Granted.class,
                Act.OrderCard.class,
                ActKind.ORDER_CARD,
                (state, act, occasion) -> state.orderCard(occasion),
                record -> onACard.apply(record).fold(card -> card, open -> true));
        on(
                PermitCase.CardInProduction.class,
                Act.CardReady.class,
                ActKind.CARD_READY,
                (state, act, occasion) -> state.ready(act.cardNumber(), occasion));
        on(
                PermitCase.CardReady.class,
                Act.HandOver.class,
                ActKind.HAND_OVER,
                (state, act, occasion) -> state.handOver(act.day()));
        on(
                PermitCase.OnItsWayToTheHand.class,
                Act.DeclareReceipt.class,
                ActKind.DECLARE_RECEIPT,
                (state, act, occasion) -> state.declareReceipt(act, occasion),
                record -> !declared(record) && onACard.apply(record).fold(card -> card, open -> true));
        on(
                PermitCase.OnItsWayToTheHand.class,
                Act.ConfirmReceipt.class,
                ActKind.CONFIRM_RECEIPT,
                (state, act, occasion) -> state.confirmReceipt(),
                Moves::declared);
        on(
                PermitCase.OnItsWayToTheHand.class,
                Act.RefuseReceipt.class,
                ActKind.REFUSE_RECEIPT,
                (state, act, occasion) -> state.refuseReceipt(),
                Moves::declared);
        on(
                PermitCase.Granted.class,
                Act.Deliver.class,
                ActKind.DELIVER,
                (state, act, occasion) -> state.deliver(),
                record -> onACard.apply(record).fold(card -> !card, open -> true));
        on(PermitCase.Open.class, Act.Withdraw.class, ActKind.WITHDRAW, (state, act, occasion) -> state.withdraw());
        on(
                PermitCase.Open.class,
                Act.CloseAsMoot.class,
                ActKind.CLOSE_AS_MOOT,
                (state, act, occasion) -> state.closeAsMoot());
        on(
                PermitCase.Open.class,
                Act.Absorb.class,
                ActKind.ABSORB,
                (state, act, occasion) -> state.absorb(
                        (PermitCase.Undecided) PermitCase.of(occasion.other().orElseThrow())),
                Duplicates::any);
        on(
                PermitCase.Open.class,
                Act.KeepApart.class,
                ActKind.KEEP_APART,
                (state, act, occasion) -> state.keepApart(act.other()),
                Duplicates::any);
        on(PermitCase.Open.class, Act.Follow.class, ActKind.FOLLOW, (state, act, occasion) -> state.follow(act));
        on(
                PermitCase.Open.class,
                Act.OfferTransfer.class,
                ActKind.OFFER_TRANSFER,
                (state, act, occasion) ->
                        state.offerTransfer(act.to(), occasion.inWorkingDays(TRANSFER_WORKING_DAYS), act.reason()),
                record -> record.standing().transfer().isEmpty());
        on(
                PermitCase.Open.class,
                Act.ReaimTransfer.class,
                ActKind.REAIM_TRANSFER,
                (state, act, occasion) ->
                        state.offerTransfer(act.to(), occasion.inWorkingDays(TRANSFER_WORKING_DAYS), act.reason()),
                record -> record.standing().transfer().isPresent());
        on(
                PermitCase.Open.class,
                Act.ReceiveTransfer.class,
                ActKind.RECEIVE_TRANSFER,
                (state, act, occasion) -> state.receiveTransfer(),
                record -> record.standing().transfer().isPresent());
        on(
                PermitCase.Undecided.class,
                Act.AskForReasons.class,
                ActKind.ASK_FOR_REASONS,
                (state, act, occasion) -> state.askForReasons(occasion),
                Moves::mayAskForReasons);
        on(
                PermitCase.Undecided.class,
                Act.GiveReasons.class,
                ActKind.GIVE_REASONS,
                (state, act, occasion) -> state.giveReasons(occasion),
                record -> CaseClocks.running(record, CaseClocks.REASONS).isPresent());
        on(
                PermitCase.BeforeAJudge.class,
                Act.RecordCourtOrder.class,
                ActKind.RECORD_COURT_ORDER,
                (state, act, occasion) -> state.ordered(order(act), occasion));
        on(
                PermitCase.Decidable.class,
                Act.SeizeCommission.class,
                ActKind.SEIZE_COMMISSION,
                (state, act, occasion) -> state.seizeCommission(act.day()),
                record -> record.standing().commissionOn().isEmpty());
        on(
                PermitCase.Open.class,
                Act.RevokePaper.class,
                ActKind.REVOKE_PAPER,
                (state, act, occasion) -> state.paperRevoked());
        on(
                PermitCase.Ended.class,
                Act.Reopen.class,
                ActKind.REOPEN,
                (state, act, occasion) -> state.reopen(occasion.today()));
        on(
                PermitCase.class,
                Act.Assign.class,
                ActKind.ASSIGN,
                (state, act, occasion) -> state.inTheHandsOf(Optional.of(act.to())),
                Moves::workedOn);
        on(
                PermitCase.class,
                Act.GiveBack.class,
                ActKind.GIVE_BACK,
                (state, act, occasion) -> state.inTheHandsOf(Optional.empty()),
                record -> workedOn(record) && record.standing().assignee().isPresent());
    }

    /** After how many working days a silent receiver has taken a transfer over: our own delay, the law sets none. */
    public static final int TRANSFER_WORKING_DAYS = 5;

    /** The case after the act; empty when its state does not know the move. */
    public Optional<PermitCase> after(PermitCase before, Act act, Occasion occasion) {
        return rows.stream()
                .filter(row -> row.knows(before) && row.kind == act.kind())
                .findFirst()
                .map(row -> row.move(before, act, occasion));
    }

    /** The acts that the case's state knows now. */
    public Set<ActKind> from(PermitCase state) {
        Set<ActKind> acts = EnumSet.noneOf(ActKind.class);
        rows.stream().filter(row -> row.knows(state)).forEach(row -> acts.add(row.kind));
        return acts;
    }

    /** Of a refusal by silence, once, and as long as a court may be asked: for ever where no delay can be held against the person. */
    private static boolean mayAskForReasons(CaseRecord record) {
        boolean refused = record.standing().status() == CaseStatus.SILENTLY_REFUSED
                || CaseClocks.has(record, CaseClocks.SILENCE, ClockFile.State.EXPIRED);
        boolean asked = CaseClocks.running(record, CaseClocks.REASONS).isPresent()
                || CaseClocks.has(record, CaseClocks.REASONS, ClockFile.State.MET);
        boolean tooLate = CaseClocks.has(record, CaseClocks.APPEAL, ClockFile.State.EXPIRED)
                && CaseClocks.running(record, CaseClocks.APPEAL).isEmpty();
        return refused && !asked && !tooLate;
    }

    /** Open, or decided against the person and not notified yet: somebody has it in a queue. */
    private static boolean workedOn(CaseRecord record) {
        return record.standing().status().isOpen()
                || record.decision()
                        .filter(it -> it.notification().isEmpty())
                        .filter(it -> PermitCase.of(record) instanceof PermitCase.Adverse)
                        .isPresent();
    }

    private static CourtOrder order(Act.RecordCourtOrder act) {
        return new CourtOrder(
                act.court(), act.orderedOn(), act.dueOn(), act.what(), act.paper(), Optional.empty(), Optional.empty());
    }

    private static boolean declared(CaseRecord record) {
        return record.collection().flatMap(CollectionFile::declared).isPresent();
    }

    private <S extends PermitCase, A extends Act> void on(Class<S> state, Class<A> act, ActKind kind, Rule<S, A> rule) {
        on(state, act, kind, rule, record -> true);
    }

    private <S extends PermitCase, A extends Act> void on(
            Class<S> state, Class<A> act, ActKind kind, Rule<S, A> rule, Predicate<CaseRecord> when) {
        rows.add(new Row<>(state, act, kind, rule, when));
    }

    /** One move: the state it starts from, the act that asks for it, the method that makes it. */
    @FunctionalInterface
    private interface Rule<S, A> {
        PermitCase move(S state, A act, Occasion occasion);
    }

    private record Row<S extends PermitCase, A extends Act>(
            Class<S> state, Class<A> act, ActKind kind, Rule<S, A> rule, Predicate<CaseRecord> when) {

        boolean knows(PermitCase candidate) {
            return state.isInstance(candidate) && when.test(candidate.record());
        }

        PermitCase move(PermitCase before, Act asked, Occasion occasion) {
            return rule.move(state.cast(before), act.cast(asked), occasion);
        }
    }
}
