package fr.sejour.portal.internal;

import fr.sejour.api.attempt.Attempt;
import fr.sejour.api.attempt.AttemptNumber;
import fr.sejour.api.attempt.Attempts;
import fr.sejour.api.attempt.Substitute;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.person.Contact;
import fr.sejour.api.prefecture.Prefecture;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.prefecture.PrefectureProfile;
import fr.sejour.api.prefecture.Prefectures;
import fr.sejour.api.prefecture.ServicePoint;
import fr.sejour.api.report.NewReport;
import fr.sejour.api.report.Report;
import fr.sejour.api.report.ReportAct;
import fr.sejour.api.report.ReportDesk;
import fr.sejour.api.report.ReportDesk.Opened;
import fr.sejour.api.report.ReportNumber;
import fr.sejour.api.report.Trace;
import fr.sejour.portal.internal.template.StaticTemplates;
import fr.sejour.portal.internal.template.Templates;
import fr.sejour.web.page.Audience;
import fr.sejour.web.page.Choice;
import fr.sejour.web.page.Form;
import fr.sejour.web.page.MenuEntry;
import fr.sejour.web.page.Page;
import fr.sejour.web.page.Reply;
import fr.sejour.web.page.Section;
import fr.sejour.web.page.Visit;
import fr.sejour.web.page.Words;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Where people say what is wrong and follow what becomes of it, and where they read the receipts of what failed. A section of its own:
 * most of it is for anybody, from any page of the site.
 */
@Component(service = Section.class)
public final class HelpSection implements Section {

    private static final String NAME = "help";
    private static final Templates TEMPLATES = new StaticTemplates();

    private final ReportDesk desk;
    private final Attempts attempts;
    private final Prefectures prefectures;

    @Activate
    public HelpSection(@Reference ReportDesk desk, @Reference Attempts attempts, @Reference Prefectures prefectures) {
        this.desk = desk;
        this.attempts = attempts;
        this.prefectures = prefectures;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String title(Words words) {
        return words.say("help.title");
    }

    @Override
    public List<Page> pages() {
        return List.of(
                Page.get("/help", Audience.ANYONE, visit -> Reply.redirect("/help/report")),
                Page.get("/help/report", Audience.ANYONE, this::blank),
                Page.post("/help/report", Audience.ANYONE, this::open),
                Page.get("/help/follow", Audience.ANYONE, visit -> following(visit, visit.form(), 200)),
                Page.post("/help/follow", Audience.ANYONE, this::follow),
                Page.get("/help/reports", Audience.APPLICANT, this::list),
                Page.get("/help/reports/{number}", Audience.APPLICANT, this::show),
                Page.post("/help/reports/{number}", Audience.APPLICANT, this::step),
                Page.get("/help/attempts/{number}", Audience.APPLICANT, this::attempt));
    }

    @Override
    public List<MenuEntry> menu() {
        return List.of(
                new MenuEntry(NAME, 10, "/help/report", "help.menu.report", Audience.ANYONE),
                new MenuEntry(NAME, 20, "/help/reports", "help.menu.reports", Audience.APPLICANT),
                new MenuEntry(NAME, 30, "/help/follow", "help.menu.follow", Audience.VISITOR),
                new MenuEntry("portal", 80, "/help/reports", "help.menu.reports", Audience.APPLICANT));
    }

    @Override
    public Optional<String> signInPath() {
        return Optional.of(PortalSection.SIGN_IN);
    }

    private Reply blank(Visit visit) {
        Map<String, List<String>> known = new HashMap<>();
        visit.asked("page").ifPresent(page -> known.put("report-page", List.of(page)));
        visit.asked("attempt").ifPresent(number -> {
            known.put("attempt", List.of(number));
            known.put("topic", List.of("filing"));
            known.put("blocking", List.of("yes"));
        });
        return page(visit, visit.form(known), 200);
    }

    private Reply open(Visit visit) {
        Form form = visit.form();
        Optional<Report.Topic> topic = form.code("topic", Report.Topic.class);
        Optional<Boolean> blocking = form.read("blocking", "yes"::equals);
        Optional<String> words = form.inWords("report-words");
        Optional<AttemptNumber> attempt = form.readIfGiven("attempt", AttemptNumber::new);
        Optional<CaseNumber> about = form.readIfGiven("case-number", CaseNumber::new);
        Optional<PrefectureCode> home = form.readIfGiven("prefecture", PrefectureCode::new);
        Optional<Contact> contact = form.readIfGiven(
                "email",
                it -> new Contact(
                        Optional.of(it), Optional.empty(), visit.words().language()));
        Optional<NewReport> report = form.together(
                "report-words",
                () -> new NewReport(
                        topic.orElseThrow(),
                        blocking.orElseThrow(),
                        words.orElseThrow(),
                        new Trace(
                                page(form),
                                Optional.empty(),
                                attempt,
                                Optional.empty(),
                                Optional.of(visit.words().language())),
                        about,
                        Optional.empty(),
                        home,
                        contact));
        if (report.isPresent()) {
            try {
                Opened opened = desk.open(visit.caller(), report.get());
                if (opened.secret().isPresent()) {
                    return shown(visit, opened.report(), opened.secret(), visit.form(Map.of()));
                }
                // the page of a report is for applicants; an agent has reported to whoever answers, not to themselves
                return Reply.redirect(
                        Audience.APPLICANT.admits(visit.caller())
                                ? "/help/reports/" + opened.report().number() + "?done=opened"
                                : "/help/report?done=opened");
            } catch (CaseException e) {
                switch (e.code()) {
                    case NOT_FOUND -> form.refuseAsWrong("case-number");
                    case CONTRADICTORY_INPUT -> form.refuseAsWrong("prefecture");
                    case TOO_MANY_ATTEMPTS -> form.refuse(e);
                    default -> throw e;
                }
            }
        }
        return page(visit, form, 422);
    }

    /** Where the person was: what is no address of this site is left out. */
    private static Optional<String> page(Form form) {
        return Optional.of(form.text("report-page")).filter(it -> it.matches("/[A-Za-z0-9/._~%-]{0,199}"));
    }

    private static Reply page(Visit visit, Form form, int status) {
        Words words = visit.words();
        List<Choice> topics = Arrays.stream(Report.Topic.values())
                .map(it -> Choice.of(Words.kebab(it), words.code("help.topic", it)))
                .toList();
        List<Choice> blocking = List.of(
                Choice.of("yes", words.say("help.blocking.yes")), Choice.of("no", words.say("help.blocking.no")));
        return new Reply.Html(
                status,
                words.say("help.report.title"),
                TEMPLATES.helpReport(form, topics, blocking, visit.caller().isEmpty(), visit.done("help.done")));
    }

    private Reply list(Visit visit) {
        List<ReportView> reports = desk.list(visit.signedIn()).stream()
                .map(report -> ReportView.of(visit.words(), report))
                .toList();
        List<AttemptView> failed = attempts.own(visit.signedIn()).stream()
                .map(it -> view(visit, it))
                .toList();
        return Reply.page(
                visit.words().say("help.reports.title"), TEMPLATES.helpReports(visit.words(), reports, failed));
    }

    private Reply show(Visit visit) {
        Report report = desk.find(visit.signedIn(), number(visit));
        return shown(visit, report, Optional.empty(), visit.form(Map.of()));
    }

    private Reply step(Visit visit) {
        ReportNumber number = number(visit);
        Form form = visit.form();
        Optional<ReportAct> act = act(form);
        if (act.isEmpty()) {
            return shown(visit, desk.find(visit.signedIn(), number), Optional.empty(), form);
        }
        desk.act(visit.signedIn(), number, act.get());
        return Reply.redirect("/help/reports/" + number + "?done=said");
    }

    private Reply follow(Visit visit) {
        Form form = visit.form();
        Optional<ReportNumber> number = form.read("report-number", ReportNumber::new);
        Optional<String> secret = form.inWords("report-secret");
        if (number.isPresent() && secret.isPresent()) {
            try {
                Report report = desk.find(number.get(), secret.get());
                if (form.text("go").equals("say")) {
                    Optional<ReportAct> act = act(form);
                    if (act.isPresent()) {
                        report = desk.act(number.get(), secret.get(), act.get());
                        return shown(visit, report, secret, visit.form(Map.of()));
                    }
                }
                return shown(visit, report, secret, form);
            } catch (CaseException e) {
                switch (e.code()) {
                    case NOT_FOUND -> form.refuseAsWrong("report-secret");
                    case ACT_NOT_ALLOWED -> form.refuse(e);
                    default -> throw e;
                }
            }
        }
        return following(visit, form, 422);
    }

    private static Reply following(Visit visit, Form form, int status) {
        return new Reply.Html(status, visit.words().say("help.follow.title"), TEMPLATES.helpFollow(form));
    }

    /** What the person says: more, or that the answer does not help them. */
    private static Optional<ReportAct> act(Form form) {
        return form.given("reopen")
                ? form.read("report-words", ReportAct.Reopen::new)
                : form.read("report-words", ReportAct.Reply::new);
    }

    /** @param secret by which the report was found: then it need not be theirs who are signed in, nor the attempt it tells of */
    private Reply shown(Visit visit, Report report, Optional<String> secret, Form form) {
        Optional<AttemptView> right = report.substitute()
                .filter(it -> secret.isEmpty())
                .map(number -> view(visit, attempts.find(visit.signedIn(), number)));
        String title = visit.words().say("help.report.one", "number", report.number());
        return new Reply.Html(
                form.stands() ? 200 : 422,
                title,
                TEMPLATES.helpOne(
                        form,
                        ReportView.of(visit.words(), report),
                        right,
                        report.substitute().map(AttemptNumber::value),
                        secret,
                        visit.done("help.done")));
    }

    private Reply attempt(Visit visit) {
        Attempt attempt = attempts.find(visit.signedIn(), visit.variable("number", AttemptNumber::new));
        return Reply.page(
                visit.words().say("help.attempt.title"), TEMPLATES.helpAttempt(visit.words(), view(visit, attempt)));
    }

    private AttemptView view(Visit visit, Attempt attempt) {
        List<ServicePoint> counters = attempt.substitute()
                .flatMap(Substitute::prefecture)
                .map(prefectures::find)
                .map(PrefectureProfile::servicePoints)
                .orElse(List.of());
        return AttemptView.of(visit.words(), attempt, Prefecture.NATIONAL, counters);
    }

    private static ReportNumber number(Visit visit) {
        return visit.variable("number", ReportNumber::new);
    }
}
