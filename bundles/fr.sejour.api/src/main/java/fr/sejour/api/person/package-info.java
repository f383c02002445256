/**
 * The people the platform serves: who they are, what they hold, how they are reached, and how sure the platform is of each
 * fact. Called by the API and the pages, implemented by the core.
 */
@Export
@Version("1.0.0")
@NullMarked
package fr.sejour.api.person;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
