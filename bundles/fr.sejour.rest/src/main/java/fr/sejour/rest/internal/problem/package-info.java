/** What a caller is told when a request cannot be served (RFC 9457). */
@NullMarked
package fr.sejour.rest.internal.problem;

import org.jspecify.annotations.NullMarked;
