package fr.sejour.rest.internal.answer;

import fr.sejour.api.prefecture.Prefecture;
import fr.sejour.api.prefecture.PrefectureProfile;
import fr.sejour.rest.internal.answer.PracticeAnswer.RulesAnswer;
import fr.sejour.rest.internal.answer.PracticeAnswer.ServicePointAnswer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A préfecture with its present practice. */
public record PrefectureAnswer(
        String code,
        String departement,
        String city,
        String authority,
        boolean cesedaApplies,
        String zone,
        @Nullable String note,
        List<ServicePointAnswer> servicePoints,
        String collectionMode,
        RulesAnswer rules) {

    public static PrefectureAnswer of(PrefectureProfile profile) {
        Prefecture prefecture = profile.prefecture();
        return new PrefectureAnswer(
                prefecture.code().value(),
                prefecture.departement(),
                prefecture.city(),
                prefecture.authority(),
                prefecture.cesedaApplies(),
                prefecture.zone().getId(),
                prefecture.note().orElse(null),
                profile.servicePoints().stream().map(ServicePointAnswer::of).toList(),
                Codes.of(profile.collection()),
                RulesAnswer.of(profile.rules()));
    }
}
