package fr.sejour.portal.internal;

import fr.sejour.api.access.Login;
import fr.sejour.api.access.SignIn;
import fr.sejour.api.cases.SentFile;
import fr.sejour.api.correction.Correction;
import fr.sejour.api.correction.CorrectionAct;
import fr.sejour.api.correction.CorrectionDesk;
import fr.sejour.api.correction.CorrectionNumber;
import fr.sejour.api.correction.NewCorrection;
import fr.sejour.api.correction.ProofReading;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.person.CivilStatus;
import fr.sejour.api.person.Contact;
import fr.sejour.api.person.People;
import fr.sejour.api.person.PersonProfile;
import fr.sejour.api.person.Representative;
import fr.sejour.portal.internal.template.StaticTemplates;
import fr.sejour.portal.internal.template.Templates;
import fr.sejour.web.page.Audience;
import fr.sejour.web.page.CivilStatusWords;
import fr.sejour.web.page.ContactWords;
import fr.sejour.web.page.Form;
import fr.sejour.web.page.MenuEntry;
import fr.sejour.web.page.Page;
import fr.sejour.web.page.Reply;
import fr.sejour.web.page.RepresentativeWords;
import fr.sejour.web.page.Section;
import fr.sejour.web.page.Visit;
import fr.sejour.web.page.Words;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Where people read who they are known as, have it corrected, and say how they are reached and how they come in. */
@Component(service = Section.class)
public final class DetailsSection implements Section {

    private static final String NAME = "details";
    private static final String HERE = "/details";

    private static final Templates TEMPLATES = new StaticTemplates();

    private final People people;
    private final CorrectionDesk corrections;
    private final SignIn signIn;

    @Activate
    public DetailsSection(@Reference People people, @Reference CorrectionDesk corrections, @Reference SignIn signIn) {
        this.people = people;
        this.corrections = corrections;
        this.signIn = signIn;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String title(Words words) {
        return words.say("details.title");
    }

    @Override
    public List<Page> pages() {
        return List.of(
                Page.get(HERE, Audience.APPLICANT, this::show),
                Page.post("/details/contact", Audience.APPLICANT, this::changeContact),
                Page.get("/details/representative", Audience.APPLICANT, this::representative),
                Page.post("/details/representative", Audience.APPLICANT, this::nameRepresentative),
                Page.get("/details/correction", Audience.APPLICANT, this::blank),
                Page.post("/details/correction", Audience.APPLICANT, this::propose),
                Page.get("/details/corrections/{number}", Audience.APPLICANT, this::one),
                Page.get("/details/corrections/{number}/proof", Audience.APPLICANT, this::proof),
                Page.post("/details/corrections/{number}/proof", Audience.APPLICANT, this::prove),
                Page.post("/details/corrections/{number}/withdraw", Audience.APPLICANT, this::withdraw),
                Page.get("/details/access", Audience.APPLICANT, visit -> access(visit.form(), 200)),
                Page.post("/details/access", Audience.APPLICANT, this::changeAccess));
    }

    @Override
    public List<MenuEntry> menu() {
        return List.of(
                new MenuEntry(NAME, 10, "/portal", "portal.menu.today", Audience.APPLICANT),
                new MenuEntry(NAME, 20, "/portal/cases", "portal.menu.cases", Audience.APPLICANT),
                new MenuEntry(NAME, 30, "/portal/papers", "portal.menu.papers", Audience.APPLICANT),
                new MenuEntry(NAME, 40, "/portal/inbox", "portal.menu.inbox", Audience.APPLICANT),
                new MenuEntry(NAME, 50, HERE, "details.title", Audience.APPLICANT),
                new MenuEntry(PortalSection.NAME, 50, HERE, "details.title", Audience.APPLICANT));
    }

    @Override
    public Optional<String> signInPath() {
        return Optional.of(PortalSection.SIGN_IN);
    }

    private Reply show(Visit visit) {
        PersonProfile person = profile(visit);
        return page(visit, person, visit.form(ContactWords.fields(person.contact())), 200);
    }

    private Reply page(Visit visit, PersonProfile person, Form form, int status) {
        List<CorrectionView> proposed = corrections.ofPerson(visit.signedIn(), person.id()).stream()
                .map(it -> CorrectionView.of(visit.words(), it))
                .toList();
        return new Reply.Html(
                status,
                visit.words().say("details.title"),
                TEMPLATES.details(
                        form,
                        DetailsView.of(visit.words(), person, visit.today(), proposed),
                        ContactWords.languages(),
                        visit.done("details.done")));
    }

    private Reply changeContact(Visit visit) {
        Form form = visit.form();
        Optional<Contact> contact = ContactWords.read(form);
        if (form.stands()) {
            people.changeContact(visit.signedIn(), Desks.person(visit), contact.orElseThrow());
            return Reply.redirect("/details?done=contact");
        }
        return page(visit, profile(visit), form, 422);
    }

    private Reply representative(Visit visit) {
        Map<String, List<String>> fields =
                profile(visit).representative().map(RepresentativeWords::fields).orElse(Map.of());
        return representative(visit.form(fields), 200);
    }

    private static Reply representative(Form form, int status) {
        Words words = form.words();
        return new Reply.Html(
                status,
                words.say("representative.title"),
                TEMPLATES.representative(form, RepresentativeWords.qualities(words), ContactWords.languages()));
    }

    private Reply nameRepresentative(Visit visit) {
        Form form = visit.form();
        Optional<Representative> named = RepresentativeWords.read(form);
        if (named.isPresent()) {
            try {
                people.nameRepresentative(visit.signedIn(), Desks.person(visit), named.get());
                return Reply.redirect("/details?done=representative");
            } catch (CaseException e) {
                if (e.code() != ErrorCode.CONTRADICTORY_INPUT) {
                    throw e;
                }
                form.refuse(e);
            }
        }
        return representative(form, 422);
    }

    private Reply blank(Visit visit) {
        Form form = visit.form(CivilStatusWords.fields(profile(visit).civilStatus()));
        return proposal(visit, form, 200);
    }

    private static Reply proposal(Visit visit, Form form, int status) {
        return new Reply.Html(
                status,
                visit.words().say("details.correction.title"),
                TEMPLATES.correctionForm(form, CivilStatusWords.countries(visit.words())));
    }

    private Reply propose(Visit visit) {
        Form form = visit.form();
        Optional<CivilStatus> status = CivilStatusWords.read(form);
        Optional<String> said = form.inWords("correction-words");
        Optional<NewCorrection> proposed = form.together(
                "correction-words", () -> new NewCorrection(status.orElseThrow(), said.orElseThrow(), sent(visit)));
        if (proposed.isPresent()) {
            try {
                Correction fresh = corrections.propose(visit.signedIn(), Desks.person(visit), proposed.get());
                return Reply.redirect("/details/corrections/" + fresh.number() + "?done=proposed");
            } catch (CaseException e) {
                switch (e.code()) {
                    case CORRECTION_OPEN -> form.refuse(e);
                    case CONTRADICTORY_INPUT -> refuse(form, e);
                    default -> refuseFile(visit, form, e);
                }
            }
        }
        return proposal(visit, form, 422);
    }

    private static void refuse(Form form, CaseException e) {
        if ("birthDate".equals(e.details().get("field"))) {
            form.refuseAsWrong("birth-date");
        } else {
            form.refuseAll("details.correction.same");
        }
    }

    private static void refuseFile(Visit visit, Form form, CaseException e) {
        if (!CasePages.told(visit.words(), form, e)) {
            throw e;
        }
    }

    private static Optional<SentFile> sent(Visit visit) {
        return visit.upload("piece-file")
                .map(file -> new SentFile(
                        Optional.of(file.name()), Optional.empty(), new ByteArrayInputStream(file.bytes())));
    }

    private Reply one(Visit visit) {
        return one(visit, corrections.find(visit.signedIn(), number(visit)), visit.form(), 200);
    }

    private static Reply one(Visit visit, Correction correction, Form form, int status) {
        return new Reply.Html(
                status,
                visit.words().say("details.correction.one"),
                TEMPLATES.correction(form, CorrectionView.of(visit.words(), correction), visit.done("details.done")));
    }

    private Reply prove(Visit visit) {
        CorrectionNumber number = number(visit);
        Form form = visit.form();
        Optional<SentFile> file = sent(visit);
        if (file.isEmpty()) {
            form.refuse("piece-file", "portal.piece.no-file");
        } else {
            try {
                corrections.giveProof(visit.signedIn(), number, file.get());
                return Reply.redirect("/details/corrections/" + number + "?done=proof");
            } catch (CaseException e) {
                refuseFile(visit, form, e);
            }
        }
        return one(visit, corrections.find(visit.signedIn(), number), form, 422);
    }

    private Reply proof(Visit visit) {
        ProofReading reading = corrections.readProof(visit.signedIn(), number(visit));
        return new Reply.Attachment(reading.mediaType(), reading.fileName(), reading.size(), reading.content());
    }

    private Reply withdraw(Visit visit) {
        corrections.act(visit.signedIn(), number(visit), new CorrectionAct.Withdraw());
        return Reply.redirect("/details?done=withdrawn");
    }

    private static Reply access(Form form, int status) {
        return new Reply.Html(status, form.words().say("details.access.title"), TEMPLATES.access(form));
    }

    private Reply changeAccess(Visit visit) {
        Form form = visit.form();
        Optional<String> present = form.readSecret("password");
        Optional<Login> login = form.readIfGiven("login", Login::new);
        Optional<String> password = form.given("new-password") ? form.readSecret("new-password") : Optional.empty();
        if (!form.given("login") && password.isEmpty()) {
            form.refuse("new-password", "details.access.nothing");
        }
        if (form.stands()) {
            try {
                return Reply.signedIn(
                        signIn.changeAccess(visit.signedIn(), present.orElseThrow(), login, password),
                        "/details?done=access");
            } catch (CaseException e) {
                switch (e.code()) {
                    case SIGN_IN_REFUSED -> form.refuse("password", "details.access.wrong");
                    case LOGIN_TAKEN -> form.refuse("login", "portal.account.login-taken");
                    case MALFORMED_INPUT -> form.refuseAsWrong("new-password");
                    case TOO_MANY_ATTEMPTS -> form.refuse(e);
                    default -> throw e;
                }
            }
        }
        return access(form, 422);
    }

    private PersonProfile profile(Visit visit) {
        return people.find(visit.signedIn(), Desks.person(visit));
    }

    private static CorrectionNumber number(Visit visit) {
        return visit.variable("number", CorrectionNumber::new);
    }
}
