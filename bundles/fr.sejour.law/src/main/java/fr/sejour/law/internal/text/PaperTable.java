package fr.sejour.law.internal.text;

import fr.sejour.api.catalogue.DocumentKind;
import fr.sejour.api.catalogue.PermitCode;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The decision table of the interim papers of one edition.
 *
 * @param papers who is given which paper
 * @param work whether it lets its holder work
 * @param notIssued what the code gives besides
 * @param visasLeftOut the permits whose visa R. 431-18 leaves out
 */
public record PaperTable(
        DatedRows<PaperRow> papers,
        DatedRows<WorkRow> work,
        DatedRows<NotIssuedRow> notIssued,
        ExtendedCards extendedCards,
        Set<PermitCode> visasLeftOut,
        String travelQuestion,
        String socialQuestion) {

    public PaperTable {
        visasLeftOut = Set.copyOf(visasLeftOut);
    }

    /** The days from which other rows count than before. */
    public Stream<LocalDate> turns() {
        return Stream.of(papers, work, notIssued).flatMap(rows -> rows.turns().stream());
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
