package fr.sejour.store.jpa.internal;

import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.operation.Watchdog.Fault;
import fr.sejour.api.operation.Watchdog.Stray;
import fr.sejour.core.port.StrayRecords;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The queue of strays in its table. */
final class JpaStrays implements StrayRecords {

    private final OpenTransaction transaction;

    JpaStrays(OpenTransaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public void keep(CaseNumber number, Set<Fault> faults, Instant now) {
        transaction.lock(number);
        StrayRow row = transaction.writer().find(StrayRow.class, number.value());
        if (row == null) {
            row = StrayRow.found(number, now);
            row.take(faults);
            transaction.writer().persist(row);
        } else {
            row.take(faults);
        }
    }

    @Override
    public void settle(CaseNumber number) {
        transaction.update("DELETE FROM StrayRow s WHERE s.caseNumber = :number", Map.of("number", number.value()));
    }

    @Override
    public List<Stray> waiting(int limit) {
        return transaction
                .query(StrayRow.class, "SELECT s FROM StrayRow s ORDER BY s.foundAt, s.caseNumber", Map.of())
                .setMaxResults(limit)
                .getResultStream()
                .map(StrayRow::value)
                .toList();
    }

    @Override
    public long count() {
        return transaction
                .query(Long.class, "SELECT COUNT(s.caseNumber) FROM StrayRow s", Map.of())
                .getSingleResult();
    }
}
