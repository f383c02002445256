package fr.sejour.rest.internal.body;

import org.jspecify.annotations.Nullable;

/** What a checker reads on a paper and is told by its holder. */
public record CheckBody(@Nullable String code, @Nullable String birthDate) {

    /** Never the code. */
    @Override
    public String toString() {
        return "CheckBody[hidden]";
    }
}
