package fr.sejour.api.signature;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Signs statements of the platform with its own key. Safe from any thread; needs no database. */
@ProviderType
public interface Signatures {

    /**
     * A statement as a compact JWS (RFC 7515) that anybody verifies with the published key.
     *
     * @param type what kind of statement it is, for example {@code attempt}: one kind is never taken for another
     * @param statement its members, texts alone, written in this order
     */
    String sign(String type, Map<String, String> statement);

    /** The members of a statement of that kind that this platform signed; empty when it did not, or it was changed since. */
    Optional<Map<String, String>> verify(String type, String signed);

    /**
     * Claims as a JWT (RFC 7519) of that very media type, for a form that a standard lays down.
     *
     * @param type the {@code typ} of its header, for example {@code statuslist+jwt}
     * @param claims texts, whole numbers, and maps of these
     */
    String token(String type, Map<String, ?> claims);

    /** The public keys, present and former, each with the members of a JWK (RFC 7517). */
    List<Map<String, String>> publicKeys();
}
