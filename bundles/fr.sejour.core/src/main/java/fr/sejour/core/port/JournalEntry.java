package fr.sejour.core.port;

import java.time.Instant;
import java.util.Optional;

/**
 * What the next line of a case's journal says: codes and references, never names.
 *
 * @param actor the account that acted, {@code platform} for the platform itself
 * @param statement what the actor said in their own words; its digest stands in the detail
 */
public record JournalEntry(
        Instant at, String actor, String what, String detail, Optional<String> basis, Optional<Statement> statement) {

    /** A line of an act that needs no words. */
    public JournalEntry(Instant at, String actor, String what, String detail, Optional<String> basis) {
        this(at, actor, what, detail, basis, Optional.empty());
    }
}
