package fr.sejour.store.jpa.internal;

import fr.sejour.api.attestation.AttestationNumber;
import fr.sejour.api.paper.PaperSigner.Level;
import fr.sejour.core.port.CopyRecord;
import fr.sejour.core.port.CopyRecords;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The pages of papers in their table. */
final class JpaCopies implements CopyRecords {

    private final OpenTransaction transaction;

    JpaCopies(OpenTransaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public void add(CopyRecord made) {
        transaction.writer().persist(CopyRow.of(made));
        transaction.writer().flush();
    }

    @Override
    public void change(CopyRecord changed) {
        row(changed.paper(), changed.language()).orElseThrow().take(changed);
        transaction.writer().flush();
    }

    @Override
    public Optional<CopyRecord> find(AttestationNumber paper, String language) {
        return row(paper, language).map(CopyRow::value);
    }

    private Optional<CopyRow> row(AttestationNumber paper, String language) {
        return transaction
                .query(
                        CopyRow.class,
                        "SELECT c FROM CopyRow c WHERE c.id = :id",
                        Map.of("id", CopyRow.id(paper, language)))
                .getResultStream()
                .findFirst();
    }

    @Override
    public List<CopyRecord> incomplete(Instant now, int limit) {
        return transaction
                .query(
                        CopyRow.class,
                        "SELECT c FROM CopyRow c WHERE c.nextTryAt <= :now ORDER BY c.nextTryAt, c.id",
                        Map.of("now", UtcInstants.kept(now)))
                .setMaxResults(limit)
                .getResultStream()
                .map(CopyRow::value)
                .toList();
    }

    @Override
    public long unstamped() {
        return transaction
                .query(Long.class, "SELECT COUNT(c) FROM CopyRow c WHERE c.level = :level", Map.of("level", Level.B))
                .getSingleResult();
    }

    @Override
    public Set<String> known(Set<String> names) {
        return names.isEmpty()
                ? Set.of()
                : new HashSet<>(transaction
                        .query(
                                String.class,
                                "SELECT c.name FROM CopyRow c WHERE c.name IN :names",
                                Map.of("names", names))
                        .getResultList());
    }
}
