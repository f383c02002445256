package fr.sejour.rest.internal.problem;

import java.util.List;

/**
 * What is wrong with one part of a request.
 *
 * @param field the part, as the contract names it; empty for the whole body
 * @param rule the code of the sentence that says what is expected there
 * @param allowed the values that are taken, where they can be listed
 */
public record FieldFault(String field, Rule rule, List<String> allowed) {

    public FieldFault {
        allowed = List.copyOf(allowed);
    }

    public FieldFault(String field, Rule rule) {
        this(field, rule, List.of());
    }
}
