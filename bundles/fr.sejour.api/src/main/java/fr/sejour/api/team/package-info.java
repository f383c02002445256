/**
 * Who works on what in a préfecture: teams, what they take, who has a case, who is away. Called by the API, the console and the
 * shell; implemented by the core.
 */
@Export
@Version("1.0.0")
@NullMarked
package fr.sejour.api.team;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
