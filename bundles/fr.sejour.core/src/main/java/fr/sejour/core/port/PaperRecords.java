package fr.sejour.core.port;

import fr.sejour.api.access.Caller;
import fr.sejour.api.attestation.Attestation;
import fr.sejour.api.attestation.AttestationNumber;
import fr.sejour.api.attestation.CheckCode;
import fr.sejour.api.attestation.StatusIndex;
import fr.sejour.api.person.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The papers issued. Scope as for people. The store refuses a second paper of one case, kind and first day while the first has
 * not ended.
 */
@ProviderType
public interface PaperRecords {

    /** The order in which the papers of a person are read: no two lists of them differ by what chance drew. */
    Comparator<Attestation> ORDER = Comparator.comparing(
                    (Attestation paper) -> paper.validity().firstDay())
            .thenComparing(Attestation::issuedAt)
            .thenComparing(paper -> paper.kind().name())
            .thenComparing(paper -> paper.number().value());

    void add(Attestation issued);

    /** Keeps the end of a paper that stops before its last day; nothing else of a paper ever changes. */
    void end(AttestationNumber number, Attestation.End end);

    Optional<Attestation> find(Caller caller, AttestationNumber number);

    /** The papers of a person, in {@link #ORDER}. */
    List<Attestation> ofPerson(Caller caller, PersonId person);

    /**
     * What a check turns on of the paper that bears a code, read at once, for whoever holds the code: it is the right to read.
     *
     * @param subject what failed tries on the code are counted against
     * @param since from when on they count, as of {@link AttemptRecords#failures}
     */
    Optional<PaperFile> byCheckCode(CheckCode code, String subject, Instant since);

    /** The place of a paper in the lists of states, given when it was added. */
    StatusIndex statusIndex(AttestationNumber number);

    /** How many places were given, those in between that no paper has included. */
    long statusIndices();

    /**
     * The papers of one list that stopped before their last day, as far as that day is not over.
     *
     * @param on papers whose last day is before it are left out: nobody takes them for valid
     */
    List<Stopped> stopped(int list, LocalDate on);

    /** Where a paper stands in the lists, and why it stopped. */
    record Stopped(StatusIndex index, Attestation.End end) {}
}
