/**
 * What failed, as the person can prove it. The API and the pages tell {@link fr.sejour.api.attempt.Attempts} of each act of a
 * person that failed and hand its receipt over; the core implements it.
 */
@Export
@Version("1.0.0")
@NullMarked
package fr.sejour.api.attempt;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
