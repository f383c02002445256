package fr.sejour.core.port;

import fr.sejour.api.attestation.AttestationNumber;
import fr.sejour.api.paper.PaperSigner.Level;
import fr.sejour.api.person.PersonId;
import java.time.Instant;

/**
 * The page of a paper in one language, as it was made.
 *
 * @param level how far its signature has come
 * @param file where the vault keeps it
 * @param nextTryAt when it is looked at again for what the signature lacks; of no meaning once it lacks nothing
 */
public record CopyRecord(
        AttestationNumber paper,
        String language,
        PersonId person,
        Level level,
        PieceVault.Kept file,
        Instant madeAt,
        Instant nextTryAt) {

    /** The same page with what its signature lacked. */
    public CopyRecord completed(Level reached, PieceVault.Kept with, Instant again) {
        return new CopyRecord(paper, language, person, reached, with, madeAt, again);
    }

    /** The same page, to be looked at again then. */
    public CopyRecord waiting(Instant again) {
        return new CopyRecord(paper, language, person, level, file, madeAt, again);
    }
}
