package fr.sejour.api.attestation;

import org.osgi.annotation.versioning.ProviderType;

/**
 * The state of every paper for whoever has no network later: signed lists of two bits a paper (Token Status List, IETF OAuth), each
 * good for a day. A paper names its list and its place there by {@link StatusIndex}.
 */
@ProviderType
public interface StatusLists {

    /** What a list is, as an address answers it. */
    String MEDIA_TYPE = "application/statuslist+jwt";

    /**
     * One list, signed not longer than a minute ago.
     *
     * @throws fr.sejour.api.fault.CaseException {@code NOT_FOUND} when no paper stands there; {@code
     *     SIGNATURE_UNAVAILABLE} while there is no key to sign with
     */
    String list(int number);

    /** How many lists there are. */
    int count();
}
