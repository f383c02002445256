package fr.sejour.rest.internal.answer;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** Where the lists of states are, as the Token Status List names it. */
public record StatusListsAnswer(
        @JsonProperty("status_lists") List<String> statusLists) {}
