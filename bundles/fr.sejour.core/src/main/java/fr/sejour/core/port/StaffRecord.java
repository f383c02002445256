package fr.sejour.core.port;

import fr.sejour.api.access.Caller;
import fr.sejour.api.access.Login;

/**
 * An account of an agent or of the national services.
 *
 * @param caller what it may do as long as it is not closed
 */
public record StaffRecord(Caller caller, Login login, boolean closed) {}
