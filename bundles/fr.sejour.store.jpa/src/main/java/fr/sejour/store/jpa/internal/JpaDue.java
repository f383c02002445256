package fr.sejour.store.jpa.internal;

import fr.sejour.api.attestation.Attestation;
import fr.sejour.api.cases.CaseLinks;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.CaseStatus;
import fr.sejour.api.correction.Correction;
import fr.sejour.api.person.DeclaredResidence;
import fr.sejour.api.person.PersonId;
import fr.sejour.core.port.CaseRecord;
import fr.sejour.core.port.DueRecords;
import fr.sejour.core.port.FollowedCase;
import fr.sejour.core.port.PersonFile;
import fr.sejour.core.port.PersonRecord;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is due, in the tables of cases, people and papers. */
final class JpaDue implements DueRecords {

    private final OpenTransaction transaction;
    private final JpaCases cases;
    private final JpaPeople people;
    private final JpaPapers papers;
    private final JpaCorrections corrections;
    private final Set<String> claimed = new HashSet<>();

    JpaDue(
            OpenTransaction transaction,
            JpaCases cases,
            JpaPeople people,
            JpaPapers papers,
            JpaCorrections corrections) {
        this.transaction = transaction;
        this.cases = cases;
        this.people = people;
        this.papers = papers;
        this.corrections = corrections;
    }

    @Override
    public List<Due> claim(Instant now, Optional<Due> after, int limit) {
        List<Due> due = DueClaim.of(transaction, DueClaim.What.LOOK).take(now, after, limit);
        due.forEach(it -> claimed.add(it.person().value()));
        return due;
    }

    @Override
    public boolean passesOver() {
        return transaction.database() == Database.POSTGRESQL;
    }

    @Override
    public List<PersonFile> files(List<PersonId> wanted) {
        if (wanted.isEmpty()) {
            return List.of();
        }
        List<String> ids = wanted.stream().map(PersonId::value).toList();
        Map<PersonId, PersonRecord> known =
                people.find(ids).stream().collect(Collectors.toMap(PersonRecord::id, Function.identity()));
        Map<PersonId, DeclaredResidence> residences = people.residences(ids);
        Map<PersonId, List<Attestation>> papersOf =
                papers.ofPeople(ids).stream().collect(Collectors.groupingBy(Attestation::person));
        Map<PersonId, List<CaseRecord>> casesOf = cases.ofPeople(ids, claimed.containsAll(ids)).stream()
                .collect(Collectors.groupingBy(record -> record.filed().person()));
        Map<PersonId, Correction> proposed = new HashMap<>();
        corrections.waiting(ids).forEach(it -> proposed.putIfAbsent(it.person(), it));
        Map<CaseNumber, CaseStatus> followed = followed(casesOf);
        return wanted.stream()
                .flatMap(id -> Optional.ofNullable(known.get(id)).stream())
                .map(person -> new PersonFile(
                        person,
                        Optional.ofNullable(residences.get(person.id())),
                        casesOf.getOrDefault(person.id(), List.of()),
                        papersOf.getOrDefault(person.id(), List.of()),
                        Optional.ofNullable(proposed.get(person.id())),
                        ofThese(casesOf.getOrDefault(person.id(), List.of()), followed)))
                .toList();
    }

    private Map<CaseNumber, CaseStatus> followed(Map<PersonId, List<CaseRecord>> casesOf) {
        List<String> numbers = casesOf.values().stream()
                .flatMap(List::stream)
                .flatMap(record -> confirmed(record).stream())
                .map(CaseNumber::value)
                .distinct()
                .toList();
        return numbers.isEmpty() ? Map.of() : cases.statuses(numbers);
    }

    private static Optional<CaseNumber> confirmed(CaseRecord record) {
        return record.follows()
                .filter(it -> it.standing() == CaseLinks.Standing.CONFIRMED)
                .map(FollowedCase::number);
    }

    private static Map<CaseNumber, CaseStatus> ofThese(List<CaseRecord> records, Map<CaseNumber, CaseStatus> followed) {
        Map<CaseNumber, CaseStatus> ofThese = new HashMap<>();
        records.stream()
                .flatMap(record -> confirmed(record).stream())
                .forEach(number ->
                        Optional.ofNullable(followed.get(number)).ifPresent(status -> ofThese.put(number, status)));
        return ofThese;
    }
}
