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
import fr.sejour.api.cases.QueuePage;
import fr.sejour.api.cases.QueueQuery;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.catalogue.PermitEntry;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.console.internal.template.StaticTemplates;
import fr.sejour.web.page.Audience;
import fr.sejour.web.page.CatalogueWords;
import fr.sejour.web.page.Choice;
import fr.sejour.web.page.Form;
import fr.sejour.web.page.Page;
import fr.sejour.web.page.ProblemWords;
import fr.sejour.web.page.Reply;
import fr.sejour.web.page.Visit;
import fr.sejour.web.page.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * One act on the cases that were ticked in the queue, or on all that its filters leave: what it needs to be said, then what it
 * would do on each, then how far it has come. Each step is a page of its own, and nothing is done before the last button.
 */
final class BulkPages {

    /** Offers are received from a list of their own. */
    private static final List<ActKind> KINDS = List.of(
            ActKind.ASSIGN,
            ActKind.GIVE_BACK,
            ActKind.TAKE_UP,
            ActKind.ASK_FOR_PIECES,
            ActKind.ANSWER,
            ActKind.ORDER_CARD,
            ActKind.CARD_READY,
            ActKind.OFFER_TRANSFER);

    private static final String CASE = "case";
    private static final String WHOLE_LIST = "whole-list";

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
        Form form = visit.form()
                .with(
                        "answer-by",
                        visit.today().plusDays(ActPages.REASONABLE_DELAY_DAYS).toString());
        Optional<ActKind> kind = kind(form);
        Optional<Selection> selection = selection(form, kind);
        return form(visit, form, kind, selection, form.stands() ? 200 : 422);
    }

    private Reply prepare(Visit visit) {
        Form form = visit.form();
        Optional<ActKind> kind = kind(form);
        Optional<Selection> chosen = selection(form, kind);
        Optional<Selection> selection = kind.filter(ActKind.CARD_READY::equals).isPresent()
                ? chosen.map(it -> withCards(form, (Selection.Ticked) it))
                : chosen;
        Optional<Act> act = kind.flatMap(it -> read(form, it));
        if (selection.isEmpty() || act.isEmpty() || !form.stands()) {
            return form(visit, form, kind, chosen, 422);
        }
        try {
            BulkAct prepared = desks.bulk().prepare(visit.signedIn(), selection.get(), act.get());
            return Reply.redirect(path(prepared.id()));
        } catch (CaseException e) {
            form.refuse(e);
            return form(visit, form, kind, chosen, 422);
        }
    }

    /** What the act is for; empty, with the reason noted, when nothing was chosen. Each card has a number that somebody types. */
    private static Optional<Selection> selection(Form form, Optional<ActKind> kind) {
        boolean whole = form.given(WHOLE_LIST);
        if (whole && kind.filter(ActKind.CARD_READY::equals).isPresent()) {
            form.refuseAll("console.bulk.tick-the-cards");
            return Optional.empty();
        }
        if (whole && kind.isPresent()) {
            return Optional.of(new Selection.Filtered(QueuePages.filter(form)));
        }
        List<TickedCase> ticked = ticked(form);
        if (ticked.isEmpty() || kind.isEmpty()) {
            form.refuseAll("console.bulk.choose-some");
            return Optional.empty();
        }
        return Optional.of(new Selection.Ticked(ticked));
    }

    private static Selection withCards(Form form, Selection.Ticked ticked) {
        return new Selection.Ticked(ticked.cases().stream()
                .map(it -> new TickedCase(it.number(), it.version(), card(form, it.number())))
                .toList());
    }

    private static Optional<String> card(Form form, CaseNumber number) {
        String field = BulkFormView.cardField(number.value());
        try {
            return Optional.of(new Act.CardReady(form.text(field)).cardNumber());
        } catch (IllegalArgumentException unreadable) {
            form.refuse(field, "field.card-number.wrong");
            return Optional.empty();
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

    private Reply form(Visit visit, Form form, Optional<ActKind> kind, Optional<Selection> selection, int status) {
        Words words = visit.words();
        boolean assigns = kind.filter(ActKind.ASSIGN::equals).isPresent();
        boolean asks = kind.filter(ActKind.ASK_FOR_PIECES::equals).isPresent();
        BulkFormView view = new BulkFormView(
                kind.map(Words::kebab).orElse(""),
                kind.map(it -> words.code("act", it)).orElseGet(() -> words.say("console.bulk.title")),
                kind.map(it -> words.code("act.about", it)).orElse(""),
                selection
                        .map(it -> it instanceof Selection.Ticked ticked
                                ? words.say(
                                        "console.bulk.count",
                                        "count",
                                        ticked.cases().size())
                                : words.say("console.bulk.whole-list", "most", Selection.MOST))
                        .orElse(""),
                ticked(form).stream().map(it -> it.number().value()).toList(),
                sentAgain(form),
                assigns ? selection.map(it -> colleagues(visit, it)).orElse(List.of()) : List.of(),
                asks ? selection.map(it -> pieces(visit, it)).orElse(List.of()) : List.of(),
                selection.isPresent());
        return new Reply.Html(status, view.title(), new StaticTemplates().bulkForm(form, view));
    }

    /** What was chosen in the queue, for the form that follows. */
    private static List<BulkFormView.Sent> sentAgain(Form form) {
        return sent(
                form,
                Stream.concat(QueuePages.FILTERS.stream(), Stream.of(CASE, WHOLE_LIST))
                        .toList());
    }

    static List<BulkFormView.Sent> sent(Form form, List<String> fields) {
        return fields.stream()
                .flatMap(field -> form.all(field).stream().map(value -> new BulkFormView.Sent(field, value)))
                .toList();
    }

    /** Those who serve the préfecture of the first one: whoever may not have another is told when it is looked at. */
    private List<Choice> colleagues(Visit visit, Selection selection) {
        Optional<PrefectureCode> prefecture = selection instanceof Selection.Ticked ticked
                ? Optional.of(desks.cases()
                        .find(visit.signedIn(), ticked.cases().get(0).number())
                        .prefecture())
                : firstOf(visit, (Selection.Filtered) selection);
        return prefecture.map(it -> desks.colleagues(visit, it)).orElse(List.of());
    }

    /**
     * What the law asks of whoever asks for one of the permits of these cases; a list that is not of one permit may hold each of
     * them. Where a case does not expect a piece, the page that follows says so.
     */
    private List<Choice> pieces(Visit visit, Selection selection) {
        CatalogueWords labels = desks.labels(visit);
        Map<String, Choice> pieces = new LinkedHashMap<>();
        permits(visit, selection)
                .flatMap(permit -> labels.entry(permit).stream())
                .flatMap(entry -> Stream.concat(entry.firstPieces().stream(), entry.renewalPieces().stream()))
                .forEach(piece -> pieces.putIfAbsent(
                        piece.type().value(), Choice.of(piece.type().value(), labels.piece(piece))));
        return List.copyOf(pieces.values());
    }

    private Stream<PermitCode> permits(Visit visit, Selection selection) {
        if (selection instanceof Selection.Ticked ticked) {
            return ticked.cases().stream()
                    .map(it -> desks.cases().find(visit.signedIn(), it.number()).permit())
                    .distinct();
        }
        Optional<PermitCode> chosen = ((Selection.Filtered) selection).filter().permit();
        return chosen.isPresent()
                ? chosen.stream()
                : desks.catalogue().permits(visit.today()).stream().map(PermitEntry::code);
    }

    private Optional<PrefectureCode> firstOf(Visit visit, Selection.Filtered selection) {
        QueueQuery first = new QueueQuery(selection.filter(), Optional.empty(), 1);
        return desks.cases().queue(visit.signedIn(), first).rows().stream()
                .map(QueuePage.Row::prefecture)
                .findFirst();
    }

    private static Optional<ActKind> kind(Form form) {
        return Words.read(ActKind.class, form.text("bulk-act")).filter(KINDS::contains);
    }

    private static List<TickedCase> ticked(Form form) {
        List<TickedCase> ticked = new ArrayList<>();
        Set<String> numbers = new TreeSet<>(form.all(CASE));
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
            case ASK_FOR_PIECES -> ActPages.askForPieces(form);
            case ANSWER -> Optional.of(new Act.Answer());
            case ORDER_CARD -> Optional.of(new Act.OrderCard());
            case CARD_READY ->
                ticked(form).stream()
                        .flatMap(it -> card(form, it.number()).stream())
                        .<Act>map(Act.CardReady::new)
                        .findFirst();
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
