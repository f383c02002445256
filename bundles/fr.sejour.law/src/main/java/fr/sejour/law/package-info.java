/**
 * The national law on a day: what an edition of the catalogue says of a filing. The core calls it, on values, before it opens
 * a transaction; nothing here reads a clock, a store or the network, and everything is immutable and safe from any thread.
 * What the texts leave open comes back as an undetermined reading, never as a refusal.
 */
@Export
@Version("1.0.0")
@NullMarked
package fr.sejour.law;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
