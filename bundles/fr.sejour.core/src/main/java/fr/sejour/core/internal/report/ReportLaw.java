package fr.sejour.core.internal.report;

import fr.sejour.api.cases.Task;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.prefecture.Prefecture;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.report.Report;
import fr.sejour.law.Edition;
import fr.sejour.law.Editions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** Puts a report before the law of the day: who may owe the answer, by which day, and who is told that it is late. Pure. */
final class ReportLaw {

    private static final int WORKING_DAYS_OF_THE_CHIEF = 2;

    private final Editions editions;

    ReportLaw(Editions editions) {
        this.editions = editions;
    }

    /**
     * The day by which an answer is owed to a report that comes, or comes again, at that instant.
     *
     * @param owner the préfecture that owes it; empty for the national services
     */
    LocalDate answerBy(Optional<PrefectureCode> owner, boolean blocking, Instant now) {
        return edition(now).clocks().reportAnswered(today(owner, now), blocking);
    }

    /** Late like a task: the chief is told on the day after, the national services two working days later. */
    Report escalated(Report report, Instant now) {
        LocalDate today = today(report.owner(), now);
        if (report.state() == Report.State.ANSWERED || !today.isAfter(report.dueOn())) {
            return report.escalated(Task.Escalation.TEAM);
        }
        LocalDate lastOfTheChief = edition(now).clocks().workingDaysAfter(report.dueOn(), WORKING_DAYS_OF_THE_CHIEF);
        return report.escalated(today.isAfter(lastOfTheChief) ? Task.Escalation.NATIONAL : Task.Escalation.CHIEF);
    }

    void refuseUnknown(PrefectureCode code, Instant now) {
        boolean known =
                edition(now).prefecture(code).filter(Prefecture::cesedaApplies).isPresent();
        if (!known) {
            throw new CaseException(ErrorCode.CONTRADICTORY_INPUT, Map.of("field", "prefecture"));
        }
    }

    private LocalDate today(Optional<PrefectureCode> owner, Instant now) {
        return edition(now).dayAt(owner, now);
    }

    private Edition edition(Instant now) {
        return editions.at(now);
    }
}
