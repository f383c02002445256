package fr.sejour.console.internal;

import fr.sejour.web.page.Choice;
import fr.sejour.web.page.Due;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A page of the queue as an agent sees it.
 *
 * @param next where the next page is
 * @param first where the first page is, when this is another one
 */
public record QueueView(
        List<Row> rows,
        Optional<String> next,
        Optional<String> first,
        List<Choice> prefectures,
        List<Choice> statuses) {

    public QueueView {
        rows = List.copyOf(rows);
        prefectures = List.copyOf(prefectures);
        statuses = List.copyOf(statuses);
    }

    /** One case of the queue. */
    public record Row(
            String number,
            String path,
            String familyName,
            String givenNames,
            String permit,
            String status,
            String tone,
            boolean complete,
            String prefecture,
            LocalDate filedOn,
            Optional<Due> rightEnds,
            String next,
            String who,
            Due due) {}
}
