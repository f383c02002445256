package fr.sejour.law.internal.text;

import fr.sejour.api.catalogue.Article;
import fr.sejour.api.catalogue.Reading;
import java.util.List;
import java.util.Optional;

/**
 * How the work right of a paper is found, and why.
 *
 * @param basisOfThePermit whether the articles of the permit asked for found it as well
 * @param metropolitan whether the text is written for metropolitan France
 * @param because the reason when there is a right to work
 * @param noneBecause the reason when it comes to none
 * @param open the question where two readings do not agree
 */
public record WorkRule(
        Source source,
        List<Article> basis,
        boolean basisOfThePermit,
        boolean metropolitan,
        String because,
        String noneBecause,
        Optional<Reading.Undetermined<Object>> open) {

    public WorkRule {
        basis = List.copyOf(basis);
    }

    /** Where the right is read. */
    public enum Source {
        ANY,
        NONE,
        /** The employer of the work authorisation. */
        WITH_AUTHORISATION,
        /** The permit asked for. */
        OF_THE_PERMIT,
        /** The permit asked for, once it is granted. */
        AS_GRANTED,
        /** The document held, as far as R. 431-15 and R. 431-15-2 al. 4 let it go on. */
        AS_HELD,
        /** The document held, as it stands. */
        AS_PRINTED,
        /** The document held, where what it lets do counts as the exercise of an activity. */
        AS_ALLOWED,
        /** What the catalogue sums up of the texts of the permit asked for. */
        OF_ITS_OWN_TEXTS,
        /** As held, and as a first application: settled when they agree. */
        OF_TWO_READINGS,
        /** A judge's order. */
        AS_ORDERED
    }
}
