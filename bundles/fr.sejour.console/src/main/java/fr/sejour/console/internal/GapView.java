package fr.sejour.console.internal;

import fr.sejour.web.page.Choice;
import fr.sejour.web.page.Due;
import java.util.List;
import java.util.Optional;

/**
 * Who is without a proof of right or comes to be.
 *
 * @param counts of each préfecture with any day of the two months
 * @param whole their sum, where there is more than one
 * @param next the page after this one
 * @param first the first page, on any other
 */
public record GapView(
        String thisMonth,
        String lastMonth,
        List<Count> counts,
        Optional<Count> whole,
        List<Row> rows,
        Optional<String> next,
        Optional<String> first,
        List<Choice> prefectures,
        List<Choice> spans,
        List<Choice> needing) {

    public GapView {
        counts = List.copyOf(counts);
        rows = List.copyOf(rows);
        prefectures = List.copyOf(prefectures);
        spans = List.copyOf(spans);
        needing = List.copyOf(needing);
    }

    /** Days of one préfecture in two months, and the people they are of. */
    public record Count(String name, Days current, Days before) {}

    /** Days of one month, and the people they are of. */
    public record Days(long days, long people) {

        Days plus(Days more) {
            return new Days(days + more.days, people + more.people);
        }
    }

    /**
     * One gap.
     *
     * @param begun whether its first day has come
     * @param uncovered how many of its days are noted, in words
     * @param closing what closes it, or that nobody has been asked
     * @param task whose task it is
     */
    public record Row(
            String number,
            String path,
            String name,
            String prefecture,
            boolean begun,
            String since,
            Optional<String> uncovered,
            String cause,
            String closing,
            Optional<Owed> task) {}

    /** The task that closes a gap. */
    public record Owed(String what, String path, String owner, Due due, String level, boolean escalated) {}
}
