package fr.sejour.api.seal;

import fr.sejour.api.attestation.AttestationNumber;
import fr.sejour.api.attestation.StatusIndex;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.person.ForeignerNumber;
import fr.sejour.api.right.PaperKind;
import fr.sejour.api.right.RightsCode;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a seal says of its paper.
 *
 * @param number of the paper: whether it still stands is asked with it
 * @param status its place in the lists of states, in which the same is read where there is no network
 * @param issuedOn the day printed on the paper
 * @param sealedOn the day on which the seal was made, by which its key is judged
 * @param permit what was asked for
 * @param lastDay empty when the paper runs until an event
 */
public record SealedPaper(
        AttestationNumber number,
        StatusIndex status,
        PaperKind kind,
        LocalDate issuedOn,
        LocalDate sealedOn,
        CaseNumber caseNumber,
        LocalDate filedOn,
        SealedText permit,
        LocalDate firstDay,
        Optional<LocalDate> lastDay,
        RightsCode rights,
        Optional<ForeignerNumber> foreignerNumber,
        SealedText givenNames,
        SealedText familyName,
        String nationality,
        LocalDate birthDate) {

    public SealedPaper {
        permit = permit.within(SealField.PERMIT.most());
        givenNames = givenNames.within(SealField.GIVEN_NAMES.most());
        familyName = familyName.within(SealField.FAMILY_NAME.most());
    }
}
