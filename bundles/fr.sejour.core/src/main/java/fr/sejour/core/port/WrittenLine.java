package fr.sejour.core.port;

import java.time.Instant;
import java.util.Optional;

/**
 * A line of a journal as its table holds it.
 *
 * @param statement what was said with the act, with its salt, as long as it is kept
 */
public record WrittenLine(
        long sequence,
        Instant at,
        String actor,
        String what,
        String detail,
        Optional<String> basis,
        String digest,
        Optional<Statement> statement) {}
