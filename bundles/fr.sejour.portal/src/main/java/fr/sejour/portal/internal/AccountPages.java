package fr.sejour.portal.internal;

import fr.sejour.api.access.Login;
import fr.sejour.api.access.RecoveryClaim;
import fr.sejour.api.access.RecoveryCode;
import fr.sejour.api.access.SignIn;
import fr.sejour.api.attempt.Attempt;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.person.CivilStatus;
import fr.sejour.api.person.Contact;
import fr.sejour.api.person.ForeignerNumber;
import fr.sejour.api.person.LetterCode;
import fr.sejour.portal.internal.template.StaticTemplates;
import fr.sejour.web.page.Audience;
import fr.sejour.web.page.CivilStatusWords;
import fr.sejour.web.page.ContactWords;
import fr.sejour.web.page.Form;
import fr.sejour.web.page.Page;
import fr.sejour.web.page.Reply;
import fr.sejour.web.page.Visit;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Opening an account, signing in, getting back in, and linking an account to what the State already knows. */
final class AccountPages {

    private final Desks desks;

    AccountPages(Desks desks) {
        this.desks = desks;
    }

    List<Page> pages() {
        return List.of(
                Page.get("/portal/sign-in", Audience.VISITOR, this::door),
                Page.post("/portal/sign-in", Audience.VISITOR, this::enter),
                Page.get("/portal/account", Audience.VISITOR, this::blank),
                Page.post("/portal/account", Audience.VISITOR, this::open).attempting(Attempt.Operation.OPEN_ACCOUNT),
                Page.get("/portal/recovery", Audience.VISITOR, this::lockedOut),
                Page.post("/portal/recovery", Audience.VISITOR, this::recover),
                Page.get("/portal/link", Audience.APPLICANT, this::unlinked),
                Page.post("/portal/link", Audience.APPLICANT, this::link).attempting(Attempt.Operation.LINK));
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
        Optional<CivilStatus> civilStatus = CivilStatusWords.read(form);
        Optional<Contact> contact = ContactWords.read(form);
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

    private Reply lockedOut(Visit visit) {
        return Reply.page(title(visit, "portal.recovery.title"), new StaticTemplates().recovery(visit.form()));
    }

    private Reply recover(Visit visit) {
        Form form = visit.form();
        Optional<RecoveryCode> code = form.read("recovery-code", RecoveryCode::new);
        Optional<Login> login = form.readIfGiven("login", Login::new);
        Optional<ForeignerNumber> number =
                form.readIfGiven("foreigner-number", it -> new ForeignerNumber(it.replace(" ", "")));
        Optional<LocalDate> birthDate = form.day("birth-date");
        Optional<String> password = form.readSecret("new-password");
        if (!form.given("login") && !form.given("foreigner-number")) {
            form.refuse("login", "portal.recovery.who");
        }
        if (form.stands()) {
            RecoveryClaim claim = new RecoveryClaim(login, number, birthDate.orElseThrow(), code.orElseThrow());
            try {
                return Reply.signedIn(desks.signIn().recover(claim, password.orElseThrow()), "/portal?done=recovered");
            } catch (CaseException e) {
                switch (e.code()) {
                    case RECOVERY_REFUSED, TOO_MANY_ATTEMPTS -> form.refuse(e);
                    case CONTRADICTORY_INPUT -> form.refuse("login", "portal.recovery.login-needed");
                    case LOGIN_TAKEN -> form.refuse("login", "portal.account.login-taken");
                    case MALFORMED_INPUT -> refuse(form, e);
                    default -> throw e;
                }
            }
        }
        return Reply.refused(title(visit, "portal.recovery.title"), new StaticTemplates().recovery(form));
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
        return new StaticTemplates().account(form, CivilStatusWords.countries(form.words()), ContactWords.languages());
    }

    private static gg.jte.Content linkPage(Form form, Optional<String> done) {
        return new StaticTemplates().link(form, done);
    }

    private static String next(Form form) {
        String next = form.text("next");
        return next.equals("/portal") || next.startsWith("/portal/") ? next : "/portal";
    }

    private static String title(Visit visit, String key) {
        return visit.words().say(key);
    }
}
