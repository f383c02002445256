package fr.sejour.console.internal;

import fr.sejour.api.access.Login;
import fr.sejour.api.access.SignIn;
import fr.sejour.api.fault.CaseException;
import fr.sejour.console.internal.template.StaticTemplates;
import fr.sejour.web.page.Audience;
import fr.sejour.web.page.Form;
import fr.sejour.web.page.Page;
import fr.sejour.web.page.Reply;
import fr.sejour.web.page.Visit;
import java.util.List;
import java.util.Optional;

/** Where agents come in: a password and a second factor. */
final class DoorPages {

    private static final String QUEUE = "/console/queue";

    private final Desks desks;

    DoorPages(Desks desks) {
        this.desks = desks;
    }

    List<Page> pages() {
        return List.of(
                Page.get("/console", Audience.ANYONE, this::arrive),
                Page.get("/console/sign-in", Audience.VISITOR, this::door),
                Page.post("/console/sign-in", Audience.VISITOR, this::enter));
    }

    private Reply arrive(Visit visit) {
        if (Audience.STAFF.admits(visit.caller())) {
            return Reply.redirect(QUEUE);
        }
        if (visit.caller().isEmpty()) {
            return Reply.redirect(ConsoleSection.SIGN_IN);
        }
        return Reply.page(visit.words().say("console.title"), new StaticTemplates().notStaff(visit.words()));
    }

    private Reply door(Visit visit) {
        return page(visit.form(), 200);
    }

    private Reply enter(Visit visit) {
        Form form = visit.form();
        Optional<Login> login = form.read("login", Login::new);
        Optional<String> password = form.readSecret("password");
        Optional<String> totp = form.readTimeCode("totp");
        if (!form.stands()) {
            return page(form, 422);
        }
        try {
            SignIn.Session session = desks.signIn().signIn(login.orElseThrow(), password.orElseThrow(), totp);
            return Reply.signedIn(session, next(form));
        } catch (CaseException e) {
            switch (e.code()) {
                case SIGN_IN_REFUSED -> form.refuseAll("console.sign-in.refused");
                case TOO_MANY_ATTEMPTS -> form.refuse(e);
                default -> throw e;
            }
            return page(form, 422);
        }
    }

    private static Reply page(Form form, int status) {
        return new Reply.Html(status, form.words().say("console.sign-in.title"), new StaticTemplates().signIn(form));
    }

    private static String next(Form form) {
        String next = form.text("next");
        return next.startsWith("/console/") ? next : QUEUE;
    }
}
