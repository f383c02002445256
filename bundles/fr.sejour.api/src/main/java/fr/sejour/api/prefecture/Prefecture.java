package fr.sejour.api.prefecture;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * The authority of a département or territory.
 *
 * @param city where its main seat is
 * @param authority who decides there, in French
 * @param cesedaApplies whether the CESEDA applies there, with or without adaptations
 * @param zone the zone of its legal days
 * @param note an exception that a reader should know
 */
public record Prefecture(
        PrefectureCode code,
        String departement,
        String city,
        String authority,
        boolean cesedaApplies,
        ZoneId zone,
        Optional<String> note) {

    /** The zone of the national services, and of whoever no préfecture serves. */
    public static final ZoneId NATIONAL = ZoneId.of("Europe/Paris");

    /** The legal day of the national services. */
    public static LocalDate nationalDay(Instant at) {
        return at.atZone(NATIONAL).toLocalDate();
    }
}
