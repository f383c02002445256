package fr.sejour.core.port;

import fr.sejour.api.attestation.Share;
import fr.sejour.api.attestation.ShareCode;
import fr.sejour.api.person.PersonId;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The codes by which people share what they may do. No scope: whoever reads has found the person, or holds the code. */
@ProviderType
public interface ShareRecords {

    void add(Share fresh);

    /** Keeps when a code was taken back. */
    void end(Share ended);

    /** Whatever its days, and taken back or not. */
    Optional<Share> find(ShareCode code);

    /** The codes of a person that nobody took back, whatever their days, the newest first. */
    List<Share> ofPerson(PersonId person);
}
