package fr.sejour.api.cases;

import fr.sejour.api.prefecture.PrefectureCode;
import java.util.Optional;

/**
 * Which tasks are read.
 *
 * @param filter which of them
 * @param after the key at which the previous page ended
 * @param limit 1 to 200
 */
public record TaskQuery(Filter filter, Optional<String> after, int limit) {

    /** @throws IllegalArgumentException when the limit is out of bounds */
    public TaskQuery {
        if (limit < 1 || limit > 200) {
            throw new IllegalArgumentException("A page has 1 to 200 tasks");
        }
    }

    /**
     * Whatever is empty leaves all tasks; what is given leaves those of which all of it is true.
     *
     * @param prefecture one of the caller's préfectures, which owes it
     * @param late whether its day is past, where the préfecture is
     * @param held in whose hands its case is
     * @param escalation how far up it has gone
     */
    public record Filter(
            Optional<PrefectureCode> prefecture,
            Optional<Task.Kind> kind,
            Optional<Boolean> late,
            Optional<Held> held,
            Optional<Task.Escalation> escalation) {

        /** Every task. */
        public static final Filter NONE =
                new Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
