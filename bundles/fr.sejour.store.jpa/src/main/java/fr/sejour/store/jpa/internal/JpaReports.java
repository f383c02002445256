package fr.sejour.store.jpa.internal;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.access.Caller;
import fr.sejour.api.access.Role;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.report.Report;
import fr.sejour.api.report.ReportNumber;
import fr.sejour.core.port.ReportRecord;
import fr.sejour.core.port.ReportRecords;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The reports in their tables. */
final class JpaReports implements ReportRecords {

    private final OpenTransaction transaction;

    JpaReports(OpenTransaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public void add(ReportRecord fresh) {
        transaction.writer().persist(ReportRow.of(fresh));
        transaction.writer().flush();
        keepSteps(fresh.report(), 0);
    }

    @Override
    public void hold(ReportNumber number) {
        transaction.writer().find(ReportRow.class, number.value(), LockModeType.PESSIMISTIC_WRITE);
    }

    @Override
    public void change(ReportRecord changed) {
        Report report = changed.report();
        ReportRow row =
                transaction.writer().find(ReportRow.class, report.number().value(), LockModeType.PESSIMISTIC_WRITE);
        if (row == null) {
            throw new IllegalStateException("There is no report " + report.number());
        }
        row.take(report);
        keepSteps(report, steps(report.number()).size());
    }

    private void keepSteps(Report report, int known) {
        report.steps().stream()
                .skip(known)
                .forEach(step -> transaction.writer().persist(ReportStepRow.of(report.number(), step)));
    }

    @Override
    public Optional<ReportRecord> find(Caller caller, ReportNumber number) {
        Condition condition =
                Condition.of("r.number = :number", "number", number.value()).and(scope(caller));
        return one(condition);
    }

    private static Condition scope(Caller caller) {
        Condition people = Scope.ofPeople(caller, "r.personId");
        return caller.role() == Role.AGENT
                ? new Condition("(r.owner IN :served OR " + people.jpql() + ")", people.parameters())
                : people;
    }

    @Override
    public Optional<ReportRecord> byNumber(ReportNumber number) {
        return one(Condition.of("r.number = :number", "number", number.value()));
    }

    private Optional<ReportRecord> one(Condition condition) {
        return transaction
                .query(ReportRow.class, "SELECT r FROM ReportRow r" + condition.where(), condition.parameters())
                .getResultStream()
                .findFirst()
                .map(row -> row.value(steps(new ReportNumber(row.number))));
    }

    private List<Report.Step> steps(ReportNumber number) {
        return transaction
                .query(
                        ReportStepRow.class,
                        "SELECT s FROM ReportStepRow s WHERE s.reportNumber = :number ORDER BY s.number",
                        Map.of("number", number.value()))
                .getResultStream()
                .map(ReportStepRow::value)
                .toList();
    }

    @Override
    public List<ReportRecord> ofPerson(PersonId person, int limit) {
        return list(
                Condition.of("r.personId = :person", "person", person.value()), " ORDER BY r.at DESC, r.number", limit);
    }

    @Override
    public List<ReportRecord> toAnswer(Caller caller, int limit) {
        return list(
                Condition.of("r.state = :open", "open", Report.State.OPEN).and(scope(caller)),
                " ORDER BY r.dueOn, r.at, r.number",
                limit);
    }

    private List<ReportRecord> list(Condition condition, String order, int limit) {
        return transaction
                .query(ReportRow.class, "SELECT r FROM ReportRow r" + condition.where() + order, condition.parameters())
                .setMaxResults(limit)
                .getResultStream()
                .map(row -> row.value(List.of()))
                .toList();
    }

    @Override
    public List<ReportNumber> unanswered(LocalDate before, int limit) {
        return transaction
                .query(
                        String.class,
                        "SELECT r.number FROM ReportRow r WHERE r.state = :open AND r.blocking = TRUE"
                                + " AND r.substitute IS NULL AND r.dueOn < :before ORDER BY r.dueOn, r.number",
                        Map.of("open", Report.State.OPEN, "before", before))
                .setMaxResults(limit)
                .getResultStream()
                .map(ReportNumber::new)
                .toList();
    }

    @Override
    public long countSince(Optional<AccountId> account, Instant since) {
        Condition whose = account.map(it -> Condition.of("r.accountId = :account", "account", it.value()))
                .orElse(new Condition("r.accountId IS NULL", Map.of()));
        Condition condition = whose.and("r.at >= :since", "since", since);
        return transaction
                .query(
                        Long.class,
                        "SELECT COUNT(r.number) FROM ReportRow r" + condition.where(),
                        condition.parameters())
                .getSingleResult();
    }
}
