package fr.sejour.rest.internal.answer;

import fr.sejour.api.mandate.Mandates;
import java.time.LocalDate;
import java.util.List;

/** The people whom a helper helps now. */
public record HelpedAnswer(List<Helped> people) {

    /** One of them, and what they allow. */
    public record Helped(
            String mandate,
            String personId,
            String familyName,
            String givenNames,
            List<String> allows,
            LocalDate lastDay) {}

    public static HelpedAnswer of(List<Mandates.Helped> helped) {
        return new HelpedAnswer(helped.stream()
                .map(it -> new Helped(
                        it.mandate().number().value(),
                        it.mandate().person().value(),
                        it.familyName(),
                        it.givenNames(),
                        MandateAnswer.allows(it.mandate()),
                        it.mandate().lastDay()))
                .toList());
    }
}
