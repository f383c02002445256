package fr.sejour.api.cases;

import java.util.List;
import java.util.Optional;

/**
 * A page of tasks, the first due first.
 *
 * @param next the key of the next page; empty on the last
 */
public record TaskPage(List<Task> tasks, Optional<String> next) {

    public TaskPage {
        tasks = List.copyOf(tasks);
    }
}
