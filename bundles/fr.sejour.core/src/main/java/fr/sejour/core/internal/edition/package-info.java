/** Editions of the law that arrive while the platform runs: who signed them, what they would change, since when they apply. */
@NullMarked
package fr.sejour.core.internal.edition;

import org.jspecify.annotations.NullMarked;
