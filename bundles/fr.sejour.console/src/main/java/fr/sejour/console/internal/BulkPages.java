package fr.sejour.console.internal;

import fr.sejour.api.bulk.BulkAct;
import fr.sejour.api.bulk.BulkAct.Line;
import fr.sejour.api.bulk.BulkAct.Outcome;
import fr.sejour.api.bulk.BulkAct.State;
import fr.sejour.api.bulk.BulkActId;
import fr.sejour.api.bulk.Selection;
import fr.sejour.api.bulk.Selection.TickedCase;
import fr.sejour.api.cases.Act;
import fr.sejour.api.cases.ActKind;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.console.internal.template.StaticTemplates;
import fr.sejour.web.page.Audience;
import fr.sejour.web.page.Choice;
import fr.sejour.web.page.Form;
import fr.sejour.web.page.Page;
import fr.sejour.web.page.ProblemWords;
import fr.sejour.web.page.Reply;
import fr.sejour.web.page.Visit;
import fr.sejour.web.page.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/**
 * One act on the cases that were ticked in the queue: what it needs to be said, then what it would do on each, then how far it has
 * come. Each step is a page of its own, and nothing is done before the last button.
 */
final class BulkPages {

    /** The acts that are said in one form; asking for pieces names pieces, which differ from case to case. */
    private static final List<ActKind> KINDS = List.of(
            ActKind.ASSIGN,
            ActKind.GIVE_BACK,
            ActKind.TAKE_UP,
            ActKind.ANSWER,
            ActKind.ORDER_CARD,
            ActKind.OFFER_TRANSFER);

    private static final String NEW = "/console/bulk";

    private final Desks desks;

    BulkPages(Desks desks) {
        this.desks = desks;
    }

    static List<Choice> acts(Words words) {
        return KINDS.stream()
                .map(kind -> Choice.of(Words.kebab(kind), words.code("act", kind)))
                .toList();
    }

    List<Page> pages() {
        return List.of(
                Page.post("/console/bulk/choose", Audience.STAFF, this::choose),
                Page.post(NEW, Audience.STAFF, this::prepare),
                Page.get("/console/bulk/{id}", Audience.STAFF, this::show),
                Page.post("/console/bulk/{id}/run", Audience.STAFF, this::run),
                Page.post("/console/bulk/{id}/cancel", Audience.STAFF, this::cancel));
    }

    private Reply choose(Visit visit) {
        Form form = visit.form();
        Optional<ActKind> kind = kind(form);
        if (ticked(form).isEmpty() || kind.isEmpty()) {
            form.refuseAll("console.bulk.choose-some");
            return form(visit, form, kind, 422);
        }
        return form(visit, form, kind, 200);
    }

    private Reply prepare(Visit visit) {
        Form form = visit.form();
        Optional<ActKind> kind = kind(form);
        List<TickedCase> ticked = ticked(form);
        if (ticked.isEmpty() || kind.isEmpty()) {
            form.refuseAll("console.bulk.choose-some");
            return form(visit, form, kind, 422);
        }
        Optional<Act> act = kind.flatMap(it -> read(form, it));
        if (act.isEmpty() || !form.stands()) {
            return form(visit, form, kind, 422);
        }
        try {
            BulkAct prepared = desks.bulk().prepare(visit.signedIn(), new Selection.Ticked(ticked), act.get());
            return Reply.redirect(path(prepared.id()));
        } catch (CaseException e) {
            form.refuse(e);
            return form(visit, form, kind, 422);
        }
    }

    private Reply show(Visit visit) {
        Words words = visit.words();
        BulkAct act = desks.bulk().find(visit.signedIn(), visit.variable("id", BulkActId::new));
        ProblemWords problems = new ProblemWords(words);
        BulkView view = new BulkView(
                path(act.id()),
                words.code("act", act.act().kind()),
                words.code("bulk.state", act.state()),
                act.state() == State.PREPARED && act.count(Outcome.READY) > 0,
                act.state() == State.PREPARED || act.state() == State.RUNNING,
                act.state() == State.RUNNING,
                act.lines().size(),
                act.count(Outcome.READY),
                act.count(Outcome.DONE),
                act.count(Outcome.EXCLUDED) + act.count(Outcome.REFUSED),
                act.lines().stream().map(line -> row(words, problems, line)).toList());
        return Reply.page(words.say("console.bulk.title"), new StaticTemplates().bulk(visit.form(), view));
    }

    private static BulkView.Row row(Words words, ProblemWords problems, Line line) {
        return new BulkView.Row(
                line.number().value(),
                "/console/cases/" + line.number(),
                words.code("bulk.outcome", line.outcome()),
                line.outcome() == Outcome.DONE ? "yes" : line.problem().isPresent() ? "no" : "open",
                line.problem().map(problems::title),
                Optional.ofNullable(line.details().get("lastActBy"))
                        .map(login -> words.say("console.act.by.agent", "login", login)));
    }

    private Reply run(Visit visit) {
        return Reply.redirect(path(desks.bulk()
                .run(visit.signedIn(), visit.variable("id", BulkActId::new))
                .id()));
    }

    private Reply cancel(Visit visit) {
        return Reply.redirect(path(desks.bulk()
                .cancel(visit.signedIn(), visit.variable("id", BulkActId::new))
                .id()));
    }

    private Reply form(Visit visit, Form form, Optional<ActKind> kind, int status) {
        Words words = visit.words();
        List<TickedCase> ticked = ticked(form);
        boolean assigns = kind.filter(ActKind.ASSIGN::equals).isPresent();
        BulkFormView view = new BulkFormView(
                kind.map(Words::kebab).orElse(""),
                kind.map(it -> words.code("act", it)).orElseGet(() -> words.say("console.bulk.title")),
                kind.map(it -> words.code("act.about", it)).orElse(""),
                ticked.stream().map(it -> it.number().value()).toList(),
                assigns && !ticked.isEmpty() ? colleagues(visit, ticked) : List.of(),
                !ticked.isEmpty() && kind.isPresent());
        return new Reply.Html(status, view.title(), new StaticTemplates().bulkForm(form, view));
    }

    /** Those who serve the préfecture of the first one: whoever may not have another is told when it is looked at. */
    private List<Choice> colleagues(Visit visit, List<TickedCase> ticked) {
        PrefectureCode prefecture =
                desks.cases().find(visit.signedIn(), ticked.get(0).number()).prefecture();
        return desks.colleagues(visit, prefecture);
    }

    private static Optional<ActKind> kind(Form form) {
        return Words.read(ActKind.class, form.text("bulk-act")).filter(KINDS::contains);
    }

    private static List<TickedCase> ticked(Form form) {
        List<TickedCase> ticked = new ArrayList<>();
        Set<String> numbers = new TreeSet<>(form.all("case"));
        for (String number : numbers) {
            try {
                ticked.add(new TickedCase(new CaseNumber(number), OptionalLong.empty()));
            } catch (IllegalArgumentException noNumber) {
                return List.of();
            }
        }
        return ticked.size() > Selection.MOST ? List.of() : ticked;
    }

    private static Optional<Act> read(Form form, ActKind kind) {
        return switch (kind) {
            case ASSIGN -> ActPages.assign(form);
            case GIVE_BACK -> form.together("reason", () -> new Act.GiveBack(ActPages.reason(form)));
            case TAKE_UP -> Optional.of(new Act.TakeUp());
            case ANSWER -> Optional.of(new Act.Answer());
            case ORDER_CARD -> Optional.of(new Act.OrderCard());
            case OFFER_TRANSFER -> {
                Optional<PrefectureCode> to = form.read("to-prefecture", PrefectureCode::new);
                Optional<String> reason = form.inWords("reason");
                yield form.together("reason", () -> new Act.OfferTransfer(to.orElseThrow(), reason.orElseThrow()));
            }
            default -> Optional.empty();
        };
    }

    private static String path(BulkActId id) {
        return NEW + "/" + id;
    }
}
