package fr.sejour.rest.internal.answer;

import fr.sejour.api.mandate.MandateNumber;
import fr.sejour.api.mandate.Mandates;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the people whom a helper helps now.
 *
 * @param next the key of the next page; absent on the last
 */
public record HelpedAnswer(List<Helped> people, @Nullable String next) {

    /** One of them, and what they allow. */
    public record Helped(
            String mandate,
            String personId,
            String familyName,
            String givenNames,
            List<String> allows,
            LocalDate lastDay) {}

    public static HelpedAnswer of(Mandates.HelpedPage page) {
        return new HelpedAnswer(
                page.people().stream()
                        .map(it -> new Helped(
                                it.mandate().number().value(),
                                it.mandate().person().value(),
                                it.familyName(),
                                it.givenNames(),
                                MandateAnswer.allows(it.mandate()),
                                it.mandate().lastDay()))
                        .toList(),
                page.next().map(MandateNumber::value).orElse(null));
    }
}
