package fr.sejour.api.paper;

import fr.sejour.api.attestation.Attestation;
import fr.sejour.api.attestation.StatusIndex;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.person.CivilStatus;
import fr.sejour.api.person.ForeignerNumber;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Everything that stands on a paper, as it was when the paper was issued.
 *
 * @param holder the civil status of that day: a correction makes another paper
 * @param foreignerNumber once the person has one
 * @param permit what was asked for
 * @param filedOn the day of the filing that the paper goes with
 * @param status its place in the lists of states
 */
public record PrintedPaper(
        Attestation attestation,
        CivilStatus holder,
        Optional<ForeignerNumber> foreignerNumber,
        PermitCode permit,
        LocalDate filedOn,
        StatusIndex status) {}
