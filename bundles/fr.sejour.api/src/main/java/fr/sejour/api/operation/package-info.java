/**
 * What an operator runs and reads: the deadline pass, the deliveries, the register's import, health and measures. Implemented
 * by the core and the store; called by the shell commands, the health addresses and the timers. And how whoever keeps a secret of the
 * installation makes its file.
 */
@Export
@Version("1.0.0")
@NullMarked
package fr.sejour.api.operation;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
