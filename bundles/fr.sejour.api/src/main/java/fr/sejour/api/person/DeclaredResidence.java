package fr.sejour.api.person;

import java.time.Instant;

/**
 * Where a person lives, as they or an agent said last.
 *
 * @param since the instant at which it was said
 */
public record DeclaredResidence(Residence residence, Instant since) {}
