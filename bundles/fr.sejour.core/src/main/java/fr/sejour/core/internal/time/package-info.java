/** The clock that everything asks. */
@NullMarked
package fr.sejour.core.internal.time;

import org.jspecify.annotations.NullMarked;
