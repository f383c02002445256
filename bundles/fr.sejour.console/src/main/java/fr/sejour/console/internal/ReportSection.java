package fr.sejour.console.internal;

import fr.sejour.api.attempt.Attempt;
import fr.sejour.api.attempt.AttemptNumber;
import fr.sejour.api.attempt.Attempts;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.report.Report;
import fr.sejour.api.report.ReportAct;
import fr.sejour.api.report.ReportDesk;
import fr.sejour.api.report.ReportNumber;
import fr.sejour.console.internal.template.StaticTemplates;
import fr.sejour.console.internal.template.Templates;
import fr.sejour.web.page.Audience;
import fr.sejour.web.page.Choice;
import fr.sejour.web.page.Form;
import fr.sejour.web.page.MenuEntry;
import fr.sejour.web.page.Page;
import fr.sejour.web.page.Reply;
import fr.sejour.web.page.Section;
import fr.sejour.web.page.Visit;
import fr.sejour.web.page.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The agents' pages for what people report, and for the receipts that they show. */
@Component(service = Section.class)
public final class ReportSection implements Section {

    private static final String NAME = "reports";
    private static final Templates TEMPLATES = new StaticTemplates();

    private final ReportDesk desk;
    private final Attempts attempts;

    @Activate
    public ReportSection(@Reference ReportDesk desk, @Reference Attempts attempts) {
        this.desk = desk;
        this.attempts = attempts;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String title(Words words) {
        return words.say("console.reports.title");
    }

    @Override
    public List<Page> pages() {
        return List.of(
                Page.get("/reports", Audience.STAFF, visit -> queue(visit, visit.form(), Optional.empty())),
                Page.post("/reports/find", Audience.STAFF, this::find),
                Page.get("/reports/{number}", Audience.STAFF, this::show),
                Page.post("/reports/{number}", Audience.STAFF, this::step));
    }

    @Override
    public List<MenuEntry> menu() {
        return List.of(
                new MenuEntry(NAME, 10, "/console/queue", "console.menu.queue", Audience.STAFF),
                new MenuEntry(NAME, 20, "/console/tasks", "console.menu.tasks", Audience.STAFF),
                new MenuEntry(NAME, 30, "/reports", "console.menu.reports", Audience.STAFF),
                new MenuEntry(ConsoleSection.NAME, 30, "/reports", "console.menu.reports", Audience.STAFF));
    }

    @Override
    public Optional<String> signInPath() {
        return Optional.of(ConsoleSection.SIGN_IN);
    }

    @Override
    public boolean wide() {
        return true;
    }

    private Reply queue(Visit visit, Form form, Optional<Attempt> found) {
        List<ReportLine> lines = desk.list(visit.signedIn()).stream()
                .map(report -> ReportLine.of(visit.words(), report))
                .toList();
        return new Reply.Html(
                form.stands() ? 200 : 422,
                visit.words().say("console.reports.title"),
                TEMPLATES.reports(
                        form,
                        lines,
                        found.map(it -> AttemptLine.of(visit.words(), it)),
                        visit.done("console.reports.done")));
    }

    /** An attempt by the number that somebody shows. */
    private Reply find(Visit visit) {
        Form form = visit.form();
        Optional<AttemptNumber> number = form.read("attempt", AttemptNumber::new);
        try {
            return queue(visit, form, number.map(it -> attempts.find(visit.signedIn(), it)));
        } catch (CaseException e) {
            if (e.code() != ErrorCode.NOT_FOUND) {
                throw e;
            }
            form.refuseAsWrong("attempt");
            return queue(visit, form, Optional.empty());
        }
    }

    private Reply show(Visit visit) {
        return page(visit, desk.find(visit.signedIn(), number(visit)), visit.form(Map.of()));
    }

    private Reply step(Visit visit) {
        ReportNumber number = number(visit);
        Form form = visit.form();
        Optional<ReportAct> act = act(form);
        if (act.isPresent()) {
            try {
                desk.act(visit.signedIn(), number, act.get());
                return Reply.redirect("/reports?done=" + done(act.get()));
            } catch (CaseException e) {
                switch (e.code()) {
                    // the report itself is looked for below
                    case NOT_FOUND -> form.refuseAsWrong("case-number");
                    case CONTRADICTORY_INPUT ->
                        form.refuseAsWrong(act.get() instanceof ReportAct.Route ? "to-prefecture" : "case-number");
                    case ACT_NOT_ALLOWED -> form.refuse(e);
                    default -> throw e;
                }
            }
        }
        return page(visit, desk.find(visit.signedIn(), number), form);
    }

    private static Optional<ReportAct> act(Form form) {
        return switch (form.text("what")) {
            case "route" -> {
                Optional<PrefectureCode> to = form.readIfGiven("to-prefecture", PrefectureCode::new);
                Optional<String> words = form.inWords("report-words");
                yield form.together("report-words", () -> new ReportAct.Route(to, words.orElseThrow()));
            }
            case "link" -> form.read("case-number", CaseNumber::new).map(ReportAct.Link::new);
            default -> form.read("report-words", ReportAct.Answer::new);
        };
    }

    /** The end of the key of what the list says then. */
    private static String done(ReportAct act) {
        if (act instanceof ReportAct.Route) {
            return "routed";
        }
        return act instanceof ReportAct.Link ? "linked" : "answered";
    }

    private static Reply page(Visit visit, Report report, Form form) {
        Words words = visit.words();
        List<Choice> acts = List.of(
                Choice.of("answer", words.say("console.report.answer")),
                Choice.of("route", words.say("console.report.route")),
                Choice.of("link", words.say("console.report.link")));
        return new Reply.Html(
                form.stands() ? 200 : 422,
                words.say("help.report.one", "number", report.number()),
                TEMPLATES.report(
                        form.given("what") || !form.stands() ? form : form.with("what", "answer"),
                        ReportLine.of(words, report),
                        acts));
    }

    private static ReportNumber number(Visit visit) {
        return visit.variable("number", ReportNumber::new);
    }
}
