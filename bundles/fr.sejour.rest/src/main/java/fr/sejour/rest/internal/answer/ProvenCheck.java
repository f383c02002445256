package fr.sejour.rest.internal.answer;

import org.jspecify.annotations.Nullable;

/** What the platform answered when it gave a proof: of a paper, or of a shared code. */
public record ProvenCheck(
        @Nullable CheckedPaper paper, @Nullable CheckedShare share) {}
