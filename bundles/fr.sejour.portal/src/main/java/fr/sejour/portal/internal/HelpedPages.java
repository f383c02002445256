package fr.sejour.portal.internal;

import fr.sejour.api.access.Login;
import fr.sejour.api.access.SignIn;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.mandate.Mandate;
import fr.sejour.api.mandate.MandateNumber;
import fr.sejour.api.mandate.Mandates.Helped;
import fr.sejour.api.mandate.Mandates.HelpedPage;
import fr.sejour.api.mandate.Permission;
import fr.sejour.portal.internal.template.StaticTemplates;
import fr.sejour.web.page.Audience;
import fr.sejour.web.page.CatalogueWords;
import fr.sejour.web.page.Form;
import fr.sejour.web.page.Page;
import fr.sejour.web.page.Reply;
import fr.sejour.web.page.Visit;
import fr.sejour.web.page.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where associations and lawyers come in, and see for whom they may act. */
final class HelpedPages {

    private static final String SIGN_IN = "/portal/helper-sign-in";

    private final Desks desks;

    HelpedPages(Desks desks) {
        this.desks = desks;
    }

    List<Page> pages() {
        return List.of(
                Page.get(SIGN_IN, Audience.VISITOR, visit -> door(visit.form(), 200)),
                Page.post(SIGN_IN, Audience.VISITOR, this::enter),
                Page.get(Behalf.HELPED, Audience.HELPER, this::people));
    }

    private Reply enter(Visit visit) {
        Form form = visit.form();
        Optional<Login> login = form.read("login", Login::new);
        Optional<String> password = form.readSecret("password");
        Optional<String> totp = form.readTimeCode("totp");
        if (form.stands()) {
            try {
                SignIn.Session session = desks.signIn().signIn(login.orElseThrow(), password.orElseThrow(), totp);
                return Reply.signedIn(session, Behalf.HELPED);
            } catch (CaseException e) {
                switch (e.code()) {
                    case SIGN_IN_REFUSED -> form.refuseAll("console.sign-in.refused");
                    case TOO_MANY_ATTEMPTS -> form.refuse(e);
                    default -> throw e;
                }
            }
        }
        return door(form, 422);
    }

    private static Reply door(Form form, int status) {
        return new Reply.Html(
                status, form.words().say("helped.sign-in.title"), new StaticTemplates().helperSignIn(form, SIGN_IN));
    }

    private Reply people(Visit visit) {
        Optional<MandateNumber> after = visit.asked("after").map(HelpedPages::key);
        HelpedPage page = desks.mandates().own(visit.signedIn(), after);
        Words words = visit.words();
        return Reply.page(
                words.say("helped.title"),
                new StaticTemplates()
                        .helped(
                                words,
                                page.people().stream()
                                        .map(it -> view(visit, it))
                                        .toList(),
                                after.map(it -> Behalf.HELPED),
                                page.next().map(key -> Behalf.HELPED + "?after=" + key)));
    }

    private static MandateNumber key(String after) {
        try {
            return new MandateNumber(after);
        } catch (IllegalArgumentException noNumber) {
            throw new CaseException(ErrorCode.MALFORMED_INPUT, Map.of("field", "after"));
        }
    }

    private HelpedView view(Visit visit, Helped helped) {
        Words words = visit.words();
        Mandate mandate = helped.mandate();
        Behalf behalf = Behalf.under(helped);
        CatalogueWords labels = desks.labels(visit);
        boolean reads = behalf.allows(Permission.READ);
        List<CaseLine> cases = reads
                ? desks.cases().ofPerson(visit.signedIn(), mandate.person()).stream()
                        .map(file -> CaseLine.of(visit, labels, file, behalf, desks.zone(file)))
                        .toList()
                : List.of();
        return new HelpedView(
                Behalf.name(helped),
                mandate.number().value(),
                mandate.allows().stream()
                        .sorted()
                        .map(it -> words.code("helped.allows", it))
                        .toList(),
                mandate.lastDay(),
                reads,
                cases,
                Optional.of(behalf.filing()).filter(path -> behalf.allows(Permission.FILE)));
    }
}
