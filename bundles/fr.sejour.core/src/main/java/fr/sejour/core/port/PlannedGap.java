package fr.sejour.core.port;

import fr.sejour.api.attestation.CoverageGap.Closing;
import fr.sejour.api.attestation.GapCause;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The gap of coverage that a case leaves open, as it was last looked at.
 *
 * @param from the first day that no proof covers to its end; it may have come since
 * @param closing what closes it without anybody's act
 */
public record PlannedGap(LocalDate from, GapCause cause, Optional<Closing> closing) {}
