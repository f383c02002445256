package fr.sejour.store.jpa.internal;

import fr.sejour.api.bulk.BulkAct.Line;
import fr.sejour.api.bulk.BulkAct.Outcome;
import fr.sejour.api.bulk.BulkAct.State;
import fr.sejour.api.bulk.BulkActId;
import fr.sejour.core.port.BulkRecord;
import fr.sejour.core.port.BulkRecords;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Acts on many cases in their tables. */
final class JpaBulk implements BulkRecords {

    private final OpenTransaction transaction;

    JpaBulk(OpenTransaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public void add(BulkRecord fresh, List<Line> lines) {
        transaction.writer().persist(BulkActRow.of(fresh));
        // the lines refer to it
        transaction.writer().flush();
        for (int position = 0; position < lines.size(); position++) {
            transaction.writer().persist(BulkLineRow.of(fresh.id(), lines.get(position), position));
        }
    }

    @Override
    public Optional<BulkRecord> find(BulkActId id) {
        return transaction
                .query(BulkActRow.class, "SELECT b FROM BulkActRow b WHERE b.id = :id", Map.of("id", id.value()))
                .getResultStream()
                .findFirst()
                .map(BulkActRow::value);
    }

    @Override
    public List<Line> lines(BulkActId id) {
        return transaction
                .query(
                        BulkLineRow.class,
                        "SELECT l FROM BulkLineRow l WHERE l.bulkId = :id ORDER BY l.position",
                        Map.of("id", id.value()))
                .getResultStream()
                .map(BulkLineRow::value)
                .toList();
    }

    @Override
    public List<Line> ready(BulkActId id, int limit) {
        return transaction
                .query(
                        BulkLineRow.class,
                        "SELECT l FROM BulkLineRow l WHERE l.bulkId = :id AND l.outcome = :ready ORDER BY l.position",
                        Map.of("id", id.value(), "ready", Outcome.READY))
                .setMaxResults(limit)
                .getResultStream()
                .map(BulkLineRow::value)
                .toList();
    }

    @Override
    public List<BulkActId> running(int limit) {
        return transaction
                .query(
                        String.class,
                        "SELECT b.id FROM BulkActRow b WHERE b.state = :running ORDER BY b.preparedAt, b.id",
                        Map.of("running", State.RUNNING))
                .setMaxResults(limit)
                .getResultStream()
                .map(BulkActId::new)
                .toList();
    }

    @Override
    public boolean move(BulkActId id, State from, State to) {
        boolean moved = transaction.update(
                        "UPDATE BulkActRow b SET b.state = :to WHERE b.id = :id AND b.state = :from",
                        Map.of("id", id.value(), "from", from, "to", to))
                > 0;
        // what was read of it before is no more
        transaction.writer().clear();
        return moved;
    }

    /**
     * By a conditional update of one row: of two that would settle a line one waits here, and then finds it settled. A condition on
     * another table would be judged as it was before the wait.
     */
    @Override
    public boolean settle(BulkActId id, Line settled) {
        if (find(id).filter(it -> it.state() == State.RUNNING).isEmpty()) {
            return false;
        }
        Map<String, Object> values = new HashMap<>();
        values.put("id", id.value());
        values.put("number", settled.number().value());
        values.put("outcome", settled.outcome());
        values.put("ready", Outcome.READY);
        String told = "";
        if (settled.problem().isPresent()) {
            told += ", l.problem = :problem";
            values.put("problem", settled.problem().get());
        }
        String details = BulkLineRow.details(settled);
        if (details != null) {
            told += ", l.details = :details";
            values.put("details", details);
        }
        return transaction.update(
                        "UPDATE BulkLineRow l SET l.outcome = :outcome" + told
                                + " WHERE l.bulkId = :id AND l.caseNumber = :number AND l.outcome = :ready",
                        values)
                > 0;
    }

    @Override
    public void sweep(Instant before) {
        Map<String, Object> old = Map.of("before", before, "running", State.RUNNING);
        transaction.update(
                "DELETE FROM BulkLineRow l WHERE l.bulkId IN (SELECT b.id FROM BulkActRow b"
                        + " WHERE b.preparedAt < :before AND b.state <> :running)",
                old);
        transaction.update("DELETE FROM BulkActRow b WHERE b.preparedAt < :before AND b.state <> :running", old);
    }
}
