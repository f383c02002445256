/**
 * The act of asking: what a filing says, and what the person gets back. The API, the portal and the agents' keying call
 * {@link fr.sejour.api.filing.FilingDesk}; the core implements it.
 */
@Export
@Version("1.0.0")
@NullMarked
package fr.sejour.api.filing;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
