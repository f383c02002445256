package fr.sejour.web.page;

import fr.sejour.api.cases.LocalDelay;
import java.time.LocalDate;
import java.util.Optional;

/**
 * How long decisions took lately, in words.
 *
 * @param countedOn the day of the count, when the sentence has figures
 */
public record Delay(String sentence, Optional<LocalDate> countedOn) {

    public static Delay of(Words words, LocalDelay delay) {
        return delay.spread()
                .map(spread -> new Delay(
                        words.say(
                                "delay.known",
                                "days",
                                LocalDelay.DAYS,
                                "cases",
                                delay.cases(),
                                "half",
                                spread.half(),
                                "most",
                                spread.nineTenths()),
                        delay.countedOn()))
                .orElseGet(() -> new Delay(words.say("delay.too-few", "days", LocalDelay.DAYS), Optional.empty()));
    }
}
