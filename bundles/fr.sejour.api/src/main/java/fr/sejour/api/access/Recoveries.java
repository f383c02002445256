package fr.sejour.api.access;

import fr.sejour.api.person.PersonId;
import java.time.Instant;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The counter where somebody who lost mail, phone and password is let in again. Each method is one transaction. */
@ProviderType
public interface Recoveries {

    /**
     * Lets a person in whose identity the agent has seen. A code opened before and not used serves no more.
     *
     * @param seen which document, in words, 1 to 500 characters
     * @return the code, shown once, and until when it serves: 24 hours
     * @throws fr.sejour.api.fault.CaseException {@code NOT_FOUND} when the person is unknown or out of scope;
     *     {@code NOT_YOURS_TO_DO} for the person themselves and for a préfecture that only reads; {@code MALFORMED_INPUT}
     */
    Opened open(Caller caller, PersonId person, String seen);

    /**
     * Who changed the ways in, and who let the person in, oldest first.
     *
     * @throws fr.sejour.api.fault.CaseException {@code NOT_FOUND} when the person is unknown or out of scope
     */
    List<AccessLine> history(Caller caller, PersonId person);

    /** A recovery that waits for its person. */
    record Opened(RecoveryCode code, Instant until) {}
}
