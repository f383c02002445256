package fr.sejour.api.operation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The messages on their way out, one row per consumer; they wait while the consumer's bundle is away. */
@ProviderType
public interface Deliveries {

    /**
     * The deliveries not yet made, oldest first.
     *
     * @param limit 1 to 1,000
     */
    List<Delivery> waiting(int limit);

    /**
     * Makes a delivery due again at once, whatever its failures.
     *
     * @return whether there was one waiting under that identifier
     */
    boolean resend(String delivery);

    /**
     * One message for one consumer.
     *
     * @param failures how often it failed
     * @param lastFault why it failed last, without personal data
     */
    record Delivery(
            String id,
            String consumer,
            String noticeKind,
            String caseNumber,
            Instant owedSince,
            Instant dueAt,
            int failures,
            Optional<String> lastFault) {}
}
