package fr.sejour.console.internal;

import fr.sejour.web.page.Choice;
import java.util.List;
import java.util.Optional;

/**
 * A page of tasks as an agent sees it.
 *
 * @param next where the next page is
 * @param first where the first page is, when this is another one
 * @param levels how far up a task may have gone
 */
public record TaskView(
        List<TaskLine> tasks,
        Optional<String> next,
        Optional<String> first,
        List<Choice> prefectures,
        List<Choice> kinds,
        List<Choice> hands,
        List<Choice> levels,
        List<Choice> yesOrNo) {

    public TaskView {
        tasks = List.copyOf(tasks);
        prefectures = List.copyOf(prefectures);
        kinds = List.copyOf(kinds);
        hands = List.copyOf(hands);
        levels = List.copyOf(levels);
        yesOrNo = List.copyOf(yesOrNo);
    }
}
