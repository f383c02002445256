package fr.sejour.core.port;

import java.time.Instant;
import org.osgi.annotation.versioning.ProviderType;

/** Failed attempts, counted against a subject such as a check code. Subjects are digests, never the secret itself. */
@ProviderType
public interface AttemptRecords {

    /**
     * Keeps the subject to this transaction until its end: whoever holds it or counts against it meanwhile waits. Work that
     * counts, looks and may fail asks first, so that several at once are looked at one after the other.
     */
    void hold(String subject, Instant now);

    /** Counts one failure; several at once are all counted. */
    void fail(String subject, Instant now);

    /** How many failures there are since that instant, itself included, and when the first and the last of them were. */
    Failures failures(String subject, Instant since);

    /** Forgets the failures before that instant. */
    void sweep(Instant before);

    /** @param first the instant of the earliest, and {@code last} that of the latest; meaningless when there is none */
    record Failures(int count, Instant first, Instant last) {

        public static final Failures NONE = new Failures(0, Instant.EPOCH, Instant.EPOCH);
    }
}
