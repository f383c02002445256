package fr.sejour.rest.internal.answer;

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
            @Nullable String question) {}

    public static TasksAnswer of(TaskPage page) {
        return new TasksAnswer(
                page.tasks().stream()
                        .map(it -> new OwedAnswer(
                                it.id(),
                                it.caseNumber().value(),
                                Codes.of(it.kind()),
                                it.owner().map(PrefectureCode::value).orElse(null),
                                it.dueOn(),
                                Codes.of(it.escalation()),
                                it.question().orElse(null)))
                        .toList(),
                page.next().orElse(null));
    }
}
