package fr.sejour.core.internal.upkeep;

import fr.sejour.api.cases.CaseFile.PendingTransfer;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.prefecture.CommuneCode;
import fr.sejour.core.internal.practice.Practices.Answers;
import fr.sejour.core.internal.practice.Practices.Question;
import fr.sejour.core.port.CaseRecord;
import fr.sejour.core.port.Records;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a person lives, and what the rules of the préfectures said of their cases before the transaction began.
 *
 * @param commune empty when nobody has said where they live
 */
public record Home(Optional<CommuneCode> commune, Answers answers) {

    /** What to ask the rules before these cases follow their person to a commune. */
    public static Set<Question> following(List<CaseRecord> cases, CommuneCode commune) {
        return cases.stream()
                .filter(record -> record.standing().status().isOpen())
                .map(record -> new Question(
                        commune.prefecture(), commune, record.filed().permit()))
                .collect(Collectors.toSet());
    }

    /** What to ask the rules before silence may complete the transfer of that case: all of its person arrive together. */
    static Set<Question> arriving(Records records, CaseNumber number) {
        return records.cases()
                .place(Upkeep.READS_ALL, number)
                .filter(place -> place.offeredTo().isPresent())
                .flatMap(place -> records.cases().find(Upkeep.READS_ALL, number))
                .map(record -> arriving(records.cases()
                        .ofPerson(Upkeep.READS_ALL, record.filed().person())))
                .orElse(Set.of());
    }

    /** What to ask the rules before silence may complete the transfers of these cases. */
    public static Set<Question> arriving(List<CaseRecord> cases) {
        return cases.stream()
                .flatMap(record -> record.standing().transfer().map(PendingTransfer::to).stream()
                        .flatMap(to -> Stream.of(new Question(
                                to, record.standing().commune(), record.filed().permit()))))
                .collect(Collectors.toSet());
    }
}
