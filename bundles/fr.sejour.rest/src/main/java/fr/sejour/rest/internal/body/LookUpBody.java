package fr.sejour.rest.internal.body;

import org.jspecify.annotations.Nullable;

/** By what an agent looks for somebody: in a body, so that no log of addresses keeps it. */
public record LookUpBody(@Nullable String foreignerNumber) {

    /** Never the person. */
    @Override
    public String toString() {
        return "LookUpBody[hidden]";
    }
}
