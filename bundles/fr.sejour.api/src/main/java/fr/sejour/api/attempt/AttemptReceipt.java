package fr.sejour.api.attempt;

import java.time.Instant;

/**
 * What the person keeps of an attempt.
 *
 * @param signature number, instant, operation, ground and digest as a compact JWS of kind {@code attempt}
 * @param substitute whether it gives the right to file by the substitute channel
 */
public record AttemptReceipt(AttemptNumber number, Instant at, String signature, boolean substitute) {

    public static AttemptReceipt of(Attempt attempt) {
        return new AttemptReceipt(
                attempt.number(),
                attempt.at(),
                attempt.signature(),
                attempt.substitute().isPresent());
    }
}
