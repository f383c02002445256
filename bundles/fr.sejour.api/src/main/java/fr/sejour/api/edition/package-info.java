/**
 * Editions of the law that arrive on a running platform: received signed, rehearsed over the open cases without any effect,
 * made to apply, taken back. National IT and the national agents call {@link fr.sejour.api.edition.EditionDesk}; the national law
 * asks {@link fr.sejour.api.edition.ArrivedLaw} what applies.
 */
@Export
@Version("1.0.0")
@NullMarked
package fr.sejour.api.edition;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
