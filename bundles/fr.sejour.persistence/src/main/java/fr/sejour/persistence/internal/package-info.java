/**
 * Brings up the persistence units of other bundles.
 *
 * <p>A bundle with a {@code Meta-Persistence} header starts; its data source is there; its own migrations run, each
 * bundle keeping its own history; then its {@code EntityManagerFactory} is a service, until the bundle stops or the
 * data source leaves.
 */
@NullMarked
package fr.sejour.persistence.internal;

import org.jspecify.annotations.NullMarked;
