package fr.sejour.api.catalogue;

import java.time.LocalDate;

/**
 * Which text a decision rests on: an edition of the catalogue with its two dates.
 *
 * @param name the edition's name, for example {@code 2026-05-01}
 * @param inForceFrom the first day on which the law of this edition applies
 * @param recordedOn the day on which the platform learnt of it
 */
public record EditionStamp(String name, LocalDate inForceFrom, LocalDate recordedOn) {}
