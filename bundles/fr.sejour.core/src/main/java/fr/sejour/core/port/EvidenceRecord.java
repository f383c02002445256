package fr.sejour.core.port;

import fr.sejour.api.cases.EvidenceId;
import fr.sejour.api.cases.ScanState;
import fr.sejour.api.person.PersonId;
import java.time.Instant;

/**
 * A file of a person, kept once whatever cases it serves.
 *
 * @param name where the vault keeps it
 * @param digest the SHA-256 of the content, hexadecimal
 */
public record EvidenceRecord(
        EvidenceId id,
        PersonId person,
        String name,
        String mediaType,
        long size,
        String digest,
        ScanState scan,
        Instant keptAt) {}
