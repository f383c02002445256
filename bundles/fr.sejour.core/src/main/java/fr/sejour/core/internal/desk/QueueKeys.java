package fr.sejour.core.internal.desk;

import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.prefecture.Practice;
import fr.sejour.core.port.CaseRecords;
import fr.sejour.core.port.QueueRow;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;

/** The key of a page, as a caller carries it from one page to the next. */
final class QueueKeys {

    private static final String OPEN = "open";
    private static final String EMPLOYED = "1";

    private QueueKeys() {}

    static String write(QueueRow row) {
        return String.join(
                "_",
                row.rightEndsOn().map(LocalDate::toString).orElse(OPEN),
                row.employed() ? EMPLOYED : "0",
                String.valueOf(row.priority()),
                row.filedOn().toString(),
                row.number().value());
    }

    static CaseRecords.QueueKey read(String key) {
        String[] parts = key.split("_", -1);
        if (parts.length != 5) {
            throw new CaseException(ErrorCode.MALFORMED_INPUT, Map.of("field", "after"));
        }
        try {
            return new CaseRecords.QueueKey(
                    parts[0].equals(OPEN) ? LocalDate.MAX : day(parts[0]),
                    digit(parts[1], 1) == 1,
                    digit(parts[2], Practice.HIGHEST_PRIORITY),
                    day(parts[3]),
                    new CaseNumber(parts[4]));
        } catch (RuntimeException unreadable) {
            throw new CaseException(ErrorCode.MALFORMED_INPUT, Map.of("field", "after"));
        }
    }

    private static int digit(String text, int highest) {
        if (text.length() != 1 || text.charAt(0) < '0' || text.charAt(0) > '0' + highest) {
            throw new IllegalArgumentException("No digit of a key");
        }
        return text.charAt(0) - '0';
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
