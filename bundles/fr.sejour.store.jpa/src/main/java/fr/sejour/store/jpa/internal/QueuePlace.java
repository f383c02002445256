package fr.sejour.store.jpa.internal;

import fr.sejour.api.prefecture.Practice;
import fr.sejour.core.port.CaseRecords.QueueKey;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/**
 * Where a case stands in the queues it is in: end of right, job at stake, priority, day of filing and number, in that order, as
 * 37 digits in one column. One column makes a page one range of one index on both databases, ties and unknown ends included.
 */
final class QueuePlace {

    /** Before every case. */
    static final String FRONT = "";

    private static final String NO_KNOWN_END = "99991231";

    private QueuePlace() {}

    static String of(QueueKey key) {
        return day(key.rightEndsOn())
                + (key.employed() ? "0" : "1")
                + (Practice.HIGHEST_PRIORITY - key.priority())
                + day(key.filedOn())
                + key.number().value();
    }

    /** Before every case whose right ends on a later day. */
    static String dayAfter(LocalDate day) {
        return day(day.plusDays(1));
    }

    private static String day(LocalDate day) {
        return day.equals(LocalDate.MAX) ? NO_KNOWN_END : DateTimeFormatter.BASIC_ISO_DATE.format(day);
    }
}
