package fr.sejour.rest.internal.answer;

import fr.sejour.api.mandate.MandateFile;
import java.util.List;

/** The mandates of a person. */
public record MandatesAnswer(List<MandateAnswer> mandates) {

    public static MandatesAnswer of(List<MandateFile> mandates) {
        return new MandatesAnswer(mandates.stream().map(MandateAnswer::of).toList());
    }
}
