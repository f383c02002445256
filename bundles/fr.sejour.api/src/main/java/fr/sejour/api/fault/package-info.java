/**
 * Requests that the platform cannot serve, by whose fault it is. Every service of the platform throws them; the API and the
 * pages turn them into one problem answer (RFC 9457).
 */
@Export
@Version("1.0.0")
@NullMarked
package fr.sejour.api.fault;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
