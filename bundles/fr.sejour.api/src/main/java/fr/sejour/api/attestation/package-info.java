/**
 * The interim papers issued, the coverage they make, and how an employer checks one. Called by the API and the pages;
 * implemented by the core.
 */
@Export
@Version("1.0.0")
@NullMarked
package fr.sejour.api.attestation;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
