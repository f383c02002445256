package fr.sejour.core.internal.desk;

import fr.sejour.api.cases.Task;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.core.port.CaseRecords.TaskKey;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The key of a page of tasks, as a caller carries it from one page to the next. */
final class TaskKeys {

    private static final Pattern SHAPE = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})_(\\d{19}-[a-z-]{2,40})");

    private TaskKeys() {}

    static String write(Task task) {
        return task.dueOn() + "_" + task.id();
    }

    static TaskKey read(String key) {
        Matcher parts = SHAPE.matcher(key);
        try {
            if (parts.matches()) {
                return new TaskKey(LocalDate.parse(parts.group(1)), parts.group(2));
            }
        } catch (DateTimeException noDay) {
            // told like any other key that no page gave
        }
        throw new CaseException(ErrorCode.MALFORMED_INPUT, Map.of("field", "after"));
    }
}
