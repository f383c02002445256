package fr.sejour.api.filing;

import fr.sejour.api.access.Caller;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Where a filing becomes a case. A filing is never refused because another case is open, badly closed, or because a card was
 * not collected.
 */
@ProviderType
public interface FilingDesk {

    /**
     * What the law says of a filing made today; writes nothing.
     *
     * @throws fr.sejour.api.fault.CaseException as {@link #file}
     */
    Assessment assess(Caller caller, Filing filing);

    /**
     * Opens a case. One transaction: the case, its papers, its clocks, the journal line and the deliveries owed stand
     * together or not at all. Local rules are asked before it opens.
     *
     * @param key the same key from the same account gives the same case and receipt again
     * @throws fr.sejour.api.fault.CaseException {@code NOT_FOUND} when the person is unknown or out of scope;
     *     {@code UNKNOWN_PERMIT}, {@code UNKNOWN_COMMUNE}, {@code PERMIT_NOT_OPEN}, {@code CONTRADICTORY_INPUT};
     *     {@code FILED_AT_THE_PREFECTURE} when the law wants this permit asked for at the counter and the channel is online;
     *     {@code NOT_YOURS_TO_DO} when an applicant names a channel keyed by agents; {@code IDEMPOTENCY_KEY_REUSED} when the
     *     key came before with other words
     */
    FilingReceipt file(Caller caller, IdempotencyKey key, Filing filing);
}
