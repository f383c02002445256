/** The attempts that failed: their receipts, and the file in which they wait while the database is down. */
@NullMarked
package fr.sejour.core.internal.attempt;

import org.jspecify.annotations.NullMarked;
