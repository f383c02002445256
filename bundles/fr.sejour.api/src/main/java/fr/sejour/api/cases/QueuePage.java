package fr.sejour.api.cases;

import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.prefecture.PrefectureCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A page of a queue: the cases whose right ends first come first; of those that end together the ones with a job at stake, then
 * those the préfecture puts first, then the oldest filing.
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
     * @param employed whether the person says that a job depends on their right
     * @param priority what the préfecture's rules say of the permit, 0 to 9
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
            boolean employed,
            int priority,
            NextAct next) {}
}
