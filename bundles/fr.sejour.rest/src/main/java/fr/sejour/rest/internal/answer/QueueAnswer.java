package fr.sejour.rest.internal.answer;

import fr.sejour.api.cases.QueuePage;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a queue.
 *
 * @param next the key of the next page; absent on the last
 */
public record QueueAnswer(List<RowAnswer> cases, @Nullable String next) {

    /** One case of the queue. */
    public record RowAnswer(
            String caseNumber,
            String status,
            String permit,
            String familyName,
            String givenNames,
            String prefecture,
            LocalDate filedOn,
            boolean complete,
            @Nullable LocalDate rightEndsOn,
            boolean employed,
            int priority,
            NextActAnswer next) {}

    public static QueueAnswer of(QueuePage page, Wording wording) {
        return new QueueAnswer(
                page.rows().stream()
                        .map(it -> new RowAnswer(
                                it.number().value(),
                                Codes.of(it.status()),
                                it.permit().value(),
                                it.familyName(),
                                it.givenNames(),
                                it.prefecture().value(),
                                it.filedOn(),
                                it.complete(),
                                it.rightEndsOn().orElse(null),
                                it.employed(),
                                it.priority(),
                                NextActAnswer.of(it.next(), wording)))
                        .toList(),
                page.next().orElse(null));
    }
}
