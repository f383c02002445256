/**
 * The préfectures, their service points, and what local rules say for a case. The core answers; rules bundles feed it.
 */
@Export
@Version("1.0.0")
@NullMarked
package fr.sejour.api.prefecture;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
