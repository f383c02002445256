package fr.sejour.core.internal.cases;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.cases.PieceFinding;
import fr.sejour.api.prefecture.Practice;
import fr.sejour.core.port.CaseRecord;
import fr.sejour.law.Edition;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * By whom, when and under what a move is made.
 *
 * @param today the legal day at the responsible préfecture
 * @param law the edition of the law in force today
 * @param practice what the préfecture's rules say now
 * @param other the other case of the person that the act is about
 */
public record Occasion(
        AccountId by, Instant at, LocalDate today, Edition law, Practice practice, Optional<CaseRecord> other) {

    /** The name of the edition of the law in force today. */
    public String edition() {
        return law.stamp().name();
    }

    /** The day that many working days from today. */
    LocalDate inWorkingDays(int days) {
        return law.clocks().workingDaysAfter(today, days);
    }

    /** What whoever acts finds about a piece. */
    PieceFinding finding(String reason, Optional<LocalDate> answerBy) {
        return new PieceFinding(by, at, reason, answerBy, false);
    }
}
