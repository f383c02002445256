package fr.sejour.portal.internal;

import fr.sejour.api.notice.Notice;
import fr.sejour.api.prefecture.Prefecture;
import fr.sejour.portal.internal.template.StaticTemplates;
import fr.sejour.web.page.Audience;
import fr.sejour.web.page.Page;
import fr.sejour.web.page.Reply;
import fr.sejour.web.page.Visit;
import fr.sejour.web.page.Words;
import java.util.List;

/** The messages of a person, in the words they were sent. */
final class InboxPages {

    private final Desks desks;

    InboxPages(Desks desks) {
        this.desks = desks;
    }

    List<Page> pages() {
        return List.of(Page.get("/portal/inbox", Audience.APPLICANT, this::list));
    }

    private Reply list(Visit visit) {
        List<Message> messages = desks.inbox().open(visit.signedIn(), Desks.person(visit)).stream()
                .map(notice -> message(visit.words(), notice))
                .toList();
        return Reply.page(
                visit.words().say("portal.inbox.title"), new StaticTemplates().inbox(visit.words(), messages));
    }

    private static Message message(Words words, Notice notice) {
        return new Message(
                notice.subject(),
                notice.body(),
                notice.language(),
                words.moment(notice.createdAt(), Prefecture.NATIONAL),
                notice.seenAt().isEmpty(),
                "/portal/cases/" + notice.caseNumber(),
                notice.caseNumber().value());
    }
}
