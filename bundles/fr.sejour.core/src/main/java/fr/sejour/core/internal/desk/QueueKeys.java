package fr.sejour.core.internal.desk;

import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.core.port.CaseRecords;
import fr.sejour.core.port.QueueRow;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;

/** The key of a page, as a caller carries it from one page to the next. */
final class QueueKeys {

    private static final String OPEN = "open";

    private QueueKeys() {}

    static String write(QueueRow row) {
        return row.rightEndsOn().map(LocalDate::toString).orElse(OPEN) + "_" + row.filedOn() + "_" + row.number();
    }

    static CaseRecords.QueueKey read(String key) {
        String[] parts = key.split("_", -1);
        if (parts.length != 3) {
            throw new CaseException(ErrorCode.MALFORMED_INPUT, Map.of("field", "after"));
        }
        try {
            return new CaseRecords.QueueKey(
                    parts[0].equals(OPEN) ? LocalDate.MAX : day(parts[0]), day(parts[1]), new CaseNumber(parts[2]));
        } catch (RuntimeException unreadable) {
            throw new CaseException(ErrorCode.MALFORMED_INPUT, Map.of("field", "after"));
        }
    }

    /** @throws java.time.DateTimeException for what is no day, or none that a case could have */
    private static LocalDate day(String text) {
        LocalDate day = LocalDate.parse(text);
        if (day.getYear() < 1 || day.getYear() > 9999) {
            throw new DateTimeException("A day of a case has a year of four digits");
        }
        return day;
    }
}
