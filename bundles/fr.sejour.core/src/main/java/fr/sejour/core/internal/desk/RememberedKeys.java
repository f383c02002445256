package fr.sejour.core.internal.desk;

import fr.sejour.api.access.Caller;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.filing.IdempotencyKey;
import fr.sejour.core.port.CaseRecords.RememberedFiling;
import fr.sejour.core.port.Records;
import java.util.Optional;

/** What the key of a request did before. A key is the account's own. */
final class RememberedKeys {

    private RememberedKeys() {}

    /**
     * The case that it opened or acted on; empty when it is new.
     *
     * @throws CaseException {@code IDEMPOTENCY_KEY_REUSED} when something else was asked under it
     */
    static Optional<CaseNumber> read(Records records, Caller caller, IdempotencyKey key, String digest) {
        Optional<RememberedFiling> remembered = records.cases().remembered(caller.account(), key);
        if (remembered.filter(it -> !it.digest().equals(digest)).isPresent()) {
            throw new CaseException(ErrorCode.IDEMPOTENCY_KEY_REUSED);
        }
        return remembered.map(RememberedFiling::number);
    }
}
