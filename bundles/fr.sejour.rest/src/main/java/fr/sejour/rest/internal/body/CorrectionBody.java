package fr.sejour.rest.internal.body;

import fr.sejour.api.correction.NewCorrection;
import fr.sejour.api.person.CivilStatus;
import fr.sejour.rest.internal.problem.Rule;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A change of civil status as it is proposed. */
public record CorrectionBody(
        @Nullable CivilStatusBody proposed, @Nullable String words) {

    public NewCorrection toCorrection() {
        CivilStatus person = Input.required("proposed", proposed).toCivilStatus("proposed");
        return Input.value("words", Rule.WORDS, words, it -> new NewCorrection(person, it, Optional.empty()));
    }

    /** Never the person. */
    @Override
    public String toString() {
        return "CorrectionBody[hidden]";
    }
}
