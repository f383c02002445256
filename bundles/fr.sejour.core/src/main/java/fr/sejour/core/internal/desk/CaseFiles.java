package fr.sejour.core.internal.desk;

import fr.sejour.api.access.Caller;
import fr.sejour.api.cases.ActKind;
import fr.sejour.api.cases.CaseFile;
import fr.sejour.api.cases.CourtOrder;
import fr.sejour.api.cases.LocalDelay;
import fr.sejour.api.cases.PieceFile;
import fr.sejour.api.catalogue.PieceRequirement;
import fr.sejour.api.catalogue.PieceType;
import fr.sejour.api.catalogue.Reading;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.filing.Assessment;
import fr.sejour.core.internal.cases.CasePieces;
import fr.sejour.core.internal.cases.Duplicates;
import fr.sejour.core.internal.cases.Moves;
import fr.sejour.core.internal.cases.PermitCase;
import fr.sejour.core.internal.upkeep.CaseLaw;
import fr.sejour.core.internal.upkeep.Upkeep;
import fr.sejour.core.port.CaseRecord;
import fr.sejour.core.port.DelayRecords.Ground;
import fr.sejour.core.port.PersonRecord;
import fr.sejour.core.port.PieceRecord;
import fr.sejour.core.port.Records;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Shows a recorded case as its reader sees it. */
final class CaseFiles {

    private final CaseLaw law;
    private final Moves moves;

    CaseFiles(CaseLaw law) {
        this.law = law;
        this.moves = new Moves(record -> record.standing().completeOn().isPresent(), law::noticeOver, law::onACard);
    }

    Moves moves() {
        return moves;
    }

    /** What somebody is told who asks for what the state of the case does not know. */
    CaseException notAllowed(Records records, Caller caller, CaseRecord record) {
        return notAllowed(records, caller, record, Map.of());
    }

    /** @param lastAct what was done last on the case, when that may be why */
    CaseException notAllowed(Records records, Caller caller, CaseRecord record, Map<String, Object> lastAct) {
        List<String> allowed =
                acts(records, caller, record).stream().map(ActTraces::code).toList();
        Map<String, Object> details = new HashMap<>(lastAct);
        details.put("status", ActTraces.code(record.standing().status()));
        details.put("allowedActs", allowed);
        return new CaseException(ErrorCode.ACT_NOT_ALLOWED, details);
    }

    /** What the state of the case knows now, and the reader may do. */
    private Set<ActKind> acts(Records records, Caller caller, CaseRecord record) {
        Set<ActKind> acts = moves.from(PermitCase.of(record));
        acts.retainAll(ActRules.of(records, caller));
        return acts;
    }

    CaseFile show(Records records, Caller caller, CaseRecord record) {
        PersonRecord person =
                records.people().find(Upkeep.READS_ALL, record.filed().person()).orElseThrow();
        return show(records, caller, record, person);
    }

    /** Whether the law, or an agent, asks for that piece. */
    boolean asksFor(PieceType type, CaseRecord record, PersonRecord person) {
        return pieces(record, assessment(record, person)).stream()
                .anyMatch(piece -> piece.type().equals(type));
    }

    private Assessment assessment(CaseRecord record, PersonRecord person) {
        return law.assess(law.facts(
                record.filed(),
                person.civilStatus().birthDate(),
                record.standing().prefecture()));
    }

    CaseFile show(Records records, Caller caller, CaseRecord record, PersonRecord person) {
        Assessment assessment = assessment(record, person);
        return new CaseFile(
                record.number(),
                record.version(),
                record.standing().status(),
                record.filed().person(),
                record.filed().permit(),
                record.filed().article(),
                record.filed().channel(),
                record.standing().prefecture(),
                record.standing().formerPrefectures(),
                record.standing().transfer(),
                record.filed().filedAt(),
                record.filed().filedOn(),
                record.filed().received(),
                assessment,
                record.filed().held(),
                record.standing().facts(),
                record.standing().completeOn().isPresent(),
                pieces(record, assessment),
                record.clocks(),
                Links.shown(caller, record.tasks()),
                record.decision(),
                record.collection(),
                orders(record),
                record.related(),
                record.standing().next(),
                delay(records, record, assessment),
                acts(records, caller, record),
                record.standing().practice());
    }

    /** In a case that another one has taken over nothing is left to obey: what a judge ordered in it is owed in that one. */
    private static List<CourtOrder> orders(CaseRecord record) {
        return record.orders().stream()
                .filter(order -> order.doneOn().isPresent() || !Duplicates.absorbed(record))
                .toList();
    }

    /** How long others waited, for whom still waits. */
    private static Optional<LocalDelay> delay(Records records, CaseRecord record, Assessment assessment) {
        boolean waits = switch (record.standing().status()) {
            case FILED, AWAITING_PIECES, UNDER_REVIEW, SILENTLY_REFUSED -> true;
            default -> false;
        };
        return waits
                ? Optional.of(records.delays()
                        .of(new Ground(
                                record.standing().prefecture(), record.filed().permit(), assessment.nature())))
                : Optional.empty();
    }

    /** Every piece the law asks for, with what came of it, then what else was asked for. */
    private static List<PieceFile> pieces(CaseRecord record, Assessment assessment) {
        Map<PieceType, PieceFile> files = new LinkedHashMap<>();
        for (PieceRequirement piece : assessment.pieces()) {
            files.put(piece.type(), file(piece, CasePieces.find(record, piece.type())));
        }
        for (PieceRecord piece : record.pieces()) {
            files.computeIfAbsent(
                    piece.type(),
                    beside -> new PieceFile(
                            beside,
                            piece.state(),
                            PieceFile.Need.ASKED_BESIDES,
                            Reading.settled(false),
                            Optional.empty(),
                            given(piece),
                            piece.finding()));
        }
        return List.copyOf(files.values());
    }

    private static PieceFile file(PieceRequirement required, Optional<PieceRecord> piece) {
        boolean atHandOver = required.phase() == PieceRequirement.Phase.COLLECTION;
        boolean blocks = required.blocking().ifSettled().orElse(false);
        return new PieceFile(
                required.type(),
                piece.map(PieceRecord::state).orElse(PieceFile.State.MISSING),
                atHandOver ? PieceFile.Need.AT_HAND_OVER : blocks ? PieceFile.Need.REQUIRED : PieceFile.Need.WANTED,
                required.blocking(),
                required.blockingBasis(),
                piece.flatMap(CaseFiles::given),
                piece.flatMap(PieceRecord::finding));
    }

    private static Optional<PieceFile.Given> given(PieceRecord piece) {
        return piece.given()
                .map(it -> new PieceFile.Given(it.version(), it.mediaType(), it.size(), it.at(), it.scan()));
    }
}
