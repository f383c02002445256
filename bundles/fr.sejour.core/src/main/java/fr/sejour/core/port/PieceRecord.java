package fr.sejour.core.port;

import fr.sejour.api.cases.PieceFile;
import fr.sejour.api.catalogue.PieceType;
import java.time.Instant;
import java.util.Optional;

/**
 * A piece of a case that somebody gave, asked for or refused.
 *
 * @param digest the SHA-256 of the content given, hexadecimal
 * @param reason why it was asked for again or refused
 */
public record PieceRecord(
        PieceType type,
        PieceFile.State state,
        Optional<String> mediaType,
        Optional<Long> size,
        Optional<String> digest,
        Optional<Instant> givenAt,
        Optional<String> reason) {}
