package fr.sejour.store.jpa.internal;

import jakarta.persistence.EntityManagerFactory;
import org.eclipse.persistence.sessions.server.ServerSession;

/** The databases Séjour runs on, where they differ. */
enum Database {
    DERBY,
    POSTGRESQL;

    static Database of(EntityManagerFactory unit) {
        return unit.unwrap(ServerSession.class).getPlatform().isDerby() ? DERBY : POSTGRESQL;
    }
}
