package fr.sejour.api.attempt;

import java.time.Instant;
import java.util.Optional;

/**
 * What the person keeps of an attempt.
 *
 * @param signature number, instant, operation, ground and digest as a compact JWS of kind {@code attempt}; empty while there is
 *     no key to sign with: it is found again with its signature later
 * @param substitute whether it gives the right to file by the substitute channel
 */
public record AttemptReceipt(AttemptNumber number, Instant at, Optional<String> signature, boolean substitute) {

    public static AttemptReceipt of(Attempt attempt) {
        return new AttemptReceipt(
                attempt.number(),
                attempt.at(),
                attempt.signature(),
                attempt.substitute().isPresent());
    }
}
