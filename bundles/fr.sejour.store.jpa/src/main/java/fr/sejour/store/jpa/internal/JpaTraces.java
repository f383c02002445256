package fr.sejour.store.jpa.internal;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.access.Caller;
import fr.sejour.api.access.Role;
import fr.sejour.api.attempt.Attempt;
import fr.sejour.api.attempt.AttemptNumber;
import fr.sejour.api.person.PersonId;
import fr.sejour.core.port.TraceRecords;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The attempts that failed, in their table. */
final class JpaTraces implements TraceRecords {

    private final OpenTransaction transaction;

    JpaTraces(OpenTransaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public boolean keep(Attempt attempt) {
        if (transaction.writer().find(AttemptTraceRow.class, attempt.number().value()) != null) {
            return false;
        }
        transaction.writer().persist(AttemptTraceRow.of(attempt));
        // what somebody else kept meanwhile under that number is met here, and the work is run again
        transaction.writer().flush();
        return true;
    }

    @Override
    public void change(Attempt changed) {
        AttemptTraceRow row = transaction
                .writer()
                .find(AttemptTraceRow.class, changed.number().value());
        if (row == null) {
            throw new IllegalStateException("There is no attempt " + changed.number());
        }
        row.take(changed);
    }

    @Override
    public Optional<Attempt> find(Caller caller, AttemptNumber number) {
        Condition condition =
                Condition.of("a.number = :number", "number", number.value()).and(scope(caller));
        return transaction
                .query(
                        AttemptTraceRow.class,
                        "SELECT a FROM AttemptTraceRow a" + condition.where(),
                        condition.parameters())
                .getResultStream()
                .findFirst()
                .map(AttemptTraceRow::value);
    }

    private static Condition scope(Caller caller) {
        Condition people = Scope.ofPeople(caller, "a.personId");
        return caller.role() == Role.AGENT
                ? new Condition(
                        "(a.personId IS NULL OR a.prefecture IN :served OR " + people.jpql() + ")", people.parameters())
                : people;
    }

    @Override
    public List<Attempt> ofPerson(PersonId person, int limit) {
        return transaction
                .query(
                        AttemptTraceRow.class,
                        "SELECT a FROM AttemptTraceRow a WHERE a.personId = :person ORDER BY a.at DESC, a.number",
                        Map.of("person", person.value()))
                .setMaxResults(limit)
                .getResultStream()
                .map(AttemptTraceRow::value)
                .toList();
    }

    @Override
    public long countSince(Optional<AccountId> account, Instant since) {
        Condition whose = account.map(it -> Condition.of("a.accountId = :account", "account", it.value()))
                .orElse(new Condition("a.accountId IS NULL", Map.of()));
        Condition condition = whose.and("a.at >= :since", "since", since);
        return transaction
                .query(
                        Long.class,
                        "SELECT COUNT(a.number) FROM AttemptTraceRow a" + condition.where(),
                        condition.parameters())
                .getSingleResult();
    }
}
