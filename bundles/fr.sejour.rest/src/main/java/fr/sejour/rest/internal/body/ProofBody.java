package fr.sejour.rest.internal.body;

import org.jspecify.annotations.Nullable;

/** A proof that somebody kept of a check. */
public record ProofBody(@Nullable String proof) {

    /** Never the proof. */
    @Override
    public String toString() {
        return "ProofBody[hidden]";
    }
}
