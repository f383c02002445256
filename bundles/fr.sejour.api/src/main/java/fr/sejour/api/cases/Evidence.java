package fr.sejour.api.cases;

import fr.sejour.api.catalogue.PieceType;
import java.time.Instant;
import java.util.List;

/**
 * A file that a person gave once, and every place it was given to. It belongs to the person, not to a case.
 *
 * @param uses oldest first
 */
public record Evidence(
        EvidenceId id, String mediaType, long size, String digest, ScanState scan, Instant givenAt, List<Use> uses) {

    public Evidence {
        uses = List.copyOf(uses);
    }

    /** A version of a piece that is this file. */
    public record Use(CaseNumber caseNumber, PieceType type, int version, boolean stands) {}
}
