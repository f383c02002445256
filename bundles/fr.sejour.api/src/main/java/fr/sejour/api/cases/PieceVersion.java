package fr.sejour.api.cases;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.catalogue.PieceType;
import java.time.Instant;
import java.util.Optional;

/**
 * One version of a piece as it was given to a case.
 *
 * @param version 1 for the first file given for that piece
 * @param evidence what it is a version of: the same file given elsewhere is the same evidence
 * @param digest the SHA-256 of the content, hexadecimal
 * @param by who gave it
 * @param end when it stopped standing, and how; empty for the one that stands
 */
public record PieceVersion(
        PieceType type,
        int version,
        EvidenceId evidence,
        String mediaType,
        long size,
        String digest,
        ScanState scan,
        Instant givenAt,
        AccountId by,
        Optional<End> end) {

    /** The same file given to another case, as that version of its piece. */
    public PieceVersion numbered(int other) {
        return new PieceVersion(type, other, evidence, mediaType, size, digest, scan, givenAt, by, end);
    }

    /** How a version stopped standing. */
    public record End(Instant at, How how) {}

    /** Why a version stands no more. */
    public enum How {
        REPLACED,
        REMOVED,
        /** Malware was found in it later. */
        INFECTED
    }
}
