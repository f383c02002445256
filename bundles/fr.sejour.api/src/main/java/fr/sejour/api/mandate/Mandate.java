package fr.sejour.api.mandate;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.person.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * What a person lets somebody do for them.
 *
 * @param firstDay from its beginning, in Paris
 * @param lastDay to its end, in Paris
 * @param given how it was given
 * @param ended when somebody has ended it before its last day
 */
public record Mandate(
        MandateNumber number,
        PersonId person,
        Mandatary mandatary,
        Set<Permission> allows,
        LocalDate firstDay,
        LocalDate lastDay,
        Given given,
        Optional<Ended> ended) {

    /** A mandate that everybody forgot ends by itself; filing and hand-over of a yearly card fit in it. */
    public static final int LONGEST_MONTHS = 12;

    /**
     * How it was given.
     *
     * @param by the person's account, or that of the agent who recorded it
     * @param document the reference of the signed paper that the agent has seen; empty when the person gave it themselves
     */
    public record Given(Instant at, AccountId by, Optional<String> document) {}

    /** Who ended it, and when. */
    public record Ended(Instant at, AccountId by) {}

    /** @throws IllegalArgumentException when it allows nothing, or ends before it begins */
    public Mandate {
        allows = Set.copyOf(allows);
        if (allows.isEmpty() || lastDay.isBefore(firstDay)) {
            throw new IllegalArgumentException("A mandate allows something, on a day");
        }
    }

    public boolean standsOn(LocalDate day) {
        return ended.isEmpty() && !day.isBefore(firstDay) && !day.isAfter(lastDay);
    }

    public Mandate endedBy(AccountId by, Instant at) {
        return new Mandate(number, person, mandatary, allows, firstDay, lastDay, given, Optional.of(new Ended(at, by)));
    }
}
