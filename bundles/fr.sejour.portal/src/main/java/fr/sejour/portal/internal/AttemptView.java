package fr.sejour.portal.internal;

import fr.sejour.api.attempt.Attempt;
import fr.sejour.api.prefecture.ServicePoint;
import fr.sejour.web.page.Words;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/**
 * A receipt of what failed as its person reads it.
 *
 * @param signature empty while there is no key to sign with
 * @param counters where the substitute channel is open in person
 */
public record AttemptView(
        String number,
        String path,
        String what,
        String day,
        String time,
        boolean substitute,
        List<ServicePoint> counters,
        Optional<String> signature) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    static AttemptView of(Words words, Attempt attempt, ZoneId zone, List<ServicePoint> counters) {
        return new AttemptView(
                attempt.number().value(),
                "/help/attempts/" + attempt.number(),
                words.code("help.operation", attempt.operation()),
                words.day(attempt.at().atZone(zone).toLocalDate()),
                TIME.format(attempt.at().atZone(zone)),
                attempt.substitute().isPresent(),
                counters,
                attempt.signature());
    }
}
