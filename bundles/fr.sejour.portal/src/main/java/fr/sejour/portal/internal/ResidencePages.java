package fr.sejour.portal.internal;

import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.person.Residence;
import fr.sejour.api.person.Residences.Moved;
import fr.sejour.portal.internal.template.StaticTemplates;
import fr.sejour.web.page.Audience;
import fr.sejour.web.page.Form;
import fr.sejour.web.page.Page;
import fr.sejour.web.page.PlaceWords;
import fr.sejour.web.page.Reply;
import fr.sejour.web.page.Visit;
import java.util.List;
import java.util.Optional;

/** Saying where one lives now, and what became of each case. */
final class ResidencePages {

    private static final String PATH = "/portal/residence";

    private final Desks desks;
    private final PlaceWords places;

    ResidencePages(Desks desks) {
        this.desks = desks;
        this.places = new PlaceWords(desks.communes());
    }

    List<Page> pages() {
        return List.of(
                Page.get(PATH, Audience.APPLICANT, this::show), Page.post(PATH, Audience.APPLICANT, this::declare));
    }

    private Reply show(Visit visit) {
        return page(visit, visit.form(), 200);
    }

    private Reply declare(Visit visit) {
        Form form = visit.form();
        if (form.text("go").equals("search")) {
            return searched(visit, form);
        }
        Optional<Residence> home = places.read(form);
        if (home.isEmpty() || !form.stands()) {
            return page(visit, form, form.stands() ? 200 : 422);
        }
        try {
            desks.residences().declare(visit.signedIn(), Desks.person(visit), home.get());
            return Reply.redirect(PATH + "?done=moved");
        } catch (CaseException e) {
            if (e.code() != ErrorCode.UNKNOWN_COMMUNE) {
                throw e;
            }
            form.refuse("place", "portal.file.unknown-commune");
            return page(visit, form, 422);
        }
    }

    private Reply searched(Visit visit, Form form) {
        if (places.means(form)) {
            return page(visit, form, 200);
        }
        form.refuse("place", form.given("place") ? "portal.place.none" : "portal.place.missing");
        return page(visit, form, 422);
    }

    private Reply page(Visit visit, Form form, int status) {
        Moved moved = desks.residences().find(visit.signedIn(), Desks.person(visit));
        ResidenceView view = ResidenceView.of(visit, desks, places, moved);
        return new Reply.Html(
                status,
                visit.words().say("portal.residence.title"),
                new StaticTemplates().residence(form, view, places.choices(form)));
    }
}
