package fr.sejour.core.port;

import fr.sejour.api.cases.EvidenceId;
import fr.sejour.api.cases.PieceFile;
import fr.sejour.api.cases.PieceFinding;
import fr.sejour.api.cases.ScanState;
import fr.sejour.api.catalogue.PieceType;
import java.time.Instant;
import java.util.Optional;

/**
 * A piece of a case that somebody gave, asked for, refused or waived.
 *
 * @param given the version that stands; a piece asked for again keeps what was given before
 * @param finding what a named agent said of it last
 */
public record PieceRecord(
        PieceType type, PieceFile.State state, Optional<Given> given, Optional<PieceFinding> finding) {

    /**
     * @param version among those given for this piece, 1 for the first
     * @param digest the SHA-256 of the content, hexadecimal
     */
    public record Given(
            int version, EvidenceId evidence, String mediaType, long size, String digest, Instant at, ScanState scan) {

        /** The same content as another version. */
        public Given numbered(int number) {
            return new Given(number, evidence, mediaType, size, digest, at, scan);
        }
    }

    /** The same piece with another finding about it. */
    public PieceRecord found(PieceFile.State changed, PieceFinding said) {
        return new PieceRecord(type, changed, given, Optional.of(said));
    }
}
