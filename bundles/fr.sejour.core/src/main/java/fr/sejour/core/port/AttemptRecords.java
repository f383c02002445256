package fr.sejour.core.port;

import java.time.Instant;
import org.osgi.annotation.versioning.ProviderType;

/** Failed attempts, counted against a subject such as a check code. Subjects are digests, never the secret itself. */
@ProviderType
public interface AttemptRecords {

    /** Counts one failure and answers how many there are since that instant, this one included. */
    int fail(String subject, Instant now, Instant since);

    /** How many failures there are since that instant, and when the last one was. */
    Failures failures(String subject, Instant since);

    /** Forgets the failures before that instant. */
    void sweep(Instant before);

    /** @param last the instant of the latest; meaningless when there is none */
    record Failures(int count, Instant last) {}
}
