package fr.sejour.core.internal.report;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.access.Caller;
import fr.sejour.api.access.Role;
import fr.sejour.api.cases.Task;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.report.NewReport;
import fr.sejour.api.report.Report;
import fr.sejour.api.report.ReportAct;
import fr.sejour.api.report.ReportDesk;
import fr.sejour.api.report.ReportNumber;
import fr.sejour.api.signature.Signatures;
import fr.sejour.core.internal.secret.Numbers;
import fr.sejour.core.internal.secret.Secrets;
import fr.sejour.core.port.Records;
import fr.sejour.core.port.ReportRecord;
import fr.sejour.core.port.Store;
import fr.sejour.law.Editions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps reports as work of the team that can act on them. */
@Component
public final class TrackedReports implements ReportDesk {

    private static final String SECRET = "report";
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int MOST_OF_ONE = 20;
    private static final int MOST_OF_NOBODY = 500;
    private static final int LONGEST_LIST = 200;

    private final Store store;
    private final Clock clock;
    private final ReportLaw law;
    private final ReportActs acts;
    private final SubstituteChannel channel;
    private final Numbers numbers = new Numbers();

    @Activate
    public TrackedReports(
            @Reference Store store,
            @Reference Editions editions,
            @Reference Signatures signatures,
            @Reference Clock clock) {
        this.store = store;
        this.clock = clock;
        this.law = new ReportLaw(editions);
        this.acts = new ReportActs(law);
        this.channel = new SubstituteChannel(signatures);
    }

    @Override
    public Opened open(Optional<Caller> caller, NewReport said) {
        // a helper reads nothing by their account, and finds their own report again like somebody without one
        Optional<String> secret = caller.filter(it -> it.role() != Role.HELPER).isPresent()
                ? Optional.empty()
                : Optional.of(numbers.secret());
        Report opened = store.write(records -> {
            Instant now = clock.instant();
            refuseAFlood(records, caller, now);
            ReportOrigin origin = ReportOrigin.of(records, caller, said);
            origin.prefecture().ifPresent(code -> law.refuseUnknown(code, now));
            Report fresh = opened(caller, said, origin, now);
            Report kept = said.blocking() && said.topic() == Report.Topic.FILING
                    ? channel.reported(records, fresh, origin.attempt(), said.ground(), now)
                    : fresh;
            records.reports().add(new ReportRecord(kept, secret.map(it -> Secrets.digest(SECRET, it))));
            return kept;
        });
        return new Opened(escalated(opened), secret);
    }

    private static void refuseAFlood(Records records, Optional<Caller> caller, Instant now) {
        Optional<AccountId> account = caller.map(Caller::account);
        int most = account.isPresent() ? MOST_OF_ONE : MOST_OF_NOBODY;
        if (records.reports().countSince(account, now.minus(HOUR)) >= most) {
            throw new CaseException(ErrorCode.TOO_MANY_ATTEMPTS, Map.of("retryAfterSeconds", HOUR.toSeconds()));
        }
    }

    private Report opened(Optional<Caller> caller, NewReport said, ReportOrigin origin, Instant now) {
        Report report = new Report(
                numbers.reportNumber(),
                now,
                said.topic(),
                said.blocking(),
                said.trace(),
                caller.map(Caller::account),
                origin.about(),
                said.caseNumber(),
                said.contact(),
                origin.prefecture(),
                law.answerBy(origin.prefecture(), said.blocking(), now),
                Task.Escalation.TEAM,
                Report.State.OPEN,
                Optional.empty(),
                List.of());
        return ReportOccasion.of(caller, now).said(report, Report.What.OPENED, said.words());
    }

    @Override
    public Report find(Caller caller, ReportNumber number) {
        return escalated(
                store.read(records -> readable(records, caller, number)).report());
    }

    @Override
    public Report find(ReportNumber number, String secret) {
        return escalated(
                store.read(records -> secretly(records, number, secret)).report());
    }

    private static ReportRecord readable(Records records, Caller caller, ReportNumber number) {
        return records.reports().find(caller, number).orElseThrow(() -> new CaseException(ErrorCode.NOT_FOUND));
    }

    private static ReportRecord secretly(Records records, ReportNumber number, String secret) {
        String digest = Secrets.digest(SECRET, secret);
        return records.reports()
                .byNumber(number)
                .filter(record -> record.secretDigest()
                        .filter(kept -> Secrets.same(kept, digest))
                        .isPresent())
                .orElseThrow(() -> new CaseException(ErrorCode.NOT_FOUND));
    }

    @Override
    public List<Report> list(Caller caller) {
        return store
                .read(records -> caller.person()
                        .map(person -> records.reports().ofPerson(person, LONGEST_LIST))
                        .orElseGet(() -> records.reports().toAnswer(caller, LONGEST_LIST)))
                .stream()
                .map(record -> escalated(record.report()))
                .toList();
    }

    @Override
    public Report act(Caller caller, ReportNumber number, ReportAct act) {
        if (act.isForStaff() != caller.isStaff()) {
            throw new CaseException(ErrorCode.NOT_YOURS_TO_DO);
        }
        return act(Optional.of(caller), number, act, records -> readable(records, caller, number));
    }

    @Override
    public Report act(ReportNumber number, String secret, ReportAct act) {
        if (act.isForStaff()) {
            throw new CaseException(ErrorCode.NOT_YOURS_TO_DO);
        }
        return act(Optional.empty(), number, act, records -> secretly(records, number, secret));
    }

    private Report act(
            Optional<Caller> caller, ReportNumber number, ReportAct act, Function<Records, ReportRecord> report) {
        return escalated(store.write(records -> {
            records.reports().hold(number);
            ReportRecord before = report.apply(records);
            Report after = acts.after(
                    before.report(),
                    act,
                    ReportOccasion.of(caller, clock.instant()),
                    named -> caller.flatMap(it -> records.cases().find(it, named)));
            records.reports().change(before.with(after));
            return after;
        }));
    }

    private Report escalated(Report report) {
        return law.escalated(report, clock.instant());
    }
}
