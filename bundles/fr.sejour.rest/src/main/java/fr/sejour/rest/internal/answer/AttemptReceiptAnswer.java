package fr.sejour.rest.internal.answer;

import fr.sejour.api.attempt.AttemptReceipt;
import java.time.Instant;

/**
 * The receipt of what failed.
 *
 * @param href where the person reads it again
 * @param substitute whether it gives the right to file by the substitute channel
 */
public record AttemptReceiptAnswer(String number, Instant at, String signature, String href, boolean substitute) {

    public static AttemptReceiptAnswer of(AttemptReceipt receipt) {
        return new AttemptReceiptAnswer(
                receipt.number().value(),
                receipt.at(),
                receipt.signature(),
                "/api/v1/attempts/" + receipt.number(),
                receipt.substitute());
    }
}
