package fr.sejour.core.internal.report;

import fr.sejour.api.access.Caller;
import fr.sejour.api.attempt.Attempt;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.report.NewReport;
import fr.sejour.core.internal.upkeep.Upkeep;
import fr.sejour.core.port.CaseRecord;
import fr.sejour.core.port.Records;
import java.util.Optional;

/**
 * Where a report comes from, by what the platform knows before what the person says.
 *
 * @param about whose report it is: an agent may report for the person of a case
 * @param attempt the attempt whose receipt they hold
 * @param prefecture the one that owes the answer; empty when only the national services can
 */
record ReportOrigin(Optional<PersonId> about, Optional<Attempt> attempt, Optional<PrefectureCode> prefecture) {

    /** @throws CaseException {@code NOT_FOUND} for a case that the caller may not read */
    static ReportOrigin of(Records records, Optional<Caller> caller, NewReport said) {
        Optional<CaseRecord> named = said.caseNumber()
                .map(number -> caller.flatMap(it -> records.cases().find(it, number))
                        .orElseThrow(() -> new CaseException(ErrorCode.NOT_FOUND)));
        Optional<Attempt> attempt = said.trace()
                .attempt()
                .flatMap(number -> records.traces().find(caller.orElse(Upkeep.READS_ALL), number))
                .filter(it -> caller.isPresent() || it.asker().person().isEmpty());
        Optional<PersonId> about = caller.flatMap(Caller::person)
                .or(() -> named.map(it -> it.filed().person()));
        Optional<PrefectureCode> prefecture = named.map(it -> it.standing().prefecture())
                .or(() -> about.flatMap(person -> records.cases().ofPerson(Upkeep.READS_ALL, person).stream()
                        .findFirst()
                        .map(it -> it.standing().prefecture())))
                .or(() -> attempt.flatMap(it -> it.subject().prefecture()))
                .or(said::prefecture);
        return new ReportOrigin(about, attempt, prefecture);
    }
}
