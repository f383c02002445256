package fr.sejour.portal.internal;

import fr.sejour.api.attestation.Attestation;
import fr.sejour.api.attestation.AttestationNumber;
import fr.sejour.portal.internal.template.StaticTemplates;
import fr.sejour.web.page.Audience;
import fr.sejour.web.page.Page;
import fr.sejour.web.page.Reply;
import fr.sejour.web.page.Visit;
import java.util.List;

/** The papers of a person, with the rights each one carries. */
final class PaperPages {

    private final Desks desks;

    PaperPages(Desks desks) {
        this.desks = desks;
    }

    List<Page> pages() {
        return List.of(
                Page.get("/portal/papers", Audience.APPLICANT, this::list),
                Page.get("/portal/papers/{number}", Audience.APPLICANT, this::show));
    }

    private Reply list(Visit visit) {
        List<PaperView> papers = desks.papers().ofPerson(visit.signedIn(), Desks.person(visit)).stream()
                .map(paper -> PaperView.of(visit, paper))
                .toList();
        return Reply.page(
                visit.words().say("portal.papers.title"), new StaticTemplates().papers(visit.words(), papers));
    }

    private Reply show(Visit visit) {
        Attestation paper = desks.papers().find(visit.signedIn(), visit.variable("number", AttestationNumber::new));
        PaperView view = PaperView.of(visit, paper);
        return Reply.page(view.name(), new StaticTemplates().paper(visit.words(), view));
    }
}
