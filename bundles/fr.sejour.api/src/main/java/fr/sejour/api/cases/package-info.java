/**
 * The file that instructs one filing, the acts done on it, the tasks and clocks it carries and the queue it stands in. Called
 * by the API, the console and the portal; implemented by the core.
 */
@Export
@Version("1.0.0")
@NullMarked
package fr.sejour.api.cases;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
