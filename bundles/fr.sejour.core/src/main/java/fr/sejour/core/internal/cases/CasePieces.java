package fr.sejour.core.internal.cases;

import fr.sejour.api.cases.PieceContent;
import fr.sejour.api.cases.PieceFile;
import fr.sejour.api.catalogue.PieceType;
import fr.sejour.core.port.CaseRecord;
import fr.sejour.core.port.PieceRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The changes of one piece among those of a case. */
public final class CasePieces {

    private CasePieces() {}

    /** The case with that piece asked for: it counts as missing, whatever was given before. */
    static CaseRecord missing(CaseRecord record, PieceType type, String reason) {
        return with(
                record,
                new PieceRecord(
                        type,
                        PieceFile.State.MISSING,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(reason)));
    }

    /** The case with that piece refused by a named agent; what was given stays readable. */
    static CaseRecord refused(CaseRecord record, PieceType type, String reason) {
        Optional<PieceRecord> given = record.pieces().stream()
                .filter(piece -> piece.type().equals(type))
                .findFirst();
        return with(
                record,
                new PieceRecord(
                        type,
                        PieceFile.State.REFUSED,
                        given.flatMap(PieceRecord::mediaType),
                        given.flatMap(PieceRecord::size),
                        given.flatMap(PieceRecord::digest),
                        given.flatMap(PieceRecord::givenAt),
                        Optional.of(reason)));
    }

    /** The case with that piece given. */
    public static CaseRecord given(CaseRecord record, PieceType type, PieceContent content, String digest, Instant at) {
        return with(
                record,
                new PieceRecord(
                        type,
                        PieceFile.State.GIVEN,
                        Optional.of(content.mediaType()),
                        Optional.of((long) content.bytes().length),
                        Optional.of(digest),
                        Optional.of(at),
                        Optional.empty()));
    }

    /** Whether a piece that was asked for or refused has not come. */
    public static boolean anyAwaited(CaseRecord record) {
        return record.pieces().stream().anyMatch(piece -> piece.state() != PieceFile.State.GIVEN);
    }

    private static CaseRecord with(CaseRecord record, PieceRecord piece) {
        List<PieceRecord> pieces = new ArrayList<>(record.pieces());
        pieces.removeIf(other -> other.type().equals(piece.type()));
        pieces.add(piece);
        return record.withPieces(pieces);
    }
}
