package fr.sejour.api.cases;

import fr.sejour.api.catalogue.PieceType;
import java.time.Instant;
import java.util.Optional;

/**
 * A piece of a case: asked for, given or refused.
 *
 * @param mediaType of the content given
 * @param size of the content given, in bytes
 * @param reason why it was asked for again or refused
 */
public record PieceFile(
        PieceType type,
        State state,
        Optional<String> mediaType,
        Optional<Long> size,
        Optional<Instant> givenAt,
        Optional<String> reason) {

    /** Where the piece stands. */
    public enum State {
        MISSING,
        GIVEN,
        REFUSED
    }
}
