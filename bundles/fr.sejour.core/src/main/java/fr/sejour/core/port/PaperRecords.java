package fr.sejour.core.port;

import fr.sejour.api.access.Caller;
import fr.sejour.api.attestation.Attestation;
import fr.sejour.api.attestation.AttestationNumber;
import fr.sejour.api.attestation.CheckCode;
import fr.sejour.api.person.PersonId;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The papers issued. Scope as for people. The store refuses a second paper of one case, kind and first day while the first has
 * not ended.
 */
@ProviderType
public interface PaperRecords {

    void add(Attestation issued);

    /** Keeps the end of a paper that stops before its last day; nothing else of a paper ever changes. */
    void end(AttestationNumber number, Attestation.End end);

    Optional<Attestation> find(Caller caller, AttestationNumber number);

    /** The papers of a person, by first day. */
    List<Attestation> ofPerson(Caller caller, PersonId person);

    /** The paper that bears a check code, for whoever holds it: the code is the right to read. */
    Optional<Attestation> byCheckCode(CheckCode code);
}
