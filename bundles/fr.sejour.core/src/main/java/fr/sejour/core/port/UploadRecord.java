package fr.sejour.core.port;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.UploadId;
import fr.sejour.api.catalogue.PieceType;
import java.time.Instant;
import java.util.Optional;

/**
 * An upload that comes in parts; the parts themselves are the vault's.
 *
 * @param account whose it is
 * @param ending what its name ends in, as its sender said
 */
public record UploadRecord(
        UploadId id,
        AccountId account,
        CaseNumber caseNumber,
        PieceType type,
        long length,
        Optional<String> ending,
        Instant expiresAt,
        boolean finished) {}
