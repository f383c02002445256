/**
 * What people report to be wrong (signalements), as work of a team with a day and an answer. Called by the API, the portal and the
 * console; implemented by the core.
 */
@Export
@Version("1.0.0")
@NullMarked
package fr.sejour.api.report;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
