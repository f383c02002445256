package fr.sejour.core.port;

import fr.sejour.api.cases.CaseNumber;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Which cases came from the stock of the system before this one. */
@ProviderType
public interface StockRecords {

    /** What was taken over under that reference of the earlier system; empty when nothing was. */
    Optional<TakenOver> find(String reference);

    /** Remembers what was taken over. Two rows under one reference never both commit. */
    void add(TakenOver row);

    /**
     * @param reference what the earlier system calls the case
     * @param digest what the row said, so that another row under the same reference is noticed
     */
    record TakenOver(String reference, String digest, CaseNumber number) {}
}
