package fr.sejour.core.port;

import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.CaseStatus;
import fr.sejour.api.cases.NextAct;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.core.port.CaseRecords.QueueKey;
import java.time.LocalDate;
import java.util.Optional;

/** A case as a row of a queue, read without loading the case. */
public record QueueRow(
        CaseNumber number,
        CaseStatus status,
        PermitCode permit,
        String familyName,
        String givenNames,
        PrefectureCode prefecture,
        LocalDate filedOn,
        boolean complete,
        Optional<LocalDate> rightEndsOn,
        boolean employed,
        int priority,
        NextAct next) {

    /** Where it stands in its queue. */
    public QueueKey key() {
        return new QueueKey(rightEndsOn.orElse(LocalDate.MAX), employed, priority, filedOn, number);
    }
}
