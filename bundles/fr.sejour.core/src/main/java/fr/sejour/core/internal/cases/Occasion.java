package fr.sejour.core.internal.cases;

import fr.sejour.api.prefecture.Practice;
import fr.sejour.core.port.CaseRecord;
import java.time.LocalDate;
import java.util.Optional;

/**
 * When and under what a move is made.
 *
 * @param today the legal day at the responsible préfecture
 * @param edition the name of the edition of the law in force today
 * @param workingDays the day that many working days after a day
 * @param practice what the préfecture's rules say now
 * @param other the other case of the person that the act is about
 */
public record Occasion(
        LocalDate today, String edition, WorkingDays workingDays, Practice practice, Optional<CaseRecord> other) {

    /** Counts working days. */
    @FunctionalInterface
    public interface WorkingDays {
        LocalDate after(LocalDate day, int workingDays);
    }

    /** The day that many working days from today. */
    LocalDate inWorkingDays(int days) {
        return workingDays.after(today, days);
    }
}
