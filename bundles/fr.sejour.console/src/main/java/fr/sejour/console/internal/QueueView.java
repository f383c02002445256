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
 * @param yesOrNo the answers to what is true of a case or not
 * @param bulkActs what can be done on several of them at once
 * @param searchesText whether the words of the files can be searched here
 * @param filters what narrows the list, to be sent with what is chosen in it
 * @param narrowed whether a filter is set that is not always in view
 */
public record QueueView(
        List<Row> rows,
        Optional<String> next,
        Optional<String> first,
        List<Choice> prefectures,
        List<Choice> statuses,
        List<Choice> permits,
        List<Choice> channels,
        List<Choice> facts,
        List<Choice> nextActs,
        List<Choice> tasks,
        List<Choice> yesOrNo,
        List<Choice> hands,
        List<Choice> bulkActs,
        boolean searchesText,
        List<BulkFormView.Sent> filters,
        boolean narrowed) {

    public QueueView {
        rows = List.copyOf(rows);
        prefectures = List.copyOf(prefectures);
        statuses = List.copyOf(statuses);
        permits = List.copyOf(permits);
        channels = List.copyOf(channels);
        facts = List.copyOf(facts);
        nextActs = List.copyOf(nextActs);
        tasks = List.copyOf(tasks);
        yesOrNo = List.copyOf(yesOrNo);
        hands = List.copyOf(hands);
        bulkActs = List.copyOf(bulkActs);
        filters = List.copyOf(filters);
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
            boolean employed,
            int priority,
            String next,
            Due due) {}
}
