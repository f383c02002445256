package fr.sejour.api.attestation;

import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.Task;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.right.PaperKind;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A stretch of days for which somebody with an open case has no proof of right, begun or to come.
 *
 * @param prefecture the one that is responsible for the case
 * @param from the first day that no proof covers to its end
 * @param closing what closes it without anybody's act; empty when somebody has to act
 * @param task the open task whose answer closes it; empty while nobody has been asked, or when nobody has to be
 * @param uncoveredDays of its days, how many are noted: those on which the person was entitled to a proof and had none
 */
public record CoverageGap(
        CaseNumber caseNumber,
        PrefectureCode prefecture,
        String familyName,
        String givenNames,
        LocalDate from,
        GapCause cause,
        Optional<Closing> closing,
        Optional<Task> task,
        int uncoveredDays) {

    /**
     * The paper that closes a gap by itself.
     *
     * @param on the first day on which it can be shown
     */
    public record Closing(PaperKind paper, LocalDate on) {}
}
