package fr.sejour.rest.internal.answer;

import fr.sejour.api.catalogue.PieceRequirement;
import org.jspecify.annotations.Nullable;

/**
 * A piece that a filing asks for.
 *
 * @param blocking whether the file is incomplete without it: true, false or an open question
 * @param waivable whether some people need not give it: true, false or an open question
 */
public record PieceRequirementAnswer(
        String type,
        LabelAnswer label,
        Object blocking,
        Object waivable,
        @Nullable String blockingBasis,
        @Nullable String requiredWhen,
        @Nullable String waivedWhen,
        String phase,
        @Nullable Integer maxAgeMonths,
        String source) {

    static PieceRequirementAnswer of(PieceRequirement piece) {
        return new PieceRequirementAnswer(
                piece.type().value(),
                new LabelAnswer(piece.labelFr(), piece.labelEn()),
                OpenQuestion.shown(piece.blocking(), it -> it),
                OpenQuestion.shown(piece.waivable(), it -> it),
                piece.blockingBasis().orElse(null),
                piece.requiredWhen().orElse(null),
                piece.waivedWhen().orElse(null),
                Codes.of(piece.phase()),
                piece.maxAgeMonths().orElse(null),
                piece.source());
    }
}
