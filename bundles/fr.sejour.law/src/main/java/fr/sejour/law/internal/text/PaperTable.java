package fr.sejour.law.internal.text;

import fr.sejour.api.catalogue.DocumentKind;
import fr.sejour.api.catalogue.PermitCode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The decision table of the interim papers of one edition.
 *
 * @param papers who is given which paper, in the order in which the rows are asked
 * @param work whether it lets its holder work, likewise
 * @param visasLeftOut the permits whose visa R. 431-18 leaves out
 */
public record PaperTable(
        List<PaperRow> papers,
        List<WorkRow> work,
        ExtendedCards extendedCards,
        Set<PermitCode> visasLeftOut,
        String travelQuestion,
        String socialQuestion) {

    private static final Comparator<Row> BY_DATES = Comparator.comparing(
                    (Row row) -> row.dates().from())
            .thenComparing(row -> row.dates().recordedOn());

    public PaperTable {
        papers = List.copyOf(papers);
        work = List.copyOf(work);
        visasLeftOut = Set.copyOf(visasLeftOut);
    }

    /** A row with its dates. Rows of one name are editions of one another. */
    public interface Row {
        String name();

        InForce dates();
    }

    /** The rows on papers that count on a day. */
    public List<PaperRow> papersOn(LocalDate day) {
        return on(papers, day);
    }

    /** The rows on work that count on a day. */
    public List<WorkRow> workOn(LocalDate day) {
        return on(work, day);
    }

    private static <R extends Row> List<R> on(Collection<R> rows, LocalDate day) {
        Map<String, R> latest = new LinkedHashMap<>();
        rows.stream()
                .filter(row -> row.dates().hasBegunOn(day))
                .forEach(row ->
                        latest.merge(row.name(), row, (one, other) -> BY_DATES.compare(one, other) < 0 ? other : one));
        return latest.values().stream()
                .filter(row -> !row.dates().isOverOn(day))
                .toList();
    }

    /**
     * The cards that L. 433-3 extends.
     *
     * @param multiYear what counts from so many months on
     * @param bilateralOverMonths a bilateral permit counts above it
     * @param other those of the second paragraph
     */
    public record ExtendedCards(
            DocumentKind resident,
            DocumentKind multiYear,
            int multiYearMonths,
            int bilateralOverMonths,
            Set<DocumentKind> other) {

        public ExtendedCards {
            other = Set.copyOf(other);
        }
    }
}
