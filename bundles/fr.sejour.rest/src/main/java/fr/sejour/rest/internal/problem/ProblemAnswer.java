package fr.sejour.rest.internal.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Map;

/**
 * The problem as the caller reads it.
 *
 * @param next what to do now
 * @param messages the same words in each language, French first
 */
@JsonPropertyOrder({"type", "title", "status", "detail", "next", "instance", "fault", "errors", "messages"})
public record ProblemAnswer(
        String type,
        String title,
        int status,
        String detail,
        String next,
        String instance,
        String fault,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<PartAnswer> errors,
        Map<String, Words> messages,

        @JsonAnyGetter @JsonProperty(access = JsonProperty.Access.READ_ONLY)
        Map<String, Object> details) {

    /** The words of a problem in one language. */
    public record Words(String title, String detail, String next) {}

    /**
     * One part of the request and what is expected there.
     *
     * @param field as the contract names it; empty for the whole body
     * @param messages the same sentence in each language
     * @param allowed the values that are taken, where they can be listed
     */
    public record PartAnswer(
            String field,
            String rule,
            String message,
            Map<String, String> messages,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> allowed) {}
}
