package fr.sejour.api.cases;

import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.prefecture.PrefectureCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A page of a queue: the cases whose right ends first come first.
 *
 * @param next the key of the next page; empty on the last
 */
public record QueuePage(List<Row> rows, Optional<String> next) {

    public QueuePage {
        rows = List.copyOf(rows);
    }

    /**
     * One case of the queue.
     *
     * @param rightEndsOn the last day on which the person holds a proof of right, or held one last; empty when it has no
     *     known end or there never was any
     */
    public record Row(
            CaseNumber number,
            CaseStatus status,
            PermitCode permit,
            String familyName,
            String givenNames,
            PrefectureCode prefecture,
            LocalDate filedOn,
            boolean complete,
            Optional<LocalDate> rightEndsOn,
            NextAct next) {}
}
