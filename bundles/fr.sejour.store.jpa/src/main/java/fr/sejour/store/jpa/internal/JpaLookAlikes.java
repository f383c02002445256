package fr.sejour.store.jpa.internal;

import fr.sejour.api.person.ForeignerNumber;
import fr.sejour.api.person.LookAlike;
import fr.sejour.api.person.PersonId;
import fr.sejour.core.port.LookAlikeRecords;
import fr.sejour.core.port.NameWords;
import fr.sejour.core.port.PersonRecord;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds people by what they share with somebody: each query begins at an index. */
final class JpaLookAlikes implements LookAlikeRecords {

    private final OpenTransaction transaction;
    private final JpaPeople people;

    JpaLookAlikes(OpenTransaction transaction, JpaPeople people) {
        this.transaction = transaction;
        this.people = people;
    }

    @Override
    public List<PersonRecord> candidates(PersonRecord person, int limit) {
        Set<String> numbers = Stream.concat(
                        person.foreignerNumber().map(ForeignerNumber::value).stream(),
                        person.heldPermits().stream().map(fact -> fact.permit().number()))
                .collect(Collectors.toSet());
        Set<String> found = new TreeSet<>();
        for (Set<String> words : new HashSet<>(NameWords.readings(
                person.civilStatus().familyName(), person.civilStatus().givenNames()))) {
            found.addAll(bornOnTheDayOf(person, words, limit));
        }
        found.addAll(knownUnder(numbers, person, limit));
        found.addAll(holding(numbers, person, limit));
        return found.isEmpty()
                ? List.of()
                : people.find(List.copyOf(found)).stream()
                        .sorted(Comparator.comparing(it -> it.id().value()))
                        .toList();
    }

    private List<String> bornOnTheDayOf(PersonRecord person, Set<String> words, int limit) {
        return words.isEmpty()
                ? List.of()
                : ids(
                        "SELECT p.id FROM PersonRow p WHERE p.civilStatus.birthDate = :day AND p.id <> :person"
                                + " AND (SELECT COUNT(n.word) FROM NameRow n WHERE n.personId = p.id AND n.word IN :words)"
                                + " = :count ORDER BY p.id",
                        Map.of(
                                "day",
                                person.civilStatus().birthDate(),
                                "person",
                                person.id().value(),
                                "words",
                                words,
                                "count",
                                (long) words.size()),
                        limit);
    }

    private List<String> knownUnder(Set<String> numbers, PersonRecord person, int limit) {
        return others(
                "SELECT p.id FROM PersonRow p WHERE p.foreignerNumber IN :numbers AND p.id <> :person ORDER BY p.id",
                numbers,
                person,
                limit);
    }

    private List<String> holding(Set<String> numbers, PersonRecord person, int limit) {
        return others(
                "SELECT DISTINCT h.personId FROM HeldPermitRow h WHERE h.permit.number IN :numbers"
                        + " AND h.personId <> :person ORDER BY h.personId",
                numbers,
                person,
                limit);
    }

    private List<String> others(String jpql, Set<String> numbers, PersonRecord person, int limit) {
        return numbers.isEmpty()
                ? List.of()
                : ids(jpql, Map.of("numbers", numbers, "person", person.id().value()), limit);
    }

    private List<String> ids(String jpql, Map<String, Object> parameters, int limit) {
        return transaction
                .query(String.class, jpql, parameters)
                .setMaxResults(limit)
                .getResultList();
    }

    @Override
    public void keepApart(PersonId person, PersonId other, LookAlike.KeptApart said) {
        ApartRow row = apart(person, other).orElseGet(() -> {
            ApartRow fresh = new ApartRow();
            fresh.personId = first(person, other).value();
            fresh.otherId = first(person, other).equals(person) ? other.value() : person.value();
            return fresh;
        });
        row.take(said);
        transaction.writer().persist(row);
    }

    @Override
    public void takeBack(PersonId person, PersonId other) {
        apart(person, other).ifPresent(transaction.writer()::remove);
    }

    private Optional<ApartRow> apart(PersonId person, PersonId other) {
        return rows(person).stream()
                .filter(row -> row.personId.equals(other.value()) || row.otherId.equals(other.value()))
                .findFirst();
    }

    private static PersonId first(PersonId one, PersonId other) {
        return one.value().compareTo(other.value()) < 0 ? one : other;
    }

    @Override
    public Map<PersonId, LookAlike.KeptApart> keptApart(PersonId person) {
        return rows(person).stream()
                .collect(Collectors.toMap(
                        row -> new PersonId(row.personId.equals(person.value()) ? row.otherId : row.personId),
                        ApartRow::value));
    }

    private List<ApartRow> rows(PersonId person) {
        return transaction
                .query(
                        ApartRow.class,
                        "SELECT a FROM ApartRow a WHERE a.personId = :person OR a.otherId = :person",
                        Map.of("person", person.value()))
                .getResultList();
    }
}
