package fr.sejour.rest.internal.body;

import fr.sejour.api.person.TwoPeople;
import fr.sejour.rest.internal.problem.Rule;
import org.jspecify.annotations.Nullable;

/**
 * An agent's word that two who look alike are two people, as it is sent.
 *
 * @param words why
 */
public record TwoPeopleBody(@Nullable String words) {

    public TwoPeople toTwoPeople() {
        return Input.value("words", Rule.WORDS, words, TwoPeople::new);
    }

    /** Never the words. */
    @Override
    public String toString() {
        return "TwoPeopleBody[hidden]";
    }
}
