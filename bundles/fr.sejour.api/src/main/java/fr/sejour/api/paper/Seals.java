package fr.sejour.api.paper;

import fr.sejour.api.paper.PaperSigner.SigningUnavailable;
import fr.sejour.api.seal.Seal;
import fr.sejour.api.seal.SealKey;
import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Seals a paper: what it says, in one line of capitals that carries its own signature, so that anybody reads and verifies it with
 * no network. Safe from any thread; needs no database.
 */
@ProviderType
public interface Seals {

    /**
     * The line to draw as a Data Matrix: upper-case letters, digits and the separators of the layout, as {@link Seal} reads it.
     *
     * @throws SigningUnavailable when there is no key to seal with
     */
    String seal(PrintedPaper paper);

    /**
     * The public keys, present and former, each with the members of a JWK (RFC 7517), that a seal is verified with; {@link SealKey#of}
     * reads them.
     */
    List<Map<String, String>> publicKeys();
}
