package fr.sejour.api.paper;

import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Signs papers as PAdES (ETSI EN 319 142). Safe from any thread; needs no database. */
@ProviderType
public interface PaperSigner {

    /**
     * The same page, signed: at once with a time stamp, or without one while nobody gives it.
     *
     * @throws SigningUnavailable when there is no key to sign with
     */
    byte[] sign(byte[] page);

    /**
     * Adds what a signature lacks: its time stamp, then what a later reader needs to validate it. What is there already stays.
     *
     * @return the page at the highest level that can be reached now; the same one when nothing can be added
     * @throws SigningUnavailable when there is no key to sign with
     */
    byte[] complete(byte[] signed);

    /** How far the signature of a page that this platform signed has come. */
    Level level(byte[] signed);

    /**
     * The authority that this platform made for itself, to be published; empty when somebody else certifies its key.
     *
     * @throws SigningUnavailable when its keys are away, and nothing is known of them
     */
    default Optional<Authority> ownAuthority() {
        return Optional.empty();
    }

    /**
     * @param certificate what its papers are validated with; known while its keys are away
     * @param revoked the list of what it has revoked, as of now; empty while there is no key to sign it with
     */
    record Authority(X509Certificate certificate, Optional<X509CRL> revoked) {}

    /** The levels of PAdES baseline signatures, in order. */
    enum Level {
        /** Signed. */
        B,
        /** With a time stamp of a third party. */
        T,
        /** With the certificates and revocation data that validation needs later. */
        LT
    }

    /** There is no key to sign with. The record of the paper stands; its page follows once the key is mended. */
    final class SigningUnavailable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        /** @param sentence what to mend, without a word of the key itself */
        public SigningUnavailable(String sentence) {
            super(sentence);
        }
    }
}
