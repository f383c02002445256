package fr.sejour.portal.internal;

import fr.sejour.api.access.Login;
import fr.sejour.api.access.SignIn;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.person.CivilStatus;
import fr.sejour.api.person.Contact;
import fr.sejour.api.person.ForeignerNumber;
import fr.sejour.api.person.LetterCode;
import fr.sejour.portal.internal.template.StaticTemplates;
import fr.sejour.web.page.Audience;
import fr.sejour.web.page.Choice;
import fr.sejour.web.page.Form;
import fr.sejour.web.page.Page;
import fr.sejour.web.page.Reply;
import fr.sejour.web.page.Visit;
import fr.sejour.web.page.Words;
import java.text.Collator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Opening an account, signing in, and linking it to what the State already knows. */
final class AccountPages {

    private static final LocalDate ANY_DAY = LocalDate.of(2000, 1, 1);
    private static final String STATELESS = "XX";

    private final Desks desks;

    AccountPages(Desks desks) {
        this.desks = desks;
    }

    List<Page> pages() {
        return List.of(
                Page.get("/portal/sign-in", Audience.VISITOR, this::door),
                Page.post("/portal/sign-in", Audience.VISITOR, this::enter),
                Page.get("/portal/account", Audience.VISITOR, this::blank),
                Page.post("/portal/account", Audience.VISITOR, this::open),
                Page.get("/portal/link", Audience.APPLICANT, this::unlinked),
                Page.post("/portal/link", Audience.APPLICANT, this::link));
    }

    private Reply door(Visit visit) {
        return Reply.page(title(visit, "portal.sign-in.title"), signInPage(visit.form()));
    }

    private Reply enter(Visit visit) {
        Form form = visit.form();
        Optional<Login> login = form.read("login", Login::new);
        Optional<String> password = form.readSecret("password");
        if (login.isPresent() && password.isPresent()) {
            try {
                SignIn.Session session = desks.signIn().signIn(login.get(), password.get(), Optional.empty());
                return Reply.signedIn(session, next(form));
            } catch (CaseException e) {
                switch (e.code()) {
                    case SIGN_IN_REFUSED -> form.refuseAll("portal.sign-in.refused");
                    case TOO_MANY_ATTEMPTS -> form.refuse(e);
                    default -> throw e;
                }
            }
        }
        return Reply.refused(title(visit, "portal.sign-in.title"), signInPage(form));
    }

    private Reply blank(Visit visit) {
        Form form = visit.form(Map.of("message-language", List.of(visit.words().language())));
        return Reply.page(title(visit, "portal.account.title"), accountPage(form));
    }

    private Reply open(Visit visit) {
        Form form = visit.form();
        Optional<CivilStatus> civilStatus = civilStatus(form);
        Optional<Contact> contact = contact(form);
        Optional<Login> login = form.read("login", Login::new);
        Optional<String> password = form.readSecret("new-password");
        if (form.stands()) {
            try {
                desks.signIn()
                        .register(
                                login.orElseThrow(),
                                password.orElseThrow(),
                                civilStatus.orElseThrow(),
                                contact.orElseThrow());
                SignIn.Session session =
                        desks.signIn().signIn(login.orElseThrow(), password.orElseThrow(), Optional.empty());
                return Reply.signedIn(session, "/portal/link?done=account-open");
            } catch (CaseException e) {
                switch (e.code()) {
                    case LOGIN_TAKEN -> form.refuse("login", "portal.account.login-taken");
                    case MALFORMED_INPUT -> refuse(form, e);
                    case TOO_MANY_ATTEMPTS -> form.refuse(e);
                    default -> throw e;
                }
            }
        }
        return Reply.refused(title(visit, "portal.account.title"), accountPage(form));
    }

    /** What the desk would not take stands beside its field. */
    private static void refuse(Form form, CaseException problem) {
        if ("password".equals(problem.details().get("field"))) {
            form.refuseAsWrong("new-password");
        } else if ("birthDate".equals(problem.details().get("field"))) {
            form.refuseAsWrong("birth-date");
        } else {
            form.refuse(problem);
        }
    }

    private Reply unlinked(Visit visit) {
        return Reply.page(title(visit, "portal.link.title"), linkPage(visit.form(), visit.done("portal.done")));
    }

    private Reply link(Visit visit) {
        Form form = visit.form();
        Optional<ForeignerNumber> number =
                form.read("foreigner-number", it -> new ForeignerNumber(it.replace(" ", "")));
        Optional<LocalDate> birthDate = form.day("birth-date");
        Optional<LetterCode> code = form.read("letter-code", LetterCode::new);
        if (form.stands()) {
            try {
                desks.people()
                        .link(
                                visit.signedIn(),
                                Desks.person(visit),
                                number.orElseThrow(),
                                birthDate.orElseThrow(),
                                code.orElseThrow());
                return Reply.redirect("/portal?done=linked");
            } catch (CaseException e) {
                switch (e.code()) {
                    case LINK_REFUSED -> form.refuseAll("portal.link.refused");
                    case TOO_MANY_ATTEMPTS -> form.refuse(e);
                    default -> throw e;
                }
            }
        }
        return Reply.refused(title(visit, "portal.link.title"), linkPage(form, Optional.empty()));
    }

    private static gg.jte.Content signInPage(Form form) {
        return new StaticTemplates().signIn(form);
    }

    private static gg.jte.Content accountPage(Form form) {
        List<Choice> languages = List.of(Choice.of("fr", "Français"), Choice.of("en", "English"));
        return new StaticTemplates().account(form, countries(form.words()), languages);
    }

    private static gg.jte.Content linkPage(Form form, Optional<String> done) {
        return new StaticTemplates().link(form, done);
    }

    private static Optional<CivilStatus> civilStatus(Form form) {
        Optional<String> familyName =
                form.read("family-name", it -> new CivilStatus(it, "A", ANY_DAY, STATELESS).familyName());
        Optional<String> givenNames =
                form.read("given-names", it -> new CivilStatus("A", it, ANY_DAY, STATELESS).givenNames());
        Optional<LocalDate> birthDate = form.day("birth-date");
        Optional<String> nationality =
                form.read("nationality", it -> new CivilStatus("A", "A", ANY_DAY, it).nationality());
        return form.together(
                "birth-date",
                () -> new CivilStatus(
                        familyName.orElseThrow(),
                        givenNames.orElseThrow(),
                        birthDate.orElseThrow(),
                        nationality.orElseThrow()));
    }

    private static Optional<Contact> contact(Form form) {
        Optional<String> email = form.readIfGiven("email", it -> new Contact(Optional.of(it), Optional.empty(), "fr"))
                .flatMap(Contact::email);
        Optional<String> phone = form.readIfGiven("phone", it -> new Contact(Optional.empty(), Optional.of(it), "fr"))
                .flatMap(Contact::phone);
        Optional<Contact> contact = form.read("message-language", it -> new Contact(email, phone, it));
        return form.stands() ? contact : Optional.empty();
    }

    /** Every State of ISO 3166 by its name, and those who have none. */
    private static List<Choice> countries(Words words) {
        List<Choice> countries = new ArrayList<>();
        for (String code : Locale.getISOCountries()) {
            countries.add(Choice.of(code, new Locale("", code).getDisplayCountry(words.locale())));
        }
        Collator alphabet = Collator.getInstance(words.locale());
        countries.sort(Comparator.comparing(Choice::label, alphabet));
        countries.add(Choice.of(STATELESS, words.say("portal.account.stateless")));
        return countries;
    }

    private static String next(Form form) {
        String next = form.text("next");
        return next.equals("/portal") || next.startsWith("/portal/") ? next : "/portal";
    }

    private static String title(Visit visit, String key) {
        return visit.words().say(key);
    }
}
