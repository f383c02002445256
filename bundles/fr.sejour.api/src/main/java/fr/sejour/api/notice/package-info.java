/**
 * What a person is told: the inbox that always stands, beside whatever channels carry the same words. Implemented by the core,
 * called by the API and the portal.
 */
@Export
@Version("1.0.0")
@NullMarked
package fr.sejour.api.notice;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
