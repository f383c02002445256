package fr.sejour.api.person;

import java.time.Instant;

/**
 * A held permit with how sure the platform is of it.
 *
 * @param reference the platform's own reference of this fact
 * @param since when it reached that level
 */
public record HeldPermitFact(String reference, HeldPermit permit, FactLevel level, Instant since) {}
