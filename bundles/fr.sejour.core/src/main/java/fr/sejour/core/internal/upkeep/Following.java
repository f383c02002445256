package fr.sejour.core.internal.upkeep;

import fr.sejour.api.cases.CaseLinks;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.CaseStatus;
import fr.sejour.core.port.CaseRecord;
import fr.sejour.core.port.FollowedCase;
import fr.sejour.core.port.PersonFile;
import fr.sejour.core.port.Records;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes note, on a case that follows another one, of how that one ended. The followed case and its person are only read. */
final class Following {

    private Following() {}

    /** Whether the followed case ended, or goes on again, and that is not noted yet. */
    static boolean overtaken(PersonFile file, CaseRecord record) {
        CaseRecord noted = noted(file.followed(), record, List.of(), LocalDate.EPOCH);
        return !noted.follows()
                .flatMap(FollowedCase::end)
                .equals(record.follows().flatMap(FollowedCase::end));
    }

    /** What is known of the followed cases, that of a case included which only now follows another. */
    static PersonFile lookedUp(Records records, PersonFile file, CaseRecord changed) {
        return confirmed(changed)
                .map(FollowedCase::number)
                .filter(number -> !file.followed().containsKey(number))
                .flatMap(number -> records.cases().find(Upkeep.READS_ALL, number))
                .map(it -> {
                    Map<CaseNumber, CaseStatus> followed = new HashMap<>(file.followed());
                    followed.put(it.number(), it.standing().status());
                    return file.withFollowed(followed);
                })
                .orElse(file);
    }

    /**
     * @param followed where the followed cases stand that nothing moves now
     * @param moved cases that have moved and are not kept yet
     */
    static CaseRecord noted(
            Map<CaseNumber, CaseStatus> followed, CaseRecord record, List<CaseRecord> moved, LocalDate today) {
        Optional<FollowedCase> confirmed = confirmed(record);
        if (confirmed.isEmpty()) {
            return record;
        }
        FollowedCase before = confirmed.get();
        Optional<CaseStatus> end = moved.stream()
                .filter(it -> it.number().equals(before.number()))
                .findFirst()
                .map(it -> it.standing().status())
                .or(() -> Optional.ofNullable(followed.get(before.number())))
                .filter(CaseStatus::endsAgainstThePerson);
        if (end.equals(before.end())) {
            return record;
        }
        return record.withFollows(
                Optional.of(end.map(how -> before.ended(how, today)).orElseGet(before::goingOn)));
    }

    private static Optional<FollowedCase> confirmed(CaseRecord record) {
        return record.follows().filter(it -> it.standing() == CaseLinks.Standing.CONFIRMED);
    }
}
