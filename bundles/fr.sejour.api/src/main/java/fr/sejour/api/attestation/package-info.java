/**
 * The interim papers issued, the coverage they make, and how an employer checks one. Called by the API and the pages;
 * implemented by the core.
 *
 * <p>Every paper, every interval of a coverage and every answer of a check that is read here carries its days as they count at that
 * instant, the last of them ending where it ends later after a transfer: the same paper may so end some hours later, or earlier again,
 * when it is read anew. Its number, its printed days and its seal never change.
 */
@Export
@Version("1.0.0")
@NullMarked
package fr.sejour.api.attestation;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
