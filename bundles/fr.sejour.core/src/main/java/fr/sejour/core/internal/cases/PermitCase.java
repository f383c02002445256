package fr.sejour.core.internal.cases;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.cases.Act;
import fr.sejour.api.cases.CaseFile.PendingTransfer;
import fr.sejour.api.cases.CaseLinks;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.CaseStatus;
import fr.sejour.api.cases.ClockFile;
import fr.sejour.api.cases.CollectionFile;
import fr.sejour.api.cases.CollectionFile.DeclaredReceipt;
import fr.sejour.api.cases.CourtOrder;
import fr.sejour.api.cases.DecisionFile;
import fr.sejour.api.cases.DecisionFile.NotificationFile;
import fr.sejour.api.cases.Outcome;
import fr.sejour.api.cases.RelatedCase.Link;
import fr.sejour.api.catalogue.PieceType;
import fr.sejour.api.person.FactLevel;
import fr.sejour.api.prefecture.Practice;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.core.port.CaseRecord;
import fr.sejour.core.port.FollowedCase;
import fr.sejour.core.port.Standing;
import fr.sejour.law.Clocks;
import fr.sejour.law.LegalClock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A case in one of its states. A state is a type: a move that the law does not know from a state has no method there. A move
 * answers with the case after it and touches nothing else; what follows from it (papers, clocks, tasks) is the upkeep's.
 */
public sealed interface PermitCase {

    /** Everything kept about the case. */
    CaseRecord record();

    /** An end takes the case off the table: what was offered to another préfecture is offered no more. */
    private static Standing ended(CaseRecord record, CaseStatus status) {
        return record.standing().withStatus(status).withTransfer(Optional.empty());
    }

    /** What the person said of the card stays said until an agent answers it. */
    private static CollectionFile card(
            CaseRecord record, Optional<String> number, Optional<LocalDate> readyOn, Practice practice) {
        return new CollectionFile(
                number,
                readyOn,
                Optional.empty(),
                practice.collection(),
                practice.servicePoint(),
                record.collection().flatMap(CollectionFile::declared));
    }

    /** The case in the hands of an agent, or of nobody; nothing else of it changes. */
    default PermitCase inTheHandsOf(Optional<AccountId> agent) {
        return of(record().withStanding(record().standing().withAssignee(agent)));
    }

    /** The case in the state that its record says. */
    static PermitCase of(CaseRecord record) {
        return switch (record.standing().status()) {
            case FILED -> new Filed(record);
            case AWAITING_PIECES -> new AwaitingPieces(record);
            case UNDER_REVIEW -> new UnderReview(record);
            case SILENTLY_REFUSED -> new SilentlyRefused(record);
            case GRANTED -> new Granted(record);
            case CARD_IN_PRODUCTION -> new CardInProduction(record);
            case CARD_READY -> new CardReady(record);
            case HANDED_OVER -> new HandedOver(record);
            case DELIVERED -> new Delivered(record);
            case REGISTRATION_REFUSED -> new RegistrationRefused(record);
            case REFUSED -> new Refused(record);
            case WITHDRAWN -> new Withdrawn(record);
            case MOOT -> new Moot(record);
        };
    }

    /** A case in which a judge may order something: any that has not given the person what they asked for. */
    sealed interface BeforeAJudge extends PermitCase {

        /** The case as the order wants it taken up, the order with it; the paper that it names is issued by the upkeep. */
        PermitCase ordered(CourtOrder order, Occasion occasion);

        private static PermitCase with(CaseRecord record, CourtOrder order) {
            return of(record.withOrders(
                    Stream.concat(record.orders().stream(), Stream.of(order)).toList()));
        }
    }

    /** A case on which somebody still works: it can be withdrawn, lose its object, and move with the person. */
    sealed interface Open extends BeforeAJudge {

        @Override
        default PermitCase ordered(CourtOrder order, Occasion occasion) {
            return BeforeAJudge.with(record(), order);
        }

        default Withdrawn withdraw() {
            return new Withdrawn(closed(CaseStatus.WITHDRAWN));
        }

        default Moot closeAsMoot() {
            return new Moot(closed(CaseStatus.MOOT));
        }

        /** Offers the case to another préfecture; its silence has taken the case over after that day. */
        default PermitCase offerTransfer(PrefectureCode to, LocalDate completesOn, String reason) {
            return of(record().withStanding(record().standing()
                    .withTransfer(Optional.of(new PendingTransfer(to, completesOn, reason)))));
        }

        /** Filing date, clocks, pieces and papers go along: only the responsible préfecture changes. */
        default PermitCase receiveTransfer() {
            PrefectureCode receiver =
                    record().standing().transfer().orElseThrow().to();
            return of(record().withStanding(record().standing().movedTo(receiver)));
        }

        default PermitCase confirmAttempt(boolean counts) {
            return of(record().withFiled(record().filed().judged(counts)));
        }

        /** Another case of the person that asks for the same is taken over, and takes nothing from them by going. */
        default PermitCase absorb(Undecided other) {
            PermitCase together = of(new Merge(record(), other.record()).together());
            return together instanceof AwaitingPieces awaiting && !CasePieces.anyAwaited(together.record())
                    ? awaiting.resume()
                    : together;
        }

        default PermitCase keepApart(CaseNumber other) {
            return of(record().withRelated(Duplicates.linked(record(), other, Link.KEPT_APART)));
        }

        /** What the person typed stays what they typed. */
        default PermitCase follow(Act.Follow said) {
            Optional<FollowedCase> present = record().follows();
            FollowedCase named = present.map(
                            it -> it.number().equals(said.followed()) ? it.confirmed() : it.instead(said.followed()))
                    .orElseGet(() -> new FollowedCase(
                            said.followed(),
                            CaseLinks.Standing.CONFIRMED,
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty()));
            return of(record().withFollows(Optional.of(said.holds() ? named : named.refused())));
        }

        default PermitCase seeFacts() {
            return of(record().withStanding(record().standing().withFacts(FactLevel.SEEN)));
        }

        /** A paper of the case was obtained by fraud: what the case rests on has to be seen again. */
        default PermitCase paperRevoked() {
            return of(record().withStanding(record().standing().withFacts(FactLevel.DECLARED)));
        }

        private CaseRecord closed(CaseStatus status) {
            return CaseClocks.stopAll(record())
                    .withStanding(ended(record(), status).withAnswerBy(Optional.empty()));
        }
    }

    /** A case without a decision of the préfet: pieces still count. */
    sealed interface Undecided extends Open {

        /** Asks for pieces with a reasonable delay (R. 431-11): each one named counts as missing until it is given again. */
        default AwaitingPieces askForPieces(Act.AskForPieces ask, Occasion occasion) {
            CaseRecord marked = record();
            for (Map.Entry<PieceType, String> piece : ask.reasons().entrySet()) {
                marked = CasePieces.asked(
                        marked, piece.getKey(), occasion.finding(piece.getValue(), Optional.of(ask.answerBy())));
            }
            return new AwaitingPieces(marked.withStanding(marked.standing()
                    .withStatus(CaseStatus.AWAITING_PIECES)
                    .withAnswerBy(Optional.of(ask.answerBy()))));
        }

        default PermitCase refusePiece(Act.RefusePiece refusal, Occasion occasion) {
            return of(CasePieces.refused(
                    record(), refusal.piece(), occasion.finding(refusal.reason(), Optional.empty())));
        }

        /** A case that awaits nothing else any more goes on. */
        default PermitCase waivePiece(Act.WaivePiece waiver, Occasion occasion) {
            CaseRecord waived =
                    CasePieces.waived(record(), waiver.piece(), occasion.finding(waiver.reason(), Optional.empty()));
            return of(waived) instanceof AwaitingPieces awaiting && !CasePieces.anyAwaited(waived)
                    ? awaiting.resume()
                    : of(waived);
        }

        /** The time to go to court waits for the reasons, also when pieces were asked for meanwhile (CRPA L. 232-4). */
        default PermitCase askForReasons(Occasion occasion) {
            Clocks law = occasion.law().clocks();
            CaseRecord asked = CaseClocks.start(record(), CaseClocks.running(law.reasons(occasion.today())));
            return of(CaseClocks.replace(asked, CaseClocks.running(law.appealAwaitingReasons(occasion.today()))));
        }

        /** The reasons of a silent refusal are owed until given, also when pieces were asked for meanwhile (CRPA L. 232-4). */
        default PermitCase giveReasons(Occasion occasion) {
            CaseRecord given = CaseClocks.settle(record(), CaseClocks.REASONS, ClockFile.State.MET);
            LegalClock appeal = occasion.law().clocks().appealAfterReasons(occasion.today());
            return of(CaseClocks.replace(given, CaseClocks.running(appeal)));
        }

        /** The case that has taken this one over goes on for both. */
        default Moot absorbedBy(CaseNumber survivor) {
            Moot ended = closeAsMoot();
            return new Moot(ended.record().withRelated(Duplicates.givenOver(ended.record(), survivor)));
        }
    }

    /** A case that may be granted: what is missing never stops the examination when it is not indispensable (CRPA L. 114-5-1). */
    sealed interface Grantable extends Undecided {

        default Granted grant(Act.Grant act, Occasion occasion) {
            DecisionFile decision = new DecisionFile(
                    Outcome.GRANTED,
                    occasion.today(),
                    Optional.empty(),
                    Optional.of(act.delegation()),
                    Optional.of(act.validFrom()),
                    Optional.of(act.validUntil()),
                    Optional.empty(),
                    occasion.edition());
            return new Granted(CaseClocks.stopAll(record())
                    .withDecision(Optional.of(decision))
                    .withStanding(
                            record().standing().withStatus(CaseStatus.GRANTED).withAnswerBy(Optional.empty())));
        }
    }

    /** A case on which the préfet may rule. */
    sealed interface Decidable extends Grantable {

        /** The préfet hears the commission du titre de séjour before he refuses: the case goes on, with a paper (R. 432-9). */
        default PermitCase seizeCommission(LocalDate day) {
            return of(record().withStanding(record().standing().withCommissionOn(Optional.of(day))));
        }

        default Refused refuse(Act.Refuse act, Occasion occasion) {
            DecisionFile decision = new DecisionFile(
                    Outcome.REFUSED,
                    occasion.today(),
                    Optional.of(act.reason()),
                    Optional.of(act.delegation()),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    occasion.edition());
            return new Refused(CaseClocks.stopAll(record())
                    .withDecision(Optional.of(decision))
                    .withStanding(ended(record(), CaseStatus.REFUSED)));
        }
    }

    /** A case whose file may still be found incomplete. */
    sealed interface Registrable extends Undecided {

        default RegistrationRefused refuseRegistration(String reason, Occasion occasion) {
            DecisionFile decision = new DecisionFile(
                    Outcome.REGISTRATION_REFUSED,
                    occasion.today(),
                    Optional.of(reason),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    occasion.edition());
            return new RegistrationRefused(CaseClocks.stopAll(record())
                    .withDecision(Optional.of(decision))
                    .withStanding(
                            ended(record(), CaseStatus.REGISTRATION_REFUSED).withAnswerBy(Optional.empty())));
        }
    }

    /** A case that has ended; one act takes it up again. */
    sealed interface Ended extends PermitCase {

        /** @param today the legal day at the responsible préfecture */
        PermitCase reopen(LocalDate today);

        /** What was granted is granted still, while the permit lasts; otherwise the préfet is asked anew. */
        private static PermitCase asBefore(CaseRecord closed, LocalDate today) {
            CaseRecord ended = closed.withRelated(Duplicates.ofItsOwn(closed));
            boolean granted = ended.decision()
                    .flatMap(DecisionFile::validUntil)
                    .filter(last -> !today.isAfter(last))
                    .isPresent();
            if (!granted) {
                return underReviewAgain(ended);
            }
            CaseStatus status = ended.collection()
                    .map(card -> card.readyOn().isPresent() ? CaseStatus.CARD_READY : CaseStatus.CARD_IN_PRODUCTION)
                    .orElse(CaseStatus.GRANTED);
            return of(ended.withStanding(ended.standing().withStatus(status)));
        }

        /** The préfet is asked anew: the file is judged and silence counted from today, and what is missing is asked for anew. */
        private static UnderReview underReviewAgain(CaseRecord ended) {
            return new UnderReview(CasePieces.withoutNotices(CaseClocks.startAnew(ended))
                    .withDecision(Optional.empty())
                    .withStanding(ended.standing()
                            .withStatus(CaseStatus.UNDER_REVIEW)
                            .withCompleteOn(Optional.empty())
                            .withCommissionOn(Optional.empty())));
        }
    }

    /** An end that was decided against the person and has to reach them. */
    sealed interface Adverse extends Ended, BeforeAJudge {

        @Override
        default PermitCase ordered(CourtOrder order, Occasion occasion) {
            return BeforeAJudge.with(Ended.underReviewAgain(record()).record(), order);
        }

        default PermitCase notified(Act.Notify act) {
            DecisionFile decision = record().decision().orElseThrow();
            return of(record().withDecision(Optional.of(new DecisionFile(
                    decision.outcome(),
                    decision.decidedOn(),
                    decision.reason(),
                    decision.delegation(),
                    decision.validFrom(),
                    decision.validUntil(),
                    Optional.of(new NotificationFile(act.means(), act.day(), act.proof())),
                    decision.edition()))));
        }

        @Override
        default UnderReview reopen(LocalDate today) {
            return Ended.underReviewAgain(record());
        }
    }

    /** A case whose card may be in the hand already, whatever was recorded of it. */
    sealed interface OnItsWayToTheHand extends Open {

        /** What the person says of the card; nothing else changes until an agent has confirmed it. */
        default PermitCase declareReceipt(Act.DeclareReceipt act, Occasion occasion) {
            CollectionFile card = record().collection()
                    .orElseGet(
                            () -> PermitCase.card(record(), Optional.empty(), Optional.empty(), occasion.practice()));
            return of(record().withCollection(Optional.of(
                    card.with(Optional.of(new DeclaredReceipt(act.day(), act.cardNumber(), occasion.today()))))));
        }

        default HandedOver confirmReceipt() {
            CollectionFile card = record().collection().orElseThrow();
            DeclaredReceipt said = card.declared().orElseThrow();
            return new HandedOver(record().withCollection(Optional.of(new CollectionFile(
                            card.cardNumber().or(() -> Optional.of(said.cardNumber())),
                            card.readyOn().or(() -> Optional.of(said.day())),
                            Optional.of(said.day()),
                            card.mode(),
                            card.servicePoint(),
                            Optional.empty())))
                    .withStanding(ended(record(), CaseStatus.HANDED_OVER)));
        }

        default PermitCase refuseReceipt() {
            return of(record().withCollection(record().collection().map(card -> card.with(Optional.empty()))));
        }
    }

    record Filed(CaseRecord record) implements Registrable {

        public UnderReview takeUp() {
            return new UnderReview(record.withStanding(record.standing().withStatus(CaseStatus.UNDER_REVIEW)));
        }
    }

    record AwaitingPieces(CaseRecord record) implements Registrable, Grantable {

        /** What was asked for has come, the person says that it has, or the day to answer is over. */
        public UnderReview resume() {
            return new UnderReview(record.withStanding(
                    record.standing().withStatus(CaseStatus.UNDER_REVIEW).withAnswerBy(Optional.empty())));
        }
    }

    record UnderReview(CaseRecord record) implements Registrable, Decidable {}

    record SilentlyRefused(CaseRecord record) implements Decidable {

        /** A judge who wants the case examined again has done away with what silence refused. */
        @Override
        public PermitCase ordered(CourtOrder order, Occasion occasion) {
            return order.what() == CourtOrder.Ordered.ISSUE_PAPER
                    ? BeforeAJudge.with(record, order)
                    : BeforeAJudge.with(Ended.underReviewAgain(record).record(), order);
        }
    }

    record Granted(CaseRecord record) implements OnItsWayToTheHand {

        public CardInProduction orderCard(Occasion occasion) {
            return new CardInProduction(record.withCollection(
                            Optional.of(card(record, Optional.empty(), Optional.empty(), occasion.practice())))
                    .withStanding(record.standing().withStatus(CaseStatus.CARD_IN_PRODUCTION)));
        }

        public Delivered deliver() {
            return new Delivered(record.withStanding(ended(record, CaseStatus.DELIVERED)));
        }
    }

    record CardInProduction(CaseRecord record) implements OnItsWayToTheHand {

        public CardReady ready(String cardNumber, Occasion occasion) {
            return new CardReady(record.withCollection(Optional.of(
                            card(record, Optional.of(cardNumber), Optional.of(occasion.today()), occasion.practice())))
                    .withStanding(record.standing().withStatus(CaseStatus.CARD_READY)));
        }
    }

    record CardReady(CaseRecord record) implements OnItsWayToTheHand {

        public HandedOver handOver(LocalDate day) {
            CollectionFile card = record.collection().orElseThrow();
            return new HandedOver(record.withCollection(Optional.of(new CollectionFile(
                            card.cardNumber(),
                            card.readyOn(),
                            Optional.of(day),
                            card.mode(),
                            card.servicePoint(),
                            Optional.empty())))
                    .withStanding(ended(record, CaseStatus.HANDED_OVER)));
        }
    }

    record HandedOver(CaseRecord record) implements Ended {

        /** The hand-over was recorded by mistake: the card is at the counter again. */
        @Override
        public CardReady reopen(LocalDate today) {
            CollectionFile card = record.collection().orElseThrow();
            return new CardReady(record.withCollection(Optional.of(new CollectionFile(
                            card.cardNumber(),
                            card.readyOn(),
                            Optional.empty(),
                            card.mode(),
                            card.servicePoint(),
                            Optional.empty())))
                    .withStanding(record.standing().withStatus(CaseStatus.CARD_READY)));
        }
    }

    record Delivered(CaseRecord record) implements Ended {

        @Override
        public Granted reopen(LocalDate today) {
            return new Granted(record.withStanding(record.standing().withStatus(CaseStatus.GRANTED)));
        }
    }

    record RegistrationRefused(CaseRecord record) implements Adverse {}

    record Refused(CaseRecord record) implements Adverse {}

    record Withdrawn(CaseRecord record) implements Ended, BeforeAJudge {
        @Override
        public PermitCase ordered(CourtOrder order, Occasion occasion) {
            return BeforeAJudge.with(reopen(occasion.today()).record(), order);
        }

        @Override
        public PermitCase reopen(LocalDate today) {
            return Ended.asBefore(record, today);
        }
    }

    record Moot(CaseRecord record) implements Ended, BeforeAJudge {
        @Override
        public PermitCase ordered(CourtOrder order, Occasion occasion) {
            return BeforeAJudge.with(reopen(occasion.today()).record(), order);
        }

        @Override
        public PermitCase reopen(LocalDate today) {
            return Ended.asBefore(record, today);
        }
    }
}
