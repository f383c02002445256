/**
 * One act on many cases: looked at first, then done case by case, with a result for each. Called by the API and the console;
 * implemented by the core.
 */
@Export
@Version("1.0.0")
@NullMarked
package fr.sejour.api.bulk;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
