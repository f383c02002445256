package fr.sejour.store.jpa.internal;

import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.record.Journals.Root;
import fr.sejour.core.port.JournalHead;
import fr.sejour.core.port.JournalRecords;
import fr.sejour.core.port.Statement;
import fr.sejour.core.port.WrittenLine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The journals in their tables, and the roots that seal them. */
final class JpaJournals implements JournalRecords {

    private final OpenTransaction transaction;

    JpaJournals(OpenTransaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public List<WrittenLine> lines(CaseNumber number) {
        Map<String, String> ofCase = Map.of("number", number.value());
        Map<Long, Statement> said = transaction
                .query(StatementRow.class, "SELECT s FROM StatementRow s WHERE s.caseNumber = :number", ofCase)
                .getResultStream()
                .collect(Collectors.toMap(row -> row.lineNumber, StatementRow::value));
        return transaction
                .query(
                        JournalRow.class,
                        "SELECT j FROM JournalRow j WHERE j.caseNumber = :number ORDER BY j.lineNumber",
                        ofCase)
                .getResultStream()
                .map(row -> row.written(Optional.ofNullable(said.get(row.lineNumber))))
                .toList();
    }

    @Override
    public Optional<JournalHead> head(CaseNumber number) {
        return transaction
                .query(
                        CaseRow.class,
                        "SELECT c FROM CaseRow c WHERE c.number = :number",
                        Map.of("number", number.value()))
                .getResultStream()
                .map(CaseRow::head)
                .findFirst();
    }

    @Override
    public List<JournalHead> heads(Optional<CaseNumber> after, int limit) {
        Condition later = after.map(number -> Condition.of("c.number > :after", "after", number.value()))
                .orElse(Condition.NONE);
        return heads(later, limit);
    }

    @Override
    public List<JournalHead> unsealed(int limit) {
        return heads(
                new Condition(
                        "c.journalLines > 0 AND NOT EXISTS (SELECT l.root FROM LeafRow l"
                                + " WHERE l.caseNumber = c.number AND l.lines = c.journalLines"
                                + " AND l.digest = c.journalDigest)",
                        Map.of()),
                limit);
    }

    private List<JournalHead> heads(Condition condition, int limit) {
        return transaction
                .query(
                        Object[].class,
                        "SELECT c.number, c.journalLines, c.journalDigest FROM CaseRow c" + condition.where()
                                + " ORDER BY c.number",
                        condition.parameters())
                .setMaxResults(limit)
                .getResultStream()
                .map(row -> new JournalHead(new CaseNumber((String) row[0]), (Long) row[1], (String) row[2]))
                .toList();
    }

    @Override
    public List<JournalHead> sealed(CaseNumber number) {
        return transaction
                .query(
                        LeafRow.class,
                        "SELECT l FROM LeafRow l WHERE l.caseNumber = :number ORDER BY l.lines, l.root",
                        Map.of("number", number.value()))
                .getResultStream()
                .map(LeafRow::value)
                .toList();
    }

    @Override
    public List<Long> sealing(CaseNumber number) {
        return transaction
                .query(
                        Long.class,
                        "SELECT l.root FROM LeafRow l WHERE l.caseNumber = :number ORDER BY l.root",
                        Map.of("number", number.value()))
                .getResultList();
    }

    @Override
    public Optional<Root> lastRoot() {
        return transaction
                .query(RootRow.class, "SELECT r FROM RootRow r ORDER BY r.number DESC", Map.of())
                .setMaxResults(1)
                .getResultStream()
                .map(RootRow::value)
                .findFirst();
    }

    @Override
    public List<Root> roots(long after, int limit) {
        return transaction
                .query(
                        RootRow.class,
                        "SELECT r FROM RootRow r WHERE r.number > :after ORDER BY r.number",
                        Map.of("after", after))
                .setMaxResults(limit)
                .getResultStream()
                .map(RootRow::value)
                .toList();
    }

    @Override
    public List<JournalHead> leaves(long root) {
        return transaction
                .query(
                        LeafRow.class,
                        "SELECT l FROM LeafRow l WHERE l.root = :root ORDER BY l.position",
                        Map.of("root", root))
                .getResultStream()
                .map(LeafRow::value)
                .toList();
    }

    @Override
    public void keep(Root root, List<JournalHead> leaves) {
        transaction.writer().persist(RootRow.of(root));
        // At once: a second root of this number waits here, not at its end.
        transaction.writer().flush();
        int position = 0;
        for (JournalHead leaf : leaves) {
            transaction.writer().persist(LeafRow.of(root.number(), position++, leaf));
        }
    }
}
