/**
 * The paper itself: what stands on it, its print, its seal and its signature. The core calls them with an issued record; a bundle of
 * its own implements each, so that the State puts its own press, its own seal and its own signing key in their place.
 */
@Export
@Version("1.0.0")
@NullMarked
package fr.sejour.api.paper;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
