/**
 * What the rules bundle of a préfecture implements. The core finds the service, calls it before its transactions open, bounds
 * each call in time, and answers nationally when no bundle serves the préfecture.
 */
@Export
@Version("1.0.0")
@NullMarked
package fr.sejour.spi.rules;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
