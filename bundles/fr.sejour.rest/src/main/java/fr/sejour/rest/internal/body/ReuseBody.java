package fr.sejour.rest.internal.body;

import org.jspecify.annotations.Nullable;

/** Which file, given before, a piece is given by. */
public record ReuseBody(@Nullable String evidence) {}
