package fr.sejour.console.internal;

import fr.sejour.api.filing.Assessment;
import fr.sejour.api.filing.Timeliness;
import fr.sejour.web.page.CatalogueWords;
import fr.sejour.web.page.Choice;
import fr.sejour.web.page.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What an agent types in, beside what is known already.
 *
 * @param who how the person was found: {@code registered}, {@code presented}, {@code known} or {@code newcomer}
 * @param known what nobody types again; empty for a newcomer
 */
public record EntryView(
        String who,
        Optional<Known> known,
        List<Choice> channels,
        List<Choice> permits,
        List<Choice> held,
        List<Choice> places,
        List<Choice> countries) {

    public EntryView {
        channels = List.copyOf(channels);
        permits = List.copyOf(permits);
        held = List.copyOf(held);
        places = List.copyOf(places);
        countries = List.copyOf(countries);
    }

    /**
     * What the register and the platform know of the person.
     *
     * @param protection the protection that was granted (L. 511-1, L. 512-1): the paper may hang on it
     */
    public record Known(
            String name,
            LocalDate birthDate,
            Optional<String> number,
            List<String> permits,
            Optional<String> protection) {

        public Known {
            permits = List.copyOf(permits);
        }
    }

    /**
     * Somebody found by their name or number.
     *
     * @param about where an agent reads about them
     */
    public record Found(String reference, String about, String name, Optional<String> number) {}

    /** What the law says of the filing, before it is kept. */
    public record Check(
            String permit,
            String nature,
            String timeliness,
            boolean inTime,
            Optional<LocalDate> opens,
            Optional<LocalDate> closes,
            List<String> warnings,
            List<Choice> pieces,
            List<Choice> articles) {

        public Check {
            warnings = List.copyOf(warnings);
            pieces = List.copyOf(pieces);
            articles = List.copyOf(articles);
        }

        static Check of(
                Words words, CatalogueWords labels, String permit, Assessment assessment, List<Choice> articles) {
            return new Check(
                    permit,
                    words.code("nature", assessment.nature()),
                    assessment
                            .timeliness()
                            .fold(
                                    timeliness -> words.code("timeliness", timeliness),
                                    open -> words.say("timeliness.undetermined")),
                    assessment
                            .timeliness()
                            .ifSettled()
                            .map(Timeliness.IN_TIME::equals)
                            .orElse(false),
                    assessment.opens(),
                    assessment.closes(),
                    assessment.warnings().stream()
                            .map(code -> words.code("warning", code))
                            .toList(),
                    assessment.pieces().stream()
                            .map(piece -> Choice.of(piece.type().value(), labels.piece(piece)))
                            .toList(),
                    articles);
        }
    }
}
