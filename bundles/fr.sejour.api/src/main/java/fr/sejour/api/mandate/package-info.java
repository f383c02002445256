/**
 * Mandates: what a person lets an association or a lawyer do for them, until which day. The core gives and ends them and is the
 * one place that knows what stands; the API and the pages call it.
 */
@Export
@Version("1.0.0")
@NullMarked
package fr.sejour.api.mandate;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
