package fr.sejour.api.paper;

import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Seals a paper: what it says, in one line of capitals that carries its own signature, so that anybody reads and verifies it with
 * no network. Safe from any thread; needs no database.
 */
@ProviderType
public interface Seals {

    /** The line to draw as a Data Matrix: upper-case letters, digits and the separators of the layout. */
    String seal(PrintedPaper paper);

    /** The public keys, present and former, each with the members of a JWK (RFC 7517), that a seal is verified with. */
    List<Map<String, String>> publicKeys();
}
