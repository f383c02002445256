package fr.sejour.console.internal;

import fr.sejour.api.access.Recoveries;
import fr.sejour.api.cases.CaseReview;
import fr.sejour.api.correction.Correction;
import fr.sejour.api.correction.CorrectionAct;
import fr.sejour.api.correction.CorrectionDesk;
import fr.sejour.api.correction.CorrectionNumber;
import fr.sejour.api.correction.NewCorrection;
import fr.sejour.api.correction.ProofReading;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.mandate.MandataryCode;
import fr.sejour.api.mandate.MandateNumber;
import fr.sejour.api.mandate.Mandates;
import fr.sejour.api.mandate.NewMandate;
import fr.sejour.api.mandate.Permission;
import fr.sejour.api.person.CivilStatus;
import fr.sejour.api.person.LookAlike;
import fr.sejour.api.person.LookAlikes;
import fr.sejour.api.person.People;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.person.PersonProfile;
import fr.sejour.api.person.TwoPeople;
import fr.sejour.api.prefecture.Prefecture;
import fr.sejour.console.internal.template.StaticTemplates;
import fr.sejour.console.internal.template.Templates;
import fr.sejour.web.page.Audience;
import fr.sejour.web.page.Choice;
import fr.sejour.web.page.CivilStatusWords;
import fr.sejour.web.page.Form;
import fr.sejour.web.page.MandateWords;
import fr.sejour.web.page.MenuEntry;
import fr.sejour.web.page.Page;
import fr.sejour.web.page.Reply;
import fr.sejour.web.page.Section;
import fr.sejour.web.page.Visit;
import fr.sejour.web.page.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The agents' pages for who people are, whatever their cases: corrections to answer, whom they look like, who helps them, and
 * the way back in.
 */
@Component(service = Section.class)
public final class PeopleSection implements Section {

    private static final String NAME = "people";
    private static final String LIST = "/people/corrections";
    private static final Templates TEMPLATES = new StaticTemplates();

    private final People people;
    private final CorrectionDesk corrections;
    private final Recoveries recoveries;
    private final LookAlikes lookAlikes;
    private final CaseReview cases;
    private final Mandates mandates;

    @Activate
    public PeopleSection(
            @Reference People people,
            @Reference CorrectionDesk corrections,
            @Reference Recoveries recoveries,
            @Reference LookAlikes lookAlikes,
            @Reference CaseReview cases,
            @Reference Mandates mandates) {
        this.people = people;
        this.corrections = corrections;
        this.recoveries = recoveries;
        this.lookAlikes = lookAlikes;
        this.cases = cases;
        this.mandates = mandates;
    }

    /** Where an agent reads about a person. */
    static String path(PersonId person) {
        return "/people/" + person;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String title(Words words) {
        return words.say("console.corrections.title");
    }

    @Override
    public List<Page> pages() {
        List<Page> own = List.of(
                Page.get("/people", Audience.STAFF, visit -> Reply.redirect(LIST)),
                Page.get(LIST, Audience.STAFF, this::list),
                Page.get(LIST + "/{number}", Audience.STAFF, this::one),
                Page.post(LIST + "/{number}", Audience.STAFF, this::act),
                Page.get(LIST + "/{number}/proof", Audience.STAFF, this::proof),
                Page.get("/people/{id}", Audience.STAFF, visit -> person(visit, visit.form(), 200)),
                Page.get("/people/{id}/look-alikes/{other}", Audience.STAFF, this::compare),
                Page.post("/people/{id}/look-alikes/{other}", Audience.STAFF, this::keepApart),
                Page.post("/people/{id}/look-alikes/{other}/take-back", Audience.STAFF, this::takeBack),
                Page.post("/people/{id}/mandates", Audience.STAFF, this::record),
                Page.post("/people/{id}/mandates/{number}/end", Audience.STAFF, this::end),
                Page.post("/people/{id}/recovery", Audience.STAFF, this::recover),
                Page.get("/people/{id}/correction", Audience.STAFF, this::blank),
                Page.post("/people/{id}/correction", Audience.STAFF, this::propose));
        return Stream.concat(own.stream(), new RepresentativePages(people).pages().stream())
                .toList();
    }

    @Override
    public List<MenuEntry> menu() {
        return List.of(
                new MenuEntry(NAME, 10, "/console/queue", "console.menu.queue", Audience.STAFF),
                new MenuEntry(NAME, 20, "/console/tasks", "console.menu.tasks", Audience.STAFF),
                new MenuEntry(NAME, 30, LIST, "console.corrections.title", Audience.STAFF),
                new MenuEntry(ConsoleSection.NAME, 35, LIST, "console.corrections.title", Audience.STAFF));
    }

    @Override
    public Optional<String> signInPath() {
        return Optional.of(ConsoleSection.SIGN_IN);
    }

    @Override
    public boolean wide() {
        return true;
    }

    private Reply list(Visit visit) {
        List<CorrectionLine> lines = corrections.list(visit.signedIn()).stream()
                .map(it -> CorrectionLine.of(visit.words(), it))
                .toList();
        return Reply.page(
                visit.words().say("console.corrections.title"),
                TEMPLATES.corrections(visit.words(), lines, visit.done("console.people.done")));
    }

    private Reply one(Visit visit) {
        return one(
                visit,
                corrections.find(visit.signedIn(), number(visit)),
                visit.form(Map.of("what", List.of("approve"))));
    }

    private static Reply one(Visit visit, Correction correction, Form form) {
        Words words = visit.words();
        List<Choice> acts = List.of(
                Choice.of("approve", words.say("console.correction.approve")),
                Choice.of("refuse", words.say("console.correction.refuse")),
                Choice.of("withdraw", words.say("console.correction.withdraw")));
        return new Reply.Html(
                form.stands() ? 200 : 422,
                words.say("console.correction.title"),
                TEMPLATES.correction(form, CorrectionLine.of(words, correction), acts));
    }

    private Reply act(Visit visit) {
        CorrectionNumber number = number(visit);
        Form form = visit.form();
        Optional<CorrectionAct> act = act(form);
        if (act.isPresent()) {
            try {
                corrections.act(visit.signedIn(), number, act.get());
                return Reply.redirect(LIST + "?done=" + form.text("what"));
            } catch (CaseException e) {
                if (e.code() == ErrorCode.CONTRADICTORY_INPUT) {
                    form.refuse("correction-words", "console.correction.say-why");
                } else {
                    form.refuse(e);
                }
            }
        }
        return one(visit, corrections.find(visit.signedIn(), number), form);
    }

    private static Optional<CorrectionAct> act(Form form) {
        return switch (form.text("what")) {
            case "refuse" -> form.read("correction-words", CorrectionAct.Refuse::new);
            case "withdraw" -> Optional.of(new CorrectionAct.Withdraw());
            default -> {
                Optional<String> said = form.readIfGiven("correction-words", it -> it);
                yield form.together("correction-words", () -> new CorrectionAct.Approve(said));
            }
        };
    }

    private Reply proof(Visit visit) {
        ProofReading reading = corrections.readProof(visit.signedIn(), number(visit));
        return new Reply.Attachment(reading.mediaType(), reading.fileName(), reading.size(), reading.content());
    }

    private Reply person(Visit visit, Form form, int status) {
        PersonProfile person = people.find(visit.signedIn(), personId(visit));
        Words words = visit.words();
        List<CorrectionLine> proposed = corrections.ofPerson(visit.signedIn(), person.id()).stream()
                .map(it -> CorrectionLine.of(words, it))
                .toList();
        List<PersonView.Line> access = recoveries.history(visit.signedIn(), person.id()).stream()
                .map(line -> new PersonView.Line(
                        words.moment(line.at(), Prefecture.NATIONAL),
                        words.code("access", line.what()),
                        line.by().value(),
                        line.words()))
                .toList();
        List<LookAlikeView.Line> alike = lookAlikes.of(visit.signedIn(), person.id()).stream()
                .map(it -> LookAlikeView.Line.of(words, person, it))
                .toList();
        LocalDate today = visit.today();
        List<MandateLine> standing = mandates.ofPerson(visit.signedIn(), person.id()).stream()
                .filter(it -> it.mandate().ended().isEmpty()
                        && !it.mandate().lastDay().isBefore(today))
                .map(it -> MandateLine.of(words, it))
                .toList();
        return new Reply.Html(
                status,
                words.say("console.person.title"),
                TEMPLATES.person(
                        form,
                        PersonView.of(words, person, today, proposed, access, alike, standing),
                        visit.done("console.people.done")));
    }

    private Reply compare(Visit visit) {
        return compare(visit, visit.form());
    }

    private Reply compare(Visit visit, Form form) {
        PersonProfile person = people.find(visit.signedIn(), personId(visit));
        PersonId other = otherId(visit);
        LookAlike alike = lookAlikes.of(visit.signedIn(), person.id()).stream()
                .filter(it -> it.somebody()
                        .filter(known -> known.person().equals(other))
                        .isPresent())
                .findFirst()
                .orElseThrow(() -> new CaseException(ErrorCode.NOT_FOUND));
        return new Reply.Html(
                form.stands() ? 200 : 422,
                visit.words().say("console.alike.compare"),
                TEMPLATES.lookAlike(
                        form,
                        LookAlikeView.of(
                                visit.words(),
                                person,
                                alike.somebody().orElseThrow(),
                                alike,
                                cases.ofPerson(visit.signedIn(), person.id()),
                                cases.ofPerson(visit.signedIn(), other))));
    }

    private Reply keepApart(Visit visit) {
        Form form = visit.form();
        Optional<TwoPeople> said = form.read("apart-words", TwoPeople::new);
        if (said.isPresent()) {
            try {
                lookAlikes.keepApart(visit.signedIn(), personId(visit), otherId(visit), said.get());
                return Reply.redirect(path(personId(visit)) + "?done=kept-apart");
            } catch (CaseException e) {
                form.refuse(e);
            }
        }
        return compare(visit, form);
    }

    private Reply takeBack(Visit visit) {
        lookAlikes.takeBack(visit.signedIn(), personId(visit), otherId(visit));
        return Reply.redirect(path(personId(visit)) + "?done=pointed-out-again");
    }

    private Reply record(Visit visit) {
        Form form = visit.form();
        Optional<MandataryCode> code = form.read("helper-code", MandataryCode::new);
        Set<Permission> allows = MandateWords.permissions(form);
        Optional<LocalDate> until = form.day("mandate-until");
        Optional<String> paper = form.inWords("mandate-paper");
        Optional<NewMandate> said = form.together(
                "mandate-paper",
                () -> new NewMandate(code.orElseThrow(), allows, Optional.empty(), until.orElseThrow(), paper));
        if (said.isPresent()) {
            try {
                mandates.give(visit.signedIn(), personId(visit), said.get());
                return Reply.redirect(path(personId(visit)) + "?done=mandate-recorded");
            } catch (CaseException e) {
                switch (e.code()) {
                    case UNKNOWN_MANDATARY -> form.refuse("helper-code", "console.mandates.unknown");
                    case CONTRADICTORY_INPUT -> form.refuse("mandate-until", "helpers.until");
                    case MANDATE_STANDS -> form.refuseAll("console.mandates.stands");
                    case NOT_YOURS_TO_DO -> form.refuse(e);
                    default -> throw e;
                }
            }
        }
        return person(visit, form, 422);
    }

    private Reply end(Visit visit) {
        MandateNumber number = visit.variable("number", MandateNumber::new);
        mandates.end(visit.signedIn(), personId(visit), number);
        return Reply.redirect(path(personId(visit)) + "?done=mandate-ended");
    }

    private Reply recover(Visit visit) {
        Form form = visit.form();
        PersonId person = personId(visit);
        Optional<String> seen = form.inWords("identity-seen");
        if (seen.isPresent()) {
            try {
                Recoveries.Opened opened = recoveries.open(visit.signedIn(), person, seen.get());
                Words words = visit.words();
                return Reply.page(
                        words.say("console.recovery.title"),
                        TEMPLATES.recovery(
                                words,
                                path(person),
                                opened.code().printed(),
                                words.moment(opened.until(), Prefecture.NATIONAL)));
            } catch (CaseException e) {
                if (e.code() == ErrorCode.MALFORMED_INPUT) {
                    form.refuseAsWrong("identity-seen");
                } else {
                    form.refuse(e);
                }
            }
        }
        return person(visit, form, 422);
    }

    private Reply blank(Visit visit) {
        PersonProfile person = people.find(visit.signedIn(), personId(visit));
        return proposal(visit, person.id(), visit.form(CivilStatusWords.fields(person.civilStatus())), 200);
    }

    private static Reply proposal(Visit visit, PersonId person, Form form, int status) {
        return new Reply.Html(
                status,
                visit.words().say("console.correction.propose"),
                TEMPLATES.correctionForm(form, path(person), CivilStatusWords.countries(visit.words())));
    }

    private Reply propose(Visit visit) {
        Form form = visit.form();
        PersonId person = personId(visit);
        Optional<CivilStatus> status = CivilStatusWords.read(form);
        Optional<String> said = form.inWords("correction-words");
        Optional<NewCorrection> proposed = form.together(
                "correction-words",
                () -> new NewCorrection(status.orElseThrow(), said.orElseThrow(), Optional.empty()));
        if (proposed.isPresent()) {
            try {
                corrections.propose(visit.signedIn(), person, proposed.get());
                return Reply.redirect(path(person) + "?done=proposed");
            } catch (CaseException e) {
                form.refuse(e);
            }
        }
        return proposal(visit, person, form, 422);
    }

    private static PersonId personId(Visit visit) {
        return visit.variable("id", PersonId::new);
    }

    private static PersonId otherId(Visit visit) {
        return visit.variable("other", PersonId::new);
    }

    private static CorrectionNumber number(Visit visit) {
        return visit.variable("number", CorrectionNumber::new);
    }
}
