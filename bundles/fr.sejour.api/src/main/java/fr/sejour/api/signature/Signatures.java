package fr.sejour.api.signature;

import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Signs statements of the platform with its own key. Safe from any thread; needs no database. Without a usable key nothing is signed,
 * what was signed before is verified nevertheless, and all of it follows once the key is mended.
 */
@ProviderType
public interface Signatures {

    /**
     * A statement as a compact JWS (RFC 7515) that anybody verifies with the published key.
     *
     * @param type what kind of statement it is, for example {@code attempt}: one kind is never taken for another
     * @param statement its members, texts alone, written in this order
     * @throws CaseException {@code SIGNATURE_UNAVAILABLE} while there is no key to sign with
     */
    String sign(String type, Map<String, String> statement);

    /** The same; empty while there is no key to sign with: for what is worth having without its signature. */
    default Optional<String> signIfPossible(String type, Map<String, String> statement) {
        try {
            return Optional.of(sign(type, statement));
        } catch (CaseException e) {
            if (e.code() == ErrorCode.SIGNATURE_UNAVAILABLE) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** The members of a statement of that kind that this platform signed; empty when it did not, or it was changed since. */
    Optional<Map<String, String>> verify(String type, String signed);

    /**
     * Claims as a JWT (RFC 7519) of that very media type, for a form that a standard lays down.
     *
     * @param type the {@code typ} of its header, for example {@code statuslist+jwt}
     * @param claims texts, whole numbers, and maps of these
     * @throws CaseException as {@link #sign}
     */
    String token(String type, Map<String, ?> claims);

    /**
     * Does nothing while there is a key to sign with: for whoever has to know before they begin.
     *
     * @throws CaseException as {@link #sign}
     */
    void requireKey();

    /** The public keys, present and former, each with the members of a JWK (RFC 7517). */
    List<Map<String, String>> publicKeys();
}
