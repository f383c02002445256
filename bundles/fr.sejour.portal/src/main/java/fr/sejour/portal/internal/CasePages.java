package fr.sejour.portal.internal;

import fr.sejour.api.attempt.Attempt;
import fr.sejour.api.attempt.AttemptNumber;
import fr.sejour.api.attestation.Attestation;
import fr.sejour.api.cases.Act;
import fr.sejour.api.cases.ActKind;
import fr.sejour.api.cases.CaseFile;
import fr.sejour.api.cases.CaseLinks;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.EvidenceId;
import fr.sejour.api.cases.PieceFile;
import fr.sejour.api.cases.ScanState;
import fr.sejour.api.cases.SentFile;
import fr.sejour.api.catalogue.PieceType;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.mandate.Permission;
import fr.sejour.portal.internal.template.StaticTemplates;
import fr.sejour.portal.internal.template.Templates;
import fr.sejour.web.page.Audience;
import fr.sejour.web.page.CatalogueWords;
import fr.sejour.web.page.Choice;
import fr.sejour.web.page.Form;
import fr.sejour.web.page.Page;
import fr.sejour.web.page.Reply;
import fr.sejour.web.page.Upload;
import fr.sejour.web.page.Visit;
import fr.sejour.web.page.Words;
import gg.jte.Content;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** A person's cases: where they stand, what to give, and how to step back; and what a mandate allows of that. */
final class CasePages {

    private static final Templates TEMPLATES = new StaticTemplates();

    private final Desks desks;

    CasePages(Desks desks) {
        this.desks = desks;
    }

    List<Page> pages() {
        List<Page> own = List.of(
                Page.get("/portal/cases", Audience.APPLICANT, this::list),
                Page.post("/portal/cases/{number}/pieces/{type}/remove", Audience.APPLICANT, this::remove),
                Page.post("/portal/cases/{number}/reasons", Audience.APPLICANT, this::askForReasons)
                        .attempting(Attempt.Operation.ACT),
                Page.get("/portal/cases/{number}/card", Audience.APPLICANT, this::card),
                Page.post("/portal/cases/{number}/card", Audience.APPLICANT, this::declareReceipt)
                        .attempting(Attempt.Operation.ACT),
                Page.get("/portal/cases/{number}/withdraw", Audience.APPLICANT, this::leaving),
                Page.post("/portal/cases/{number}/withdraw", Audience.APPLICANT, this::withdraw)
                        .attempting(Attempt.Operation.ACT));
        return Stream.of(
                        own,
                        shared(Behalf.OWN, Audience.APPLICANT),
                        shared(Behalf.HELPED + "/{mandate}", Audience.HELPER))
                .flatMap(List::stream)
                .toList();
    }

    /** What a person does themselves or has a helper do. */
    private List<Page> shared(String root, Audience audience) {
        String one = root + "/cases/{number}";
        return List.of(
                Page.get(one, audience, this::show),
                Page.get(one + "/receipt", audience, this::receipt),
                Page.get(one + "/pieces/{type}", audience, this::piece),
                Page.post(one + "/pieces/{type}", audience, this::give).attempting(Attempt.Operation.GIVE_PIECE),
                Page.get(one + "/pieces/{type}/content", audience, this::content),
                Page.get(one + "/pieces/{type}/versions/{version}", audience, this::earlier),
                Page.post(one + "/pieces/{type}/reuse", audience, this::reuse),
                Page.post(one + "/answer", audience, this::answer).attempting(Attempt.Operation.ACT),
                Page.get(one + "/letters", audience, this::letters));
    }

    private Reply list(Visit visit) {
        CatalogueWords labels = desks.labels(visit);
        Behalf behalf = desks.behalf(visit);
        List<CaseLine> cases = desks.cases().ofPerson(visit.signedIn(), behalf.person()).stream()
                .map(file -> CaseLine.of(visit, labels, file, behalf, desks.zone(file)))
                .toList();
        return Reply.page(visit.words().say("portal.cases.title"), TEMPLATES.cases(visit.words(), cases));
    }

    private Reply show(Visit visit) {
        CaseFile file = find(visit);
        CaseView view = view(visit, file);
        return Reply.page(
                visit.words().say("portal.case.title", "permit", view.line().permit()),
                view.behalf().over(visit.words(), TEMPLATES.caseFile(visit.form(), view, visit.done("portal.done"))));
    }

    private Reply receipt(Visit visit) {
        CaseView view = view(visit, find(visit));
        return Reply.page(
                visit.words().say("portal.receipt.title"),
                view.behalf().over(visit.words(), TEMPLATES.receipt(visit.words(), view)));
    }

    /** The piece; with what is wrong with a file that was sent in parts, whose sender has been told the code of it. */
    private Reply piece(Visit visit) {
        CaseFile file = find(visit);
        Form form = visit.form();
        visit.asked("refused")
                .flatMap(slug -> Words.read(ErrorCode.class, slug))
                // whoever reads this has signed in since
                .filter(code -> code != ErrorCode.NOT_SIGNED_IN)
                .map(CaseException::new)
                .filter(e -> !told(visit.words(), form, e))
                .ifPresent(form::refuse);
        Optional<String> receipt = visit.asked("attempt").filter(CasePages::isAttemptNumber);
        PieceView view = pieceView(visit, file);
        return Reply.page(view.label(), framed(visit, TEMPLATES.piece(form, view, receipt)));
    }

    private static boolean isAttemptNumber(String asked) {
        try {
            return new AttemptNumber(asked).value().equals(asked);
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    private Reply give(Visit visit) {
        Behalf behalf = toComplete(visit);
        CaseNumber number = number(visit);
        PieceType type = visit.variable("type", PieceType::new);
        Form form = visit.form();
        Optional<Upload> sent = visit.upload("piece-file");
        if (sent.isEmpty()) {
            form.refuse("piece-file", "portal.piece.no-file");
        } else {
            try {
                SentFile file = new SentFile(
                        Optional.of(sent.get().name()),
                        Optional.empty(),
                        new ByteArrayInputStream(sent.get().bytes()));
                desks.pieces().give(visit.signedIn(), number, type, file);
                return Reply.redirect(behalf.path(number) + "?done=piece-given");
            } catch (CaseException e) {
                if (!told(visit.words(), form, e)) {
                    throw e;
                }
            }
        }
        return refused(visit, form);
    }

    /** What is wrong with a file stands beside its field, with what to do; false when it is something else. */
    static boolean told(Words words, Form form, CaseException e) {
        switch (e.code()) {
            case MEDIA_TYPE_NOT_ACCEPTED -> form.refuse("piece-file", "portal.piece.wrong-type");
            case PIECE_TOO_LARGE -> form.refuse("piece-file", "portal.piece.too-large");
            case FILE_CONTRADICTS_ITS_NAME,
                    FILE_UNREADABLE,
                    FILE_CUT_SHORT,
                    FILE_LOCKED,
                    FILE_HAS_TOO_MANY_PAGES,
                    IMAGE_TOO_LARGE,
                    FILE_SWELLS,
                    FILE_INFECTED -> {
                String problem = "problem." + e.code().slug();
                form.refuse(
                        "piece-file",
                        "portal.piece.refused",
                        "detail",
                        words.say(problem + ".detail"),
                        "next",
                        words.say(problem + ".next"));
            }
            case ACT_NOT_ALLOWED -> form.refuse(e);
            default -> {
                return false;
            }
        }
        return true;
    }

    private Reply reuse(Visit visit) {
        Behalf behalf = toComplete(visit);
        CaseNumber number = number(visit);
        PieceType type = visit.variable("type", PieceType::new);
        Form form = visit.form();
        Optional<EvidenceId> evidence = form.read("evidence", EvidenceId::new);
        if (evidence.isPresent()) {
            desks.pieces().reuse(visit.signedIn(), number, type, evidence.get());
            return Reply.redirect(behalf.path(number) + "?done=piece-given");
        }
        return refused(visit, form);
    }

    private Reply remove(Visit visit) {
        CaseNumber number = number(visit);
        desks.pieces().remove(visit.signedIn(), number, visit.variable("type", PieceType::new));
        return Reply.redirect("/portal/cases/" + number + "?done=piece-removed");
    }

    private Reply content(Visit visit) {
        PieceType type = visit.variable("type", PieceType::new);
        return Reply.piece(desks.pieces().read(visit.signedIn(), number(visit), type, Optional.empty()));
    }

    private Reply earlier(Visit visit) {
        PieceType type = visit.variable("type", PieceType::new);
        int version = visit.variable("version", Integer::parseInt);
        return Reply.piece(desks.pieces().read(visit.signedIn(), number(visit), type, Optional.of(version)));
    }

    private Reply answer(Visit visit) {
        Behalf behalf = toComplete(visit);
        CaseNumber number = number(visit);
        desks.cases().act(visit.signedIn(), number, OptionalLong.empty(), new Act.Answer());
        return Reply.redirect(behalf.path(number) + "?done=answered");
    }

    /** Asked before anything is done: nothing is done under a mandate that stands no more, whichever else does. */
    private Behalf toComplete(Visit visit) {
        return desks.behalf(visit).requiring(Permission.COMPLETE);
    }

    private Reply letters(Visit visit) {
        CaseFile file = find(visit);
        Words words = visit.words();
        List<LetterView> letters = desks.cases().letters(visit.signedIn(), file.number()).stream()
                .map(letter -> new LetterView(
                        words.say("letter.kind." + letter.kind()),
                        words.moment(letter.writtenAt(), desks.zone(file)),
                        letter.text()))
                .toList();
        return Reply.page(
                words.say("portal.letters.title"),
                framed(visit, TEMPLATES.letters(words, desks.behalf(visit).path(file.number()), letters)));
    }

    private Reply askForReasons(Visit visit) {
        CaseNumber number = number(visit);
        desks.cases().act(visit.signedIn(), number, OptionalLong.empty(), new Act.AskForReasons());
        return Reply.redirect("/portal/cases/" + number + "?done=reasons-asked");
    }

    private Reply card(Visit visit) {
        CaseFile file = find(visit);
        if (!file.acts().contains(ActKind.DECLARE_RECEIPT)) {
            throw new CaseException(ErrorCode.NOT_FOUND);
        }
        return Reply.page(visit.words().say("portal.card.title"), TEMPLATES.card(visit.form(), view(visit, file)));
    }

    private Reply declareReceipt(Visit visit) {
        CaseNumber number = number(visit);
        Form form = visit.form();
        Optional<LocalDate> day = form.day("received-on");
        Optional<String> printed = form.read("card-number", it -> new Act.CardReady(it).cardNumber());
        Optional<Act.DeclareReceipt> act =
                form.together("card-number", () -> new Act.DeclareReceipt(day.orElseThrow(), printed.orElseThrow()));
        if (act.isPresent()) {
            try {
                desks.cases().act(visit.signedIn(), number, OptionalLong.empty(), act.get());
                return Reply.redirect("/portal/cases/" + number + "?done=receipt-declared");
            } catch (CaseException e) {
                if (e.code() != ErrorCode.CONTRADICTORY_INPUT) {
                    throw e;
                }
                form.refuseAll("portal.card.contradicts");
            }
        }
        return Reply.refused(visit.words().say("portal.card.title"), TEMPLATES.card(form, view(visit, find(visit))));
    }

    private Reply leaving(Visit visit) {
        CaseFile file = find(visit);
        if (!file.acts().contains(ActKind.WITHDRAW)) {
            throw new CaseException(ErrorCode.NOT_FOUND);
        }
        return Reply.page(
                visit.words().say("portal.withdraw.title"), TEMPLATES.withdraw(visit.form(), view(visit, file)));
    }

    private Reply withdraw(Visit visit) {
        CaseNumber number = number(visit);
        Form form = visit.form();
        Optional<Act.Withdraw> act = form.read("reason", Act.Withdraw::new);
        if (act.isPresent()) {
            desks.cases().act(visit.signedIn(), number, OptionalLong.empty(), act.get());
            return Reply.redirect("/portal/cases/" + number + "?done=withdrawn");
        }
        return Reply.refused(
                visit.words().say("portal.withdraw.title"), TEMPLATES.withdraw(form, view(visit, find(visit))));
    }

    private CaseView view(Visit visit, CaseFile file) {
        Behalf behalf = desks.behalf(visit);
        Words words = visit.words();
        return CaseView.of(
                visit,
                desks.labels(visit),
                file,
                behalf,
                behalf.isOwn() ? papers(visit, file) : List.of(),
                desks.authority(words, file.prefecture()),
                desks::name,
                desks.cases().links(visit.signedIn(), file.number()).follows().map(CaseLinks.Followed::number),
                desks.zone(file));
    }

    private List<Attestation> papers(Visit visit, CaseFile file) {
        return desks.papers().ofPerson(visit.signedIn(), file.person()).stream()
                .filter(paper -> paper.caseNumber().equals(file.number()))
                .toList();
    }

    private PieceView pieceView(Visit visit, CaseFile file) {
        Behalf behalf = toComplete(visit);
        PieceType type = visit.variable("type", PieceType::new);
        PieceFile piece = file.pieces().stream()
                .filter(it -> it.type().equals(type))
                .findFirst()
                .orElseThrow(() -> new CaseException(ErrorCode.NOT_FOUND));
        CatalogueWords labels = desks.labels(visit);
        ZoneId zone = desks.zone(file);
        return PieceView.of(visit.words(), labels, file, piece, behalf, zone)
                .withHistory(history(visit, file, type, behalf, zone), reusable(visit, labels, file, type, zone));
    }

    private List<PieceView.Earlier> history(Visit visit, CaseFile file, PieceType type, Behalf behalf, ZoneId zone) {
        Words words = visit.words();
        return desks.pieces().versions(visit.signedIn(), file.number()).stream()
                .filter(version -> version.type().equals(type))
                .map(version -> new PieceView.Earlier(
                        words.say(
                                "portal.piece.version",
                                "version",
                                version.version(),
                                "at",
                                words.moment(version.givenAt(), zone)),
                        version.end().map(end -> words.code("version", end.how())),
                        behalf.path(file.number()) + "/pieces/" + type + "/versions/" + version.version()))
                .toList();
    }

    /** What the person gave before, named by what it was given for. */
    private List<Choice> reusable(Visit visit, CatalogueWords labels, CaseFile file, PieceType type, ZoneId zone) {
        Words words = visit.words();
        return desks.pieces().evidence(visit.signedIn(), file.person()).stream()
                .filter(given -> given.scan() != ScanState.INFECTED)
                .filter(given -> given.uses().stream()
                        .noneMatch(use -> use.stands()
                                && use.type().equals(type)
                                && use.caseNumber().equals(file.number())))
                .map(given -> Choice.of(
                        given.id().value(),
                        words.say(
                                "portal.piece.given-before",
                                "piece",
                                labels.piece(given.uses().get(0).type()),
                                "at",
                                words.moment(given.givenAt(), zone))))
                .toList();
    }

    private Reply refused(Visit visit, Form form) {
        PieceView view = pieceView(visit, find(visit));
        return Reply.refused(view.label(), framed(visit, TEMPLATES.piece(form, view, Optional.empty())));
    }

    private Content framed(Visit visit, Content body) {
        return desks.behalf(visit).over(visit.words(), body);
    }

    private CaseFile find(Visit visit) {
        CaseFile file = desks.cases().find(visit.signedIn(), number(visit));
        if (!file.person().equals(desks.behalf(visit).person())) {
            // another mandate may show it, under the name of another person
            throw new CaseException(ErrorCode.NOT_FOUND);
        }
        return file;
    }

    private static CaseNumber number(Visit visit) {
        return visit.variable("number", CaseNumber::new);
    }
}
