/**
 * The record that the platform keeps of every act, and how anybody finds out whether it still says what was written. Called by the
 * API, the shell and the export of a file; implemented by the core.
 */
@Export
@Version("1.0.0")
@NullMarked
package fr.sejour.api.record;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
