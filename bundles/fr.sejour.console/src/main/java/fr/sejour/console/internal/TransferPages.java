package fr.sejour.console.internal;

import fr.sejour.api.cases.Act;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.Transfers;
import fr.sejour.api.cases.Transfers.Incoming;
import fr.sejour.api.fault.CaseException;
import fr.sejour.console.internal.template.StaticTemplates;
import fr.sejour.web.page.Audience;
import fr.sejour.web.page.CatalogueWords;
import fr.sejour.web.page.Due;
import fr.sejour.web.page.Form;
import fr.sejour.web.page.Page;
import fr.sejour.web.page.ProblemWords;
import fr.sejour.web.page.Reply;
import fr.sejour.web.page.Visit;
import fr.sejour.web.page.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** What other préfectures offer, to be received one by one or several at once. */
final class TransferPages {

    private static final String PATH = "/console/transfers";

    private final Desks desks;

    TransferPages(Desks desks) {
        this.desks = desks;
    }

    List<Page> pages() {
        return List.of(Page.get(PATH, Audience.STAFF, this::list), Page.post(PATH, Audience.STAFF, this::receive));
    }

    private Reply list(Visit visit) {
        return page(visit, visit.form(), List.of(), 200);
    }

    /** Each case is received by itself: what cannot be any more is told, and the others are. */
    private Reply receive(Visit visit) {
        Form form = visit.form();
        List<CaseNumber> chosen = new ArrayList<>();
        try {
            form.all("offer").stream().distinct().map(CaseNumber::new).forEach(chosen::add);
        } catch (IllegalArgumentException noNumber) {
            chosen.clear();
        }
        if (chosen.isEmpty() || chosen.size() > Transfers.MOST) {
            form.refuseAll("console.transfers.choose");
            return page(visit, form, List.of(), 422);
        }
        List<String> missed = chosen.stream()
                .flatMap(number -> missed(visit, number).stream())
                .toList();
        return missed.isEmpty()
                ? Reply.redirect(PATH + "?done=received")
                : page(visit, visit.form(Map.of()), missed, 409);
    }

    private Optional<String> missed(Visit visit, CaseNumber number) {
        try {
            desks.cases().act(visit.signedIn(), number, OptionalLong.empty(), new Act.ReceiveTransfer());
            return Optional.empty();
        } catch (CaseException e) {
            return switch (e.code()) {
                case ACT_NOT_ALLOWED, CASE_CHANGED, NOT_FOUND, NOT_YOURS_TO_DO ->
                    Optional.of(number + " : " + new ProblemWords(visit.words()).sentence(e));
                default -> throw e;
            };
        }
    }

    private Reply page(Visit visit, Form form, List<String> missed, int status) {
        Words words = visit.words();
        CatalogueWords labels = desks.labels(visit);
        List<TransferView.Row> rows = desks.transfers().incoming(visit.signedIn()).stream()
                .map(it -> row(visit, labels, it))
                .toList();
        TransferView view = new TransferView(rows, missed, visit.done("console.transfers.done"));
        return new Reply.Html(
                status, words.say("console.transfers.title"), new StaticTemplates().transfers(form, view));
    }

    private TransferView.Row row(Visit visit, CatalogueWords labels, Incoming it) {
        return new TransferView.Row(
                it.number().value(),
                "/console/cases/" + it.number(),
                it.familyName() + " " + it.givenNames(),
                labels.permit(it.permit()),
                it.filedOn(),
                desks.prefecture(it.from()),
                desks.prefecture(it.offer().to()),
                Desks.reason(visit.words(), it.offer()),
                new Due(
                        visit.words(),
                        it.offer().completesOn(),
                        visit.today(desks.zone(it.offer().to()))));
    }
}
