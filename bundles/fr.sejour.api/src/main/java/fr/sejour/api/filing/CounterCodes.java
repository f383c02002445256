package fr.sejour.api.filing;

import fr.sejour.api.access.Caller;
import fr.sejour.api.person.PersonId;
import java.time.Instant;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The codes by which people with an account are known at a counter that has no case of theirs. The API and the portal draw them, and
 * {@link EntryDesk} takes them.
 */
@ProviderType
public interface CounterCodes {

    /**
     * Draws a code. One drawn before serves no more. In one transaction.
     *
     * @return the code, shown once, and until when it serves: seven days
     * @throws fr.sejour.api.fault.CaseException {@code NOT_FOUND} to everybody but the person: not even an agent or a helper draws
     *     one for them
     */
    Drawn draw(Caller caller, PersonId person);

    /** A code to be shown at the counter. */
    record Drawn(CounterCode code, Instant until) {}
}
