package fr.sejour.core.internal.cases;

import fr.sejour.api.cases.PieceFile;
import fr.sejour.api.cases.PieceFinding;
import fr.sejour.api.catalogue.PieceType;
import fr.sejour.core.port.CaseRecord;
import fr.sejour.core.port.PieceRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The changes of one piece among those of a case. */
public final class CasePieces {

    private CasePieces() {}

    /** The case with that piece asked for: it counts as missing, whatever was given before. */
    static CaseRecord asked(CaseRecord record, PieceType type, PieceFinding said) {
        return with(record, present(record, type).found(PieceFile.State.ASKED, said));
    }

    /** The case with that piece refused by a named agent; what was given stays readable. */
    static CaseRecord refused(CaseRecord record, PieceType type, PieceFinding said) {
        return with(record, present(record, type).found(PieceFile.State.REFUSED, said));
    }

    /** The case without need of that piece. */
    static CaseRecord waived(CaseRecord record, PieceType type, PieceFinding said) {
        return with(record, present(record, type).found(PieceFile.State.WAIVED, said));
    }

    /** The case with that piece given. */
    public static CaseRecord given(CaseRecord record, PieceType type, PieceRecord.Given version) {
        return with(record, new PieceRecord(type, PieceFile.State.GIVEN, Optional.of(version), Optional.empty()));
    }

    /** The case with what was given for that piece under another number among its versions. */
    public static CaseRecord numbered(CaseRecord record, PieceType type, int version) {
        PieceRecord piece = present(record, type);
        return with(
                record,
                new PieceRecord(
                        type, piece.state(), piece.given().map(given -> given.numbered(version)), piece.finding()));
    }

    /** The case without what was given for that piece; what an agent asked for stays asked for. */
    public static CaseRecord removed(CaseRecord record, PieceType type) {
        PieceRecord before = present(record, type);
        return before.state() == PieceFile.State.GIVEN
                ? without(record, type)
                : with(record, new PieceRecord(type, before.state(), Optional.empty(), before.finding()));
    }

    /** The piece of that type that somebody gave, asked for, refused or waived. */
    public static Optional<PieceRecord> find(CaseRecord record, PieceType type) {
        return record.pieces().stream()
                .filter(piece -> piece.type().equals(type))
                .findFirst();
    }

    /** Whether a piece that was asked for or refused has not come. */
    public static boolean anyAwaited(CaseRecord record) {
        return record.pieces().stream().anyMatch(CasePieces::awaited);
    }

    /** Whether a piece was asked for or refused and has not come. */
    public static boolean awaited(PieceRecord piece) {
        return piece.state() == PieceFile.State.ASKED || piece.state() == PieceFile.State.REFUSED;
    }

    /** The last days to answer that have not been seen to pass. */
    public static List<LocalDate> noticesRunning(CaseRecord record) {
        return record.pieces().stream()
                .filter(CasePieces::awaited)
                .flatMap(piece -> piece.finding().stream())
                .filter(said -> !said.noticeOver())
                .flatMap(said -> said.answerBy().stream())
                .toList();
    }

    /** The case once the days to answer before that one are known to have passed. */
    public static CaseRecord noticesOver(CaseRecord record, LocalDate today) {
        return record.withPieces(record.pieces().stream()
                .map(piece -> awaited(piece) ? over(piece, today) : piece)
                .toList());
    }

    /** The case with no delay to answer that has run: whoever has it asks anew before they hold a missing piece against the person. */
    static CaseRecord withoutNotices(CaseRecord record) {
        return record.withPieces(record.pieces().stream()
                .map(piece -> awaited(piece) ? unnoticed(piece) : piece)
                .toList());
    }

    private static PieceRecord unnoticed(PieceRecord piece) {
        return piece.finding()
                .map(said -> piece.found(
                        piece.state(), new PieceFinding(said.by(), said.at(), said.reason(), Optional.empty(), false)))
                .orElse(piece);
    }

    private static PieceRecord over(PieceRecord piece, LocalDate today) {
        return piece.finding()
                .filter(said -> !said.noticeOver()
                        && said.answerBy().filter(today::isAfter).isPresent())
                .map(said -> piece.found(
                        piece.state(), new PieceFinding(said.by(), said.at(), said.reason(), said.answerBy(), true)))
                .orElse(piece);
    }

    private static PieceRecord present(CaseRecord record, PieceType type) {
        return find(record, type)
                .orElseGet(() -> new PieceRecord(type, PieceFile.State.MISSING, Optional.empty(), Optional.empty()));
    }

    private static CaseRecord without(CaseRecord record, PieceType type) {
        return record.withPieces(record.pieces().stream()
                .filter(piece -> !piece.type().equals(type))
                .toList());
    }

    private static CaseRecord with(CaseRecord record, PieceRecord piece) {
        List<PieceRecord> pieces = new ArrayList<>(record.pieces());
        pieces.removeIf(other -> other.type().equals(piece.type()));
        pieces.add(piece);
        return record.withPieces(pieces);
    }
}
