package fr.sejour.portal.internal;

import fr.sejour.api.filing.CounterCodes;
import fr.sejour.api.prefecture.Prefecture;
import fr.sejour.portal.internal.template.StaticTemplates;
import fr.sejour.web.page.Audience;
import fr.sejour.web.page.Page;
import fr.sejour.web.page.Reply;
import fr.sejour.web.page.Visit;
import fr.sejour.web.page.Words;
import java.util.List;
import java.util.Optional;

/** Where people draw the code by which what they ask for at a counter stands in their account. */
final class CounterCodePages {

    static final String HERE = "/portal/counter-code";

    private final Desks desks;

    CounterCodePages(Desks desks) {
        this.desks = desks;
    }

    List<Page> pages() {
        return List.of(
                Page.get(HERE, Audience.APPLICANT, visit -> page(visit, Optional.empty())),
                Page.post(HERE, Audience.APPLICANT, this::draw));
    }

    /** This answer alone shows the code. */
    private Reply draw(Visit visit) {
        CounterCodes.Drawn drawn = desks.counterCodes().draw(visit.signedIn(), Desks.person(visit));
        return page(
                visit,
                Optional.of(new DrawnCode(
                        drawn.code().printed(), visit.words().moment(drawn.until(), Prefecture.NATIONAL))));
    }

    private static Reply page(Visit visit, Optional<DrawnCode> drawn) {
        Words words = visit.words();
        return Reply.page(
                words.say("portal.counter-code.title"), new StaticTemplates().counterCode(visit.form(), drawn));
    }
}
