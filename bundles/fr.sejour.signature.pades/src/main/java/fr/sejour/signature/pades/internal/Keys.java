package fr.sejour.signature.pades.internal;

import fr.sejour.api.paper.PaperSigner.SigningUnavailable;
import java.util.List;

/** Where the key that signs stands. */
interface Keys {

    /**
     * What stands there now, the newest first.
     *
     * @throws SigningUnavailable when nothing there can be used, with what to mend
     */
    List<SigningKey> all();

    /** Something signed with them failed: what is known of them is forgotten. */
    void forget();
}
