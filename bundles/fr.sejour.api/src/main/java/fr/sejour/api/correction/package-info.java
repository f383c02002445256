/**
 * Changes of civil status that a person proposes and an agent approves or refuses. Called by the API, the portal and the console;
 * implemented by the core.
 */
@Export
@Version("1.0.0")
@NullMarked
package fr.sejour.api.correction;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
