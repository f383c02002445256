package fr.sejour.console.internal;

import fr.sejour.api.attestation.Attestations;
import fr.sejour.api.cases.CaseFile;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.CaseReview;
import fr.sejour.api.catalogue.Article;
import fr.sejour.api.catalogue.Catalogue;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.catalogue.PermitEntry;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.filing.Assessment;
import fr.sejour.api.filing.Entry;
import fr.sejour.api.filing.EntryDesk;
import fr.sejour.api.filing.EntryDesk.Presence;
import fr.sejour.api.filing.EntryDesk.Registration;
import fr.sejour.api.filing.Filer;
import fr.sejour.api.filing.FilingChannel;
import fr.sejour.api.filing.IdempotencyKey;
import fr.sejour.api.person.CivilStatus;
import fr.sejour.api.person.ForeignerNumber;
import fr.sejour.api.person.HeldPermit;
import fr.sejour.api.person.HeldPermitFact;
import fr.sejour.api.person.People;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.person.PersonProfile;
import fr.sejour.api.person.Residence;
import fr.sejour.api.person.Residences;
import fr.sejour.api.prefecture.Communes;
import fr.sejour.api.prefecture.Prefectures;
import fr.sejour.console.internal.template.StaticTemplates;
import fr.sejour.console.internal.template.Templates;
import fr.sejour.web.page.Audience;
import fr.sejour.web.page.CatalogueWords;
import fr.sejour.web.page.Choice;
import fr.sejour.web.page.CivilStatusWords;
import fr.sejour.web.page.Form;
import fr.sejour.web.page.MenuEntry;
import fr.sejour.web.page.Page;
import fr.sejour.web.page.PlaceWords;
import fr.sejour.web.page.Reply;
import fr.sejour.web.page.Section;
import fr.sejour.web.page.Visit;
import fr.sejour.web.page.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Typing in what came to the counter, by post or by e-mail: who it is, what they ask for and when it came, what the law says of it.
 * What the register knows is shown and never typed. The answers travel in the form, and nothing is kept before the agent submits.
 */
@Component(service = Section.class)
public final class EntrySection implements Section {

    private static final String NAME = "entry";
    private static final String PATH = "/entry";

    private static final Templates TEMPLATES = new StaticTemplates();

    private final EntryDesk entries;
    private final CaseReview cases;
    private final People people;
    private final Residences residences;
    private final Attestations attestations;
    private final Catalogue catalogue;
    private final Prefectures prefectures;
    private final PlaceWords places;

    @Activate
    public EntrySection(
            @Reference EntryDesk entries,
            @Reference CaseReview cases,
            @Reference People people,
            @Reference Residences residences,
            @Reference Attestations attestations,
            @Reference Catalogue catalogue,
            @Reference Prefectures prefectures,
            @Reference Communes communes) {
        this.entries = entries;
        this.cases = cases;
        this.people = people;
        this.residences = residences;
        this.attestations = attestations;
        this.catalogue = catalogue;
        this.prefectures = prefectures;
        this.places = new PlaceWords(communes);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String title(Words words) {
        return words.say("console.title");
    }

    @Override
    public List<Page> pages() {
        return List.of(
                Page.get(PATH, Audience.STAFF, visit -> find(visit, visit.form(Map.of()), List.of())),
                Page.post(PATH, Audience.STAFF, this::goOn),
                Page.get(PATH + "/{number}/receipt", Audience.STAFF, this::receipt));
    }

    @Override
    public List<MenuEntry> menu() {
        return List.of(
                new MenuEntry(NAME, 10, "/console/queue", "console.menu.queue", Audience.STAFF),
                new MenuEntry(NAME, 20, "/console/tasks", "console.menu.tasks", Audience.STAFF),
                new MenuEntry(NAME, 40, PATH, "console.menu.entry", Audience.STAFF),
                new MenuEntry(ConsoleSection.NAME, 40, PATH, "console.menu.entry", Audience.STAFF));
    }

    @Override
    public Optional<String> signInPath() {
        return Optional.of(ConsoleSection.SIGN_IN);
    }

    private Reply goOn(Visit visit) {
        Form form = visit.form();
        return switch (form.text("go")) {
            case "number" -> byNumber(visit, form);
            case "code" -> byCode(visit, form);
            case "name" -> byName(visit, form);
            case "newcomer" -> entry(visit, begun(form, TypedEntry.NEWCOMER), 200);
            case "known" -> byPerson(visit, form);
            case "search" -> searched(visit, form);
            case "change" -> entry(visit, form, 200);
            case "submit" -> submit(visit, form);
            default -> check(visit, form);
        };
    }

    // -- who it is
    // -----------------------------------------------------------------------------------------------------

    private Reply find(Visit visit, Form form, List<EntryView.Found> found) {
        return new Reply.Html(
                form.stands() ? 200 : 422, visit.words().say("console.entry.title"), TEMPLATES.entryFind(form, found));
    }

    /** With the birth date, whoever the register knows; without, those whose cases the agent may read. */
    private Reply byNumber(Visit visit, Form form) {
        boolean undated = form.dayIfGiven("birth-date").isEmpty();
        if (undated) {
            return form.stands() ? byNumberAlone(visit, form) : find(visit, form, List.of());
        }
        Optional<Filer.Registered> filer = TypedEntry.registered(form);
        if (filer.isEmpty()) {
            return find(visit, form, List.of());
        }
        try {
            Registration known = entries.registered(visit.signedIn(), filer.get());
            Form begun = begun(form, TypedEntry.REGISTERED);
            return entry(visit, living(holding(begun, known.heldPermit()), known.residence()), 200);
        } catch (CaseException e) {
            if (e.code() != ErrorCode.NOT_FOUND) {
                throw e;
            }
            form.refuse("foreigner-number", "console.entry.no-number");
            return find(visit, form, List.of());
        }
    }

    private Reply byNumberAlone(Visit visit, Form form) {
        Optional<ForeignerNumber> number = form.read("foreigner-number", ForeignerNumber::new);
        if (number.isEmpty()) {
            return find(visit, form, List.of());
        }
        try {
            return find(visit, form, List.of(found(entries.numbered(visit.signedIn(), number.get()))));
        } catch (CaseException e) {
            if (e.code() != ErrorCode.NOT_FOUND) {
                throw e;
            }
            form.refuse("foreigner-number", "console.entry.number-of-nobody");
            return find(visit, form, List.of());
        }
    }

    private Reply byCode(Visit visit, Form form) {
        Optional<Presence> shown = shown(visit, form);
        if (shown.isEmpty()) {
            return find(visit, form, List.of());
        }
        Form begun = begun(form, TypedEntry.PRESENTED);
        return entry(
                visit,
                living(holding(begun, held(shown.get().person())), shown.get().residence()),
                200);
    }

    /** Who shows the code; empty, with the fault noted at it, when it was wrong from the first or is over since the agent began. */
    private Optional<Presence> shown(Visit visit, Form form) {
        Optional<Filer.Presented> filer = TypedEntry.presented(form);
        if (filer.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(entries.presented(visit.signedIn(), filer.get()));
        } catch (CaseException e) {
            if (e.code() != ErrorCode.NOT_FOUND) {
                throw e;
            }
            form.refuse("counter-code", "console.entry.no-code");
            return Optional.empty();
        }
    }

    private Reply byName(Visit visit, Form form) {
        Optional<String> name = form.inWords("person-name");
        Optional<LocalDate> born = form.day("birth-date");
        if (!form.stands()) {
            return find(visit, form, List.of());
        }
        List<EntryView.Found> found = entries.named(visit.signedIn(), name.orElseThrow(), born.orElseThrow()).stream()
                .map(EntrySection::found)
                .toList();
        if (found.isEmpty()) {
            form.refuse("person-name", "console.entry.no-name");
        }
        return find(visit, form, found);
    }

    private static EntryView.Found found(PersonProfile person) {
        return new EntryView.Found(
                person.id().value(),
                PeopleSection.path(person.id()),
                name(person),
                person.foreignerNumber().map(ForeignerNumber::value));
    }

    private Reply byPerson(Visit visit, Form form) {
        PersonProfile person = person(visit, form);
        Optional<Residence> home =
                residences.find(visit.signedIn(), person.id()).residence().map(said -> said.residence());
        return entry(visit, living(holding(begun(form, TypedEntry.KNOWN), held(person)), home), 200);
    }

    private static Optional<HeldPermit> held(PersonProfile person) {
        return person.heldPermits().stream().findFirst().map(HeldPermitFact::permit);
    }

    private static Form begun(Form form, String who) {
        return form.with("who", who)
                .with("key", UUID.randomUUID().toString())
                .with("channel", Words.kebab(FilingChannel.COUNTER));
    }

    private static Form holding(Form form, Optional<HeldPermit> held) {
        return held.map(permit -> form.with("permit", permit.permit().value())).orElse(form);
    }

    private Form living(Form form, Optional<Residence> home) {
        return home.map(said -> form.with("address", said.address())
                        .with("place", places.name(said.commune()))
                        .with("commune", said.commune().value()))
                .orElse(form);
    }

    private PersonProfile person(Visit visit, Form form) {
        try {
            return people.find(visit.signedIn(), new PersonId(form.text("person")));
        } catch (IllegalArgumentException noReference) {
            throw new CaseException(ErrorCode.NOT_FOUND);
        }
    }

    // -- what they ask for
    // ---------------------------------------------------------------------------------------------

    private Reply entry(Visit visit, Form form, int status) {
        Form dated = form.given("received-on") || form.given("received-on-day") || !form.stands()
                ? form
                : form.with("received-on", visit.today().toString());
        CatalogueWords labels = labels(visit);
        Words words = visit.words();
        List<Choice> channels = Arrays.stream(FilingChannel.values())
                .filter(channel -> channel != FilingChannel.ONLINE)
                .map(channel -> Choice.of(Words.kebab(channel), words.code("channel", channel)))
                .toList();
        EntryView view = new EntryView(
                dated.text("who"),
                known(visit, dated, labels),
                channels,
                labels.choices(),
                labels.choices(),
                places.choices(dated),
                CivilStatusWords.countries(words));
        return new Reply.Html(
                status == 200 && !dated.stands() ? 422 : status,
                words.say("console.entry.title"),
                TEMPLATES.entryForm(dated, view));
    }

    private Optional<EntryView.Known> known(Visit visit, Form form, CatalogueWords labels) {
        Words words = visit.words();
        if (form.text("who").equals(TypedEntry.REGISTERED)) {
            return TypedEntry.registered(form)
                    .map(filer -> entries.registered(visit.signedIn(), filer))
                    .map(known -> new EntryView.Known(
                            name(known.civilStatus()),
                            known.civilStatus().birthDate(),
                            Optional.of(known.number().value()),
                            known.heldPermit().stream()
                                    .map(permit -> permit(words, labels, permit))
                                    .toList(),
                            known.protection().map(code -> protection(words, labels, code))));
        }
        if (form.text("who").equals(TypedEntry.PRESENTED)) {
            return shown(visit, form).map(who -> known(words, labels, who.person()));
        }
        return form.text("who").equals(TypedEntry.KNOWN)
                ? Optional.of(known(words, labels, person(visit, form)))
                : Optional.empty();
    }

    private static EntryView.Known known(Words words, CatalogueWords labels, PersonProfile person) {
        return new EntryView.Known(
                name(person),
                person.civilStatus().birthDate(),
                person.foreignerNumber().map(ForeignerNumber::value),
                person.heldPermits().stream()
                        .map(fact -> permit(words, labels, fact.permit()))
                        .toList(),
                person.protection().map(code -> protection(words, labels, code)));
    }

    private static String protection(Words words, CatalogueWords labels, PermitCode code) {
        return words.ifSaid("protection." + Words.kebab(code.value())).orElseGet(() -> labels.permit(code));
    }

    private static String permit(Words words, CatalogueWords labels, HeldPermit permit) {
        return words.say(
                "portal.file.held.known", "permit", labels.permit(permit.permit()), "until", permit.validUntil());
    }

    private Reply searched(Visit visit, Form form) {
        boolean none = !places.means(form);
        if (none) {
            form.refuse("place", form.given("place") ? "portal.place.none" : "portal.place.missing");
        }
        return entry(visit, form, none ? 422 : 200);
    }

    // -- what the law says
    // ---------------------------------------------------------------------------------------------

    private Reply check(Visit visit, Form form) {
        Optional<Entry> entry = TypedEntry.read(form, places);
        if (entry.isEmpty()) {
            return entry(visit, form, form.stands() ? 200 : 422);
        }
        try {
            return checked(visit, form, entry.get());
        } catch (CaseException e) {
            return sentBack(visit, form, e);
        }
    }

    private Reply checked(Visit visit, Form form, Entry entry) {
        Assessment assessment = entries.assess(visit.signedIn(), entry);
        CatalogueWords labels = labels(visit);
        EntryView.Check view = EntryView.Check.of(
                visit.words(), labels, labels.permit(entry.permit()), assessment, articles(labels, entry.permit()));
        return new Reply.Html(
                form.stands() ? 200 : 422, visit.words().say("console.entry.check"), TEMPLATES.entryCheck(form, view));
    }

    private static List<Choice> articles(CatalogueWords labels, PermitCode permit) {
        List<Article> articles =
                labels.entry(permit).map(PermitEntry::legalBasis).orElse(List.of());
        return articles.size() < 2
                ? List.of()
                : articles.stream()
                        .map(article -> Choice.of(article.reference(), article.reference()))
                        .toList();
    }

    private Reply submit(Visit visit, Form form) {
        Optional<Entry> entry = TypedEntry.read(form, places);
        Optional<IdempotencyKey> key = form.read("key", IdempotencyKey::new);
        if (entry.isEmpty() || key.isEmpty()) {
            return entry(visit, form, form.stands() ? 200 : 422);
        }
        try {
            CaseFile file =
                    entries.enter(visit.signedIn(), key.get(), entry.get()).caseFile();
            return Reply.redirect(PATH + "/" + file.number() + "/receipt");
        } catch (CaseException e) {
            return sentBack(visit, form, e);
        }
    }

    /** Back to what was typed, at the field that the platform would not take. */
    private Reply sentBack(Visit visit, Form form, CaseException problem) {
        switch (problem.code()) {
            case CONTRADICTORY_INPUT -> {
                String field = String.valueOf(problem.details().get("field"));
                switch (field) {
                    case "reception.day" -> form.refuseAsWrong("received-on");
                    case "reception.late" -> form.refuse("late", "console.entry.why-late");
                    case "attempt" -> form.refuseAsWrong("attempt");
                    case "entryDate" -> form.refuseAsWrong("entry-date");
                    default -> form.refuse(problem);
                }
            }
            case FORM_ALREADY_ENTERED -> form.refuse("form-serial", "console.entry.form-used", "case", said(problem));
            case UNKNOWN_COMMUNE -> form.refuse("place", "portal.file.unknown-commune");
            case UNKNOWN_PERMIT, PERMIT_NOT_OPEN, NOT_YOURS_TO_DO -> form.refuse(problem);
            case IDEMPOTENCY_KEY_REUSED -> {
                Form fresh = form.with("key", UUID.randomUUID().toString());
                fresh.refuseAll("portal.file.already-sent");
                return entry(visit, fresh, 409);
            }
            case NOT_FOUND -> {
                boolean theCode = form.text("who").equals(TypedEntry.PRESENTED)
                        && shown(visit, form).isEmpty();
                if (!theCode) {
                    throw problem;
                }
            }
            default -> throw problem;
        }
        return entry(visit, form, problem.code() == ErrorCode.FORM_ALREADY_ENTERED ? 409 : 422);
    }

    /** The case that a form became, or only who is in charge of it. */
    private static String said(CaseException problem) {
        Object number = problem.details().get("caseNumber");
        return number == null ? "(" + problem.details().get("prefecture") + ")" : number.toString();
    }

    // -- the receipt
    // ---------------------------------------------------------------------------------------------------

    private Reply receipt(Visit visit) {
        CaseFile file = cases.find(visit.signedIn(), visit.variable("number", CaseNumber::new));
        PersonProfile person = people.find(visit.signedIn(), file.person());
        Words words = visit.words();
        CatalogueWords labels = labels(visit);
        List<String> papers = new ArrayList<>();
        attestations.ofPerson(visit.signedIn(), file.person()).stream()
                .filter(paper ->
                        paper.caseNumber().equals(file.number()) && paper.end().isEmpty())
                .forEach(paper -> papers.add(words.code("paper", paper.kind()) + " " + paper.number()));
        return Reply.page(
                words.say("console.entry.receipt"),
                TEMPLATES.entryReceipt(
                        words,
                        EntryReceipt.of(
                                words, labels, file, name(person), prefectures.prefecture(file.prefecture()), papers)));
    }

    private CatalogueWords labels(Visit visit) {
        return new CatalogueWords(visit.words(), catalogue.permits(visit.today()));
    }

    private static String name(PersonProfile person) {
        return name(person.civilStatus());
    }

    private static String name(CivilStatus status) {
        return status.givenNames() + " " + status.familyName();
    }
}
