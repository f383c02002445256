package fr.sejour.store.jpa.internal;

import fr.sejour.api.cases.CaseNumber;
import fr.sejour.core.port.CaseRecords.QueueKey;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * Where a case stands in the queues it is in: end of right, day of filing and number, in that order, as 35 digits in one
 * column. One column makes a page one range of one index on both databases, ties and unknown ends included.
 */
final class QueuePlace {

    /** Before every case. */
    static final String FRONT = "";

    private static final String NO_KNOWN_END = "99991231";

    private QueuePlace() {}

    /** The place a page ended at. */
    static String of(QueueKey key) {
        return of(
                Optional.of(key.rightEndsOn()).filter(day -> !day.equals(LocalDate.MAX)), key.filedOn(), key.number());
    }

    static String of(Optional<LocalDate> rightEndsOn, LocalDate filedOn, CaseNumber number) {
        return rightEndsOn.map(DateTimeFormatter.BASIC_ISO_DATE::format).orElse(NO_KNOWN_END)
                + DateTimeFormatter.BASIC_ISO_DATE.format(filedOn)
                + number.value();
    }
}
