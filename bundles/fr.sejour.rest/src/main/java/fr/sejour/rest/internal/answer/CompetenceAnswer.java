package fr.sejour.rest.internal.answer;

import fr.sejour.api.prefecture.Communes.Competence;
import fr.sejour.rest.internal.answer.CommunesAnswer.PlaceAnswer;
import org.jspecify.annotations.Nullable;

/** A place, who is in charge there, and for a permit at which counter. */
public record CompetenceAnswer(
        PlaceAnswer commune,
        InChargeAnswer prefecture,
        @Nullable PracticeAnswer practice) {

    /** The préfecture in charge. */
    public record InChargeAnswer(String code, String departement, String authority, boolean cesedaApplies) {}

    public static CompetenceAnswer of(Competence competence) {
        return new CompetenceAnswer(
                PlaceAnswer.of(competence.commune(), competence.prefecture().departement()),
                new InChargeAnswer(
                        competence.prefecture().code().value(),
                        competence.prefecture().departement(),
                        competence.prefecture().authority(),
                        competence.prefecture().cesedaApplies()),
                competence.practice().map(PracticeAnswer::of).orElse(null));
    }
}
