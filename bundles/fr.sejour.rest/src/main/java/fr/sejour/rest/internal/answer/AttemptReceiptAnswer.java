package fr.sejour.rest.internal.answer;

import fr.sejour.api.attempt.AttemptReceipt;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The receipt of what failed.
 *
 * @param signature absent while there is no key to sign with
 * @param href where the person reads it again
 * @param substitute whether it gives the right to file by the substitute channel
 */
public record AttemptReceiptAnswer(
        String number, Instant at, @Nullable String signature, String href, boolean substitute) {

    public static AttemptReceiptAnswer of(AttemptReceipt receipt) {
        return new AttemptReceiptAnswer(
                receipt.number().value(),
                receipt.at(),
                receipt.signature().orElse(null),
                "/api/v1/attempts/" + receipt.number(),
                receipt.substitute());
    }
}
