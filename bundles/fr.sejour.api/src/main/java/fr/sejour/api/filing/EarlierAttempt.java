package fr.sejour.api.filing;

import fr.sejour.api.attempt.AttemptNumber;
import java.util.Optional;

/**
 * An attempt to file that failed, and whose day is to be the day of this filing. When an agent names it, it counts; when the person
 * does, it counts once an agent has confirmed it.
 *
 * @param reason why an attempt by somebody else or for another permit counts all the same, in the agent's own words
 */
public record EarlierAttempt(AttemptNumber number, Optional<String> reason) {

    private static final int LONGEST = 2000;

    /** @throws IllegalArgumentException when the reason has no or too many characters */
    public EarlierAttempt {
        reason = reason.map(String::strip);
        if (reason.filter(it -> it.isEmpty() || it.length() > LONGEST).isPresent()) {
            throw new IllegalArgumentException("A reason has 1 to 2,000 characters");
        }
    }
}
