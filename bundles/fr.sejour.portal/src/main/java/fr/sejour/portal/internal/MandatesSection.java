package fr.sejour.portal.internal;

import fr.sejour.api.fault.CaseException;
import fr.sejour.api.mandate.MandataryCode;
import fr.sejour.api.mandate.MandateNumber;
import fr.sejour.api.mandate.Mandates;
import fr.sejour.api.mandate.NewMandate;
import fr.sejour.api.mandate.Permission;
import fr.sejour.portal.internal.template.StaticTemplates;
import fr.sejour.web.page.Audience;
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
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Where people let an association or a lawyer act for them, see what was done, and end it. */
@Component(service = Section.class)
public final class MandatesSection implements Section {

    private static final String NAME = "helpers";
    private static final String HERE = "/helpers";

    private final Mandates mandates;

    @Activate
    public MandatesSection(@Reference Mandates mandates) {
        this.mandates = mandates;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String title(Words words) {
        return words.say("helpers.title");
    }

    @Override
    public List<Page> pages() {
        return List.of(
                Page.get(HERE, Audience.APPLICANT, visit -> page(visit, visit.form(), 200)),
                Page.post(HERE, Audience.APPLICANT, this::give),
                Page.post(HERE + "/{number}/end", Audience.APPLICANT, this::end));
    }

    @Override
    public List<MenuEntry> menu() {
        return List.of(
                new MenuEntry(NAME, 10, "/portal", "portal.menu.today", Audience.APPLICANT),
                new MenuEntry(NAME, 20, "/portal/cases", "portal.menu.cases", Audience.APPLICANT),
                new MenuEntry(NAME, 30, "/portal/papers", "portal.menu.papers", Audience.APPLICANT),
                new MenuEntry(NAME, 40, "/portal/inbox", "portal.menu.inbox", Audience.APPLICANT),
                new MenuEntry(NAME, 50, "/details", "details.title", Audience.APPLICANT));
    }

    @Override
    public Optional<String> signInPath() {
        return Optional.of(PortalSection.SIGN_IN);
    }

    private Reply give(Visit visit) {
        Form form = visit.form();
        Optional<MandataryCode> code = form.read("helper-code", MandataryCode::new);
        Set<Permission> allows = MandateWords.permissions(form);
        Optional<LocalDate> until = form.day("mandate-until");
        if (form.stands()) {
            try {
                mandates.give(
                        visit.signedIn(),
                        Desks.person(visit),
                        new NewMandate(
                                code.orElseThrow(), allows, Optional.empty(), until.orElseThrow(), Optional.empty()));
                return Reply.redirect(HERE + "?done=given");
            } catch (CaseException e) {
                switch (e.code()) {
                    case UNKNOWN_MANDATARY -> form.refuse("helper-code", "helpers.unknown");
                    case CONTRADICTORY_INPUT -> form.refuse("mandate-until", "helpers.until");
                    case MANDATE_STANDS -> form.refuse(e);
                    default -> throw e;
                }
            }
        }
        return page(visit, form, 422);
    }

    private Reply end(Visit visit) {
        mandates.end(visit.signedIn(), Desks.person(visit), visit.variable("number", MandateNumber::new));
        return Reply.redirect(HERE + "?done=ended");
    }

    private Reply page(Visit visit, Form form, int status) {
        Words words = visit.words();
        List<MandateView> given = mandates.ofPerson(visit.signedIn(), Desks.person(visit)).stream()
                .map(it -> MandateView.of(words, it))
                .toList();
        return new Reply.Html(
                status,
                words.say("helpers.title"),
                new StaticTemplates()
                        .mandates(
                                form,
                                given,
                                MandateWords.choices(words, "helpers.allows"),
                                visit.done("helpers.done")));
    }
}
