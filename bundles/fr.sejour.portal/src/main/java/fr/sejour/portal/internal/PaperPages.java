package fr.sejour.portal.internal;

import fr.sejour.api.attestation.Attestation;
import fr.sejour.api.attestation.AttestationNumber;
import fr.sejour.api.paper.PaperCopies.Copy;
import fr.sejour.api.paper.PaperPress;
import fr.sejour.portal.internal.template.StaticTemplates;
import fr.sejour.web.page.Audience;
import fr.sejour.web.page.Page;
import fr.sejour.web.page.Reply;
import fr.sejour.web.page.Visit;
import java.util.List;
import java.util.Locale;

/** The papers of a person, with the rights each one carries. */
final class PaperPages {

    private final Desks desks;

    PaperPages(Desks desks) {
        this.desks = desks;
    }

    List<Page> pages() {
        return List.of(
                Page.get("/portal/papers", Audience.APPLICANT, this::list),
                Page.get("/portal/papers/{number}", Audience.APPLICANT, this::show),
                Page.get("/portal/papers/{number}/{language}", Audience.APPLICANT, this::copy));
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
        List<CopyLink> copies = desks.copies().languages().stream()
                .map(language -> new CopyLink(
                        view.path() + "/" + language,
                        language,
                        Locale.forLanguageTag(language).getDisplayLanguage(Locale.forLanguageTag(language))))
                .toList();
        return Reply.page(view.name(), new StaticTemplates().paper(visit.words(), view, copies));
    }

    private Reply copy(Visit visit) {
        AttestationNumber number = visit.variable("number", AttestationNumber::new);
        Copy copy = desks.copies().read(visit.signedIn(), number, visit.variable("language", it -> it));
        return new Reply.Attachment(
                PaperPress.MEDIA_TYPE, number + "-" + copy.language() + ".pdf", copy.size(), copy.content());
    }
}
