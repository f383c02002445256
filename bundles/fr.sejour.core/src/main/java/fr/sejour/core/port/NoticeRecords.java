package fr.sejour.core.port;

import fr.sejour.api.notice.Notice;
import fr.sejour.api.operation.Deliveries.Delivery;
import fr.sejour.api.person.Contact;
import fr.sejour.api.person.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/** The notices owed to people and their deliveries, one for each consumer known to the installation. */
@ProviderType
public interface NoticeRecords {

    /** Makes a consumer known, for ever; deliveries are owed to it from now on. Nothing happens when it is known. */
    void know(String consumer);

    /** The consumers known. */
    Set<String> known();

    /** Keeps a notice and owes one delivery of it to each consumer known. */
    void owe(PersonId person, Notice notice);

    /** Does the same, but reaches the person where they say so here, whatever they say later. */
    void owe(PersonId person, Notice notice, Contact to);

    /** Does the same, and reaches the person as usual once that instant has come. */
    void owe(PersonId person, Notice notice, Contact to, Instant until);

    /** The notices of a person, newest first; the caller has read the person before. */
    List<Notice> ofPerson(PersonId person);

    /** Marks those of the person's notices as seen; one that was seen before keeps its instant. */
    void seen(PersonId person, Set<String> notices, Instant at);

    /**
     * Claims deliveries that are due for those consumers, the longest due first, until that instant: nobody else gets them
     * before. For one case and consumer only the oldest that waits is ever claimed, so order holds case by case.
     */
    List<ClaimedDelivery> claim(Set<String> consumers, Instant now, Instant until, int limit);

    /** The delivery was made, or can never be: it waits no more. */
    void settle(String delivery, Instant at, Optional<String> undeliverable);

    /** The delivery failed and is due again then. */
    void postpone(String delivery, Instant dueAt, String fault);

    /** Makes a waiting delivery due at once. */
    boolean makeDue(String delivery, Instant now);

    List<Delivery> waiting(int limit);

    /** How many deliveries wait. */
    long countWaiting();
}
