package fr.sejour.store.jpa.internal;

import fr.sejour.core.port.UncoveredRecords.GapKey;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** Where the gap of a case stands among the others: its first day and the number in one column, like {@link QueuePlace}. */
final class GapPlace {

    private GapPlace() {}

    static String of(GapKey key) {
        return day(key.from()) + key.number().value();
    }

    /** Before every gap that begins on a later day. */
    static String dayAfter(LocalDate day) {
        return day(day.plusDays(1));
    }

    private static String day(LocalDate day) {
        return DateTimeFormatter.BASIC_ISO_DATE.format(day);
    }
}
