package fr.sejour.portal.internal;

import fr.sejour.api.attempt.Attempt;
import fr.sejour.api.attempt.AttemptNumber;
import fr.sejour.api.cases.CaseFile;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.catalogue.Article;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.catalogue.PermitEntry;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.filing.Assessment;
import fr.sejour.api.filing.EarlierAttempt;
import fr.sejour.api.filing.Filing;
import fr.sejour.api.filing.FilingChannel;
import fr.sejour.api.filing.FilingReceipt;
import fr.sejour.api.filing.IdempotencyKey;
import fr.sejour.api.mandate.Permission;
import fr.sejour.api.person.HeldPermit;
import fr.sejour.api.person.HeldPermitFact;
import fr.sejour.api.person.Residence;
import fr.sejour.portal.internal.template.StaticTemplates;
import fr.sejour.portal.internal.template.Templates;
import fr.sejour.web.page.Audience;
import fr.sejour.web.page.CatalogueWords;
import fr.sejour.web.page.Choice;
import fr.sejour.web.page.Form;
import fr.sejour.web.page.HeldPermitWords;
import fr.sejour.web.page.Page;
import fr.sejour.web.page.PlaceWords;
import fr.sejour.web.page.Reply;
import fr.sejour.web.page.Visit;
import fr.sejour.web.page.Words;
import gg.jte.Content;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Asking for a permit, for oneself or under a mandate, one question a page. Nothing is kept before the last
 * page is sent: the answers travel in the form, so that any node can serve the next step and nothing personal stands in an address.
 */
final class FilingPages {

    private static final String OTHER = "other";
    private static final String NONE = "none";

    private static final Templates TEMPLATES = new StaticTemplates();

    /** The pages of the way, in order. */
    private enum Step {
        PERMIT,
        HELD,
        ADDRESS,
        CHECK;

        static Step of(String written) {
            return Words.read(Step.class, written).orElse(PERMIT);
        }

        Step following() {
            return switch (this) {
                case PERMIT -> HELD;
                case HELD -> ADDRESS;
                case ADDRESS, CHECK -> CHECK;
            };
        }
    }

    private final Desks desks;
    private final PlaceWords places;

    FilingPages(Desks desks) {
        this.desks = desks;
        this.places = new PlaceWords(desks.communes());
    }

    List<Page> pages() {
        String lent = Behalf.HELPED + "/{mandate}/file";
        return List.of(
                Page.get("/portal/file", Audience.APPLICANT, this::begin),
                Page.post("/portal/file", Audience.APPLICANT, this::goOn)
                        .attempting(Attempt.Operation.FILE, FilingPages::files),
                Page.get(lent, Audience.HELPER, this::begin),
                Page.post(lent, Audience.HELPER, this::goOn).attempting(Attempt.Operation.FILE, FilingPages::files));
    }

    /** Only the last page files; the pages before ask. */
    private static boolean files(Visit visit) {
        return visit.form().text("go").equals("submit");
    }

    private Reply begin(Visit visit) {
        Map<String, List<String>> answers = new HashMap<>();
        answers.put("key", List.of(UUID.randomUUID().toString()));
        held(visit).stream().findFirst().ifPresent(code -> answers.put("permit", List.of(code.value())));
        return page(visit, visit.form(answers), Step.PERMIT, 200);
    }

    private Reply goOn(Visit visit) {
        Form form = visit.form();
        Step step = Step.of(form.text("step"));
        String go = form.text("go");
        if (go.equals("submit")) {
            return submit(visit, form);
        }
        if (go.equals("search")) {
            return searched(visit, form);
        }
        if (!go.equals("next")) {
            return page(visit, form, Step.of(go), 200);
        }
        if (step == Step.CHECK) {
            return check(visit, form);
        }
        Answers answers = new Answers(visit, form);
        answers.read(step);
        if (!form.stands()) {
            return page(visit, form, step, 422);
        }
        if (answers.hasToPick(step)) {
            return page(visit, form, Step.ADDRESS, 200);
        }
        boolean back = form.given("checking") || step == Step.ADDRESS;
        return back ? check(visit, form) : page(visit, form, step.following(), 200);
    }

    /** The places that may be meant, without asking for anything else yet. */
    private Reply searched(Visit visit, Form form) {
        boolean none = !places.means(form);
        if (none) {
            form.refuse("place", form.given("place") ? "portal.place.none" : "portal.place.missing");
        }
        return page(visit, form, Step.ADDRESS, none ? 422 : 200);
    }

    private Reply check(Visit visit, Form form) {
        Answers answers = new Answers(visit, form);
        for (Step step : List.of(Step.PERMIT, Step.HELD, Step.ADDRESS)) {
            answers.read(step);
            if (!form.stands()) {
                return page(visit, form, step, 422);
            }
        }
        if (answers.hasToPick(Step.ADDRESS)) {
            return page(visit, form, Step.ADDRESS, 200);
        }
        Filing filing = answers.filing();
        try {
            Assessment assessment = desks.filings().assess(visit.signedIn(), filing);
            CheckView view = CheckView.of(
                    visit,
                    desks.labels(visit),
                    filing,
                    places.name(filing.residence().commune()),
                    assessment,
                    answers.filer().name());
            return html(visit, Step.CHECK, 200, TEMPLATES.filingCheck(form, behalf(visit), view));
        } catch (CaseException e) {
            return sentBack(visit, form, e);
        }
    }

    private Reply submit(Visit visit, Form form) {
        Answers answers = new Answers(visit, form);
        for (Step step : List.of(Step.PERMIT, Step.HELD, Step.ADDRESS)) {
            answers.read(step);
        }
        Optional<IdempotencyKey> key = form.read("key", IdempotencyKey::new);
        if (!form.stands() || answers.hasToPick(Step.ADDRESS)) {
            return check(visit, form.with("key", UUID.randomUUID().toString()));
        }
        try {
            FilingReceipt receipt = desks.filings().file(visit.signedIn(), key.orElseThrow(), answers.filing());
            return filed(visit, receipt.caseFile());
        } catch (CaseException e) {
            return sentBack(visit, form, e);
        }
    }

    /** The receipt; where the mandate allows to file and not to read, this answer alone shows it. */
    private Reply filed(Visit visit, CaseFile file) {
        Behalf behalf = behalf(visit);
        if (behalf.allows(Permission.READ)) {
            return Reply.redirect(behalf.path(file.number()) + "/receipt");
        }
        Words words = visit.words();
        CaseView view = CaseView.of(
                visit,
                desks.labels(visit),
                file,
                behalf,
                List.of(),
                desks.authority(words, file.prefecture()),
                desks::name,
                Optional.empty(),
                desks.zone(file));
        return Reply.page(words.say("portal.receipt.title"), behalf.over(words, TEMPLATES.filed(words, view)));
    }

    /** Back to the page that holds what the platform would not take. */
    private Reply sentBack(Visit visit, Form form, CaseException problem) {
        switch (problem.code()) {
            case UNKNOWN_COMMUNE -> {
                form.refuse("place", "portal.file.unknown-commune");
                return page(visit, form, Step.ADDRESS, 422);
            }
            case FILED_AT_THE_PREFECTURE -> {
                form.refuse(problem);
                // no code is drawn for somebody else: a helper is not sent where they find none
                return html(
                        visit,
                        Step.PERMIT,
                        422,
                        permitPage(visit, form, behalf(visit).isOwn()));
            }
            case UNKNOWN_PERMIT, PERMIT_NOT_OPEN, REPRESENTATIVE_MISSING -> {
                form.refuse(problem);
                return page(visit, form, Step.PERMIT, 422);
            }
            case CONTRADICTORY_INPUT, MALFORMED_INPUT -> {
                if ("entryDate".equals(problem.details().get("field"))) {
                    // only the desk knows which day it is where the person lives
                    form.refuseAsWrong("entry-date");
                } else if ("attempt".equals(problem.details().get("field"))) {
                    form.refuseAsWrong("attempt");
                } else {
                    form.refuse(problem);
                }
                return page(visit, form, Step.HELD, 422);
            }
            case IDEMPOTENCY_KEY_REUSED -> {
                Form fresh = form.with("key", UUID.randomUUID().toString());
                fresh.refuseAll("portal.file.already-sent");
                return page(visit, fresh, Step.PERMIT, 409);
            }
            default -> throw problem;
        }
    }

    private Reply page(Visit visit, Form form, Step step, int status) {
        return switch (step) {
            case PERMIT -> html(visit, step, status, permitPage(visit, form, false));
            case HELD -> html(visit, step, status, heldPage(visit, form));
            case ADDRESS ->
                html(visit, step, status, TEMPLATES.filingAddress(form, behalf(visit), places.choices(form)));
            case CHECK -> check(visit, form);
        };
    }

    /** @param toTheCounter whether the visitor is shown the way to a code for the counter */
    private Content permitPage(Visit visit, Form form, boolean toTheCounter) {
        return TEMPLATES.filingPermit(form, behalf(visit), permits(visit), toTheCounter);
    }

    private Reply html(Visit visit, Step step, int status, Content body) {
        return new Reply.Html(status, title(visit, step), behalf(visit).over(visit.words(), body));
    }

    private Behalf behalf(Visit visit) {
        return desks.behalf(visit).requiring(Permission.FILE);
    }

    private Filer filer(Visit visit) {
        return Filer.of(visit, desks, behalf(visit));
    }

    /** The permits of the catalogue, those the person holds before the others. */
    private List<Choice> permits(Visit visit) {
        CatalogueWords labels = desks.labels(visit);
        Set<String> held = new LinkedHashSet<>();
        held(visit).forEach(code -> held.add(code.value()));
        List<Choice> choices = new ArrayList<>();
        for (String code : held) {
            choices.add(Choice.of(code, labels.permit(new PermitCode(code)))
                    .hint(visit.words().say("portal.file.permit.held")));
        }
        labels.choices().stream()
                .filter(choice -> !held.contains(choice.value()))
                .forEach(choices::add);
        return choices;
    }

    private List<PermitCode> held(Visit visit) {
        CatalogueWords labels = desks.labels(visit);
        return filer(visit).heldPermits().stream()
                .map(fact -> fact.permit().permit())
                .filter(code -> labels.entry(code).isPresent())
                .toList();
    }

    private Content heldPage(Visit visit, Form form) {
        CatalogueWords labels = desks.labels(visit);
        List<HeldPermitFact> known = filer(visit).heldPermits();
        List<Choice> answers = new ArrayList<>();
        Words words = visit.words();
        for (HeldPermitFact fact : known) {
            answers.add(Choice.of(
                            fact.reference(),
                            words.say(
                                    "portal.file.held.known",
                                    "permit",
                                    labels.permit(fact.permit().permit()),
                                    "until",
                                    fact.permit().validUntil()))
                    .hint(words.code("fact", fact.level())));
        }
        answers.add(Choice.of(OTHER, words.say(known.isEmpty() ? "portal.file.held.any" : "portal.file.held.other")));
        answers.add(Choice.of(NONE, words.say("portal.file.held.none")));
        Form shown = form.given("held") || known.isEmpty()
                ? form
                : form.with("held", known.get(0).reference());
        return TEMPLATES.filingHeld(
                form.stands() ? shown : form, behalf(visit), answers, labels.choices(), articles(labels, form));
    }

    private static List<Choice> articles(CatalogueWords labels, Form form) {
        List<Article> articles = permitTyped(form)
                .flatMap(labels::entry)
                .map(PermitEntry::legalBasis)
                .orElse(List.of());
        return articles.size() < 2
                ? List.of()
                : articles.stream()
                        .map(article -> Choice.of(article.reference(), article.reference()))
                        .toList();
    }

    private static Optional<PermitCode> permitTyped(Form form) {
        try {
            return Optional.of(new PermitCode(form.text("permit")));
        } catch (IllegalArgumentException notACode) {
            return Optional.empty();
        }
    }

    /** A number of nineteen digits is copied in groups. */
    private static CaseNumber withoutSpaces(String typed) {
        return new CaseNumber(typed.replaceAll("\\s", ""));
    }

    private static String title(Visit visit, Step step) {
        return visit.words().say("portal.file." + Words.kebab(step) + ".title");
    }

    /** What the person has answered, read page by page. */
    private final class Answers {

        private final Form form;
        private final Filer filer;
        private Optional<PermitCode> permit = Optional.empty();
        private Optional<Article> article = Optional.empty();
        private Optional<HeldPermit> held = Optional.empty();
        private Optional<LocalDate> entryDate = Optional.empty();
        private Optional<AttemptNumber> attempt = Optional.empty();
        private Optional<CaseNumber> follows = Optional.empty();
        private Optional<Residence> residence = Optional.empty();

        Answers(Visit visit, Form form) {
            this.form = form;
            this.filer = FilingPages.this.filer(visit);
        }

        Filer filer() {
            return filer;
        }

        void read(Step step) {
            switch (step) {
                case PERMIT -> permit = form.read("permit", PermitCode::new);
                case HELD -> {
                    article = form.readIfGiven("article", Article::new);
                    held = held();
                    entryDate = form.dayIfGiven("entry-date");
                    attempt = form.readIfGiven("attempt", AttemptNumber::new);
                    follows = form.readIfGiven("follows", FilingPages::withoutSpaces);
                }
                case ADDRESS -> residence = places.read(form);
                case CHECK -> throw new IllegalStateException("The last page asks nothing");
            }
        }

        /** Whether several places may be meant, and the person has picked none yet. */
        boolean hasToPick(Step step) {
            return step == Step.ADDRESS && residence.isEmpty();
        }

        Filing filing() {
            return new Filing(
                    filer.id(),
                    FilingChannel.ONLINE,
                    permit.orElseThrow(),
                    article,
                    held,
                    residence.orElseThrow(),
                    entryDate,
                    form.given("work-authorisation"),
                    form.given("employed"),
                    attempt.map(number -> new EarlierAttempt(number, Optional.empty())),
                    Optional.empty(),
                    follows);
        }

        private Optional<HeldPermit> held() {
            Optional<String> answer = form.inWords("held");
            if (answer.isEmpty() || answer.get().equals(NONE)) {
                return Optional.empty();
            }
            if (!answer.get().equals(OTHER)) {
                Optional<HeldPermit> known = filer.heldPermits().stream()
                        .filter(fact -> fact.reference().equals(answer.get()))
                        .map(HeldPermitFact::permit)
                        .findFirst();
                if (known.isEmpty()) {
                    form.refuseAsWrong("held");
                }
                return known;
            }
            return HeldPermitWords.read(form);
        }
    }
}
