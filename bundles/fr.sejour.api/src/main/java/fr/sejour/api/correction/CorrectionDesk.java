package fr.sejour.api.correction;

import fr.sejour.api.access.Caller;
import fr.sejour.api.cases.SentFile;
import fr.sejour.api.person.PersonId;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The corrections. Scope is that of the person. A file that comes with one is looked at, scanned and kept like a piece, before the
 * transaction; what cannot be taken is refused as {@link fr.sejour.api.cases.PieceDesk} refuses it.
 */
@ProviderType
public interface CorrectionDesk {

    /**
     * Proposes another civil status. The person does, or an agent at the counter for them.
     *
     * @throws fr.sejour.api.fault.CaseException {@code NOT_FOUND} when the person is unknown or out of scope;
     *     {@code NOT_YOURS_TO_DO} for a préfecture that only reads; {@code CORRECTION_OPEN} while another one of the person is
     *     open, with its number; {@code CONTRADICTORY_INPUT} when it changes nothing, or the birth date is still to come
     */
    Correction propose(Caller caller, PersonId person, NewCorrection said);

    /** @throws fr.sejour.api.fault.CaseException {@code NOT_FOUND} when unknown or out of scope */
    Correction find(Caller caller, CorrectionNumber number);

    /**
     * Gives the file that shows it, in the place of any before.
     *
     * @throws fr.sejour.api.fault.CaseException {@code NOT_FOUND}; {@code NOT_YOURS_TO_DO} for a préfecture that only reads;
     *     {@code CORRECTION_SETTLED} once it is
     */
    Correction giveProof(Caller caller, CorrectionNumber number, SentFile proof);

    /**
     * Opens the file that came with it. Each reading by an agent stands in the journals of the person's open cases.
     *
     * @throws fr.sejour.api.fault.CaseException {@code NOT_FOUND}, also when none came; {@code FILE_INFECTED}; for agents
     *     {@code PIECE_NOT_SCANNED} while it waits for the scanner
     */
    ProofReading readProof(Caller caller, CorrectionNumber number);

    /** Those of a person, newest first, without their steps. */
    List<Correction> ofPerson(Caller caller, PersonId person);

    /** For an applicant their own, newest first; for the others those open, the most urgent first. At most 200, without steps. */
    List<Correction> list(Caller caller);

    /**
     * Ends a proposal. An approval changes who the person is for every case, and replaces each paper in force that bears what
     * was known before by one with the same rights and last day.
     *
     * @throws fr.sejour.api.fault.CaseException {@code NOT_FOUND}; {@code NOT_YOURS_TO_DO} for an act of the other side, or of
     *     who proposed it as an agent; {@code CORRECTION_SETTLED} once it is, with its state, when, and by whom as far as the caller may know; {@code CONTRADICTORY_INPUT}
     *     for an approval against the register without words
     */
    Correction act(Caller caller, CorrectionNumber number, CorrectionAct act);
}
