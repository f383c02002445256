package fr.sejour.store.jpa.internal;

import fr.sejour.api.access.Caller;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.Task;
import fr.sejour.api.cases.TaskQuery;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.core.port.CaseRecords.TaskKey;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A page of tasks as one statement of SQL, like {@link QueueSql}: of each owner as many as the page has, in the order of the index,
 * then the first of all these.
 */
final class TaskSql {

    private static final String ROWS = """
            SELECT q.task_id, q.case_number, q.kind, q.owner, q.due_on, q.escalation, q.question
            FROM (%s) q ORDER BY q.due_on, q.task_id FETCH FIRST ?%d ROWS ONLY""";

    private static final String OF_ONE = """
            SELECT * FROM (SELECT task.task_id, task.case_number, task.kind, task.owner, task.due_on, task.escalation,
              task.question
            FROM task%s ORDER BY task.due_on, task.task_id FETCH FIRST ?%d ROWS ONLY) part%d""";

    private final List<Object> parameters = new ArrayList<>();
    private final String sql;

    /** @param owners the préfectures whose tasks are read; empty for all, the national jurist's too */
    TaskSql(
            Caller caller,
            List<String> owners,
            TaskQuery.Filter filter,
            LocalDate today,
            Optional<TaskKey> after,
            int limit) {
        List<String> conditions = new ArrayList<>();
        after.ifPresent(it -> conditions.add("(task.due_on > ?%d OR (task.due_on = ?%d AND task.task_id > ?%d))"
                .formatted(place(Date.valueOf(it.dueOn())), place(Date.valueOf(it.dueOn())), place(it.id()))));
        filter.kind().ifPresent(it -> conditions.add("task.kind = ?" + place(it.name())));
        filter.late()
                .ifPresent(it ->
                        conditions.add("task.due_on %s ?%d".formatted(it ? "<" : ">=", place(Date.valueOf(today)))));
        filter.escalation().ifPresent(it -> conditions.add("task.escalation = ?" + place(it.name())));
        filter.held()
                .ifPresent(it -> conditions.add("EXISTS (SELECT 1 FROM permit_case WHERE permit_case.case_number"
                        + " = task.case_number AND " + new HeldSql(caller, today, this::place).condition(it) + ")"));
        int most = place(limit);
        List<String> ranges = owners.isEmpty()
                ? List.of("")
                : owners.stream().map(it -> "task.owner = ?" + place(it)).toList();
        List<String> parts = new ArrayList<>();
        for (String range : ranges) {
            List<String> all = new ArrayList<>(conditions);
            if (!range.isEmpty()) {
                all.add(0, range);
            }
            String where = all.isEmpty() ? "" : " WHERE " + String.join(" AND ", all);
            parts.add(OF_ONE.formatted(where, most, parts.size()));
        }
        this.sql = ROWS.formatted(String.join(" UNION ALL ", parts), most);
    }

    private int place(Object parameter) {
        parameters.add(parameter);
        return parameters.size();
    }

    List<Task> read(OpenTransaction transaction) {
        return transaction.nativeRows(sql, parameters).stream()
                .map(TaskSql::task)
                .toList();
    }

    private static Task task(@Nullable Object[] row) {
        return new Task(
                (String) row[0],
                new CaseNumber((String) row[1]),
                Task.Kind.valueOf((String) row[2]),
                Optional.ofNullable((String) row[3]).map(PrefectureCode::new),
                ((Date) row[4]).toLocalDate(),
                Task.Escalation.valueOf((String) row[5]),
                Optional.ofNullable((String) row[6]));
    }
}
