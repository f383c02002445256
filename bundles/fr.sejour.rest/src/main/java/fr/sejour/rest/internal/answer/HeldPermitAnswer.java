package fr.sejour.rest.internal.answer;

import fr.sejour.api.person.HeldPermit;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The titre de séjour or long-stay visa in the person's hand. */
public record HeldPermitAnswer(
        String permit, String number, @Nullable String kind, LocalDate validFrom, LocalDate validUntil) {

    static HeldPermitAnswer of(HeldPermit held) {
        return new HeldPermitAnswer(
                held.permit().value(),
                held.number(),
                held.kind().map(Codes::of).orElse(null),
                held.validFrom(),
                held.validUntil());
    }
}
