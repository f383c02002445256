package fr.sejour.store.jpa.internal;

import jakarta.persistence.EntityManagerFactory;

/**
 * The unit of a database that is known to be the one of this installation. {@link InstallationGate} offers it as a service; the
 * store stands on nothing else.
 */
public record Admission(EntityManagerFactory unit) {}
