package fr.sejour.api.team;

import fr.sejour.api.access.AccountId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Days on which an agent is away, the first and the last included. Nothing waits for them meanwhile: what they have is their
 * stand-in's, or the team's.
 *
 * @param standIn who has their cases meanwhile; when empty, or away too, the team
 */
public record Leave(LocalDate from, LocalDate until, Optional<AccountId> standIn) {

    /** @throws IllegalArgumentException when it ends before it begins, or lasts longer than two years */
    public Leave {
        if (until.isBefore(from) || until.isAfter(from.plusYears(2))) {
            throw new IllegalArgumentException("A leave ends after it begins, and within two years");
        }
    }

    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(until);
    }
}
