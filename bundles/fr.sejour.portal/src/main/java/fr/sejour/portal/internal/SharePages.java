package fr.sejour.portal.internal;

import fr.sejour.api.attestation.ShareCode;
import fr.sejour.api.attestation.ShareCode.Purpose;
import fr.sejour.api.fault.CaseException;
import fr.sejour.portal.internal.template.StaticTemplates;
import fr.sejour.web.page.Audience;
import fr.sejour.web.page.Choice;
import fr.sejour.web.page.Form;
import fr.sejour.web.page.Page;
import fr.sejour.web.page.Reply;
import fr.sejour.web.page.Visit;
import fr.sejour.web.page.Words;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Where people share what they may do, and take it back. */
final class SharePages {

    static final String HERE = "/portal/shares";

    private final Desks desks;

    SharePages(Desks desks) {
        this.desks = desks;
    }

    List<Page> pages() {
        return List.of(
                Page.get(HERE, Audience.APPLICANT, visit -> page(visit, visit.form(), 200)),
                Page.post(HERE, Audience.APPLICANT, this::give),
                Page.post(HERE + "/{code}/end", Audience.APPLICANT, this::end));
    }

    private Reply give(Visit visit) {
        Form form = visit.form();
        Optional<Purpose> purpose = form.code("share-for", Purpose.class);
        Optional<LocalDate> until = form.day("share-until");
        if (form.stands()) {
            try {
                desks.shares().give(visit.signedIn(), Desks.person(visit), purpose.orElseThrow(), until.orElseThrow());
                return Reply.redirect(HERE + "?done=given");
            } catch (CaseException e) {
                switch (e.code()) {
                    case CONTRADICTORY_INPUT -> form.refuse("share-until", "shares.until");
                    case TOO_MANY_SHARES -> form.refuse(e);
                    default -> throw e;
                }
            }
        }
        return page(visit, form, 422);
    }

    private Reply end(Visit visit) {
        desks.shares().end(visit.signedIn(), Desks.person(visit), visit.variable("code", ShareCode::new));
        return Reply.redirect(HERE + "?done=ended");
    }

    private Reply page(Visit visit, Form form, int status) {
        Words words = visit.words();
        List<ShareView> given = desks.shares().ofPerson(visit.signedIn(), Desks.person(visit)).stream()
                .map(share -> ShareView.of(words, share))
                .toList();
        List<Choice> purposes = Arrays.stream(Purpose.values())
                .map(purpose -> Choice.of(Words.kebab(purpose), words.code("share.purpose", purpose))
                        .hint(words.code("shares.shows", purpose)))
                .toList();
        return new Reply.Html(
                status,
                words.say("shares.title"),
                new StaticTemplates().shares(form, given, purposes, visit.done("shares.done")));
    }
}
