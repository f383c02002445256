package fr.sejour.core.port;

import java.time.Instant;
import java.util.Optional;

/**
 * What the next line of a case's journal says: codes and references, never names.
 *
 * @param actor the account that acted, {@code platform} for the platform itself
 */
public record JournalEntry(Instant at, String actor, String what, String detail, Optional<String> basis) {}
