package fr.sejour.api.cases;

import fr.sejour.api.prefecture.PrefectureCode;
import java.util.Optional;
import java.util.Set;

/**
 * Which part of a queue is read.
 *
 * @param filter which cases of it
 * @param after the key at which the previous page ended
 * @param limit 1 to 200 rows
 */
public record QueueQuery(QueueFilter filter, Optional<String> after, int limit) {

    /** @throws IllegalArgumentException when the limit is out of bounds */
    public QueueQuery {
        if (limit < 1 || limit > 200) {
            throw new IllegalArgumentException("A page has 1 to 200 rows");
        }
    }

    /** The cases of one préfecture, or of all that the caller reads, in one status or in any open one. */
    public QueueQuery(
            Optional<PrefectureCode> prefecture, Optional<CaseStatus> status, Optional<String> after, int limit) {
        this(
                QueueFilterBuilder.builder()
                        .prefecture(prefecture)
                        .statuses(status.map(Set::of).orElse(Set.of()))
                        .build(),
                after,
                limit);
    }
}
