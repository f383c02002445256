package fr.sejour.rest.internal.answer;

import fr.sejour.api.filing.Assessment;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the law says of a filing on the day it was made.
 *
 * @param timeliness a code or an open question
 * @param fees the fees or an open question
 */
public record AssessmentAnswer(
        EditionAnswer edition,
        String nature,
        Object timeliness,
        @Nullable LocalDate opens,
        @Nullable LocalDate closes,
        List<PieceRequirementAnswer> pieces,
        Object fees,
        List<SaidCode> warnings) {

    static AssessmentAnswer of(Assessment assessment, Wording wording) {
        return new AssessmentAnswer(
                EditionAnswer.of(assessment.edition()),
                Codes.of(assessment.nature()),
                OpenQuestion.shown(assessment.timeliness(), Codes::of),
                assessment.opens().orElse(null),
                assessment.closes().orElse(null),
                assessment.pieces().stream().map(PieceRequirementAnswer::of).toList(),
                OpenQuestion.shown(assessment.fees(), FeesAnswer::of),
                assessment.warnings().stream()
                        .map(it -> SaidCode.of("warning", it, wording))
                        .toList());
    }
}
