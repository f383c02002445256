package fr.sejour.api.attestation;

import fr.sejour.api.access.Caller;
import fr.sejour.api.person.PersonId;
import org.osgi.annotation.versioning.ProviderType;

/** The ledger of a person's proofs of right. Reading only. */
@ProviderType
public interface Coverage {

    /** @throws fr.sejour.api.fault.CaseException {@code NOT_FOUND} when the person is unknown or out of scope */
    CoverageLedger of(Caller caller, PersonId person);
}
