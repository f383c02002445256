package fr.sejour.store.jpa.internal;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.report.Report;
import fr.sejour.api.report.ReportNumber;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One thing that happened on a report. */
@Entity
@Table(name = "report_step")
@SuppressWarnings("NullAway.Init") // filled by EclipseLink, or by the methods below
class ReportStepRow {

    @Id
    @Column(name = "report_number")
    String reportNumber;

    @Id
    @Column(name = "step_number")
    long number;

    @Column(name = "stepped_at")
    Instant at;

    @Enumerated(EnumType.STRING)
    Report.Side side;

    @Column(name = "account_id")
    @Nullable
    String accountId;

    @Enumerated(EnumType.STRING)
    Report.What what;

    @Nullable
    String detail;

    @Nullable
    String words;

    static ReportStepRow of(ReportNumber report, Report.Step step) {
        ReportStepRow row = new ReportStepRow();
        row.reportNumber = report.value();
        row.number = step.sequence();
        row.at = UtcInstants.kept(step.at());
        row.side = step.side();
        row.accountId = step.by().map(AccountId::value).orElse(null);
        row.what = step.what();
        row.detail = step.detail().orElse(null);
        row.words = step.words().orElse(null);
        return row;
    }

    Report.Step value() {
        return new Report.Step(
                number,
                at,
                side,
                Optional.ofNullable(accountId).map(AccountId::new),
                what,
                Optional.ofNullable(detail),
                Optional.ofNullable(words));
    }
}
