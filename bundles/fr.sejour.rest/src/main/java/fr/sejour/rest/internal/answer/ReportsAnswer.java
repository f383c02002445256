package fr.sejour.rest.internal.answer;

import fr.sejour.api.report.Report;
import java.util.List;

/** Reports, without their steps. */
public record ReportsAnswer(List<ReportAnswer> reports) {

    public static ReportsAnswer of(List<Report> reports) {
        return new ReportsAnswer(reports.stream().map(ReportAnswer::row).toList());
    }
}
