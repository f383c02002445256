package fr.sejour.rest.internal.answer;

import fr.sejour.api.correction.Correction;
import java.util.List;

/** Corrections, without their steps. */
public record CorrectionsAnswer(List<CorrectionAnswer> corrections) {

    public static CorrectionsAnswer of(List<Correction> corrections) {
        return new CorrectionsAnswer(
                corrections.stream().map(CorrectionAnswer::row).toList());
    }
}
