package fr.sejour.rest.internal.answer;

import fr.sejour.api.right.Validity;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days of a paper, from 00:00 of the first to 24:00 of the last in its zone.
 *
 * @param lastDay absent while the paper runs until an event
 * @param endZone where the last day ends; absent where that is the zone
 */
public record ValidityAnswer(
        LocalDate firstDay,
        @Nullable LocalDate lastDay,
        String zone,
        @Nullable String endZone) {

    static ValidityAnswer of(Validity validity) {
        return new ValidityAnswer(
                validity.firstDay(),
                validity.lastDay().orElse(null),
                validity.zone().getId(),
                validity.endZone().equals(validity.zone())
                        ? null
                        : validity.endZone().getId());
    }
}
