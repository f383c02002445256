package fr.sejour.api.cases;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.attestation.AttestationNumber;
import fr.sejour.api.catalogue.PieceType;
import fr.sejour.api.person.HeldPermit;
import fr.sejour.api.prefecture.PrefectureCode;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One act on a case, with what it needs to be said. Reasons are 1 to 2,000 characters in the agent's own words, on one line or
 * several, without other control characters.
 */
public sealed interface Act {

    ActKind kind();

    /** What the actor says with the act in words of their own, as the journal keeps them. */
    default Optional<String> statement() {
        return Optional.empty();
    }

    /** An agent begins to instruct the case. */
    record TakeUp() implements Act {
        @Override
        public ActKind kind() {
            return ActKind.TAKE_UP;
        }
    }

    /**
     * An agent asks for missing pieces, with a reasonable delay (R. 431-11).
     *
     * @param reasons why each piece is asked for
     */
    record AskForPieces(Map<PieceType, String> reasons, LocalDate answerBy) implements Act {
        public AskForPieces {
            if (reasons.isEmpty()) {
                throw new IllegalArgumentException("Name at least one piece to ask for");
            }
            Map<PieceType, String> worded = new TreeMap<>();
            reasons.forEach((piece, reason) -> worded.put(piece, inWords(reason)));
            reasons = Collections.unmodifiableMap(worded);
        }

        /** Asks for several pieces for one reason. */
        public AskForPieces(Set<PieceType> pieces, LocalDate answerBy, String reason) {
            this(pieces.stream().collect(Collectors.toMap(piece -> piece, piece -> reason)), answerBy);
        }

        /** What is asked for, in the order of the codes. */
        public Set<PieceType> pieces() {
            return reasons.keySet();
        }

        @Override
        public Optional<String> statement() {
            return Optional.of(reasons.entrySet().stream()
                    .map(asked -> asked.getKey() + ": " + asked.getValue())
                    .collect(Collectors.joining("\n")));
        }

        @Override
        public ActKind kind() {
            return ActKind.ASK_FOR_PIECES;
        }
    }

    /** The person, or an agent for them, says that what was asked for has been given. */
    record Answer() implements Act {
        @Override
        public ActKind kind() {
            return ActKind.ANSWER;
        }
    }

    /** A named agent refuses a piece with a reason; it counts as missing until it is given again. */
    record RefusePiece(PieceType piece, String reason) implements Act {
        public RefusePiece {
            reason = inWords(reason);
        }

        @Override
        public Optional<String> statement() {
            return Optional.of(reason);
        }

        @Override
        public ActKind kind() {
            return ActKind.REFUSE_PIECE;
        }
    }

    /** A named agent finds that this person need not give a piece; it counts as if it stood. */
    record WaivePiece(PieceType piece, String reason) implements Act {
        public WaivePiece {
            reason = inWords(reason);
        }

        @Override
        public Optional<String> statement() {
            return Optional.of(reason);
        }

        @Override
        public ActKind kind() {
            return ActKind.WAIVE_PIECE;
        }
    }

    /** A named agent has seen what the person declared and the case rests on: the held permit, the protection, the work authorisation. */
    record SeeFacts() implements Act {
        @Override
        public ActKind kind() {
            return ActKind.SEE_FACTS;
        }
    }

    /**
     * A named agent says whether the attempt that the person named counts as the day of the filing. It does when it was theirs, for
     * this permit, and failed by the design or the operation of the service (R. 431-2).
     */
    record ConfirmAttempt(boolean counts, String reason) implements Act {
        public ConfirmAttempt {
            reason = inWords(reason);
        }

        @Override
        public Optional<String> statement() {
            return Optional.of(reason);
        }

        @Override
        public ActKind kind() {
            return ActKind.CONFIRM_ATTEMPT;
        }
    }

    /** The file stays incomplete: a refusal to register, with reason and remedies (CE avis 494718). */
    record RefuseRegistration(String reason) implements Act {
        public RefuseRegistration {
            reason = inWords(reason);
        }

        @Override
        public Optional<String> statement() {
            return Optional.of(reason);
        }

        @Override
        public ActKind kind() {
            return ActKind.REFUSE_REGISTRATION;
        }
    }

    /**
     * A favourable decision, signed.
     *
     * @param validFrom the first day of the permit granted
     * @param validUntil its last day
     * @param delegation the delegation of signature under which it is signed
     */
    record Grant(LocalDate validFrom, LocalDate validUntil, String delegation) implements Act {
        public Grant {
            HeldPermit.requireDays(validFrom, validUntil);
            delegation = inWords(delegation);
        }

        @Override
        public Optional<String> statement() {
            return Optional.of(delegation);
        }

        @Override
        public ActKind kind() {
            return ActKind.GRANT;
        }
    }

    /**
     * The préfet seizes the commission du titre de séjour before he refuses (R. 432-9): the person is given a paper until he rules.
     *
     * @param day when it was seized
     */
    record SeizeCommission(LocalDate day, String reason) implements Act {
        public SeizeCommission {
            reason = inWords(reason);
        }

        @Override
        public Optional<String> statement() {
            return Optional.of(reason);
        }

        @Override
        public ActKind kind() {
            return ActKind.SEIZE_COMMISSION;
        }
    }

    /** An express refusal, signed, with its reasons in law and fact (CRPA L. 211-2, L. 211-5). */
    record Refuse(String reason, String delegation) implements Act {
        public Refuse {
            reason = inWords(reason);
            delegation = inWords(delegation);
        }

        @Override
        public Optional<String> statement() {
            return Optional.of(reason + "\n" + delegation);
        }

        @Override
        public ActKind kind() {
            return ActKind.REFUSE;
        }
    }

    /**
     * A decision reached the person: the appeal clock starts.
     *
     * @param means how, for example {@code registered-letter}
     * @param proof the reference that proves it
     */
    record Notify(String means, LocalDate day, String proof) implements Act {
        public Notify {
            means = inWords(means);
            proof = inWords(proof);
        }

        @Override
        public Optional<String> statement() {
            return Optional.of(means + "\n" + proof);
        }

        @Override
        public ActKind kind() {
            return ActKind.NOTIFY;
        }
    }

    /** The card is ordered from its maker. */
    record OrderCard() implements Act {
        @Override
        public ActKind kind() {
            return ActKind.ORDER_CARD;
        }
    }

    /** The finished card has reached the préfecture. */
    record CardReady(String cardNumber) implements Act {
        public CardReady {
            cardNumber = cardNumber.strip();
            if (cardNumber.isEmpty()
                    || cardNumber.length() > 40
                    || cardNumber.codePoints().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException("A card number has 1 to 40 characters");
            }
        }

        @Override
        public ActKind kind() {
            return ActKind.CARD_READY;
        }
    }

    /** The card is in its holder's hand. */
    record HandOver(LocalDate day) implements Act {
        @Override
        public ActKind kind() {
            return ActKind.HAND_OVER;
        }
    }

    /**
     * The person says that the card has been in their hand since a day, though nobody recorded it.
     *
     * @param cardNumber the number printed on the card
     */
    record DeclareReceipt(LocalDate day, String cardNumber) implements Act {
        public DeclareReceipt {
            cardNumber = new CardReady(cardNumber).cardNumber();
        }

        @Override
        public ActKind kind() {
            return ActKind.DECLARE_RECEIPT;
        }
    }

    /** A named agent confirms what the person said: the card is in the hand since that day. */
    record ConfirmReceipt() implements Act {
        @Override
        public ActKind kind() {
            return ActKind.CONFIRM_RECEIPT;
        }
    }

    /** A named agent finds that the card was not handed over. */
    record RefuseReceipt(String reason) implements Act {
        public RefuseReceipt {
            reason = inWords(reason);
        }

        @Override
        public Optional<String> statement() {
            return Optional.of(reason);
        }

        @Override
        public ActKind kind() {
            return ActKind.REFUSE_RECEIPT;
        }
    }

    /** What was granted needs no card: validated or sent. */
    record Deliver(LocalDate day) implements Act {
        @Override
        public ActKind kind() {
            return ActKind.DELIVER;
        }
    }

    /**
     * The person withdraws this filing.
     *
     * @param asked how they told the agent who writes it; empty when they do it themselves
     */
    record Withdraw(String reason, Optional<Asked> asked) implements Act {

        /** How the person asked for it, for example {@code letter}, and when. */
        public record Asked(String means, LocalDate day) {
            public Asked {
                means = inWords(means);
            }
        }

        public Withdraw {
            reason = inWords(reason);
        }

        /** The person themselves withdraw it. */
        public Withdraw(String reason) {
            this(reason, Optional.empty());
        }

        @Override
        public Optional<String> statement() {
            return Optional.of(asked.map(it -> it.means() + "\n" + reason).orElse(reason));
        }

        @Override
        public ActKind kind() {
            return ActKind.WITHDRAW;
        }
    }

    /** The case has lost its object. */
    record CloseAsMoot(Cause cause, String reason) implements Act {

        /** Why a case has no object left. */
        public enum Cause {
            DEATH,
            FRENCH_NATIONALITY,
            /** The permit granted ended before its card was collected. */
            PERMIT_OVER
        }

        public CloseAsMoot {
            reason = inWords(reason);
        }

        @Override
        public Optional<String> statement() {
            return Optional.of(reason);
        }

        @Override
        public ActKind kind() {
            return ActKind.CLOSE_AS_MOOT;
        }
    }

    /**
     * The case takes over another one of the person that asks for the same: the earlier filing date, every piece and every paper
     * stay, and the other one ends.
     */
    record Absorb(CaseNumber other, String reason) implements Act {
        public Absorb {
            reason = inWords(reason);
        }

        @Override
        public Optional<String> statement() {
            return Optional.of(reason);
        }

        @Override
        public ActKind kind() {
            return ActKind.ABSORB;
        }
    }

    /** The case and another one that looks like it stay two. */
    record KeepApart(CaseNumber other, String reason) implements Act {
        public KeepApart {
            reason = inWords(reason);
        }

        @Override
        public Optional<String> statement() {
            return Optional.of(reason);
        }

        @Override
        public ActKind kind() {
            return ActKind.KEEP_APART;
        }
    }

    /**
     * An agent says whether the case follows one of somebody else, on whose right its person's hangs: they name it, confirm or
     * refuse the one that the person named, or have looked again since it ended.
     */
    record Follow(CaseNumber followed, boolean holds, String reason) implements Act {
        public Follow {
            reason = inWords(reason);
        }

        @Override
        public Optional<String> statement() {
            return Optional.of(reason);
        }

        @Override
        public ActKind kind() {
            return ActKind.FOLLOW;
        }
    }

    /** The préfecture in charge offers the case to the one of the new residence (R. 431-20, CRPA L. 114-2). */
    record OfferTransfer(PrefectureCode to, String reason) implements Act {
        public OfferTransfer {
            reason = inWords(reason);
        }

        @Override
        public Optional<String> statement() {
            return Optional.of(reason);
        }

        @Override
        public ActKind kind() {
            return ActKind.OFFER_TRANSFER;
        }
    }

    /**
     * The préfecture in charge offers the case elsewhere before it was received: the address was wrong, or is another one now.
     *
     * @param insteadOf to whom it is offered now, so that of two who aim at once one is told
     */
    record ReaimTransfer(PrefectureCode to, PrefectureCode insteadOf, String reason) implements Act {
        public ReaimTransfer {
            reason = inWords(reason);
        }

        @Override
        public Optional<String> statement() {
            return Optional.of(reason);
        }

        @Override
        public ActKind kind() {
            return ActKind.REAIM_TRANSFER;
        }
    }

    /** The receiving préfecture takes the case over; its silence does the same after five working days. */
    record ReceiveTransfer() implements Act {
        @Override
        public ActKind kind() {
            return ActKind.RECEIVE_TRANSFER;
        }
    }

    /** The person asks for the reasons of a refusal born of silence (CRPA L. 232-4). */
    record AskForReasons() implements Act {
        @Override
        public ActKind kind() {
            return ActKind.ASK_FOR_REASONS;
        }
    }

    /** The reasons of a silent refusal, signed, in law and fact (CRPA L. 211-5, L. 232-4). */
    record GiveReasons(String reason, String delegation) implements Act {
        public GiveReasons {
            reason = inWords(reason);
            delegation = inWords(delegation);
        }

        @Override
        public Optional<String> statement() {
            return Optional.of(reason + "\n" + delegation);
        }

        @Override
        public ActKind kind() {
            return ActKind.GIVE_REASONS;
        }
    }

    /**
     * A judge ordered something in the case: it is taken up again when it had ended, the paper ordered is issued the same day, and
     * what else was ordered is a task until it is done.
     *
     * @param court the court, as it signs
     * @param reason the order in its own words, and its reference
     */
    record RecordCourtOrder(
            String court,
            LocalDate orderedOn,
            LocalDate dueOn,
            CourtOrder.Ordered what,
            Optional<CourtOrder.OrderedPaper> paper,
            String reason)
            implements Act {
        public RecordCourtOrder {
            court = inWords(court);
            reason = inWords(reason);
            if (dueOn.isBefore(orderedOn)) {
                throw new IllegalArgumentException("An order is obeyed on or after its day");
            }
            if (what == CourtOrder.Ordered.ISSUE_PAPER && paper.isEmpty()) {
                throw new IllegalArgumentException("Say which paper is ordered");
            }
        }

        @Override
        public Optional<String> statement() {
            return Optional.of(court + "\n" + reason);
        }

        @Override
        public ActKind kind() {
            return ActKind.RECORD_COURT_ORDER;
        }
    }

    /**
     * A paper that was obtained by fraud is taken back, signed, with its reasons in law and fact (CRPA L. 211-2): it is worth nothing from
     * that instant, and no other follows by itself until an agent has seen again what the case rests on. The article that allows it
     * (CRPA L. 241-2) is from memory, to verify: the platform prints it nowhere, the agent's reasons name their own law.
     *
     * @param delegation the delegation of signature under which it is signed
     */
    record RevokePaper(AttestationNumber paper, String reason, String delegation) implements Act {
        public RevokePaper {
            reason = inWords(reason);
            delegation = inWords(delegation);
        }

        @Override
        public Optional<String> statement() {
            return Optional.of(reason + "\n" + delegation);
        }

        @Override
        public ActKind kind() {
            return ActKind.REVOKE_PAPER;
        }
    }

    /** An ended case is taken up again. */
    record Reopen(String reason) implements Act {
        public Reopen {
            reason = inWords(reason);
        }

        @Override
        public Optional<String> statement() {
            return Optional.of(reason);
        }

        @Override
        public ActKind kind() {
            return ActKind.REOPEN;
        }
    }

    /**
     * An agent takes the case, or gives it to a colleague of the préfecture.
     *
     * @param to who works on it from now on
     * @param reason what the colleague should know
     */
    record Assign(AccountId to, Optional<String> reason) implements Act {
        public Assign {
            reason = reason.map(Act::inWords);
        }

        @Override
        public Optional<String> statement() {
            return reason;
        }

        @Override
        public ActKind kind() {
            return ActKind.ASSIGN;
        }
    }

    /** The case is no agent's any more: it is its team's. */
    record GiveBack(Optional<String> reason) implements Act {
        public GiveBack {
            reason = reason.map(Act::inWords);
        }

        @Override
        public Optional<String> statement() {
            return reason;
        }

        @Override
        public ActKind kind() {
            return ActKind.GIVE_BACK;
        }
    }

    private static String inWords(String written) {
        String words = written.strip();
        if (words.isEmpty() || words.length() > 2000 || words.codePoints().anyMatch(Act::neverWritten)) {
            throw new IllegalArgumentException("A reason has 1 to 2,000 characters, and no control characters");
        }
        return words;
    }

    private static boolean neverWritten(int sign) {
        return Character.isISOControl(sign) && sign != '\n' && sign != '\r' && sign != '\t';
    }
}
