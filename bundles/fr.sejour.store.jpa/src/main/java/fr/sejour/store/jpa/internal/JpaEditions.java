package fr.sejour.store.jpa.internal;

import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.edition.EditionEffect;
import fr.sejour.core.port.EditionRecord;
import fr.sejour.core.port.EditionRecords;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The editions of the law that arrived, in their tables. */
final class JpaEditions implements EditionRecords {

    private final OpenTransaction transaction;

    JpaEditions(OpenTransaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public void add(EditionRecord fresh, byte[] jar) {
        EditionRow row = new EditionRow();
        row.name = fresh.name();
        row.take(fresh);
        transaction.writer().persist(row);
        transaction.writer().flush();
        EditionFileRow file = new EditionFileRow();
        file.name = fresh.name();
        file.jar = jar;
        transaction.writer().persist(file);
    }

    @Override
    public Optional<EditionRecord> find(String name) {
        return read(Condition.of("e.name = :name", "name", name)).stream().findFirst();
    }

    @Override
    public List<EditionRecord> all() {
        return read(Condition.NONE);
    }

    private List<EditionRecord> read(Condition condition) {
        return transaction
                .query(
                        EditionRow.class,
                        "SELECT e FROM EditionRow e" + condition.where() + " ORDER BY e.receivedAt, e.name",
                        condition.parameters())
                .getResultStream()
                .map(EditionRow::value)
                .toList();
    }

    @Override
    public void hold() {
        transaction.writer().flush();
        transaction
                .query(EditionRow.class, "SELECT e FROM EditionRow e", Map.of())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .forEach(transaction.writer()::refresh);
    }

    @Override
    public byte[] jar(String name) {
        return transaction
                .query(
                        EditionFileRow.class,
                        "SELECT f FROM EditionFileRow f WHERE f.name = :name",
                        Map.of("name", name))
                .getSingleResult()
                .jar;
    }

    /** Of two that would change it one waits at its row, and then finds another version. */
    @Override
    public boolean change(EditionRecord changed) {
        EditionRow row = transaction.writer().find(EditionRow.class, changed.name(), LockModeType.PESSIMISTIC_WRITE);
        transaction.writer().refresh(row);
        if (row.version != changed.version()) {
            return false;
        }
        row.take(changed);
        transaction.writer().flush();
        return true;
    }

    @Override
    public void found(String name, List<EditionEffect> effects) {
        effects.forEach(effect -> transaction.writer().persist(EditionEffectRow.of(name, effect)));
    }

    @Override
    public void forget(String name) {
        transaction.update("DELETE FROM EditionEffectRow e WHERE e.edition = :name", Map.of("name", name));
    }

    @Override
    public List<EditionEffect> effects(
            String name, Optional<EditionEffect.Change> only, Optional<CaseNumber> after, int limit) {
        Condition condition = Condition.of("e.edition = :name", "name", name)
                .and(only.map(change -> Condition.of("e.change = :change", "change", change))
                        .orElse(Condition.NONE))
                .and(after.map(number -> Condition.of("e.caseNumber > :after", "after", number.value()))
                        .orElse(Condition.NONE));
        return transaction
                .query(
                        EditionEffectRow.class,
                        "SELECT e FROM EditionEffectRow e" + condition.where() + " ORDER BY e.caseNumber",
                        condition.parameters())
                .setMaxResults(limit)
                .getResultStream()
                .map(EditionEffectRow::value)
                .toList();
    }
}
