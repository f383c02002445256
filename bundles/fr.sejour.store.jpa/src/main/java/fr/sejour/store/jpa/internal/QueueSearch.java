package fr.sejour.store.jpa.internal;

import fr.sejour.api.cases.QueueFilter;
import fr.sejour.api.cases.Task;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What leads to the cases of a queue other than its order.
 *
 * @param people the people of a name; empty when no name is asked for
 * @param text the cases with some words; empty when no words are asked for
 * @param rareTask the kind of task that is asked for, when few cases have one; they are found by it
 */
record QueueSearch(Optional<FoundPeople> people, Optional<FoundText> text, Optional<Task.Kind> rareTask) {

    /** Of more, the queue is gone through: it meets a page of them soon. */
    private static final int FEW_TASKS = 2_000;

    /**
     * @param prefectures whose queue is read; empty for all of them
     * @param after the place behind which to read
     */
    static QueueSearch by(OpenTransaction transaction, QueueFilter filter, List<String> prefectures, String after) {
        return new QueueSearch(
                filter.name().map(name -> FoundPeople.by(transaction, name, prefectures)),
                filter.text().map(words -> FoundText.by(transaction, words, prefectures, after)),
                filter.task().filter(kind -> isRare(transaction, kind)));
    }

    private static boolean isRare(OpenTransaction transaction, Task.Kind kind) {
        Object counted = transaction.nativeRows(
                        "SELECT COUNT(*) FROM (SELECT t.case_number FROM task t WHERE t.kind = ?1"
                                + " FETCH FIRST ?2 ROWS ONLY) those",
                        List.of(kind.name(), FEW_TASKS))
                .get(0)[0];
        return ((Number) Objects.requireNonNull(counted)).intValue() < FEW_TASKS;
    }
}
