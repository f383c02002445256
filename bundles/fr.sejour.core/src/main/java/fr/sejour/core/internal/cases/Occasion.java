package fr.sejour.core.internal.cases;

import fr.sejour.api.prefecture.Practice;
import java.time.LocalDate;

/**
 * When and under what a move is made.
 *
 * @param today the legal day at the responsible préfecture
 * @param edition the name of the edition of the law in force today
 * @param workingDays the day that many working days after a day
 * @param practice what the préfecture's rules say now
 */
public record Occasion(LocalDate today, String edition, WorkingDays workingDays, Practice practice) {

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
