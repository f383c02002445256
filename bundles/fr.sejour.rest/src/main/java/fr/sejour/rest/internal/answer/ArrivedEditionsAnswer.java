package fr.sejour.rest.internal.answer;

import fr.sejour.api.edition.ArrivedEdition;
import java.util.List;

/** The editions of the law that arrived, the last one first. */
public record ArrivedEditionsAnswer(List<ArrivedEditionAnswer> editions) {

    public static ArrivedEditionsAnswer of(List<ArrivedEdition> editions) {
        return new ArrivedEditionsAnswer(
                editions.stream().map(ArrivedEditionAnswer::of).toList());
    }
}
