/**
 * The catalogue as a reader sees it: the permits a person can ask for, the pieces each one needs, and what our reading of
 * the law leaves open. The national law bundle implements {@link fr.sejour.api.catalogue.Catalogue}; the API, the pages and
 * the core call it.
 */
@Export
@Version("1.0.0")
@NullMarked
package fr.sejour.api.catalogue;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
