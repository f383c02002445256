package fr.sejour.core.internal.desk;

import fr.sejour.api.cases.QueueQuery;
import java.util.Optional;

/** The questions that a test asks of a queue. */
final class Queues {

    private Queues() {}

    static QueueQuery everything() {
        return new QueueQuery(Optional.empty(), Optional.empty(), Optional.empty(), 200);
    }

    static QueueQuery page(int rows, Optional<String> after) {
        return new QueueQuery(Optional.empty(), Optional.empty(), after, rows);
    }
}
