package fr.sejour.core.internal.desk;

import fr.sejour.api.access.Caller;
import fr.sejour.api.access.Role;
import fr.sejour.api.cases.Act;
import fr.sejour.api.cases.ActKind;
import fr.sejour.api.cases.CaseFile.PendingTransfer;
import fr.sejour.api.cases.CollectionFile;
import fr.sejour.api.cases.DecisionFile;
import fr.sejour.api.cases.JournalLine;
import fr.sejour.api.cases.PieceFile;
import fr.sejour.api.catalogue.PieceRequirement;
import fr.sejour.api.catalogue.PieceType;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.mandate.Permission;
import fr.sejour.api.person.FactLevel;
import fr.sejour.api.person.HeldPermit;
import fr.sejour.api.prefecture.Prefecture;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.right.PaperKind;
import fr.sejour.core.internal.cases.Duplicates;
import fr.sejour.core.internal.cases.Occasion;
import fr.sejour.core.internal.paper.PaperDays;
import fr.sejour.core.internal.upkeep.CaseLaw;
import fr.sejour.core.internal.upkeep.Upkeep;
import fr.sejour.core.port.CaseRecord;
import fr.sejour.core.port.PersonRecord;
import fr.sejour.core.port.Records;
import fr.sejour.core.port.StaffRecord;
import fr.sejour.law.Edition;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Who may do an act, and what its words must not contradict. */
final class ActRules {

    /** What the person may do on their own case; everything else is for agents. */
    private static final Set<ActKind> PERSON_ACTS =
            EnumSet.of(ActKind.ANSWER, ActKind.WITHDRAW, ActKind.DECLARE_RECEIPT, ActKind.ASK_FOR_REASONS);

    /** The longest delay to answer: a file is not kept open for ever by a day in another century. */
    private static final int LONGEST_DELAY_MONTHS = 12;

    /** No judge gives the préfet longer, as far as we know: a later day is a slip, and nobody would be told that it has passed. */
    private static final int LONGEST_ORDER_YEARS = 2;

    /** The journal's words for an offer, by an agent or by the platform. */
    private static final Set<String> OFFERS =
            Set.of("offer-transfer", "reaim-transfer", "transfer-offered", "transfer-re-aimed");

    private final CaseLaw law;

    ActRules(CaseLaw law) {
        this.law = law;
    }

    /** The acts that are the reader's: all of them for an agent, for anybody else what they may do by themselves. */
    static Set<ActKind> of(Records records, Caller caller) {
        if (caller.isStaff()) {
            return EnumSet.allOf(ActKind.class);
        }
        return caller.mandate()
                .map(number -> records.mandates().find(number).orElseThrow())
                .map(mandate -> mandate.allows().contains(Permission.COMPLETE)
                        ? EnumSet.of(ActKind.ANSWER)
                        : EnumSet.noneOf(ActKind.class))
                .orElse(EnumSet.copyOf(PERSON_ACTS));
    }

    static void refuseThePerson(Caller caller) {
        if (!caller.isStaff()) {
            throw new CaseException(ErrorCode.NOT_YOURS_TO_DO);
        }
    }

    static void refuseWhenEntitledToNothing(Caller caller, CaseRecord record, ActKind act) {
        if (!caller.isStaff()) {
            if (!PERSON_ACTS.contains(act)) {
                throw new CaseException(ErrorCode.NOT_YOURS_TO_DO, Map.of("act", ActTraces.code(act)));
            }
            return;
        }
        Optional<PrefectureCode> offeredTo = record.standing().transfer().map(PendingTransfer::to);
        if (act != ActKind.RECEIVE_TRANSFER || offeredTo.isEmpty()) {
            refuseWhenFormer(caller, record);
        } else if (!caller.serves(offeredTo.get())) {
            throw new CaseException(
                    ErrorCode.NOT_YOURS_TO_DO,
                    Map.of("offeredTo", offeredTo.get().value()));
        }
    }

    /** A préfecture that gave the case away reads it and does nothing more on it. */
    static void refuseWhenFormer(Caller caller, CaseRecord record) {
        if (caller.role() == Role.AGENT && !caller.serves(record.standing().prefecture())) {
            throw new CaseException(
                    ErrorCode.NOT_YOURS_TO_DO,
                    Map.of("responsible", record.standing().prefecture().value()));
        }
    }

    void refuseWhatContradicts(Caller caller, CaseRecord before, PersonRecord person, Act act, Occasion occasion) {
        LocalDate today = occasion.today();
        if (act instanceof Act.AskForPieces ask) {
            boolean reasonable =
                    !ask.answerBy().isBefore(occasion.law().clocks().piecesAnsweredAtTheEarliest(today))
                            && !ask.answerBy().isAfter(today.plusMonths(LONGEST_DELAY_MONTHS));
            refuseWhen(!reasonable, "answerBy");
            ask.pieces().forEach(piece -> refuseUnaskable(before, person, piece));
        } else if (act instanceof Act.RefusePiece refuse) {
            boolean given = before.pieces().stream()
                    .anyMatch(piece -> piece.type().equals(refuse.piece()) && piece.state() == PieceFile.State.GIVEN);
            if (!given) {
                throw new CaseException(
                        ErrorCode.PIECE_NOT_EXPECTED,
                        Map.of("piece", refuse.piece().value()));
            }
        } else if (act instanceof Act.WaivePiece waiver) {
            refuseUnwaivable(before, person, waiver.piece());
        } else if (act instanceof Act.HandOver handOver) {
            boolean beforeReady = before.collection()
                    .flatMap(card -> card.readyOn())
                    .filter(ready -> handOver.day().isBefore(ready))
                    .isPresent();
            boolean cardOver = before.decision()
                    .flatMap(DecisionFile::validUntil)
                    .filter(handOver.day()::isAfter)
                    .isPresent();
            refuseWhen(handOver.day().isAfter(today) || beforeReady || cardOver, "day");
        } else if (act instanceof Act.DeclareReceipt receipt) {
            refuseWhatNoReceiptCanBe(before, receipt, today);
        } else if (act instanceof Act.Withdraw withdraw) {
            // nobody gives up an application for somebody else without saying how they were asked to
            refuseWhen(caller.isStaff() == withdraw.asked().isEmpty(), "means");
            withdraw.asked()
                    .map(Act.Withdraw.Asked::day)
                    .ifPresent(day -> refuseWhen(
                            day.isAfter(today) || day.isBefore(before.filed().filedOn()), "day"));
        } else if (act instanceof Act.ConfirmReceipt) {
            before.collection()
                    .flatMap(CollectionFile::declared)
                    .ifPresent(said -> refuseWhen(isAnotherCard(before, said.cardNumber()), "cardNumber"));
        } else if (act instanceof Act.Deliver deliver) {
            refuseWhen(deliver.day().isAfter(today) || beforeDecision(before, deliver.day()), "day");
        } else if (act instanceof Act.Notify notify) {
            refuseWhen(notify.day().isAfter(today) || beforeDecision(before, notify.day()), "day");
        } else if (act instanceof Act.OfferTransfer offer) {
            refuseWhereNoneCanTakeIt(before, offer.to(), today);
            refuseWhereItCameFrom(caller, before, offer.to());
        } else if (act instanceof Act.ReaimTransfer offer) {
            refuseWhen(offer.to().equals(offer.insteadOf()), "to");
            refuseWhereNoneCanTakeIt(before, offer.to(), today);
            refuseWhereItCameFrom(caller, before, offer.to());
        } else if (act instanceof Act.CloseAsMoot moot && moot.cause() == Act.CloseAsMoot.Cause.PERMIT_OVER) {
            boolean over = before.decision()
                    .flatMap(DecisionFile::validUntil)
                    .filter(today::isAfter)
                    .isPresent();
            refuseWhen(!over, "cause");
        } else if (act instanceof Act.RecordCourtOrder order) {
            boolean neverGiven = order.orderedOn().isAfter(today)
                    || order.orderedOn().isBefore(person.civilStatus().birthDate());
            refuseWhen(neverGiven, "orderedOn");
            refuseWhen(order.dueOn().isAfter(today.plusYears(LONGEST_ORDER_YEARS)), "dueOn");
            boolean nowhere = order.paper()
                    .map(paper -> paper.lastDay())
                    .filter(last -> last.isBefore(today) || last.isAfter(today.plusMonths(LONGEST_DELAY_MONTHS)))
                    .isPresent();
            refuseWhen(nowhere, "paper.lastDay");
        } else if (act instanceof Act.SeizeCommission seize) {
            refuseWhen(
                    seize.day().isAfter(today)
                            || seize.day().isBefore(before.filed().filedOn()),
                    "day");
        } else if (act instanceof Act.Grant grant) {
            refuseWhatNoPermitCanBe(before, person, grant, today);
        }
    }

    /**
     * A permit begins in its holder's life and at the latest where the right ends that somebody has seen, and lasts as long as the law lets it; a last
     * day of the same date as the first is let through, for cards are written both ways.
     */
    private void refuseWhatNoPermitCanBe(CaseRecord before, PersonRecord person, Act.Grant grant, LocalDate today) {
        boolean known = before.standing().facts() != FactLevel.DECLARED;
        LocalDate latestStart = Stream.concat(
                        before.filed().held().map(HeldPermit::validUntil).stream(),
                        before.standing().rightEndsOn().stream())
                .filter(end -> known)
                .map(end -> end.plusDays(1))
                .reduce(today, (one, other) -> one.isAfter(other) ? one : other);
        boolean neverBegins = grant.validFrom().isBefore(person.civilStatus().birthDate())
                || grant.validFrom().isAfter(latestStart);
        refuseWhen(neverBegins, "validFrom");
        boolean tooLong = law.inForce(today)
                .permit(before.filed().permit())
                .filter(entry -> grant.validUntil().isAfter(grant.validFrom().plusMonths(entry.maxMonths())))
                .isPresent();
        refuseWhen(tooLong || !grant.validUntil().isAfter(today), "validUntil");
    }

    private void refuseWhereNoneCanTakeIt(CaseRecord before, PrefectureCode to, LocalDate today) {
        refuseWhen(to.equals(before.standing().prefecture()), "to");
        refuseWhen(
                law.inForce(today)
                        .prefecture(to)
                        .filter(Prefecture::cesedaApplies)
                        .isEmpty(),
                "to");
    }

    /**
     * Of two préfectures that each find the other competent neither sends the case back: it goes where the person lives
     * (R. 431-20), or where the national services say.
     */
    private static void refuseWhereItCameFrom(Caller caller, CaseRecord before, PrefectureCode to) {
        boolean livesThere = before.standing().commune().prefecture().equals(to);
        if (caller.role() == Role.AGENT
                && !livesThere
                && before.standing().formerPrefectures().contains(to)) {
            throw new CaseException(ErrorCode.TRANSFER_BOUNCES, Map.of("offeredTo", to.value()));
        }
    }

    /** Of two who offer a case at once one is heard; the other is told who was, and to whom it is offered. */
    static void refuseWhenOfferedOtherwise(Records records, CaseRecord before, Act act) {
        Optional<PrefectureCode> aimed =
                act instanceof Act.ReaimTransfer offer ? Optional.of(offer.insteadOf()) : Optional.empty();
        if (!(act instanceof Act.OfferTransfer || act instanceof Act.ReaimTransfer)) {
            return;
        }
        before.standing()
                .transfer()
                .filter(offer -> !Optional.of(offer.to()).equals(aimed))
                .ifPresent(offer -> {
                    throw new CaseException(
                            ErrorCode.TRANSFER_OFFERED,
                            Map.of(
                                    "offeredTo",
                                    offer.to().value(),
                                    "completesOn",
                                    offer.completesOn().toString(),
                                    "offeredBy",
                                    offeredBy(records, before)));
                });
    }

    /** A case is given to somebody who may work on it: an agent of the responsible préfecture whose account is open. */
    static void refuseWhoCannotHaveIt(Records records, CaseRecord before, Act act) {
        if (act instanceof Act.Assign assign) {
            boolean may = records.teams()
                    .staff(assign.to())
                    .filter(it -> !it.closed())
                    .map(StaffRecord::caller)
                    .filter(it -> it.prefectures().contains(before.standing().prefecture()))
                    .isPresent();
            refuseWhen(!may, "to");
        }
    }

    /** What is taken back is a paper of the case that carries a right and is in its holder's hand. */
    static void refuseWhatCannotBeRevoked(Records records, CaseRecord before, Act act, Edition law, Instant now) {
        if (act instanceof Act.RevokePaper revoke) {
            PaperDays days = new PaperDays(law, List.of(before));
            boolean stands = records.papers()
                    .find(Upkeep.READS_ALL, revoke.paper())
                    .filter(paper -> Duplicates.numbers(before).contains(paper.caseNumber()))
                    .filter(paper -> paper.kind() != PaperKind.ATTESTATION_DE_DEPOT)
                    .filter(paper -> paper.end().isEmpty()
                            && days.of(paper)
                                    .validity()
                                    .end()
                                    .map(now::isBefore)
                                    .orElse(true))
                    .isPresent();
            refuseWhen(!stands, "paper");
        }
    }

    private static String offeredBy(Records records, CaseRecord record) {
        return records.cases().journal(record.number()).stream()
                .filter(line -> OFFERS.contains(line.what()))
                .reduce((one, later) -> later)
                .map(JournalLine::actor)
                .orElse(Upkeep.PLATFORM);
    }

    /** A card comes into the hand after the decision and while it lasts, under the number that it was made with. */
    private static void refuseWhatNoReceiptCanBe(CaseRecord before, Act.DeclareReceipt receipt, LocalDate today) {
        boolean cardOver = before.decision()
                .flatMap(DecisionFile::validUntil)
                .filter(receipt.day()::isAfter)
                .isPresent();
        refuseWhen(receipt.day().isAfter(today) || beforeDecision(before, receipt.day()) || cardOver, "day");
        refuseWhen(isAnotherCard(before, receipt.cardNumber()), "cardNumber");
    }

    private static boolean isAnotherCard(CaseRecord before, String number) {
        return before.collection()
                .flatMap(CollectionFile::cardNumber)
                .filter(made -> !made.equalsIgnoreCase(number))
                .isPresent();
    }

    private static boolean beforeDecision(CaseRecord record, LocalDate day) {
        return record.decision()
                .filter(decision -> day.isBefore(decision.decidedOn()))
                .isPresent();
    }

    /** What a permit asks for is national: nobody is asked for more (R. 431-11), though for what the case asks for already, again. */
    private void refuseUnaskable(CaseRecord before, PersonRecord person, PieceType type) {
        if (required(before, person, type).isEmpty() && !spokenOf(before, type)) {
            throw new CaseException(ErrorCode.PIECE_NOT_EXPECTED, Map.of("piece", type.value()));
        }
    }

    private static boolean spokenOf(CaseRecord before, PieceType type) {
        return before.pieces().stream().anyMatch(piece -> piece.type().equals(type));
    }

    private Optional<PieceRequirement> required(CaseRecord before, PersonRecord person, PieceType type) {
        return law
                .assess(law.facts(
                        before.filed(),
                        person.civilStatus().birthDate(),
                        before.standing().prefecture()))
                .pieces()
                .stream()
                .filter(piece -> piece.type().equals(type))
                .findFirst();
    }

    /** Nobody is excused from a piece that the law lets nobody off, nor from one that the case does not ask for. */
    private void refuseUnwaivable(CaseRecord before, PersonRecord person, PieceType type) {
        Optional<PieceRequirement> required = required(before, person, type);
        if (required.isEmpty() && !spokenOf(before, type)) {
            throw new CaseException(ErrorCode.PIECE_NOT_EXPECTED, Map.of("piece", type.value()));
        }
        refuseWhen(
                required.flatMap(piece -> piece.waivable().ifSettled())
                        .filter(waivable -> !waivable)
                        .isPresent(),
                "piece");
    }

    private static void refuseWhen(boolean contradicts, String field) {
        if (contradicts) {
            throw new CaseException(ErrorCode.CONTRADICTORY_INPUT, Map.of("field", field));
        }
    }
}
