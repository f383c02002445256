package fr.sejour.rest.internal.body;

import org.jspecify.annotations.Nullable;

/** What a person knows that links them to the register. */
public record LinkBody(
        @Nullable String foreignerNumber,
        @Nullable String birthDate,
        @Nullable String letterCode) {

    /** Never the person. */
    @Override
    public String toString() {
        return "LinkBody[hidden]";
    }
}
