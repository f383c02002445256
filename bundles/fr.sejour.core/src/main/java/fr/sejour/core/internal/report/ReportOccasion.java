package fr.sejour.core.internal.report;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.access.Caller;
import fr.sejour.api.report.Report;
import java.time.Instant;
import java.util.Optional;

/**
 * By whom and when something is done on a report.
 *
 * @param by the account that does it; empty for the platform and for whoever has none
 */
record ReportOccasion(Instant at, Report.Side side, Optional<AccountId> by) {

    /** @param caller empty for whoever reports, or follows a report, without an account */
    static ReportOccasion of(Optional<Caller> caller, Instant at) {
        boolean staff = caller.filter(Caller::isStaff).isPresent();
        return new ReportOccasion(at, staff ? Report.Side.STAFF : Report.Side.PERSON, caller.map(Caller::account));
    }

    static ReportOccasion ofThePlatform(Instant at) {
        return new ReportOccasion(at, Report.Side.PLATFORM, Optional.empty());
    }

    /** The report after words were said on it. */
    Report said(Report report, Report.What what, String words) {
        return done(report, what, Optional.empty(), Optional.of(words));
    }

    /**
     * The report after that was done on it.
     *
     * @param detail codes and references
     */
    Report done(Report report, Report.What what, Optional<String> detail, Optional<String> words) {
        return report.step(at, side, by, what, detail, words);
    }
}
