package fr.sejour.console.internal;

import fr.sejour.api.mandate.Mandate;
import fr.sejour.api.mandate.MandateFile;
import fr.sejour.web.page.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A mandate that stands, or is to, as an agent sees it.
 *
 * @param document the reference of the paper it was given on
 * @param end where it is ended
 */
public record MandateLine(
        String name,
        String number,
        List<String> allows,
        LocalDate firstDay,
        LocalDate lastDay,
        Optional<String> document,
        String end) {

    public MandateLine {
        allows = List.copyOf(allows);
    }

    static MandateLine of(Words words, MandateFile file) {
        Mandate mandate = file.mandate();
        return new MandateLine(
                mandate.mandatary().name(),
                mandate.number().value(),
                mandate.allows().stream()
                        .sorted()
                        .map(it -> words.code("helped.allows", it))
                        .toList(),
                mandate.firstDay(),
                mandate.lastDay(),
                mandate.given().document(),
                PeopleSection.path(mandate.person()) + "/mandates/" + mandate.number() + "/end");
    }
}
