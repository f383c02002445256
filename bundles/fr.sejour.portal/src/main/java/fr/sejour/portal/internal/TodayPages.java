package fr.sejour.portal.internal;

import fr.sejour.api.access.Role;
import fr.sejour.api.attestation.AttestationNumber;
import fr.sejour.api.attestation.CoverageLedger;
import fr.sejour.api.attestation.CoverageLedger.Interval;
import fr.sejour.api.cases.CaseFile;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.prefecture.Prefecture;
import fr.sejour.portal.internal.template.StaticTemplates;
import fr.sejour.web.page.Audience;
import fr.sejour.web.page.CatalogueWords;
import fr.sejour.web.page.ComingLine;
import fr.sejour.web.page.Due;
import fr.sejour.web.page.Page;
import fr.sejour.web.page.Reply;
import fr.sejour.web.page.RightLines;
import fr.sejour.web.page.Visit;
import fr.sejour.web.page.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What right a person has today, until when, and what comes next. */
final class TodayPages {

    /** The proofs that are no papers of ours, so that no page shows them. */
    private static final Set<String> FROM_ELSEWHERE = Set.of("HELD_PERMIT", "EARLIER_PAPER");

    private final Desks desks;

    TodayPages(Desks desks) {
        this.desks = desks;
    }

    List<Page> pages() {
        return List.of(Page.get("/portal", Audience.ANYONE, this::today));
    }

    private Reply today(Visit visit) {
        Words words = visit.words();
        if (Audience.HELPER.admits(visit.caller())) {
            return Reply.redirect(Behalf.HELPED);
        }
        if (visit.caller().isEmpty() || visit.signedIn().role() != Role.APPLICANT) {
            return Reply.page(
                    words.say("portal.welcome.title"),
                    new StaticTemplates().welcome(words, visit.caller().isPresent()));
        }
        Behalf behalf = desks.behalf(visit);
        PersonId person = behalf.person();
        boolean linked =
                desks.people().find(visit.signedIn(), person).foreignerNumber().isPresent();
        CoverageLedger ledger = desks.coverage().of(visit.signedIn(), person);
        List<CaseFile> cases = desks.cases().ofPerson(visit.signedIn(), person);
        CatalogueWords labels = desks.labels(visit);
        TodayView view = new TodayView(
                ledger.covered(),
                ledger.coveredUntil().map(end -> lastDay(visit, end, zone(end, ledger))),
                desks.coverage()
                        .coming(visit.signedIn(), person)
                        .map(coming -> ComingLine.of(words, labels, coming, desks::name)),
                ledger.intervals().stream()
                        .filter(interval -> interval.covers(visit.now()))
                        .map(interval -> proof(words, interval))
                        .toList(),
                cases.stream()
                        .filter(file -> file.status().isOpen())
                        .map(file -> CaseLine.of(visit, labels, file, behalf, desks.zone(file)))
                        .toList(),
                linked,
                visit.done("portal.done"));
        return Reply.page(words.say("portal.today.title"), new StaticTemplates().today(words, view));
    }

    private static TodayView.Proof proof(Words words, Interval interval) {
        RightLines rights = new RightLines(words);
        boolean held = FROM_ELSEWHERE.contains(interval.proof());
        return new TodayView.Proof(
                words.code("paper", Words.kebab(interval.proof())),
                interval.validity().lastDay(),
                List.of(rights.work(interval.work()), rights.stay(interval.stay())),
                held ? Optional.empty() : Optional.of("/portal/papers/" + new AttestationNumber(interval.reference())));
    }

    /** The last day before that end, where the paper that ends then ends. */
    private static Due lastDay(Visit visit, Instant end, ZoneId zone) {
        LocalDate last = LocalDate.ofInstant(end.minusNanos(1), zone);
        return Due.end(visit.words(), last, visit.today(zone));
    }

    private static ZoneId zone(Instant end, CoverageLedger ledger) {
        return ledger.intervals().stream()
                .filter(interval -> interval.validity().end().map(end::equals).orElse(false))
                .map(interval -> interval.validity().endZone())
                .findFirst()
                .orElse(Prefecture.NATIONAL);
    }
}
