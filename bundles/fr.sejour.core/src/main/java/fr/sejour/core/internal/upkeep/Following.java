package fr.sejour.core.internal.upkeep;

import fr.sejour.api.cases.CaseLinks;
import fr.sejour.api.cases.CaseStatus;
import fr.sejour.core.port.CaseRecord;
import fr.sejour.core.port.FollowedCase;
import fr.sejour.core.port.Records;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Takes note, on a case that follows another one, of how that one ended. The followed case and its person are only read. */
final class Following {

    private Following() {}

    /** Whether the followed case ended, or goes on again, and that is not noted yet. */
    static boolean overtaken(Records records, CaseRecord record) {
        CaseRecord noted = noted(records, record, List.of(), LocalDate.EPOCH);
        return !noted.follows()
                .flatMap(FollowedCase::end)
                .equals(record.follows().flatMap(FollowedCase::end));
    }

    /** @param moved cases that have moved and are not kept yet */
    static CaseRecord noted(Records records, CaseRecord record, List<CaseRecord> moved, LocalDate today) {
        Optional<FollowedCase> confirmed = record.follows().filter(it -> it.standing() == CaseLinks.Standing.CONFIRMED);
        if (confirmed.isEmpty()) {
            return record;
        }
        FollowedCase before = confirmed.get();
        Optional<CaseStatus> end = moved.stream()
                .filter(it -> it.number().equals(before.number()))
                .findFirst()
                .or(() -> records.cases().find(Upkeep.READS_ALL, before.number()))
                .map(it -> it.standing().status())
                .filter(CaseStatus::endsAgainstThePerson);
        if (end.equals(before.end())) {
            return record;
        }
        return record.withFollows(
                Optional.of(end.map(how -> before.ended(how, today)).orElseGet(before::goingOn)));
    }
}
