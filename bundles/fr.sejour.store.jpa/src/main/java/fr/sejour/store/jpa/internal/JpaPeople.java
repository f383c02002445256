package fr.sejour.store.jpa.internal;

import fr.sejour.api.access.Caller;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.person.DeclaredResidence;
import fr.sejour.api.person.HeldPermitFact;
import fr.sejour.api.person.PersonId;
import fr.sejour.core.port.EarlierPaper;
import fr.sejour.core.port.NameWords;
import fr.sejour.core.port.PersonRecord;
import fr.sejour.core.port.PersonRecords;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The people in their tables. */
final class JpaPeople implements PersonRecords {

    private static final String NEWEST_FIRST = " ORDER BY h.permit.validFrom DESC, h.reference";

    private final OpenTransaction transaction;

    /** The permits that this transaction, which writes, has read and not changed since. */
    private final Map<String, List<HeldPermitRow>> permits = new HashMap<>();

    JpaPeople(OpenTransaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public void add(PersonRecord fresh) {
        PersonRow row = PersonRow.of(fresh);
        transaction.writer().persist(row);
        row.words().forEach(word -> transaction.writer().persist(NameRow.of(row.id, word)));
        fresh.heldPermits().forEach(fact -> transaction.writer().persist(HeldPermitRow.of(fresh.id(), fact)));
    }

    @Override
    public void change(PersonRecord changed) {
        PersonRow row = transaction.writer().find(PersonRow.class, changed.id().value());
        if (row == null) {
            throw new IllegalStateException("There is no person " + changed.id());
        }
        Set<String> before = row.words();
        row.take(changed);
        if (!row.words().equals(before)) {
            rename(row);
        }
        List<HeldPermitRow> known = permits(changed.id());
        changed.heldPermits().forEach(fact -> keep(changed.id(), fact, known));
        permits.remove(row.id);
    }

    private void rename(PersonRow row) {
        Set<String> owed = new HashSet<>(row.words());
        transaction
                .query(NameRow.class, "SELECT n FROM NameRow n WHERE n.personId = :person", Map.of("person", row.id))
                .getResultStream()
                .filter(known -> !owed.remove(known.word))
                .forEach(transaction.writer()::remove);
        owed.forEach(word -> transaction.writer().persist(NameRow.of(row.id, word)));
    }

    @Override
    public void hold(PersonId person) {
        transaction.writer().find(PersonRow.class, person.value(), LockModeType.PESSIMISTIC_WRITE);
    }

    /** Asks for the person only: rows of a case that were read before the lock would be kept as they were. */
    @Override
    public void hold(CaseNumber number) {
        transaction
                .query(
                        String.class,
                        "SELECT c.personId FROM CaseRow c WHERE c.number = :number",
                        Map.of("number", number.value()))
                .getResultStream()
                .findFirst()
                .map(PersonId::new)
                .ifPresent(this::hold);
    }

    @Override
    public Optional<PersonRecord> find(Caller caller, PersonId person) {
        Condition scope = Scope.ofPeople(caller, "p.id");
        // what this transaction holds is not asked for again
        Optional<PersonRow> found = transaction.writes() && scope.equals(Condition.NONE)
                ? Optional.ofNullable(transaction.writer().find(PersonRow.class, person.value()))
                : within(
                        Condition.of("p.id = :person", "person", person.value()).and(scope));
        return found.map(row -> row.value(permits(person)));
    }

    private Optional<PersonRow> within(Condition condition) {
        return transaction
                .query(PersonRow.class, "SELECT p FROM PersonRow p" + condition.where(), condition.parameters())
                .getResultStream()
                .findFirst();
    }

    /** Some people, in no order; an identifier that nobody has is left out. */
    List<PersonRecord> find(List<String> ids) {
        if (transaction.writes() && ids.size() == 1) {
            return Stream.ofNullable(transaction.writer().find(PersonRow.class, ids.get(0)))
                    .map(row -> row.value(permits(new PersonId(row.id))))
                    .toList();
        }
        Map<String, List<HeldPermitRow>> permits = transaction
                .query(
                        HeldPermitRow.class,
                        "SELECT h FROM HeldPermitRow h WHERE h.personId IN :ids" + NEWEST_FIRST,
                        Map.of("ids", ids))
                .getResultStream()
                .collect(Collectors.groupingBy(row -> row.personId));
        return transaction
                .query(PersonRow.class, "SELECT p FROM PersonRow p WHERE p.id IN :ids", Map.of("ids", ids))
                .getResultStream()
                .map(row -> row.value(permits.getOrDefault(row.id, List.of())))
                .toList();
    }

    /** Where those of some people live of whom somebody has said so. */
    Map<PersonId, DeclaredResidence> residences(List<String> people) {
        return transaction
                .query(
                        ResidenceRow.class,
                        "SELECT r FROM ResidenceRow r WHERE r.personId IN :people",
                        Map.of("people", people))
                .getResultStream()
                .collect(Collectors.toMap(row -> new PersonId(row.personId), ResidenceRow::value));
    }

    @Override
    public List<PersonRecord> named(Caller caller, String name, LocalDate birthDate, int limit) {
        Set<String> typed = NameWords.typed(name);
        if (typed.isEmpty()) {
            return List.of();
        }
        Condition condition = Condition.of("p.civilStatus.birthDate = :born", "born", birthDate)
                .and(Scope.ofPeople(caller, "p.id"));
        for (String word : typed) {
            int at = condition.parameters().size();
            condition = condition.and(new Condition(
                    "EXISTS (SELECT n.word FROM NameRow n WHERE n.personId = p.id AND n.word >= :from" + at
                            + " AND n.word < :to" + at + ")",
                    Map.of("from" + at, word, "to" + at, word + FoundPeople.LAST)));
        }
        return transaction
                .query(
                        PersonRow.class,
                        "SELECT p FROM PersonRow p" + condition.where() + " ORDER BY p.civilStatus.familyName, p.id",
                        condition.parameters())
                .setMaxResults(limit)
                .getResultStream()
                .map(row -> row.value(permits(new PersonId(row.id))))
                .toList();
    }

    @Override
    public void keep(PersonId person, HeldPermitFact fact) {
        keep(person, fact, permits(person));
        permits.remove(person.value());
    }

    @Override
    public void keep(PersonId person, EarlierPaper paper) {
        transaction.writer().find(PersonRow.class, person.value()).keep(paper);
    }

    @Override
    public void forget(PersonId person, String reference) {
        permits(person).stream().filter(row -> row.reference.equals(reference)).forEach(transaction.writer()::remove);
        permits.remove(person.value());
    }

    @Override
    public Optional<DeclaredResidence> residence(PersonId person) {
        return transaction
                .query(
                        ResidenceRow.class,
                        "SELECT r FROM ResidenceRow r WHERE r.personId = :person",
                        Map.of("person", person.value()))
                .getResultStream()
                .findFirst()
                .map(ResidenceRow::value);
    }

    @Override
    public void keepResidence(PersonId person, DeclaredResidence residence) {
        ResidenceRow before = transaction.writer().find(ResidenceRow.class, person.value());
        if (before == null) {
            transaction.writer().persist(ResidenceRow.of(person, residence));
        } else {
            before.take(residence);
        }
    }

    private void keep(PersonId person, HeldPermitFact fact, List<HeldPermitRow> known) {
        known.stream()
                .filter(row -> row.reference.equals(fact.reference()))
                .findFirst()
                .ifPresentOrElse(
                        row -> row.take(fact), () -> transaction.writer().persist(HeldPermitRow.of(person, fact)));
    }

    private List<HeldPermitRow> permits(PersonId person) {
        return transaction.writes()
                ? permits.computeIfAbsent(person.value(), this::readPermits)
                : readPermits(person.value());
    }

    private List<HeldPermitRow> readPermits(String person) {
        return transaction
                .query(
                        HeldPermitRow.class,
                        "SELECT h FROM HeldPermitRow h WHERE h.personId = :person" + NEWEST_FIRST,
                        Map.of("person", person))
                .getResultList();
    }
}
