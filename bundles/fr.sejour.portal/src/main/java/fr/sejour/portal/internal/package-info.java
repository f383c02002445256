/** The applicants' pages: their rights of today, their cases, papers and messages, and the way to ask for a permit. */
@NullMarked
package fr.sejour.portal.internal;

import org.jspecify.annotations.NullMarked;
