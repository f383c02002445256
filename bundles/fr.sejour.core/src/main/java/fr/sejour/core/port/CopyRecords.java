package fr.sejour.core.port;

import fr.sejour.api.attestation.AttestationNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/** The pages of papers that were made. No scope: whoever reads has found the paper. */
@ProviderType
public interface CopyRecords {

    /** Of two who make the same page at once the first one's is kept; whoever adds has held the person. */
    void add(CopyRecord made);

    /** Keeps what the signature of a page lacked, or when to look again. */
    void change(CopyRecord changed);

    Optional<CopyRecord> find(AttestationNumber paper, String language);

    /** The pages whose signature lacks something and that are to be looked at, the longest waiting first. */
    List<CopyRecord> incomplete(Instant now, int limit);

    /** How many pages lack a time stamp. */
    long unstamped();

    /** Those of the names that a page is kept under. */
    Set<String> known(Set<String> names);
}
