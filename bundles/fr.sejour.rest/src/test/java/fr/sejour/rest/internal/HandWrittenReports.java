package fr.sejour.rest.internal;

import fr.sejour.api.access.Caller;
import fr.sejour.api.cases.Task;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.report.NewReport;
import fr.sejour.api.report.Report;
import fr.sejour.api.report.ReportAct;
import fr.sejour.api.report.ReportDesk;
import fr.sejour.api.report.ReportNumber;
import fr.sejour.api.report.Trace;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** One report, and the last act on it. */
final class HandWrittenReports implements ReportDesk {

    static final ReportNumber NUMBER = new ReportNumber("SI-4K7Q-9D2M-X6WP");
    static final String SECRET = "SECRET";

    final AtomicReference<NewReport> opened = new AtomicReference<>();
    final AtomicReference<ReportAct> act = new AtomicReference<>();

    @Override
    public Opened open(Optional<Caller> caller, NewReport said) {
        opened.set(said);
        return new Opened(report(), caller.isPresent() ? Optional.empty() : Optional.of(SECRET));
    }

    @Override
    public Report find(Caller caller, ReportNumber number) {
        return known(number);
    }

    @Override
    public Report find(ReportNumber number, String secret) {
        if (!secret.equals(SECRET)) {
            throw new CaseException(ErrorCode.NOT_FOUND);
        }
        return known(number);
    }

    @Override
    public List<Report> list(Caller caller) {
        return List.of(report());
    }

    @Override
    public Report act(Caller caller, ReportNumber number, ReportAct done) {
        act.set(done);
        return known(number);
    }

    @Override
    public Report act(ReportNumber number, String secret, ReportAct done) {
        act.set(done);
        return find(number, secret);
    }

    private static Report known(ReportNumber number) {
        if (!number.equals(NUMBER)) {
            throw new CaseException(ErrorCode.NOT_FOUND);
        }
        return report();
    }

    private static Report report() {
        return new Report(
                NUMBER,
                Situations.NOW,
                Report.Topic.FILING,
                true,
                Trace.NONE,
                Optional.empty(),
                Optional.of(Situations.AMINA),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                LocalDate.of(2026, 6, 17),
                Task.Escalation.TEAM,
                Report.State.OPEN,
                Optional.of(HandWrittenFailures.NUMBER),
                List.of(new Report.Step(
                        1,
                        Situations.NOW,
                        Report.Side.PERSON,
                        Optional.empty(),
                        Report.What.OPENED,
                        Optional.empty(),
                        Optional.of("La page reste blanche."))));
    }
}
