package fr.sejour.core.port;

import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.Task;
import fr.sejour.api.prefecture.PrefectureCode;
import java.util.List;

/**
 * A gap of coverage as a list shows it.
 *
 * @param tasks the open tasks of its case
 * @param uncoveredDays the days of the person that are noted since it began
 */
public record GapRow(
        CaseNumber number,
        PrefectureCode prefecture,
        String familyName,
        String givenNames,
        PlannedGap gap,
        List<Task> tasks,
        int uncoveredDays) {

    public GapRow {
        tasks = List.copyOf(tasks);
    }
}
