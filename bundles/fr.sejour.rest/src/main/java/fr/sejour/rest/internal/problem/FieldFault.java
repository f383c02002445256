package fr.sejour.rest.internal.problem;

/**
 * What is wrong with one part of a request.
 *
 * @param field the part, as the contract names it; empty for the whole body
 * @param rule the code of the sentence that says what is expected there
 */
public record FieldFault(String field, Rule rule) {}
