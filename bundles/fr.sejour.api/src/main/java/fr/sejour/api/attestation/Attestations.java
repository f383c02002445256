package fr.sejour.api.attestation;

import fr.sejour.api.access.Caller;
import fr.sejour.api.person.PersonId;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The papers issued. Reading only: papers come from the law and the clock, never from a button. */
@ProviderType
public interface Attestations {

    /** @throws fr.sejour.api.fault.CaseException {@code NOT_FOUND} when unknown or out of scope */
    Attestation find(Caller caller, AttestationNumber number);

    /**
     * The papers of a person, newest first.
     *
     * @throws fr.sejour.api.fault.CaseException {@code NOT_FOUND} when the person is unknown or out of scope
     */
    List<Attestation> ofPerson(Caller caller, PersonId person);
}
