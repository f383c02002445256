package fr.sejour.core.port;

import fr.sejour.api.attempt.AttemptNumber;
import java.time.Instant;

/** The attempt that a filing names, and whether its day counts. */
public record NamedAttempt(AttemptNumber number, Instant at, Standing standing) {

    /** Whether its day counts. */
    public enum Standing {
        /** The person says so, and an agent owes an answer. */
        PROPOSED,
        CONFIRMED,
        REFUSED
    }

    public NamedAttempt judged(boolean counts) {
        return new NamedAttempt(number, at, counts ? Standing.CONFIRMED : Standing.REFUSED);
    }
}
