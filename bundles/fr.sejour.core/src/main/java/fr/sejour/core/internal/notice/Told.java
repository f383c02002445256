package fr.sejour.core.internal.notice;

import java.util.Map;

/**
 * Something a person has to be told about a case.
 *
 * @param kind the notice's kind, the middle of its text keys: {@code paper-issued}
 * @param arguments the places of its sentences, beside the case number and the permit, which every notice has
 */
public record Told(String kind, Map<String, Object> arguments) {

    public Told {
        arguments = Map.copyOf(arguments);
    }
}
