package fr.sejour.console.internal;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.attestation.AttestationNumber;
import fr.sejour.api.cases.Act;
import fr.sejour.api.cases.ActKind;
import fr.sejour.api.cases.CaseFile;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.CourtOrder.Ordered;
import fr.sejour.api.cases.CourtOrder.OrderedPaper;
import fr.sejour.api.cases.PieceFile;
import fr.sejour.api.cases.RelatedCase.Link;
import fr.sejour.api.catalogue.PieceType;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.person.HeldPermit;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.right.PaperKind;
import fr.sejour.console.internal.template.StaticTemplates;
import fr.sejour.web.page.Audience;
import fr.sejour.web.page.CaseWords;
import fr.sejour.web.page.CatalogueWords;
import fr.sejour.web.page.Choice;
import fr.sejour.web.page.Form;
import fr.sejour.web.page.Page;
import fr.sejour.web.page.Reply;
import fr.sejour.web.page.Visit;
import fr.sejour.web.page.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Acts on a case. Each form carries the version of the case it was opened on: when somebody else changed the case meanwhile,
 * the form comes back with all that was typed and says what to read again.
 */
final class ActPages {

    static final int REASONABLE_DELAY_DAYS = 30;
    private static final List<String> MEANS = List.of("registered-letter", "hand", "portal");

    private static final List<PaperKind> ORDERED_PAPERS =
            List.of(PaperKind.RECEPISSE, PaperKind.ATTESTATION_DE_PROLONGATION);

    private final Desks desks;

    ActPages(Desks desks) {
        this.desks = desks;
    }

    List<Page> pages() {
        return List.of(
                Page.get("/console/cases/{number}/acts/{act}", Audience.STAFF, this::blank),
                Page.post("/console/cases/{number}/acts/{act}", Audience.STAFF, this::act));
    }

    private Reply blank(Visit visit) {
        CaseFile file = find(visit);
        ActKind kind = visit.variable("act", ActPages::kind);
        if (!file.acts().contains(kind)) {
            return overtaken(visit, visit.form(), file, kind, Optional.empty());
        }
        return page(visit, visit.form(first(visit, file, kind)), file, kind, 200);
    }

    private Reply act(Visit visit) {
        ActKind kind = visit.variable("act", ActPages::kind);
        CaseNumber number = visit.variable("number", CaseNumber::new);
        Form form = visit.form();
        OptionalLong version = version(form);
        Optional<Act> act = read(form, kind);
        if (act.isEmpty() || !form.stands()) {
            return page(visit, form, find(visit), kind, 422);
        }
        try {
            desks.cases().act(visit.signedIn(), number, version, act.get());
            return Reply.redirect("/console/cases/" + number + "?done=" + Words.kebab(kind));
        } catch (CaseException e) {
            return switch (e.code()) {
                case CASE_CHANGED, ACT_NOT_ALLOWED, TRANSFER_OFFERED ->
                    overtaken(visit, form, find(visit), kind, Optional.of(e));
                case MERGE_TAKES_AWAY -> {
                    refuseMerge(form, e);
                    yield page(visit, form, find(visit), kind, 409);
                }
                case CONTRADICTORY_INPUT, MALFORMED_INPUT, PIECE_NOT_EXPECTED, NOT_YOURS_TO_DO, TRANSFER_BOUNCES -> {
                    refuse(form, e);
                    yield page(visit, form, find(visit), kind, 422);
                }
                default -> throw e;
            };
        }
    }

    private static void refuse(Form form, CaseException e) {
        if ("followed".equals(e.details().get("field"))) {
            form.refuseAsWrong("followed");
        } else if ("paper".equals(e.details().get("field"))) {
            form.refuseAsWrong("revoked-paper");
        } else {
            form.refuse(e);
        }
    }

    /** What would be lost, a sentence each, and then what to do. */
    private static void refuseMerge(Form form, CaseException e) {
        if (e.details().get("loses") instanceof List<?> losses) {
            losses.forEach(loss -> form.refuseAll("console.act.loses." + loss));
        }
        boolean otherWay = Boolean.TRUE.equals(e.details().get("otherWay"));
        form.refuseAll(otherWay ? "console.act.merge-other-way" : "console.act.merge-apart");
    }

    /** Somebody was faster: what was typed stays, on the case as it is now. */
    private Reply overtaken(Visit visit, Form form, CaseFile file, ActKind kind, Optional<CaseException> told) {
        Form anew = form.with("version", String.valueOf(file.version()))
                .with(
                        "instead-of",
                        file.transfer().map(offer -> offer.to().value()).orElse(""));
        Words words = visit.words();
        boolean possible = file.acts().contains(kind);
        anew.refuseAll(
                possible ? "console.act.case-changed" : "console.act.not-possible",
                "status",
                words.code("status", file.status()));
        told.flatMap(it -> lastAct(visit, it, desks.zone(file.prefecture())))
                .ifPresent(it ->
                        anew.refuseAll("console.act.last-act", "act", it.act(), "who", it.who(), "when", it.when()));
        return page(visit, anew, file, kind, 409);
    }

    /** What was done last on a case, by whom and when, in words. */
    private record LastAct(String act, String who, String when) {}

    private static Optional<LastAct> lastAct(Visit visit, CaseException told, ZoneId zone) {
        Map<String, Object> details = told.details();
        if (!(details.get("lastAct") instanceof String what)
                || !(details.get("lastActAt") instanceof String at)
                || !(details.get("lastActByRole") instanceof String role)) {
            return Optional.empty();
        }
        Words words = visit.words();
        String who = words.say("console.act.by." + role, "login", details.getOrDefault("lastActBy", ""));
        String act = words.ifSaid("act." + what)
                .or(() -> words.ifSaid("journal." + what))
                .orElse(what);
        return Optional.of(new LastAct(act, who, words.moment(Instant.parse(at), zone)));
    }

    private Reply page(Visit visit, Form form, CaseFile file, ActKind kind, int status) {
        Words words = visit.words();
        CatalogueWords labels = desks.labels(visit);
        ActView view = new ActView(
                Words.kebab(kind),
                words.code("act", kind),
                words.code("act.about", kind),
                CaseView.path(file, kind),
                "/console/cases/" + file.number(),
                file.number().value(),
                labels.permit(file.permit()),
                words.code("status", file.status()),
                CaseWords.tone(file.status()),
                file.acts().contains(kind),
                file.acts().contains(kind) && CaseView.isGrave(kind),
                CaseView.acts(words, file),
                pieces(labels, file, kind),
                MEANS.stream()
                        .map(code -> Choice.of(code, words.say("means." + code)))
                        .toList(),
                Arrays.stream(Act.CloseAsMoot.Cause.values())
                        .map(cause -> Choice.of(Words.kebab(cause), words.code("moot", cause)))
                        .toList(),
                file.related().stream()
                        .filter(other -> other.link() == Link.LIKELY_DUPLICATE)
                        .map(other -> Choice.of(other.number().value(), CaseView.Related.sentence(words, other)))
                        .toList(),
                Arrays.stream(Ordered.values())
                        .map(what -> Choice.of(Words.kebab(what), words.code("ordered", what)))
                        .toList(),
                ORDERED_PAPERS.stream()
                        .map(paper -> Choice.of(Words.kebab(paper), words.code("paper", paper)))
                        .toList(),
                kind == ActKind.REVOKE_PAPER ? held(visit, file) : List.of(),
                kind == ActKind.ASSIGN ? desks.colleagues(visit, file.prefecture()) : List.of());
        return new Reply.Html(status, view.title(), new StaticTemplates().act(form, view));
    }

    /** What a fresh form begins with. */
    private Map<String, List<String>> first(Visit visit, CaseFile file, ActKind kind) {
        LocalDate today = visit.today(desks.zone(file.prefecture()));
        Map<String, List<String>> values = new HashMap<>();
        values.put("version", List.of(String.valueOf(file.version())));
        switch (kind) {
            case ASK_FOR_PIECES -> {
                values.put(
                        "answer-by",
                        List.of(today.plusDays(REASONABLE_DELAY_DAYS).toString()));
                values.put("pieces", missing(file));
            }
            case GRANT ->
                file.held()
                        .ifPresent(held -> values.put(
                                "valid-from",
                                List.of(held.validUntil().plusDays(1).toString())));
            case REAIM_TRANSFER ->
                file.transfer()
                        .ifPresent(offer ->
                                values.put("instead-of", List.of(offer.to().value())));
            case FOLLOW ->
                desks.cases()
                        .links(visit.signedIn(), file.number())
                        .follows()
                        .ifPresent(
                                it -> values.put("followed", List.of(it.number().value())));
            case ASSIGN ->
                values.put("colleague", List.of(visit.signedIn().account().value()));
            case SEIZE_COMMISSION, NOTIFY, HAND_OVER, DECLARE_RECEIPT, DELIVER ->
                values.put("act-day", List.of(today.toString()));
            default -> {
                // the other acts begin empty
            }
        }
        return values;
    }

    private static List<String> missing(CaseFile file) {
        return file.pieces().stream()
                .filter(piece -> piece.state() != PieceFile.State.GIVEN && piece.state() != PieceFile.State.WAIVED)
                .filter(piece -> piece.need() != PieceFile.Need.AT_HAND_OVER)
                .map(piece -> piece.type().value())
                .toList();
    }

    private static List<Choice> pieces(CatalogueWords labels, CaseFile file, ActKind kind) {
        return file.pieces().stream()
                .filter(piece -> kind == ActKind.REFUSE_PIECE
                        ? piece.state() == PieceFile.State.GIVEN
                        : piece.need() != PieceFile.Need.AT_HAND_OVER)
                .map(piece -> Choice.of(piece.type().value(), labels.piece(piece.type())))
                .toList();
    }

    private static Optional<Act> read(Form form, ActKind kind) {
        return switch (kind) {
            case TAKE_UP -> Optional.of(new Act.TakeUp());
            case ANSWER -> Optional.of(new Act.Answer());
            case SEE_FACTS -> Optional.of(new Act.SeeFacts());
            case CONFIRM_ATTEMPT -> confirmAttempt(form);
            case ORDER_CARD -> Optional.of(new Act.OrderCard());
            case RECEIVE_TRANSFER -> Optional.of(new Act.ReceiveTransfer());
            case ASK_FOR_PIECES -> askForPieces(form);
            case REFUSE_PIECE -> refusePiece(form);
            case WAIVE_PIECE -> waivePiece(form);
            case REFUSE_REGISTRATION ->
                form.read("reason", Act.RefuseRegistration::new).map(act -> act);
            case GRANT -> grant(form);
            case SEIZE_COMMISSION -> seizeCommission(form);
            case REFUSE -> refuse(form);
            case NOTIFY -> notify(form);
            case CARD_READY -> form.read("card-number", Act.CardReady::new).map(act -> act);
            case HAND_OVER -> form.day("act-day").map(Act.HandOver::new);
            case DECLARE_RECEIPT -> declareReceipt(form);
            case CONFIRM_RECEIPT -> Optional.of(new Act.ConfirmReceipt());
            case REFUSE_RECEIPT -> form.read("reason", Act.RefuseReceipt::new).map(act -> act);
            case DELIVER -> form.day("act-day").map(Act.Deliver::new);
            case WITHDRAW -> withdraw(form);
            case CLOSE_AS_MOOT -> closeAsMoot(form);
            case ABSORB -> onAnother(form, Act.Absorb::new);
            case FOLLOW -> follow(form);
            case KEEP_APART -> onAnother(form, Act.KeepApart::new);
            case OFFER_TRANSFER -> offerTransfer(form);
            case REAIM_TRANSFER -> reaimTransfer(form);
            case ASK_FOR_REASONS -> Optional.of(new Act.AskForReasons());
            case GIVE_REASONS -> giveReasons(form);
            case RECORD_COURT_ORDER -> recordCourtOrder(form);
            case REVOKE_PAPER -> revokePaper(form);
            case REOPEN -> form.read("reason", Act.Reopen::new).map(act -> act);
            case ASSIGN -> assign(form);
            case GIVE_BACK -> form.together("reason", () -> new Act.GiveBack(reason(form)));
        };
    }

    /** An agent withdraws what the person asked them to. */
    private static Optional<Act> withdraw(Form form) {
        Optional<String> means = form.inWords("asked-how");
        Optional<LocalDate> day = form.day("asked-on");
        Optional<String> reason = form.inWords("reason");
        return form.together(
                "reason",
                () -> new Act.Withdraw(
                        reason.orElseThrow(),
                        Optional.of(new Act.Withdraw.Asked(means.orElseThrow(), day.orElseThrow()))));
    }

    private static Optional<Act> seizeCommission(Form form) {
        Optional<LocalDate> day = form.day("act-day");
        Optional<String> reason = form.inWords("reason");
        return form.together("reason", () -> new Act.SeizeCommission(day.orElseThrow(), reason.orElseThrow()));
    }

    private static Optional<Act> revokePaper(Form form) {
        Optional<AttestationNumber> paper = form.read("revoked-paper", AttestationNumber::new);
        Optional<String> reason = form.inWords("reason");
        Optional<String> delegation = form.inWords("delegation");
        return form.together(
                "reason",
                () -> new Act.RevokePaper(paper.orElseThrow(), reason.orElseThrow(), delegation.orElseThrow()));
    }

    /** The papers of the case, or of one that it took over, which carry a right and are in the hand. */
    private List<Choice> held(Visit visit, CaseFile file) {
        Words words = visit.words();
        return desks.papers().ofPerson(visit.signedIn(), file.person()).stream()
                .filter(paper -> paper.kind() != PaperKind.ATTESTATION_DE_DEPOT && isOf(file, paper.caseNumber()))
                .filter(paper -> paper.end().isEmpty()
                        && paper.validity().end().map(visit.now()::isBefore).orElse(true))
                .map(paper ->
                        Choice.of(paper.number().value(), words.code("paper", paper.kind()) + " " + paper.number()))
                .toList();
    }

    private static boolean isOf(CaseFile file, CaseNumber number) {
        return file.number().equals(number)
                || file.related().stream()
                        .anyMatch(other ->
                                other.link() == Link.ABSORBED && other.number().equals(number));
    }

    static Optional<Act> assign(Form form) {
        Optional<AccountId> to = form.read("colleague", AccountId::new);
        return form.together("reason", () -> new Act.Assign(to.orElseThrow(), reason(form)));
    }

    static Optional<String> reason(Form form) {
        return Optional.of(form.text("reason")).filter(it -> !it.isEmpty());
    }

    static Optional<Act> askForPieces(Form form) {
        Set<PieceType> pieces = new LinkedHashSet<>();
        try {
            form.all("pieces").forEach(code -> pieces.add(new PieceType(code)));
        } catch (IllegalArgumentException e) {
            form.refuseAsWrong("pieces");
        }
        if (pieces.isEmpty()) {
            form.refuseAsWrong("pieces");
        }
        Optional<LocalDate> answerBy = form.day("answer-by");
        Optional<String> shared = form.given("reason") ? form.inWords("reason") : Optional.empty();
        Map<PieceType, String> reasons = new LinkedHashMap<>();
        for (PieceType piece : pieces) {
            String own = ActView.reasonOf(piece.value());
            Optional<String> reason = form.given(own) ? form.inWords(own) : shared;
            reason.ifPresent(it -> reasons.put(piece, it));
        }
        if (shared.isEmpty() && reasons.size() < Math.max(1, pieces.size())) {
            form.refuseAsWrong("reason");
        }
        return form.together("reason", () -> new Act.AskForPieces(reasons, answerBy.orElseThrow()));
    }

    private static Optional<Act> waivePiece(Form form) {
        Optional<PieceType> piece = form.read("piece", PieceType::new);
        Optional<String> reason = form.inWords("reason");
        return form.together("reason", () -> new Act.WaivePiece(piece.orElseThrow(), reason.orElseThrow()));
    }

    private static Optional<Act> confirmAttempt(Form form) {
        Optional<Boolean> counts = form.read("attempt-counts", "yes"::equals);
        Optional<String> reason = form.inWords("reason");
        return form.together("reason", () -> new Act.ConfirmAttempt(counts.orElseThrow(), reason.orElseThrow()));
    }

    private static Optional<Act> follow(Form form) {
        Optional<CaseNumber> followed = form.read("followed", CaseNumber::new);
        Optional<Boolean> holds = form.read("link-holds", "yes"::equals);
        Optional<String> reason = form.inWords("reason");
        return form.together(
                "reason", () -> new Act.Follow(followed.orElseThrow(), holds.orElseThrow(), reason.orElseThrow()));
    }

    private static Optional<Act> refusePiece(Form form) {
        Optional<PieceType> piece = form.read("piece", PieceType::new);
        Optional<String> reason = form.inWords("reason");
        return form.together("reason", () -> new Act.RefusePiece(piece.orElseThrow(), reason.orElseThrow()));
    }

    private static Optional<Act> grant(Form form) {
        Optional<Form.Span> days = form.span("valid-from", "valid-until", HeldPermit::requireDays);
        Optional<String> delegation = form.inWords("delegation");
        return form.together(
                "delegation",
                () -> new Act.Grant(
                        days.orElseThrow().from(), days.orElseThrow().until(), delegation.orElseThrow()));
    }

    private static Optional<Act> refuse(Form form) {
        // one act sets the same bounds to both
        Optional<String> reason = form.read("reason", it -> new Act.Refuse(it, it).reason());
        Optional<String> delegation = form.read("delegation", it -> new Act.Refuse(it, it).delegation());
        return form.together("reason", () -> new Act.Refuse(reason.orElseThrow(), delegation.orElseThrow()));
    }

    private static Optional<Act> giveReasons(Form form) {
        // one act sets the same bounds to both
        Optional<String> reason = form.read("reason", it -> new Act.GiveReasons(it, it).reason());
        Optional<String> delegation = form.read("delegation", it -> new Act.GiveReasons(it, it).delegation());
        return form.together("reason", () -> new Act.GiveReasons(reason.orElseThrow(), delegation.orElseThrow()));
    }

    private static Optional<Act> recordCourtOrder(Form form) {
        Optional<String> court = form.inWords("court");
        Optional<LocalDate> orderedOn = form.day("ordered-on");
        Optional<LocalDate> dueOn = form.day("due-on");
        Optional<Ordered> what = form.code("ordered", Ordered.class);
        Optional<PaperKind> kind = form.codeIfGiven("paper-kind", PaperKind.class);
        Optional<OrderedPaper> paper = kind.isEmpty()
                ? Optional.empty()
                : form.day("paper-last-day")
                        .map(last -> new OrderedPaper(
                                kind.get(), last, !form.all("paper-work").isEmpty()));
        Optional<String> reason = form.inWords("reason");
        return form.together(
                "due-on",
                () -> new Act.RecordCourtOrder(
                        court.orElseThrow(),
                        orderedOn.orElseThrow(),
                        dueOn.orElseThrow(),
                        what.orElseThrow(),
                        paper,
                        reason.orElseThrow()));
    }

    private static Optional<Act> notify(Form form) {
        Optional<String> means = form.read("means", ActPages::means);
        Optional<LocalDate> day = form.day("act-day");
        Optional<String> proof = form.inWords("proof");
        return form.together(
                "proof", () -> new Act.Notify(means.orElseThrow(), day.orElseThrow(), proof.orElseThrow()));
    }

    private static Optional<Act> closeAsMoot(Form form) {
        Optional<Act.CloseAsMoot.Cause> cause = form.code("cause", Act.CloseAsMoot.Cause.class);
        Optional<String> reason = form.inWords("reason");
        return form.together("reason", () -> new Act.CloseAsMoot(cause.orElseThrow(), reason.orElseThrow()));
    }

    private static Optional<Act> declareReceipt(Form form) {
        Optional<LocalDate> day = form.day("act-day");
        Optional<String> number = form.read("card-number", it -> new Act.CardReady(it).cardNumber());
        return form.together("card-number", () -> new Act.DeclareReceipt(day.orElseThrow(), number.orElseThrow()));
    }

    private static Optional<Act> onAnother(Form form, BiFunction<CaseNumber, String, Act> act) {
        Optional<CaseNumber> other = form.read("other-case", CaseNumber::new);
        Optional<String> reason = form.inWords("reason");
        return form.together("reason", () -> act.apply(other.orElseThrow(), reason.orElseThrow()));
    }

    private static Optional<Act> offerTransfer(Form form) {
        Optional<PrefectureCode> to = form.read("to-prefecture", PrefectureCode::new);
        Optional<String> reason = form.inWords("reason");
        return form.together("reason", () -> new Act.OfferTransfer(to.orElseThrow(), reason.orElseThrow()));
    }

    private static Optional<Act> reaimTransfer(Form form) {
        Optional<PrefectureCode> to = form.read("to-prefecture", PrefectureCode::new);
        Optional<PrefectureCode> insteadOf = form.read("instead-of", PrefectureCode::new);
        Optional<String> reason = form.inWords("reason");
        return form.together(
                "reason", () -> new Act.ReaimTransfer(to.orElseThrow(), insteadOf.orElseThrow(), reason.orElseThrow()));
    }

    private static String means(String code) {
        if (!MEANS.contains(code)) {
            throw new IllegalArgumentException("No such means");
        }
        return code;
    }

    private static ActKind kind(String code) {
        return Words.read(ActKind.class, code).orElseThrow(() -> new IllegalArgumentException("No such act"));
    }

    private static OptionalLong version(Form form) {
        return form.readIfGiven("version", Long::valueOf).map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    private CaseFile find(Visit visit) {
        return desks.cases().find(visit.signedIn(), visit.variable("number", CaseNumber::new));
    }
}
