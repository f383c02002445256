package fr.sejour.api.filing;

import java.util.Optional;

/**
 * What an agent says of a filing that came by another way than the portal.
 *
 * @param late why it is typed in on a later day than that of its reception, in the agent's own words; without a reason no filing is
 *     taken back to an earlier day
 */
public record Reception(Received received, Optional<String> late) {

    private static final int LONGEST = 2000;

    /** @throws IllegalArgumentException when the reason has no or too many characters */
    public Reception {
        late = late.map(String::strip);
        if (late.filter(it -> it.isEmpty() || it.length() > LONGEST).isPresent()) {
            throw new IllegalArgumentException("A reason has 1 to 2,000 characters");
        }
    }
}
