package fr.sejour.api.access;

import java.time.Instant;
import java.util.Optional;

/**
 * One thing that happened to the ways into a person's account, what was filed by one of them, or somebody who looked up a receipt
 * of theirs.
 *
 * @param sequence 1 for the first
 * @param by the account that did it
 * @param words what an agent said they had seen; the number of the receipt that they looked up
 */
public record AccessLine(long sequence, Instant at, AccountId by, What what, Optional<String> words) {

    /** What it is. */
    public enum What {
        RECOVERY_OPENED,
        RECOVERED,
        ACCOUNT_OPENED,
        ACCESS_CHANGED,
        CONTACT_CHANGED,
        /** The person drew a code for the counter: whoever is shown it files in their name. */
        COUNTER_CODE_DRAWN,
        /** An agent was shown that code, and filed with it. */
        COUNTER_CODE_USED,
        /** Somebody at a counter was shown the number of a failed attempt of theirs, and read it. */
        ATTEMPT_READ
    }
}
