package fr.sejour.api.cases;

import fr.sejour.api.prefecture.PrefectureCode;
import java.util.Optional;

/**
 * Which part of a queue is read.
 *
 * @param prefecture one of the caller's préfectures; empty for all of them
 * @param status only cases in that status; empty for every open one
 * @param after the key at which the previous page ended
 * @param limit 1 to 200 rows
 */
public record QueueQuery(
        Optional<PrefectureCode> prefecture, Optional<CaseStatus> status, Optional<String> after, int limit) {

    /** @throws IllegalArgumentException when the limit is out of bounds */
    public QueueQuery {
        if (limit < 1 || limit > 200) {
            throw new IllegalArgumentException("A page has 1 to 200 rows");
        }
    }
}
