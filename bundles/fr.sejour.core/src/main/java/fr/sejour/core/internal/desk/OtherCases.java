package fr.sejour.core.internal.desk;

import fr.sejour.api.access.Caller;
import fr.sejour.api.access.Role;
import fr.sejour.api.cases.Act;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.CourtOrder;
import fr.sejour.api.cases.PieceVersion;
import fr.sejour.api.cases.RelatedCase.Link;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.core.internal.cases.CasePieces;
import fr.sejour.core.internal.cases.Duplicates;
import fr.sejour.core.internal.cases.PermitCase;
import fr.sejour.core.internal.upkeep.Upkeep;
import fr.sejour.core.port.CaseRecord;
import fr.sejour.core.port.JournalEntry;
import fr.sejour.core.port.PieceRecord;
import fr.sejour.core.port.Records;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What an act on one case does to another case of the same person. */
final class OtherCases {

    private OtherCases() {}

    /** The other case that the act is about; empty for an act about one alone. */
    static Optional<CaseRecord> of(Records records, CaseRecord before, Act act) {
        return named(before, act)
                .flatMap(number -> records.cases().find(Upkeep.READS_ALL, number))
                .filter(other -> other.filed().person().equals(before.filed().person()));
    }

    private static Optional<CaseNumber> named(CaseRecord before, Act act) {
        if (act instanceof Act.Absorb absorb) {
            return Optional.of(absorb.other());
        } else if (act instanceof Act.KeepApart apart) {
            return Optional.of(apart.other());
        } else if (act instanceof Act.Reopen || act instanceof Act.RecordCourtOrder) {
            return Duplicates.linked(before, Link.ABSORBED_BY).findFirst();
        }
        return Optional.empty();
    }

    /** An agent says what two cases are to each other when both are theirs to work on and look like one. */
    static void refuseWhatContradicts(Caller caller, CaseRecord before, Optional<CaseRecord> other, Act act) {
        if (!(act instanceof Act.Absorb || act instanceof Act.KeepApart)) {
            return;
        }
        CaseRecord known = other.filter(
                        it -> Duplicates.linked(before, Link.LIKELY_DUPLICATE).anyMatch(it.number()::equals))
                .filter(it -> !(act instanceof Act.Absorb) || PermitCase.of(it) instanceof PermitCase.Undecided)
                .orElseThrow(() -> new CaseException(ErrorCode.CONTRADICTORY_INPUT, Map.of("field", "other")));
        if (caller.role() == Role.AGENT && !caller.serves(known.standing().prefecture())) {
            throw new CaseException(
                    ErrorCode.NOT_YOURS_TO_DO,
                    Map.of("responsible", known.standing().prefecture().value()));
        }
    }

    /**
     * Brings the other case to what the act made of the two.
     *
     * @param after the case itself, moved
     * @return the case itself, with what came to it from the other one
     */
    static CaseRecord follow(
            Records records,
            Caller caller,
            CaseRecord before,
            CaseRecord after,
            Optional<CaseRecord> other,
            Act act,
            Instant now) {
        if (other.isEmpty()) {
            return after;
        }
        CaseRecord known = other.get();
        CaseNumber number = before.number();
        CaseRecord joined = after;
        CaseRecord changed;
        String what;
        if (act instanceof Act.Absorb) {
            changed = ((PermitCase.Undecided) PermitCase.of(known))
                    .absorbedBy(number)
                    .record();
            what = "absorbed-by";
            joined = shareContents(records, before, after, known, now);
            Duplicates.linked(known, Link.ABSORBED).forEach(earlier -> handOn(records, earlier, number));
        } else if (act instanceof Act.KeepApart) {
            changed = known.withRelated(Duplicates.linked(known, number, Link.KEPT_APART));
            what = "kept-apart-from";
        } else {
            CaseRecord apart = known.withRelated(Duplicates.unlinked(known, number));
            List<CourtOrder> back = givenBack(records, before, known);
            changed = apart.withOrders(keptOwing(records, apart, back));
            what = "given-back";
            joined = after.withOrders(Stream.concat(
                            back.stream(),
                            after.orders().stream().skip(before.orders().size()))
                    .toList());
        }
        records.cases().change(changed);
        records.cases()
                .write(
                        known.number(),
                        new JournalEntry(now, caller.account().value(), what, number.value(), Optional.empty()));
        return joined;
    }

    /** What a case had taken over goes on under the one that takes that case over. */
    private static void handOn(Records records, CaseNumber earlier, CaseNumber survivor) {
        CaseRecord record = records.cases().find(Upkeep.READS_ALL, earlier).orElseThrow();
        records.cases().change(record.withRelated(Duplicates.followed(record, survivor)));
    }

    /**
     * What a judge ordered in the case itself comes back with it, obeyed when it was obeyed in the other one; what came to it from
     * a third case goes on being owed where that one is.
     */
    private static List<CourtOrder> givenBack(Records records, CaseRecord before, CaseRecord keeper) {
        return before.orders().stream()
                .map(order -> obeyedIn(keeper, order).orElse(order))
                .filter(order -> order.doneOn().isPresent() || recordedIn(records, before.number(), order))
                .toList();
    }

    /** What is owed in the case that went on, without what has gone back to where it stood. */
    private static List<CourtOrder> keptOwing(Records records, CaseRecord keeper, List<CourtOrder> back) {
        return keeper.orders().stream()
                .filter(order -> order.doneOn().isPresent()
                        || back.stream().noneMatch(it -> asGiven(it).equals(asGiven(order)))
                        || Duplicates.numbers(keeper).stream().anyMatch(number -> recordedIn(records, number, order)))
                .toList();
    }

    /** A merge leaves no trace of where an order came from but the line that recorded it. */
    private static boolean recordedIn(Records records, CaseNumber number, CourtOrder order) {
        return records.cases().journal(number).stream().anyMatch(line -> ActTraces.tells(line, order));
    }

    private static Optional<CourtOrder> obeyedIn(CaseRecord keeper, CourtOrder order) {
        return keeper.orders().stream()
                .filter(it -> order.doneOn().isEmpty() && it.doneOn().isPresent())
                .filter(it -> asGiven(it).equals(asGiven(order)))
                .findFirst();
    }

    private static CourtOrder asGiven(CourtOrder order) {
        return new CourtOrder(
                order.court(),
                order.orderedOn(),
                order.dueOn(),
                order.what(),
                order.paper(),
                Optional.empty(),
                Optional.empty());
    }

    /** The files that came from the other case stand in this one too; they are the same evidence, and stay in its history as well. */
    private static CaseRecord shareContents(
            Records records, CaseRecord survivor, CaseRecord after, CaseRecord other, Instant now) {
        CaseRecord joined = after;
        List<PieceVersion> own = records.evidence().versions(survivor.number());
        List<PieceVersion> others = records.evidence().versions(other.number());
        for (PieceRecord piece : after.pieces()) {
            boolean stoodHere = CasePieces.find(survivor, piece.type())
                    .filter(it -> it.state() == piece.state() && it.given().equals(piece.given()))
                    .isPresent();
            Optional<PieceVersion> brought = piece.given()
                    .filter(given -> !stoodHere)
                    .flatMap(given -> others.stream()
                            .filter(it -> it.type().equals(piece.type()) && it.version() == given.version())
                            .findFirst());
            if (brought.isPresent()) {
                List<PieceVersion> before = own.stream()
                        .filter(it -> it.type().equals(piece.type()))
                        .toList();
                before.stream()
                        .filter(it -> it.end().isEmpty())
                        .forEach(it -> records.evidence()
                                .endVersion(
                                        survivor.number(),
                                        it.type(),
                                        it.version(),
                                        new PieceVersion.End(now, PieceVersion.How.REPLACED)));
                int next = 1 + before.size();
                records.evidence().addVersion(survivor.number(), brought.get().numbered(next));
                joined = CasePieces.numbered(joined, piece.type(), next);
            }
        }
        return joined;
    }
}
