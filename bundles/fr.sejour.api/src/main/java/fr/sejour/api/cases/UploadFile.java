package fr.sejour.api.cases;

import fr.sejour.api.catalogue.PieceType;
import java.time.Instant;

/**
 * An upload that comes in parts.
 *
 * @param length what its sender announced, in bytes
 * @param offset how much of it stands on this side
 * @param expiresAt when it is forgotten unless it has been finished
 * @param finished whether the piece has been given by it
 */
public record UploadFile(
        UploadId id,
        CaseNumber caseNumber,
        PieceType type,
        long length,
        long offset,
        Instant expiresAt,
        boolean finished) {}
