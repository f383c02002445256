package fr.sejour.core.port;

import fr.sejour.api.access.Caller;
import fr.sejour.api.correction.Correction;
import fr.sejour.api.correction.CorrectionNumber;
import fr.sejour.api.person.PersonId;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The corrections. Scope: an applicant reads those of their person; an agent those of people with a case they may read; national
 * services all. Whoever adds or changes one holds its person.
 */
@ProviderType
public interface CorrectionRecords {

    /** Keeps a correction; the file of its proof is kept already, and what is said of it is read from there. */
    void add(Correction fresh);

    /** Keeps the person of a correction to this transaction until its end; nothing when there is no such correction. */
    void hold(CorrectionNumber number);

    /** Keeps a changed correction; steps are only ever added, and of its proof the file is kept. */
    void change(Correction changed);

    Optional<Correction> find(Caller caller, CorrectionNumber number);

    /** Those of a person, newest first, without their steps; the caller has read the person before. */
    List<Correction> ofPerson(PersonId person, int limit);

    /** The one of a person that waits for its answer, without its steps; the first due, should there be several. */
    Optional<Correction> waiting(PersonId person);

    /** Those to be answered within the caller's scope, the day that comes first before the others, without their steps. */
    List<Correction> toAnswer(Caller caller, int limit);
}
