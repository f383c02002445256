package fr.sejour.security.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long a login waits after failures in a row: nothing for the first ones, then a pause that doubles up to a bound.
 *
 * @param failuresBeforePause the number of failures in a row that brings the first pause
 */
record Pauses(int failuresBeforePause, Duration first, Duration longest) {

    /** @throws IllegalArgumentException when a pause is out of bounds, with a sentence that names the setting */
    static Pauses from(LocalSignIn.Config config) {
        int first = Setting.within("firstPauseSeconds", config.firstPauseSeconds(), 1, 3600);
        int longest = Setting.within("longestPauseSeconds", config.longestPauseSeconds(), first, 86_400);
        return new Pauses(
                Setting.within("failuresBeforePause", config.failuresBeforePause(), 3, 20),
                Duration.ofSeconds(first),
                Duration.ofSeconds(longest));
    }

    Optional<Instant> lockAfter(int failures, Instant now) {
        return failures < failuresBeforePause ? Optional.empty() : Optional.of(now.plus(pause(failures)));
    }

    private Duration pause(int failures) {
        int doublings = Math.min(failures - failuresBeforePause, 20);
        Duration grown = first.multipliedBy(1L << doublings);
        return grown.compareTo(longest) > 0 ? longest : grown;
    }
}
