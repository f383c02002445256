package fr.sejour.store.jpa.internal;

import fr.sejour.api.access.Caller;
import fr.sejour.api.correction.Correction;
import fr.sejour.api.correction.CorrectionNumber;
import fr.sejour.api.person.PersonId;
import fr.sejour.core.port.CorrectionRecords;
import fr.sejour.core.port.EvidenceRecord;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The corrections in their tables. */
final class JpaCorrections implements CorrectionRecords {

    private final OpenTransaction transaction;

    JpaCorrections(OpenTransaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public void add(Correction fresh) {
        transaction.writer().persist(CorrectionRow.of(fresh));
        transaction.writer().flush();
        keepSteps(fresh, 0);
    }

    /** Asks for the person only: a correction that was read before the lock would be kept as it was. */
    @Override
    public void hold(CorrectionNumber number) {
        transaction
                .query(
                        String.class,
                        "SELECT c.personId FROM CorrectionRow c WHERE c.number = :number",
                        Map.of("number", number.value()))
                .getResultStream()
                .findFirst()
                .ifPresent(
                        person -> transaction.writer().find(PersonRow.class, person, LockModeType.PESSIMISTIC_WRITE));
    }

    @Override
    public void change(Correction changed) {
        CorrectionRow row =
                transaction.writer().find(CorrectionRow.class, changed.number().value());
        if (row == null) {
            throw new IllegalStateException("There is no correction " + changed.number());
        }
        row.take(changed);
        keepSteps(changed, steps(changed.number()).size());
    }

    private void keepSteps(Correction correction, int known) {
        correction.steps().stream()
                .skip(known)
                .forEach(step -> transaction.writer().persist(CorrectionStepRow.of(correction.number(), step)));
    }

    @Override
    public Optional<Correction> find(Caller caller, CorrectionNumber number) {
        Condition condition =
                Condition.of("c.number = :number", "number", number.value()).and(Scope.ofPeople(caller, "c.personId"));
        return transaction
                .query(CorrectionRow.class, "SELECT c FROM CorrectionRow c" + condition.where(), condition.parameters())
                .getResultStream()
                .findFirst()
                .map(row -> row.value(steps(number), files(List.of(row)).find(row)));
    }

    private List<Correction.Step> steps(CorrectionNumber number) {
        return transaction
                .query(
                        CorrectionStepRow.class,
                        "SELECT s FROM CorrectionStepRow s WHERE s.correctionNumber = :number ORDER BY s.number",
                        Map.of("number", number.value()))
                .getResultStream()
                .map(CorrectionStepRow::value)
                .toList();
    }

    @Override
    public List<Correction> ofPerson(PersonId person, int limit) {
        return list(
                Condition.of("c.personId = :person", "person", person.value()), " ORDER BY c.at DESC, c.number", limit);
    }

    @Override
    public Optional<Correction> waiting(PersonId person) {
        return list(
                        Condition.of("c.state = :open", "open", Correction.State.PROPOSED)
                                .and("c.personId = :person", "person", person.value()),
                        " ORDER BY c.dueOn, c.number",
                        1)
                .stream()
                .findFirst();
    }

    /** What waits of some people, the first due first. */
    List<Correction> waiting(List<String> people) {
        return list(
                Condition.of("c.state = :open", "open", Correction.State.PROPOSED)
                        .and("c.personId IN :people", "people", people),
                " ORDER BY c.dueOn, c.number",
                Integer.MAX_VALUE);
    }

    @Override
    public List<Correction> toAnswer(Caller caller, int limit) {
        return list(
                Condition.of("c.state = :open", "open", Correction.State.PROPOSED)
                        .and(Scope.ofPeople(caller, "c.personId")),
                " ORDER BY c.dueOn, c.at, c.number",
                limit);
    }

    private List<Correction> list(Condition condition, String order, int limit) {
        List<CorrectionRow> rows = transaction
                .query(
                        CorrectionRow.class,
                        "SELECT c FROM CorrectionRow c" + condition.where() + order,
                        condition.parameters())
                .setMaxResults(limit)
                .getResultList();
        Files files = files(rows);
        return rows.stream().map(row -> row.value(List.of(), files.find(row))).toList();
    }

    /** What is known of the proofs of some corrections. */
    private record Files(Map<String, EvidenceRecord> byId) {

        Optional<EvidenceRecord> find(CorrectionRow row) {
            return Optional.ofNullable(row.proof).map(byId::get);
        }
    }

    private Files files(List<CorrectionRow> rows) {
        Set<String> ids =
                rows.stream().map(row -> row.proof).filter(Objects::nonNull).collect(Collectors.toSet());
        return new Files(
                ids.isEmpty()
                        ? Map.of()
                        : transaction
                                .query(
                                        EvidenceRow.class,
                                        "SELECT e FROM EvidenceRow e WHERE e.id IN :ids",
                                        Map.of("ids", ids))
                                .getResultStream()
                                .collect(Collectors.toMap(row -> row.id, EvidenceRow::value)));
    }
}
