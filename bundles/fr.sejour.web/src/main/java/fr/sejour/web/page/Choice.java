package fr.sejour.web.page;

import java.util.Optional;

/**
 * One of several answers to a question.
 *
 * @param value what is sent
 * @param label what is read
 * @param group the heading it stands under; choices of a group follow each other
 * @param hint what helps to choose it
 */
public record Choice(String value, String label, Optional<String> group, Optional<String> hint) {

    public static Choice of(String value, String label) {
        return new Choice(value, label, Optional.empty(), Optional.empty());
    }

    public Choice hint(String words) {
        return new Choice(value, label, group, Optional.of(words));
    }
}
