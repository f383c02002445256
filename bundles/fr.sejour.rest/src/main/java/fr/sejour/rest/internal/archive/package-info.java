/** A whole file as one archive that others can verify. */
@NullMarked
package fr.sejour.rest.internal.archive;

import org.jspecify.annotations.NullMarked;
