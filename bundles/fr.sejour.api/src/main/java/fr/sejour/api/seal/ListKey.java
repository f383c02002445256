package fr.sejour.api.seal;

import java.security.interfaces.ECPublicKey;
import java.util.Map;

/**
 * A public key that lists of states are verified with.
 *
 * @param id as the lists name it
 * @param key on the curve P-256
 */
public record ListKey(String id, ECPublicKey key) {

    /** @throws IllegalArgumentException when it is of another curve */
    public ListKey {
        if (!P256.holds(key)) {
            throw new IllegalArgumentException("A key of lists is of the curve P-256");
        }
    }

    /**
     * Reads the members of a JWK (RFC 7517).
     *
     * @throws IllegalArgumentException when it is no such key
     */
    public static ListKey of(Map<String, String> members) {
        return new ListKey(P256.member(members.get("kid")), P256.read(members));
    }
}
