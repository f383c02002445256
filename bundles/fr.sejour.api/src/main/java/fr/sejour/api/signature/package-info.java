/**
 * What the platform signs, so that anybody can see later that it said so. Called by the core; implemented by the signature bundle,
 * which another implementation may replace.
 */
@Export
@Version("1.0.0")
@NullMarked
package fr.sejour.api.signature;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
