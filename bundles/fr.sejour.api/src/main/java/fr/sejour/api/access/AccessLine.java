package fr.sejour.api.access;

import java.time.Instant;
import java.util.Optional;

/**
 * One thing that happened to the ways into a person's account.
 *
 * @param sequence 1 for the first
 * @param by the account that did it
 * @param words what an agent said they had seen
 */
public record AccessLine(long sequence, Instant at, AccountId by, What what, Optional<String> words) {

    /** What it is. */
    public enum What {
        RECOVERY_OPENED,
        RECOVERED,
        ACCOUNT_OPENED,
        ACCESS_CHANGED,
        CONTACT_CHANGED
    }
}
