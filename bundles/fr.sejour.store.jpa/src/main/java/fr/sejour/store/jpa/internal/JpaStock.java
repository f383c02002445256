package fr.sejour.store.jpa.internal;

import fr.sejour.core.port.StockRecords;
import java.util.Map;
import java.util.Optional;

/** What came from the stock of an earlier system, in its table. */
final class JpaStock implements StockRecords {

    private final OpenTransaction transaction;

    JpaStock(OpenTransaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public Optional<TakenOver> find(String reference) {
        return transaction
                .query(
                        TakenOverRow.class,
                        "SELECT t FROM TakenOverRow t WHERE t.reference = :reference",
                        Map.of("reference", reference))
                .getResultStream()
                .findFirst()
                .map(TakenOverRow::value);
    }

    @Override
    public void add(TakenOver row) {
        transaction.writer().persist(TakenOverRow.of(row));
    }
}
