/**
 * The records the core keeps, as its own adapters see them: the store implements these interfaces, the core alone calls them.
 * They change with the core; nothing else may import them. Every read takes the caller and answers within their scope: what is
 * out of scope reads like what does not exist.
 */
@Export
@Version("1.0.0")
@NullMarked
package fr.sejour.core.port;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
