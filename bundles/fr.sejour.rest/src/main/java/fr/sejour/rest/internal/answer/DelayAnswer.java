package fr.sejour.rest.internal.answer;

import fr.sejour.api.cases.LocalDelay;
import fr.sejour.api.cases.LocalDelay.Spread;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How long decisions on such cases took lately in this préfecture, or that too few were taken to say. */
public record DelayAnswer(
        boolean enoughCases,
        int cases,
        int overDays,
        @Nullable Integer halfWithinDays,
        @Nullable Integer nineTenthsWithinDays,
        @Nullable LocalDate countedOn,
        String sentence) {

    static DelayAnswer of(LocalDelay delay, Wording wording) {
        return new DelayAnswer(
                delay.spread().isPresent(),
                delay.cases(),
                LocalDelay.DAYS,
                delay.spread().map(Spread::half).orElse(null),
                delay.spread().map(Spread::nineTenths).orElse(null),
                delay.countedOn().orElse(null),
                sentence(delay, wording));
    }

    private static String sentence(LocalDelay delay, Wording wording) {
        return delay.spread()
                .map(spread -> wording.texts()
                        .say(
                                wording.language(),
                                "delay.known",
                                Map.of(
                                        "days", LocalDelay.DAYS,
                                        "cases", delay.cases(),
                                        "half", spread.half(),
                                        "most", spread.nineTenths())))
                .orElseGet(() ->
                        wording.texts().say(wording.language(), "delay.too-few", Map.of("days", LocalDelay.DAYS)));
    }
}
