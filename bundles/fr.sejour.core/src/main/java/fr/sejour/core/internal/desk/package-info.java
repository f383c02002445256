/** The desks: where filings come in and where cases are worked on. */
@NullMarked
package fr.sejour.core.internal.desk;

import org.jspecify.annotations.NullMarked;
