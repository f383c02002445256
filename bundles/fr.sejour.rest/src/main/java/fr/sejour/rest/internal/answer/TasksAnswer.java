package fr.sejour.rest.internal.answer;

import fr.sejour.api.cases.Task;
import fr.sejour.api.cases.TaskPage;
import fr.sejour.api.prefecture.PrefectureCode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of tasks.
 *
 * @param next the key of the next page; absent on the last
 */
public record TasksAnswer(List<OwedAnswer> tasks, @Nullable String next) {

    /** One task. */
    public record OwedAnswer(
            String id,
            String caseNumber,
            String kind,
            @Nullable String owner,
            LocalDate dueOn,
            String escalation,
            @Nullable String question) {

        static OwedAnswer of(Task task) {
            return new OwedAnswer(
                    task.id(),
                    task.caseNumber().value(),
                    Codes.of(task.kind()),
                    task.owner().map(PrefectureCode::value).orElse(null),
                    task.dueOn(),
                    Codes.of(task.escalation()),
                    task.question().orElse(null));
        }
    }

    public static TasksAnswer of(TaskPage page) {
        return new TasksAnswer(
                page.tasks().stream().map(OwedAnswer::of).toList(), page.next().orElse(null));
    }
}
