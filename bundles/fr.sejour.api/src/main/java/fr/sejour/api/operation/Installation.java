package fr.sejour.api.operation;

import org.osgi.annotation.versioning.ProviderType;

/**
 * The installation's identity, kept in the database and beside the configuration, so that nobody serves an empty or a foreign
 * database by mistake. Implemented by the store, called by the shell.
 */
@ProviderType
public interface Installation {

    /** What stands on each side, in one sentence. */
    String describe();

    /**
     * Gives a database without identity the one of this installation.
     *
     * @throws IllegalStateException when the database has another identity
     */
    void initialise();

    /** Takes over the identity of the database, after a copy or a restore. */
    void adopt();
}
