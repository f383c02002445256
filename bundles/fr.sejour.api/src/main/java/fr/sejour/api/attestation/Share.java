package fr.sejour.api.attestation;

import fr.sejour.api.person.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A person's word that whoever holds the code may read what they may do.
 *
 * @param lastDay the last day on which the code is answered, in Paris
 * @param endedAt when the person took it back
 */
public record Share(ShareCode code, PersonId person, LocalDate lastDay, Instant givenAt, Optional<Instant> endedAt) {

    /** The longest time for which rights are shared, in days. */
    public static final int LONGEST_DAYS = 90;

    /** Whether the code is answered on that day. */
    public boolean standsOn(LocalDate day) {
        return endedAt.isEmpty() && !day.isAfter(lastDay);
    }

    /** The same code, taken back. */
    public Share ended(Instant at) {
        return new Share(code, person, lastDay, givenAt, Optional.of(at));
    }
}
