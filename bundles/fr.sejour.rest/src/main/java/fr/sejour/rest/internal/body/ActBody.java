package fr.sejour.rest.internal.body;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import fr.sejour.api.access.AccountId;
import fr.sejour.api.attestation.AttestationNumber;
import fr.sejour.api.cases.Act;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.CourtOrder.Ordered;
import fr.sejour.api.cases.CourtOrder.OrderedPaper;
import fr.sejour.api.catalogue.PieceType;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.right.PaperKind;
import fr.sejour.rest.internal.problem.BadInput;
import fr.sejour.rest.internal.problem.Rule;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** An act as it is sent: its code in {@code act}, the version it was decided on, and what this act needs to be said. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "act")
@JsonSubTypes({
    @JsonSubTypes.Type(name = "take-up", value = ActBody.TakeUpBody.class),
    @JsonSubTypes.Type(name = "ask-for-pieces", value = ActBody.AskForPiecesBody.class),
    @JsonSubTypes.Type(name = "answer", value = ActBody.AnswerBody.class),
    @JsonSubTypes.Type(name = "refuse-piece", value = ActBody.RefusePieceBody.class),
    @JsonSubTypes.Type(name = "waive-piece", value = ActBody.WaivePieceBody.class),
    @JsonSubTypes.Type(name = "see-facts", value = ActBody.SeeFactsBody.class),
    @JsonSubTypes.Type(name = "confirm-attempt", value = ActBody.ConfirmAttemptBody.class),
    @JsonSubTypes.Type(name = "refuse-registration", value = ActBody.RefuseRegistrationBody.class),
    @JsonSubTypes.Type(name = "grant", value = ActBody.GrantBody.class),
    @JsonSubTypes.Type(name = "seize-commission", value = ActBody.SeizeCommissionBody.class),
    @JsonSubTypes.Type(name = "refuse", value = ActBody.RefuseBody.class),
    @JsonSubTypes.Type(name = "notify", value = ActBody.NotifyBody.class),
    @JsonSubTypes.Type(name = "order-card", value = ActBody.OrderCardBody.class),
    @JsonSubTypes.Type(name = "card-ready", value = ActBody.CardReadyBody.class),
    @JsonSubTypes.Type(name = "hand-over", value = ActBody.HandOverBody.class),
    @JsonSubTypes.Type(name = "declare-receipt", value = ActBody.DeclareReceiptBody.class),
    @JsonSubTypes.Type(name = "confirm-receipt", value = ActBody.ConfirmReceiptBody.class),
    @JsonSubTypes.Type(name = "refuse-receipt", value = ActBody.RefuseReceiptBody.class),
    @JsonSubTypes.Type(name = "deliver", value = ActBody.DeliverBody.class),
    @JsonSubTypes.Type(name = "withdraw", value = ActBody.WithdrawBody.class),
    @JsonSubTypes.Type(name = "close-as-moot", value = ActBody.CloseAsMootBody.class),
    @JsonSubTypes.Type(name = "absorb", value = ActBody.AbsorbBody.class),
    @JsonSubTypes.Type(name = "keep-apart", value = ActBody.KeepApartBody.class),
    @JsonSubTypes.Type(name = "follow", value = ActBody.FollowBody.class),
    @JsonSubTypes.Type(name = "offer-transfer", value = ActBody.OfferTransferBody.class),
    @JsonSubTypes.Type(name = "reaim-transfer", value = ActBody.ReaimTransferBody.class),
    @JsonSubTypes.Type(name = "receive-transfer", value = ActBody.ReceiveTransferBody.class),
    @JsonSubTypes.Type(name = "ask-for-reasons", value = ActBody.AskForReasonsBody.class),
    @JsonSubTypes.Type(name = "give-reasons", value = ActBody.GiveReasonsBody.class),
    @JsonSubTypes.Type(name = "record-court-order", value = ActBody.RecordCourtOrderBody.class),
    @JsonSubTypes.Type(name = "revoke-paper", value = ActBody.RevokePaperBody.class),
    @JsonSubTypes.Type(name = "reopen", value = ActBody.ReopenBody.class),
    @JsonSubTypes.Type(name = "assign", value = ActBody.AssignBody.class),
    @JsonSubTypes.Type(name = "give-back", value = ActBody.GiveBackBody.class)
})
public sealed interface ActBody {

    @Nullable
    Long version();

    Act toAct();

    /** The version the act was decided on; empty to act on whatever stands. */
    default OptionalLong toVersion() {
        Long sent = version();
        if (sent != null && sent < 0) {
            throw new BadInput("version", Rule.VERSION);
        }
        return sent == null ? OptionalLong.empty() : OptionalLong.of(sent);
    }

    record TakeUpBody(@Nullable Long version) implements ActBody {
        @Override
        public Act toAct() {
            return new Act.TakeUp();
        }
    }

    record AskForPiecesBody(
            @Nullable Long version,
            @Nullable List<@Nullable AskedPieceBody> pieces,
            @Nullable String answerBy) implements ActBody {

        private static final int MOST_PIECES = 100;

        @Override
        public Act toAct() {
            List<@Nullable AskedPieceBody> named = Input.required("pieces", pieces);
            if (named.isEmpty() || named.size() > MOST_PIECES) {
                throw new BadInput("pieces", named.isEmpty() ? Rule.AT_LEAST_ONE : Rule.TOO_LONG);
            }
            LocalDate day = Input.day("answerBy", answerBy);
            Map<PieceType, String> reasons = new HashMap<>();
            for (AskedPieceBody one : named) {
                AskedPieceBody asked = Input.required("pieces", one);
                PieceType type = Input.value("pieces.piece", Rule.PIECE_TYPE, asked.piece(), PieceType::new);
                String reason = Input.value(
                        "pieces.reason", Rule.WORDS, asked.reason(), it -> new Act.RefusePiece(type, it).reason());
                if (reasons.put(type, reason) != null) {
                    throw new BadInput("pieces", Rule.TWICE);
                }
            }
            return new Act.AskForPieces(reasons, day);
        }
    }

    /** One piece asked for, and why. */
    record AskedPieceBody(@Nullable String piece, @Nullable String reason) {}

    record AnswerBody(@Nullable Long version) implements ActBody {
        @Override
        public Act toAct() {
            return new Act.Answer();
        }
    }

    record RefusePieceBody(
            @Nullable Long version,
            @Nullable String piece,
            @Nullable String reason) implements ActBody {
        @Override
        public Act toAct() {
            PieceType refused = Input.value("piece", Rule.PIECE_TYPE, piece, PieceType::new);
            return Input.value("reason", Rule.WORDS, reason, it -> new Act.RefusePiece(refused, it));
        }
    }

    record WaivePieceBody(
            @Nullable Long version,
            @Nullable String piece,
            @Nullable String reason) implements ActBody {
        @Override
        public Act toAct() {
            PieceType waived = Input.value("piece", Rule.PIECE_TYPE, piece, PieceType::new);
            return Input.value("reason", Rule.WORDS, reason, it -> new Act.WaivePiece(waived, it));
        }
    }

    record SeeFactsBody(@Nullable Long version) implements ActBody {
        @Override
        public Act toAct() {
            return new Act.SeeFacts();
        }
    }

    record ConfirmAttemptBody(
            @Nullable Long version,
            @Nullable Boolean counts,
            @Nullable String reason) implements ActBody {
        @Override
        public Act toAct() {
            boolean said = Input.required("counts", counts);
            return Input.value("reason", Rule.WORDS, reason, it -> new Act.ConfirmAttempt(said, it));
        }
    }

    record RefuseRegistrationBody(
            @Nullable Long version, @Nullable String reason) implements ActBody {
        @Override
        public Act toAct() {
            return Input.value("reason", Rule.WORDS, reason, Act.RefuseRegistration::new);
        }
    }

    record GrantBody(
            @Nullable Long version,
            @Nullable String validFrom,
            @Nullable String validUntil,
            @Nullable String delegation)
            implements ActBody {
        @Override
        public Act toAct() {
            LocalDate first = Input.day("validFrom", validFrom);
            LocalDate last = Input.day("validUntil", validUntil);
            if (last.isBefore(first)) {
                throw new BadInput("validUntil", Rule.ENDS_BEFORE_IT_BEGINS);
            }
            return Input.value("delegation", Rule.WORDS, delegation, it -> new Act.Grant(first, last, it));
        }
    }

    record SeizeCommissionBody(
            @Nullable Long version,
            @Nullable String day,
            @Nullable String reason) implements ActBody {
        @Override
        public Act toAct() {
            LocalDate seized = Input.day("day", day);
            return Input.value("reason", Rule.WORDS, reason, it -> new Act.SeizeCommission(seized, it));
        }
    }

    record RevokePaperBody(
            @Nullable Long version,
            @Nullable String paper,
            @Nullable String reason,
            @Nullable String delegation) implements ActBody {
        @Override
        public Act toAct() {
            AttestationNumber revoked = Input.value("paper", Rule.ATTESTATION_NUMBER, paper, AttestationNumber::new);
            String words =
                    Input.value("reason", Rule.WORDS, reason, it -> new Act.RevokePaper(revoked, it, it).reason());
            return Input.value("delegation", Rule.WORDS, delegation, it -> new Act.RevokePaper(revoked, words, it));
        }
    }

    record RefuseBody(
            @Nullable Long version,
            @Nullable String reason,
            @Nullable String delegation) implements ActBody {
        @Override
        public Act toAct() {
            String words = Input.value("reason", Rule.WORDS, reason, it -> new Act.Refuse(it, it).reason());
            return Input.value("delegation", Rule.WORDS, delegation, it -> new Act.Refuse(words, it));
        }
    }

    record NotifyBody(
            @Nullable Long version,
            @Nullable String means,
            @Nullable String day,
            @Nullable String proof) implements ActBody {
        @Override
        public Act toAct() {
            LocalDate notified = Input.day("day", day);
            String how = Input.value("means", Rule.WORDS, means, it -> new Act.Notify(it, notified, it).means());
            return Input.value("proof", Rule.WORDS, proof, it -> new Act.Notify(how, notified, it));
        }
    }

    record OrderCardBody(@Nullable Long version) implements ActBody {
        @Override
        public Act toAct() {
            return new Act.OrderCard();
        }
    }

    record CardReadyBody(@Nullable Long version, @Nullable String cardNumber) implements ActBody {
        @Override
        public Act toAct() {
            return Input.value("cardNumber", Rule.CARD_NUMBER, cardNumber, Act.CardReady::new);
        }
    }

    record HandOverBody(@Nullable Long version, @Nullable String day) implements ActBody {
        @Override
        public Act toAct() {
            return new Act.HandOver(Input.day("day", day));
        }
    }

    record DeclareReceiptBody(
            @Nullable Long version,
            @Nullable String day,
            @Nullable String cardNumber) implements ActBody {
        @Override
        public Act toAct() {
            LocalDate since = Input.day("day", day);
            return Input.value("cardNumber", Rule.CARD_NUMBER, cardNumber, it -> new Act.DeclareReceipt(since, it));
        }
    }

    record ConfirmReceiptBody(@Nullable Long version) implements ActBody {
        @Override
        public Act toAct() {
            return new Act.ConfirmReceipt();
        }
    }

    record RefuseReceiptBody(
            @Nullable Long version, @Nullable String reason) implements ActBody {
        @Override
        public Act toAct() {
            return Input.value("reason", Rule.WORDS, reason, Act.RefuseReceipt::new);
        }
    }

    record DeliverBody(@Nullable Long version, @Nullable String day) implements ActBody {
        @Override
        public Act toAct() {
            return new Act.Deliver(Input.day("day", day));
        }
    }

    record WithdrawBody(
            @Nullable Long version,
            @Nullable String means,
            @Nullable String day,
            @Nullable String reason) implements ActBody {
        @Override
        public Act toAct() {
            if (means == null && day == null) {
                return Input.value("reason", Rule.WORDS, reason, Act.Withdraw::new);
            }
            LocalDate askedOn = Input.day("day", day);
            Act.Withdraw.Asked asked =
                    Input.value("means", Rule.WORDS, means, it -> new Act.Withdraw.Asked(it, askedOn));
            return Input.value("reason", Rule.WORDS, reason, it -> new Act.Withdraw(it, Optional.of(asked)));
        }
    }

    record CloseAsMootBody(
            @Nullable Long version,
            @Nullable String cause,
            @Nullable String reason) implements ActBody {
        @Override
        public Act toAct() {
            Act.CloseAsMoot.Cause why = Input.code("cause", cause, Act.CloseAsMoot.Cause.class);
            return Input.value("reason", Rule.WORDS, reason, it -> new Act.CloseAsMoot(why, it));
        }
    }

    record AbsorbBody(
            @Nullable Long version,
            @Nullable String other,
            @Nullable String reason) implements ActBody {
        @Override
        public Act toAct() {
            CaseNumber taken = Input.value("other", Rule.CASE_NUMBER, other, CaseNumber::new);
            return Input.value("reason", Rule.WORDS, reason, it -> new Act.Absorb(taken, it));
        }
    }

    record KeepApartBody(
            @Nullable Long version,
            @Nullable String other,
            @Nullable String reason) implements ActBody {
        @Override
        public Act toAct() {
            CaseNumber left = Input.value("other", Rule.CASE_NUMBER, other, CaseNumber::new);
            return Input.value("reason", Rule.WORDS, reason, it -> new Act.KeepApart(left, it));
        }
    }

    record FollowBody(
            @Nullable Long version,
            @Nullable String followed,
            @Nullable Boolean holds,
            @Nullable String reason) implements ActBody {
        @Override
        public Act toAct() {
            CaseNumber named = Input.value("followed", Rule.CASE_NUMBER, followed, CaseNumber::new);
            boolean said = Input.required("holds", holds);
            return Input.value("reason", Rule.WORDS, reason, it -> new Act.Follow(named, said, it));
        }
    }

    record OfferTransferBody(
            @Nullable Long version,
            @Nullable String to,
            @Nullable String reason) implements ActBody {
        @Override
        public Act toAct() {
            PrefectureCode receiver = Input.value("to", Rule.PREFECTURE, to, PrefectureCode::new);
            return Input.value("reason", Rule.WORDS, reason, it -> new Act.OfferTransfer(receiver, it));
        }
    }

    record ReaimTransferBody(
            @Nullable Long version,
            @Nullable String to,
            @Nullable String insteadOf,
            @Nullable String reason) implements ActBody {
        @Override
        public Act toAct() {
            PrefectureCode receiver = Input.value("to", Rule.PREFECTURE, to, PrefectureCode::new);
            PrefectureCode before = Input.value("insteadOf", Rule.PREFECTURE, insteadOf, PrefectureCode::new);
            return Input.value("reason", Rule.WORDS, reason, it -> new Act.ReaimTransfer(receiver, before, it));
        }
    }

    record ReceiveTransferBody(@Nullable Long version) implements ActBody {
        @Override
        public Act toAct() {
            return new Act.ReceiveTransfer();
        }
    }

    record AskForReasonsBody(@Nullable Long version) implements ActBody {
        @Override
        public Act toAct() {
            return new Act.AskForReasons();
        }
    }

    record GiveReasonsBody(
            @Nullable Long version,
            @Nullable String reason,
            @Nullable String delegation) implements ActBody {
        @Override
        public Act toAct() {
            String words = Input.value("reason", Rule.WORDS, reason, it -> new Act.GiveReasons(it, it).reason());
            return Input.value("delegation", Rule.WORDS, delegation, it -> new Act.GiveReasons(words, it));
        }
    }

    record RecordCourtOrderBody(
            @Nullable Long version,
            @Nullable String court,
            @Nullable String orderedOn,
            @Nullable String dueOn,
            @Nullable String what,
            @Nullable OrderedPaperBody paper,
            @Nullable String reason)
            implements ActBody {

        /** The paper that the order names. */
        public record OrderedPaperBody(
                @Nullable String kind,
                @Nullable String lastDay,
                @Nullable Boolean work) {

            OrderedPaper toPaper() {
                PaperKind ordered = Input.code("paper.kind", kind, PaperKind.class);
                LocalDate last = Input.day("paper.lastDay", lastDay);
                boolean works = Input.required("paper.work", work);
                return Input.value("paper.kind", Rule.CODE, ordered, it -> new OrderedPaper(it, last, works));
            }
        }

        @Override
        public Act toAct() {
            LocalDate ordered = Input.day("orderedOn", orderedOn);
            LocalDate due = Input.day("dueOn", dueOn);
            if (due.isBefore(ordered)) {
                throw new BadInput("dueOn", Rule.ENDS_BEFORE_IT_BEGINS);
            }
            Ordered asked = Input.code("what", what, Ordered.class);
            Optional<OrderedPaper> named = Optional.ofNullable(paper).map(OrderedPaperBody::toPaper);
            if (asked == Ordered.ISSUE_PAPER && named.isEmpty()) {
                throw new BadInput("paper", Rule.REQUIRED);
            }
            String signed = Input.value("court", Rule.WORDS, court, it -> new Act.Withdraw(it).reason());
            return Input.value(
                    "reason",
                    Rule.WORDS,
                    reason,
                    it -> new Act.RecordCourtOrder(signed, ordered, due, asked, named, it));
        }
    }

    record ReopenBody(@Nullable Long version, @Nullable String reason) implements ActBody {
        @Override
        public Act toAct() {
            return Input.value("reason", Rule.WORDS, reason, Act.Reopen::new);
        }
    }

    record AssignBody(
            @Nullable Long version,
            @Nullable String to,
            @Nullable String reason) implements ActBody {
        @Override
        public Act toAct() {
            AccountId colleague = Input.value("to", Rule.ACCOUNT, to, AccountId::new);
            return Input.optional("reason", Rule.WORDS, reason, it -> new Act.Assign(colleague, Optional.of(it)))
                    .orElseGet(() -> new Act.Assign(colleague, Optional.empty()));
        }
    }

    record GiveBackBody(@Nullable Long version, @Nullable String reason) implements ActBody {
        @Override
        public Act toAct() {
            return Input.optional("reason", Rule.WORDS, reason, it -> new Act.GiveBack(Optional.of(it)))
                    .orElseGet(() -> new Act.GiveBack(Optional.empty()));
        }
    }
}
