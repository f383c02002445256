package fr.sejour.core.internal.report;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.access.Caller;
import fr.sejour.api.attempt.Attempt;
import fr.sejour.api.attempt.AttemptNumber;
import fr.sejour.api.attempt.Substitute;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.Task;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.fault.Silenced;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.prefecture.Prefecture;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.report.NewReport;
import fr.sejour.api.report.Report;
import fr.sejour.api.report.ReportAct;
import fr.sejour.api.report.ReportDesk;
import fr.sejour.api.report.ReportNumber;
import fr.sejour.api.signature.Signatures;
import fr.sejour.core.internal.attempt.Receipts;
import fr.sejour.core.internal.paper.Numbers;
import fr.sejour.core.internal.secret.Secrets;
import fr.sejour.core.internal.upkeep.Upkeep;
import fr.sejour.core.port.CaseRecord;
import fr.sejour.core.port.Records;
import fr.sejour.core.port.ReportRecord;
import fr.sejour.core.port.Store;
import fr.sejour.law.Clocks;
import fr.sejour.law.Edition;
import fr.sejour.law.Editions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps reports as work of the team that can act on them. */
@Component(immediate = true) // what is late is looked for whether anybody asks or not
public final class TrackedReports implements ReportDesk {

    private static final Logger LOG = LoggerFactory.getLogger(TrackedReports.class);
    private static final String SECRET = "report";
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int MOST_OF_ONE = 20;
    private static final int MOST_OF_NOBODY = 500;
    private static final int LONGEST_LIST = 200;
    private static final int CHUNK = 100;
    private static final long SECONDS_BETWEEN_LOOKS = 60;

    private final Store store;
    private final Editions editions;
    private final Clock clock;
    private final Receipts receipts;
    private final Numbers numbers = new Numbers();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "sejour-reports");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    @SuppressWarnings("FutureReturnValueIgnored") // a round reports its own faults; closing ends the rounds
    public TrackedReports(
            BundleContext context,
            @Reference Store store,
            @Reference Editions editions,
            @Reference Signatures signatures,
            @Reference Clock clock) {
        this(store, editions, signatures, clock);
        timer.scheduleWithFixedDelay(this::round, SECONDS_BETWEEN_LOOKS, SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS);
    }

    /** Whose late reports are looked at when it is asked to. */
    public TrackedReports(Store store, Editions editions, Signatures signatures, Clock clock) {
        this.store = store;
        this.editions = editions;
        this.clock = clock;
        this.receipts = new Receipts(signatures);
    }

    @Deactivate
    void close() {
        timer.shutdownNow();
    }

    @Override
    public Opened open(Optional<Caller> caller, NewReport said) {
        Optional<String> secret = caller.isPresent() ? Optional.empty() : Optional.of(numbers.secret());
        Report opened = store.write(records -> {
            Instant now = clock.instant();
            refuseAFlood(records, caller, now);
            Origin origin = origin(records, caller, said);
            Report fresh = opened(caller, said, origin, now);
            Report kept = said.blocking() && said.topic() == Report.Topic.FILING
                    ? substitute(records, fresh, said, origin, Substitute.Because.REPORTED, now)
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

    /**
     * Where a report comes from, by what the platform knows before what the person says.
     *
     * @param about whose report it is: an agent may report for the person of a case
     */
    private record Origin(
            Optional<PersonId> about,
            Optional<CaseRecord> record,
            Optional<Attempt> attempt,
            Optional<PrefectureCode> prefecture) {}

    private Origin origin(Records records, Optional<Caller> caller, NewReport said) {
        Optional<CaseRecord> named = said.caseNumber()
                .map(number -> caller.flatMap(it -> records.cases().find(it, number))
                        .orElseThrow(() -> new CaseException(ErrorCode.NOT_FOUND)));
        Optional<Attempt> attempt = said.trace()
                .attempt()
                .flatMap(number -> records.traces().find(caller.orElse(Upkeep.READS_ALL), number))
                .filter(it -> caller.isPresent() || it.asker().person().isEmpty());
        Optional<PersonId> about = caller.flatMap(Caller::person)
                .or(() -> named.map(it -> it.filed().person()));
        Optional<PrefectureCode> prefecture = named.map(it -> it.standing().prefecture())
                .or(() -> about.flatMap(person -> records.cases().ofPerson(Upkeep.READS_ALL, person).stream()
                        .findFirst()
                        .map(it -> it.standing().prefecture())))
                .or(() -> attempt.flatMap(it -> it.subject().prefecture()))
                .or(said::prefecture);
        prefecture.ifPresent(this::known);
        return new Origin(about, named, attempt, prefecture);
    }

    private Report opened(Optional<Caller> caller, NewReport said, Origin origin, Instant now) {
        return new Report(
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
                clocks(now).reportAnswered(today(origin.prefecture(), now), said.blocking()),
                Task.Escalation.TEAM,
                Report.State.OPEN,
                Optional.empty(),
                List.of(new Report.Step(
                        1,
                        now,
                        caller.map(TrackedReports::side).orElse(Report.Side.PERSON),
                        caller.map(Caller::account),
                        Report.What.OPENED,
                        Optional.empty(),
                        Optional.of(said.words()))));
    }

    /** R. 431-2: the person found unable to use the service files by another way. What fails has given the right at once. */
    private Report substitute(
            Records records, Report report, NewReport said, Origin origin, Substitute.Because because, Instant now) {
        Attempt attempt = origin.attempt()
                .filter(it -> it.operation().isFiling())
                .orElseGet(() -> fresh(records, report, said.ground(), now));
        return opens(records, report, attempt, because, now);
    }

    private Attempt fresh(Records records, Report report, Optional<PermitCode> ground, Instant now) {
        Attempt attempt = receipts.attempt(
                Attempt.Operation.REPORTED_FILING,
                report.trace().problem().orElse("reported"),
                report.trace().request().orElse(report.number().value()),
                new Attempt.Asker(report.account(), report.person(), Optional.empty()),
                new Attempt.Subject(ground, report.caseNumber(), report.owner(), Optional.empty()),
                now);
        records.traces().keep(attempt);
        return attempt;
    }

    private static Report opens(
            Records records, Report report, Attempt attempt, Substitute.Because because, Instant now) {
        if (attempt.substitute().isEmpty()) {
            records.traces().change(attempt.giving(new Substitute(now, because, report.owner())));
        }
        Report given = with(report, report.owner(), report.dueOn(), report.state(), Optional.of(attempt.number()));
        return stepped(
                given,
                now,
                Report.Side.PLATFORM,
                Optional.empty(),
                Report.What.SUBSTITUTE_OPENED,
                Optional.of(attempt.number().value()),
                Optional.empty());
    }

    /** Opens the substitute channel to those whose report of something that blocks was not answered by its day. */
    public int openLate() {
        int opened = 0;
        // in the zone where a day begins last: what is late there is late everywhere
        LocalDate today = clock.instant().atZone(ZoneId.of("Pacific/Marquesas")).toLocalDate();
        List<ReportNumber> late;
        do {
            late = store.read(records -> records.reports().unanswered(today, CHUNK));
            for (ReportNumber number : late) {
                opened += store.write(records -> {
                    records.reports().hold(number);
                    Instant now = clock.instant();
                    ReportRecord record =
                            records.reports().find(Upkeep.READS_ALL, number).orElseThrow();
                    Report report = record.report();
                    if (report.state() == Report.State.ANSWERED
                            || report.substitute().isPresent()) {
                        return 0;
                    }
                    Attempt attempt = fresh(records, report, Optional.empty(), now);
                    records.reports()
                            .change(record.with(
                                    opens(records, report, attempt, Substitute.Because.REPORT_UNANSWERED, now)));
                    return 1;
                });
            }
        } while (late.size() == CHUNK);
        return opened;
    }

    private void round() {
        try {
            openLate();
        } catch (CaseException unavailable) {
            LOG.debug("The late reports wait: {}", unavailable.code());
        } catch (RuntimeException e) {
            LOG.error("The late reports cannot be looked at", Silenced.of(e));
        }
    }

    @Override
    public Report find(Caller caller, ReportNumber number) {
        return store.read(records -> records.reports().find(caller, number))
                .map(record -> escalated(record.report()))
                .orElseThrow(() -> new CaseException(ErrorCode.NOT_FOUND));
    }

    @Override
    public Report find(ReportNumber number, String secret) {
        return escalated(
                store.read(records -> secretly(records, number, secret)).report());
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
        return escalated(store.write(records -> {
            records.reports().hold(number);
            ReportRecord record =
                    records.reports().find(caller, number).orElseThrow(() -> new CaseException(ErrorCode.NOT_FOUND));
            Report after = done(records, Optional.of(caller), record.report(), act, clock.instant());
            records.reports().change(record.with(after));
            return after;
        }));
    }

    @Override
    public Report act(ReportNumber number, String secret, ReportAct act) {
        if (act.isForStaff()) {
            throw new CaseException(ErrorCode.NOT_YOURS_TO_DO);
        }
        return escalated(store.write(records -> {
            records.reports().hold(number);
            ReportRecord record = secretly(records, number, secret);
            Report after = done(records, Optional.empty(), record.report(), act, clock.instant());
            records.reports().change(record.with(after));
            return after;
        }));
    }

    private Report done(Records records, Optional<Caller> by, Report report, ReportAct act, Instant now) {
        Report.Side side = by.map(TrackedReports::side).orElse(Report.Side.PERSON);
        Optional<AccountId> account = by.map(Caller::account);
        if (act instanceof ReportAct.Reply reply) {
            return stepped(
                    report, now, side, account, Report.What.REPLIED, Optional.empty(), Optional.of(reply.words()));
        }
        if (act instanceof ReportAct.Answer answer) {
            Report answered = with(report, report.owner(), report.dueOn(), Report.State.ANSWERED, report.substitute());
            return stepped(
                    answered, now, side, account, Report.What.ANSWERED, Optional.empty(), Optional.of(answer.words()));
        }
        if (act instanceof ReportAct.Reopen reopen) {
            if (report.state() == Report.State.OPEN) {
                throw new CaseException(ErrorCode.ACT_NOT_ALLOWED);
            }
            LocalDate due = clocks(now).reportAnswered(today(report.owner(), now), report.blocking());
            Report again = with(report, report.owner(), due, Report.State.OPEN, report.substitute());
            return stepped(
                    again, now, side, account, Report.What.REOPENED, Optional.empty(), Optional.of(reopen.words()));
        }
        if (act instanceof ReportAct.Route route) {
            route.to().ifPresent(this::known);
            Report routed = with(report, route.to(), report.dueOn(), report.state(), report.substitute());
            return stepped(
                    routed,
                    now,
                    side,
                    account,
                    Report.What.ROUTED,
                    Optional.of(route.to().map(PrefectureCode::value).orElse("national")),
                    Optional.of(route.words()));
        }
        ReportAct.Link link = (ReportAct.Link) act;
        CaseRecord linked = by.flatMap(it -> records.cases().find(it, link.caseNumber()))
                .orElseThrow(() -> new CaseException(ErrorCode.NOT_FOUND));
        boolean another = report.person()
                .filter(person -> !person.equals(linked.filed().person()))
                .isPresent();
        if (another) {
            throw new CaseException(ErrorCode.CONTRADICTORY_INPUT, Map.of("field", "caseNumber"));
        }
        Report about = changed(
                report,
                Optional.of(linked.number()),
                report.owner(),
                report.dueOn(),
                report.state(),
                report.substitute(),
                report.steps());
        return stepped(
                about,
                now,
                side,
                account,
                Report.What.LINKED,
                Optional.of(linked.number().value()),
                Optional.empty());
    }

    private static Report.Side side(Caller caller) {
        return caller.isStaff() ? Report.Side.STAFF : Report.Side.PERSON;
    }

    private static Report with(
            Report report,
            Optional<PrefectureCode> owner,
            LocalDate dueOn,
            Report.State state,
            Optional<AttemptNumber> substitute) {
        return changed(report, report.caseNumber(), owner, dueOn, state, substitute, report.steps());
    }

    private static Report changed(
            Report report,
            Optional<CaseNumber> caseNumber,
            Optional<PrefectureCode> owner,
            LocalDate dueOn,
            Report.State state,
            Optional<AttemptNumber> substitute,
            List<Report.Step> steps) {
        return new Report(
                report.number(),
                report.at(),
                report.topic(),
                report.blocking(),
                report.trace(),
                report.account(),
                report.person(),
                caseNumber,
                report.contact(),
                owner,
                dueOn,
                report.escalation(),
                state,
                substitute,
                steps);
    }

    private static Report stepped(
            Report report,
            Instant now,
            Report.Side side,
            Optional<AccountId> by,
            Report.What what,
            Optional<String> detail,
            Optional<String> words) {
        List<Report.Step> steps = new ArrayList<>(report.steps());
        steps.add(new Report.Step(steps.size() + 1L, now, side, by, what, detail, words));
        return changed(
                report,
                report.caseNumber(),
                report.owner(),
                report.dueOn(),
                report.state(),
                report.substitute(),
                steps);
    }

    /** Late like a task: the chief is told on the day after, the national services two working days later. */
    private Report escalated(Report report) {
        Instant now = clock.instant();
        LocalDate today = today(report.owner(), now);
        LocalDate national = clocks(now).workingDaysAfter(report.dueOn(), 2);
        Task.Escalation level = report.state() == Report.State.ANSWERED || !today.isAfter(report.dueOn())
                ? Task.Escalation.TEAM
                : today.isAfter(national) ? Task.Escalation.NATIONAL : Task.Escalation.CHIEF;
        return report.escalated(level);
    }

    private Clocks clocks(Instant now) {
        return edition(now).clocks();
    }

    private Edition edition(Instant now) {
        return editions.inForce(now.atZone(PARIS).toLocalDate());
    }

    private void known(PrefectureCode code) {
        boolean known = edition(clock.instant())
                .prefecture(code)
                .filter(Prefecture::cesedaApplies)
                .isPresent();
        if (!known) {
            throw new CaseException(ErrorCode.CONTRADICTORY_INPUT, Map.of("field", "prefecture"));
        }
    }

    private LocalDate today(Optional<PrefectureCode> owner, Instant now) {
        ZoneId zone =
                owner.flatMap(edition(now)::prefecture).map(Prefecture::zone).orElse(PARIS);
        return now.atZone(zone).toLocalDate();
    }
}
