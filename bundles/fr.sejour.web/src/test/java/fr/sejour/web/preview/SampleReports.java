package fr.sejour.web.preview;

import fr.sejour.api.access.Caller;
import fr.sejour.api.access.Role;
import fr.sejour.api.attempt.Attempt;
import fr.sejour.api.attempt.AttemptNumber;
import fr.sejour.api.attempt.AttemptReceipt;
import fr.sejour.api.attempt.Attempts;
import fr.sejour.api.attempt.Failure;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One report of somebody without an account, which opened another way to file, and no attempt of anybody who is signed in. */
public final class SampleReports implements ReportDesk, Attempts {

    public static final ReportNumber NUMBER = new ReportNumber("SI-4K7Q-9D2M-X6WP");
    public static final String SECRET = "SECRET";
    public static final AttemptNumber RIGHT = AttemptNumber.of("00000000001");

    public final List<ReportAct> done = new ArrayList<>();
    private final List<Failure> failures = new ArrayList<>();

    /** What is thrown at whoever acts or looks for an attempt. */
    public Optional<ErrorCode> failing = Optional.empty();

    @Override
    public Opened open(Optional<Caller> caller, NewReport said) {
        return new Opened(report(), caller.isPresent() ? Optional.empty() : Optional.of(SECRET));
    }

    @Override
    public Report find(Caller caller, ReportNumber number) {
        if (!number.equals(NUMBER) || caller.role() == Role.APPLICANT) {
            throw new CaseException(ErrorCode.NOT_FOUND);
        }
        return report();
    }

    @Override
    public Report find(ReportNumber number, String secret) {
        if (!number.equals(NUMBER) || !secret.equals(SECRET)) {
            throw new CaseException(ErrorCode.NOT_FOUND);
        }
        return report();
    }

    @Override
    public List<Report> list(Caller caller) {
        return List.of(report());
    }

    @Override
    public Report act(Caller caller, ReportNumber number, ReportAct act) {
        failIfTold();
        done.add(act);
        return find(caller, number);
    }

    @Override
    public Report act(ReportNumber number, String secret, ReportAct act) {
        Report found = find(number, secret);
        done.add(act);
        return found;
    }

    /** What was to be kept, in order. */
    public List<Failure> failures() {
        return List.copyOf(failures);
    }

    @Override
    public Optional<AttemptReceipt> keep(Failure failure) {
        failures.add(failure);
        return Optional.empty();
    }

    @Override
    public Attempt find(Caller caller, AttemptNumber number) {
        failIfTold();
        throw new CaseException(ErrorCode.NOT_FOUND);
    }

    @Override
    public List<Attempt> own(Caller caller) {
        return List.of();
    }

    @Override
    public List<Attempt> waiting() {
        throw new UnsupportedOperationException("on no page");
    }

    @Override
    public int replay() {
        throw new UnsupportedOperationException("on no page");
    }

    private void failIfTold() {
        failing.ifPresent(code -> {
            throw new CaseException(code);
        });
    }

    private static Report report() {
        return new Report(
                NUMBER,
                Platform.NOW,
                Report.Topic.FILING,
                true,
                Trace.NONE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                LocalDate.of(2026, 11, 24),
                Task.Escalation.TEAM,
                Report.State.OPEN,
                Optional.of(RIGHT),
                List.of(new Report.Step(
                        1,
                        Platform.NOW,
                        Report.Side.PERSON,
                        Optional.empty(),
                        Report.What.OPENED,
                        Optional.empty(),
                        Optional.of("La page reste blanche."))));
    }
}
