package fr.sejour.rest.internal.body;

import org.jspecify.annotations.Nullable;

/**
 * A way in that an agent opens.
 *
 * @param seen the document by which they know the person
 */
public record RecoveryBody(@Nullable String seen) {}
