/** Whether the record still says what was written: chains, sealed heads, signed roots. */
@NullMarked
package fr.sejour.core.internal.record;

import org.jspecify.annotations.NullMarked;
