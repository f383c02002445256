package fr.sejour.store.jpa.internal;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.bulk.BulkAct;
import fr.sejour.api.bulk.BulkActId;
import fr.sejour.api.cases.Act;
import fr.sejour.api.cases.ActKind;
import fr.sejour.api.catalogue.PieceType;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.core.port.BulkRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An act on many cases, without its lines. */
@Entity
@Table(name = "bulk_act")
@SuppressWarnings("NullAway.Init") // filled by EclipseLink, or by the methods below
class BulkActRow {

    @Id
    @Column(name = "bulk_id")
    String id;

    @Column(name = "prepared_by")
    String by;

    @Enumerated(EnumType.STRING)
    ActKind kind;

    @Column(name = "given_to")
    @Nullable
    String to;

    @Nullable
    String words;

    @Column(name = "answer_by")
    @Nullable
    LocalDate answerBy;

    @Nullable
    String pieces;

    @Enumerated(EnumType.STRING)
    BulkAct.State state;

    @Column(name = "prepared_at")
    Instant preparedAt;

    static BulkActRow of(BulkRecord record) {
        BulkActRow row = new BulkActRow();
        row.id = record.id().value();
        row.by = record.by().value();
        row.kind = record.act().kind();
        row.say(record.act());
        row.state = record.state();
        row.preparedAt = UtcInstants.kept(record.preparedAt());
        return row;
    }

    private void say(Act act) {
        if (act instanceof Act.AskForPieces ask) {
            answerBy = ask.answerBy();
            pieces = TextList.joined(ask.reasons().entrySet().stream()
                    .map(asked -> asked.getKey() + " " + asked.getValue())
                    .toList());
        } else if (act instanceof Act.Assign assign) {
            to = assign.to().value();
            words = assign.reason().orElse(null);
        } else if (act instanceof Act.GiveBack back) {
            words = back.reason().orElse(null);
        } else if (act instanceof Act.CardReady card) {
            words = card.cardNumber();
        } else if (act instanceof Act.OfferTransfer offer) {
            to = offer.to().value();
            words = offer.reason();
        }
    }

    BulkRecord value() {
        return new BulkRecord(new BulkActId(id), new AccountId(by), act(), state, preparedAt);
    }

    private Act act() {
        return switch (kind) {
            case TAKE_UP -> new Act.TakeUp();
            case ANSWER -> new Act.Answer();
            case ORDER_CARD -> new Act.OrderCard();
            case CARD_READY -> new Act.CardReady(said(words));
            case RECEIVE_TRANSFER -> new Act.ReceiveTransfer();
            case ASK_FOR_PIECES -> new Act.AskForPieces(reasons(), said(answerBy));
            case ASSIGN -> new Act.Assign(new AccountId(said(to)), Optional.ofNullable(words));
            case GIVE_BACK -> new Act.GiveBack(Optional.ofNullable(words));
            case OFFER_TRANSFER -> new Act.OfferTransfer(new PrefectureCode(said(to)), said(words));
            default -> throw new IllegalStateException(kind + " is never done on many cases");
        };
    }

    private Map<PieceType, String> reasons() {
        Map<PieceType, String> reasons = new HashMap<>();
        for (String asked : TextList.split(pieces)) {
            List<String> parts = List.of(asked.split(" ", 2));
            reasons.put(new PieceType(parts.get(0)), parts.get(1));
        }
        return reasons;
    }

    private static <T> T said(@Nullable T kept) {
        return Objects.requireNonNull(kept, "said with every act of its kind");
    }
}
