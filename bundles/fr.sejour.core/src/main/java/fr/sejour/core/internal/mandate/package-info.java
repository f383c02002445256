/** Mandates: what people let others do for them, and where that is found out. */
@NullMarked
package fr.sejour.core.internal.mandate;

import org.jspecify.annotations.NullMarked;
