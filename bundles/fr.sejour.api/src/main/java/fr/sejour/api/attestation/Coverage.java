package fr.sejour.api.attestation;

import fr.sejour.api.access.Caller;
import fr.sejour.api.person.PersonId;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The ledger of a person's proofs of right. Reading only. */
@ProviderType
public interface Coverage {

    /** @throws fr.sejour.api.fault.CaseException {@code NOT_FOUND} when the person is unknown or out of scope */
    CoverageLedger of(Caller caller, PersonId person);

    /**
     * What comes after what the person holds now; empty when that has no known end.
     *
     * @throws fr.sejour.api.fault.CaseException {@code NOT_FOUND} when the person is unknown or out of scope
     */
    Optional<ComingCoverage> coming(Caller caller, PersonId person);
}
