package fr.sejour.core.internal.desk;

import fr.sejour.api.access.Caller;
import fr.sejour.api.cases.Act;
import fr.sejour.api.cases.ActKind;
import fr.sejour.api.cases.ClockFile;
import fr.sejour.api.cases.CourtOrder;
import fr.sejour.api.cases.JournalLine;
import fr.sejour.api.cases.Outcome;
import fr.sejour.api.catalogue.PieceType;
import fr.sejour.api.prefecture.Practice;
import fr.sejour.api.text.Codes;
import fr.sejour.core.internal.cases.CaseClocks;
import fr.sejour.core.internal.cases.Occasion;
import fr.sejour.core.internal.mandate.Reach;
import fr.sejour.core.internal.notice.NoticeWriter;
import fr.sejour.core.internal.notice.NoticeWriter.Effect;
import fr.sejour.core.internal.notice.Told;
import fr.sejour.core.internal.secret.Secrets;
import fr.sejour.core.internal.upkeep.CaseLaw;
import fr.sejour.core.port.CaseRecord;
import fr.sejour.core.port.FollowedCase;
import fr.sejour.core.port.JournalEntry;
import fr.sejour.core.port.Statement;
import fr.sejour.law.AskingEffect;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What an act leaves behind: words in the journal, and what the person is told. */
final class ActTraces {

    /** What the journal calls the line of a letter. */
    static final String LETTER = "letter";

    private ActTraces() {}

    /** What the journal keeps of an act: codes and days; the agent's words, which may name people, stand beside it. */
    static JournalEntry line(Caller caller, Act act, String edition, Instant now) {
        Optional<Statement> statement = act.statement().map(Secrets::statement);
        String digest = statement.map(ActTraces::digest).orElse("");
        return new JournalEntry(
                now,
                caller.account().value(),
                code(act.kind()),
                (detail(act) + Reach.trace(caller) + " " + digest).strip(),
                Optional.of(edition),
                statement);
    }

    /** The line of a letter: its words stand beside the journal, as those of an act do. */
    static JournalEntry letter(Caller caller, String kind, String text, String edition, Instant now) {
        Statement statement = Secrets.statement(text);
        return new JournalEntry(
                now,
                caller.account().value(),
                LETTER,
                kind + " " + digest(statement),
                Optional.of(edition),
                Optional.of(statement));
    }

    /** Whether that line tells that the order was recorded in the case itself. */
    static boolean tells(JournalLine line, CourtOrder order) {
        return line.what().equals(code(ActKind.RECORD_COURT_ORDER))
                && line.detail().startsWith(ordered(order.what(), order.dueOn()));
    }

    private static String ordered(CourtOrder.Ordered what, LocalDate dueOn) {
        return code(what) + " by " + dueOn;
    }

    private static String digest(Statement statement) {
        return "statement-sha256:" + Secrets.digest(statement);
    }

    private static String detail(Act act) {
        if (act instanceof Act.AskForPieces ask) {
            return ask.pieces().stream().map(PieceType::value).sorted().toList() + " by " + ask.answerBy();
        } else if (act instanceof Act.RefusePiece refuse) {
            return refuse.piece().value();
        } else if (act instanceof Act.WaivePiece waiver) {
            return waiver.piece().value();
        } else if (act instanceof Act.ConfirmAttempt confirm) {
            return confirm.counts() ? "counts" : "counts not";
        } else if (act instanceof Act.Grant grant) {
            return grant.validFrom() + " to " + grant.validUntil();
        } else if (act instanceof Act.Notify notify) {
            return "on " + notify.day();
        } else if (act instanceof Act.HandOver handOver) {
            return "on " + handOver.day();
        } else if (act instanceof Act.DeclareReceipt receipt) {
            return "on " + receipt.day();
        } else if (act instanceof Act.Absorb absorb) {
            return absorb.other().value();
        } else if (act instanceof Act.KeepApart apart) {
            return apart.other().value();
        } else if (act instanceof Act.Follow follow) {
            return follow.followed() + (follow.holds() ? " holds" : " holds not");
        } else if (act instanceof Act.Withdraw withdraw) {
            return withdraw.asked().map(asked -> "asked on " + asked.day()).orElse("");
        } else if (act instanceof Act.Deliver deliver) {
            return "on " + deliver.day();
        } else if (act instanceof Act.OfferTransfer offer) {
            return "to " + offer.to();
        } else if (act instanceof Act.ReaimTransfer offer) {
            return "to " + offer.to() + " instead of " + offer.insteadOf();
        } else if (act instanceof Act.SeizeCommission seize) {
            return "on " + seize.day();
        } else if (act instanceof Act.RevokePaper revoke) {
            return revoke.paper().value();
        } else if (act instanceof Act.RecordCourtOrder order) {
            return ordered(order.what(), order.dueOn());
        } else if (act instanceof Act.CloseAsMoot moot) {
            return code(moot.cause());
        } else if (act instanceof Act.Assign assign) {
            return "to " + assign.to();
        }
        return "";
    }

    /** What the person is told of an act on their case. */
    static List<Told> told(CaseRecord after, CaseLaw law, Act act, Practice practice, Occasion occasion) {
        if (act instanceof Act.AskForPieces ask) {
            return List.of(NoticeWriter.piecesAsked(
                    ask.reasons(),
                    ask.answerBy(),
                    effect(after, law, ask, occasion.today()),
                    law.makesIncomplete(after, ask.pieces())));
        } else if (act instanceof Act.RefusePiece refuse) {
            return List.of(NoticeWriter.pieceRefused(refuse.piece(), refuse.reason()));
        } else if (act instanceof Act.WaivePiece waiver) {
            return List.of(NoticeWriter.pieceWaived(waiver.piece(), waiver.reason()));
        } else if (act instanceof Act.Grant) {
            return List.of(NoticeWriter.granted(law.mayComeAsACard(after), occasion.today()));
        } else if (act instanceof Act.Refuse refuse) {
            return List.of(NoticeWriter.decided(Outcome.REFUSED, refuse.reason(), occasion.today()));
        } else if (act instanceof Act.RefuseRegistration refuse) {
            return List.of(NoticeWriter.registrationRefused(law.missing(after), refuse.reason(), occasion.today()));
        } else if (act instanceof Act.Deliver deliver) {
            return List.of(NoticeWriter.delivered(deliver.day()));
        } else if (act instanceof Act.Withdraw withdraw) {
            return List.of(withdraw.asked()
                    .map(asked -> NoticeWriter.withdrawnAsAsked(
                            asked.means(), asked.day(), withdraw.reason(), occasion.today()))
                    .orElseGet(() -> NoticeWriter.closed("WITHDRAWN", withdraw.reason(), occasion.today())));
        } else if (act instanceof Act.CloseAsMoot moot) {
            return List.of(NoticeWriter.closed(moot.cause().name(), moot.reason(), occasion.today()));
        } else if (act instanceof Act.RefuseReceipt refuse) {
            return List.of(NoticeWriter.receiptRefused(refuse.reason(), occasion.today()));
        } else if (act instanceof Act.Absorb absorb) {
            return List.of(NoticeWriter.absorbed(absorb.other(), after.filed().filedOn(), occasion.today()));
        } else if (act instanceof Act.GiveReasons reasons) {
            return List.of(NoticeWriter.reasons(reasons.reason(), occasion.today(), appealEnd(after)));
        } else if (act instanceof Act.RecordCourtOrder order) {
            return List.of(NoticeWriter.courtOrder(order, occasion.today()));
        } else if (act instanceof Act.SeizeCommission seize) {
            return List.of(NoticeWriter.commissionSeized(seize.reason(), seize.day()));
        } else if (act instanceof Act.RevokePaper revoke) {
            return List.of(NoticeWriter.paperRevoked(revoke.paper(), revoke.reason(), occasion.today()));
        } else if (act instanceof Act.Reopen reopen) {
            return List.of(NoticeWriter.reopened(reopen.reason(), occasion.today()));
        } else if (act instanceof Act.Follow follow && !follow.holds() && typed(after, follow)) {
            return List.of(NoticeWriter.linkRefused());
        } else if (act instanceof Act.CardReady && after.collection().isPresent()) {
            return List.of(NoticeWriter.cardReady(practice));
        }
        return List.of();
    }

    /** What becomes of the delay of silence: what the platform does, which is what the law says as far as we can read it. */
    private static Effect effect(CaseRecord after, CaseLaw law, Act.AskForPieces ask, LocalDate today) {
        if (CaseClocks.has(after, CaseClocks.SILENCE, ClockFile.State.EXPIRED)) {
            return Effect.REFUSED;
        }
        if (!law.makesIncomplete(after, ask.pieces())) {
            return Effect.NONE;
        }
        boolean counting = CaseClocks.running(after, CaseClocks.SILENCE).isPresent()
                || CaseClocks.has(after, CaseClocks.SILENCE, ClockFile.State.SUSPENDED);
        return law.askingFor(after, ask.pieces(), today)
                .fold(
                        known -> known == AskingEffect.SUSPENDS && counting ? Effect.SUSPENDS : Effect.STOPS,
                        open -> Effect.OPEN);
    }

    /** Whoever never named that case would learn of it. */
    private static boolean typed(CaseRecord record, Act.Follow follow) {
        return record.follows()
                .flatMap(FollowedCase::typed)
                .filter(follow.followed()::equals)
                .isPresent();
    }

    private static LocalDate appealEnd(CaseRecord record) {
        return CaseClocks.running(record, CaseClocks.APPEAL)
                .flatMap(ClockFile::endsOn)
                .orElseThrow();
    }

    /** The code of a value, as it stands in the journal and in refusals. */
    static String code(Enum<?> value) {
        return Codes.of(value);
    }
}
