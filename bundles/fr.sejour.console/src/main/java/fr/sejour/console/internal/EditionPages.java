package fr.sejour.console.internal;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.access.Caller;
import fr.sejour.api.access.Login;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.edition.ArrivedEdition;
import fr.sejour.api.edition.ArrivedEdition.Rehearsal;
import fr.sejour.api.edition.ArrivedEdition.State;
import fr.sejour.api.edition.EditionDesk;
import fr.sejour.api.edition.EditionEffect;
import fr.sejour.api.edition.EditionEffect.Change;
import fr.sejour.api.edition.EditionEffect.Next;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.console.internal.template.StaticTemplates;
import fr.sejour.web.page.Audience;
import fr.sejour.web.page.Form;
import fr.sejour.web.page.Page;
import fr.sejour.web.page.Reply;
import fr.sejour.web.page.RightLines;
import fr.sejour.web.page.Upload;
import fr.sejour.web.page.Visit;
import fr.sejour.web.page.Words;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** Editions of the law: received signed, rehearsed, made the law by a second person, taken back. */
final class EditionPages {

    static final String PATH = "/console/editions";

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final List<String> EFFECTS = List.of("change");

    private final Desks desks;

    EditionPages(Desks desks) {
        this.desks = desks;
    }

    List<Page> pages() {
        String one = PATH + "/{name}";
        return List.of(
                Page.get(PATH, Audience.NATIONAL, visit -> list(visit, visit.form(), Optional.empty())),
                Page.post(PATH, Audience.NATIONAL, this::receive),
                Page.get(one, Audience.NATIONAL, visit -> show(visit, filters(visit), 200, Optional.empty())),
                Page.post(
                        one + "/rehearse",
                        Audience.NATIONAL,
                        visit -> step(visit, desks.editions()::rehearse, "rehearsing")),
                Page.get(one + "/activate", Audience.NATIONAL, this::askToActivate),
                Page.post(
                        one + "/activate",
                        Audience.NATIONAL,
                        visit -> step(visit, desks.editions()::activate, "applies")),
                Page.get(one + "/roll-back", Audience.NATIONAL, this::askToRollBack),
                Page.post(
                        one + "/roll-back",
                        Audience.NATIONAL,
                        visit -> step(visit, desks.editions()::rollBack, "rolled-back")));
    }

    private static Form filters(Visit visit) {
        return QueuePages.filters(visit, EFFECTS);
    }

    private Reply list(Visit visit, Form form, Optional<String> problem) {
        Words words = visit.words();
        EditionsView view = new EditionsView(
                desks.editions().arrived(visit.signedIn()).stream()
                        .map(edition -> row(words, edition))
                        .toList(),
                EditionDesk.LARGEST >> 20,
                problem);
        return new Reply.Html(
                form.stands() ? 200 : 422,
                words.say("console.editions.title"),
                new StaticTemplates().editions(form, view));
    }

    private Reply receive(Visit visit) {
        Form form = visit.form();
        Optional<Upload> sent = visit.upload("edition-file");
        if (sent.isEmpty()) {
            form.refuse("edition-file", "console.editions.no-file");
            return list(visit, form, Optional.empty());
        }
        try {
            ArrivedEdition received =
                    desks.editions().receive(visit.signedIn(), sent.get().bytes());
            return Reply.redirect(path(received.stamp().name()) + "?done=received");
        } catch (CaseException refused) {
            return list(visit, form, tell(form, refused));
        }
    }

    private Reply show(Visit visit, Form form, int status, Optional<String> problem) {
        Words words = visit.words();
        ArrivedEdition edition = edition(visit);
        String name = edition.stamp().name();
        Optional<Change> only = form.codeIfGiven("change", Change.class);
        List<EditionEffect> effects = desks.editions()
                .effects(visit.signedIn(), name, only, visit.asked("after").map(EditionPages::number));
        Optional<String> next = effects.size() < EditionDesk.PAGE
                ? Optional.empty()
                : Optional.of(QueuePages.address(
                        path(name),
                        EFFECTS,
                        form,
                        Optional.of(effects.get(effects.size() - 1).caseNumber().value())));
        State state = edition.state();
        boolean mine = edition.sender().equals(visit.signedIn().account());
        EditionView view = new EditionView(
                row(words, edition),
                edition.digest(),
                edition.steps().stream()
                        .map(step -> new EditionView.Deed(
                                words.code("console.edition.state", step.to()),
                                who(words, edition, step.by()),
                                words.moment(step.at(), PARIS)))
                        .toList(),
                edition.rehearsal().map(found -> found(words, found)),
                state == State.REHEARSED && !edition.ready(),
                state == State.REHEARSING,
                state != State.APPLIES,
                edition.ready() && !mine,
                edition.ready() && mine,
                state == State.APPLIES,
                effects.stream().map(effect -> effect(words, effect)).toList(),
                only.map(Words::kebab),
                next,
                problem,
                visit.done("console.edition.done"));
        return new Reply.Html(
                status, words.say("console.edition.title", "name", name), new StaticTemplates().edition(form, view));
    }

    private Reply askToActivate(Visit visit) {
        return ask(
                visit,
                "activate",
                edition -> edition.ready()
                        && !edition.sender().equals(visit.signedIn().account()));
    }

    private Reply askToRollBack(Visit visit) {
        return ask(visit, "roll-back", edition -> edition.state() == State.APPLIES);
    }

    /** What is about to happen, to be confirmed; the page of the edition where it cannot happen now. */
    private Reply ask(Visit visit, String step, Predicate<ArrivedEdition> possible) {
        ArrivedEdition edition = edition(visit);
        Words words = visit.words();
        String name = edition.stamp().name();
        if (!possible.test(edition)) {
            return Reply.redirect(path(name));
        }
        return Reply.page(
                words.say("console.edition." + step + ".title", "name", name),
                new StaticTemplates()
                        .editionStep(
                                visit.form(),
                                row(words, edition),
                                step,
                                edition.rehearsal().map(found -> found(words, found))));
    }

    private Reply step(Visit visit, BiConsumer<Caller, String> act, String done) {
        String name = edition(visit).stamp().name();
        try {
            act.accept(visit.signedIn(), name);
            return Reply.redirect(path(name) + "?done=" + done);
        } catch (CaseException refused) {
            Form form = filters(visit);
            Optional<String> problem = tell(form, refused);
            return show(visit, form, refused.code() == ErrorCode.SECOND_PERSON_NEEDED ? 403 : 409, problem);
        }
    }

    /** @return the sentence about the file, which is in English whatever language the page has */
    private static Optional<String> tell(Form form, CaseException refused) {
        switch (refused.code()) {
            case EDITION_REFUSED -> form.refuseAll("console.editions.refused");
            case ACT_NOT_ALLOWED, CASE_CHANGED -> form.refuseAll("console.edition.not-now");
            case SECOND_PERSON_NEEDED -> form.refuse(refused);
            default -> throw refused;
        }
        return Optional.ofNullable(refused.details().get("problem")).map(Object::toString);
    }

    private ArrivedEdition edition(Visit visit) {
        String name = visit.variable("name", it -> it);
        return desks.editions().arrived(visit.signedIn()).stream()
                .filter(it -> it.stamp().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new CaseException(ErrorCode.NOT_FOUND));
    }

    private static String path(String name) {
        return PATH + "/" + name;
    }

    private static CaseNumber number(String written) {
        try {
            return new CaseNumber(written);
        } catch (IllegalArgumentException none) {
            throw new CaseException(ErrorCode.NOT_FOUND);
        }
    }

    private static EditionsView.Row row(Words words, ArrivedEdition edition) {
        return new EditionsView.Row(
                edition.stamp().name(),
                path(edition.stamp().name()),
                edition.stamp().inForceFrom(),
                edition.stamp().recordedOn(),
                words.code("console.edition.state", edition.state()),
                edition.state() == State.APPLIES ? "yes" : edition.ready() ? "open" : "plain",
                edition.signer(),
                edition.rehearsal()
                        .map(found -> words.say(
                                "console.edition.found",
                                "looked",
                                found.looked(),
                                "more",
                                found.more(),
                                "fewer",
                                found.fewer(),
                                "other",
                                found.other())));
    }

    private static String who(Words words, ArrivedEdition edition, AccountId by) {
        return Optional.ofNullable(edition.logins().get(by))
                .map(Login::value)
                .orElseGet(() ->
                        words.say("console.edition.operator", "name", by.value().replaceFirst("^shell:", "")));
    }

    private static EditionView.Found found(Words words, Rehearsal found) {
        return new EditionView.Found(
                found.looked(),
                found.more(),
                found.fewer(),
                found.other(),
                words.moment(found.endedAt().orElse(found.startedAt()), PARIS));
    }

    private EditionView.Effect effect(Words words, EditionEffect effect) {
        List<String> before = rights(words, effect.before());
        List<String> after = rights(words, effect.after());
        return new EditionView.Effect(
                effect.caseNumber().value(),
                "/console/cases/" + effect.caseNumber(),
                desks.prefecture(effect.prefecture()),
                words.code("console.edition.change", effect.change()),
                switch (effect.change()) {
                    case MORE -> "yes";
                    case FEWER -> "no";
                    case OTHER -> "open";
                },
                paper(words, effect.before(), without(before, after)),
                paper(words, effect.after(), without(after, before)));
    }

    private static List<String> rights(Words words, Optional<Next> next) {
        return next.map(it -> new RightLines(words)
                        .of(it.rights().rights()).stream()
                                .map(line -> words.say(
                                        "console.edition.right", "right", line.name(), "sentence", line.sentence()))
                                .toList())
                .orElse(List.of());
    }

    /** What only one of the two papers says. */
    private static List<String> without(List<String> said, List<String> other) {
        return said.stream().filter(it -> !other.contains(it)).toList();
    }

    private static EditionView.Paper paper(Words words, Optional<Next> next, List<String> rights) {
        return new EditionView.Paper(
                next.map(it -> words.code("paper", it.kind())).orElseGet(() -> words.say("console.edition.no-paper")),
                next.flatMap(Next::lastDay).map(day -> words.say("console.edition.until", "day", day)),
                rights);
    }
}
