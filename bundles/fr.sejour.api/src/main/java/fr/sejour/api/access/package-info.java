/**
 * Who is asking. The security bundle signs people in and turns a token into a {@link fr.sejour.api.access.Caller}; the core
 * keeps the accounts and reads every record through the caller's scope.
 */
@Export
@Version("1.0.0")
@NullMarked
package fr.sejour.api.access;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
