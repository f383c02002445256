package fr.sejour.rest.internal.body;

import org.jspecify.annotations.Nullable;

/**
 * What a person wants a code for.
 *
 * @param purpose who is to check it
 * @param lastDay until when it is answered
 */
public record ShareBody(@Nullable String purpose, @Nullable String lastDay) {}
