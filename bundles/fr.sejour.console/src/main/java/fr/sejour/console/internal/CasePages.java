package fr.sejour.console.internal;

import fr.sejour.api.attestation.CoverageLedger;
import fr.sejour.api.cases.CaseFile;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.ClockFile;
import fr.sejour.api.cases.DecisionFile;
import fr.sejour.api.cases.JournalLine;
import fr.sejour.api.cases.PieceFile;
import fr.sejour.api.cases.PieceVersion;
import fr.sejour.api.cases.ScanState;
import fr.sejour.api.catalogue.Article;
import fr.sejour.api.catalogue.FeeQuote;
import fr.sejour.api.catalogue.PieceRequirement;
import fr.sejour.api.catalogue.PieceType;
import fr.sejour.api.person.PersonProfile;
import fr.sejour.api.person.Residences;
import fr.sejour.api.team.CasePlace;
import fr.sejour.api.team.TeamCode;
import fr.sejour.console.internal.template.StaticTemplates;
import fr.sejour.console.internal.template.Templates;
import fr.sejour.web.page.Audience;
import fr.sejour.web.page.CaseWords;
import fr.sejour.web.page.CatalogueWords;
import fr.sejour.web.page.ComingLine;
import fr.sejour.web.page.Delay;
import fr.sejour.web.page.Due;
import fr.sejour.web.page.Page;
import fr.sejour.web.page.Reply;
import fr.sejour.web.page.RightLines;
import fr.sejour.web.page.Visit;
import fr.sejour.web.page.Words;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A case with everything on it: the person, the pieces, the delays, the decision, and what can be done. */
final class CasePages {

    private static final Templates TEMPLATES = new StaticTemplates();
    private final Desks desks;

    CasePages(Desks desks) {
        this.desks = desks;
    }

    List<Page> pages() {
        return List.of(
                Page.get("/console/cases/{number}", Audience.STAFF, this::show),
                Page.get("/console/cases/{number}/journal", Audience.STAFF, this::journal),
                Page.get("/console/cases/{number}/pieces/{type}", Audience.STAFF, this::piece),
                Page.get("/console/cases/{number}/pieces/{type}/{version}", Audience.STAFF, this::earlier));
    }

    private Reply show(Visit visit) {
        CaseFile file = desks.cases().find(visit.signedIn(), number(visit));
        return Reply.page(
                visit.words().say("console.case.title", "number", file.number()),
                TEMPLATES.caseFile(visit.form(), view(visit, file), place(visit, file), visit.done("act")));
    }

    /** With which team it is, and in whose hands. */
    private String place(Visit visit, CaseFile file) {
        Words words = visit.words();
        CasePlace place = desks.teams().place(visit.signedIn(), file.number());
        String team = place.team().equals(TeamCode.GENERAL) ? words.say("console.teams.general") : place.teamName();
        if (place.assignee().isEmpty()) {
            return words.say("console.case.place.nobody", "team", team);
        }
        String login = place.assignee().get().login().value();
        return place.standIn()
                .map(other -> words.say(
                        "console.case.place.stand-in",
                        "team",
                        team,
                        "login",
                        login,
                        "other",
                        other.login().value()))
                .orElseGet(() -> words.say(
                        place.away() ? "console.case.place.away" : "console.case.place", "team", team, "login", login));
    }

    private Reply journal(Visit visit) {
        CaseNumber number = number(visit);
        CaseFile file = desks.cases().find(visit.signedIn(), number);
        ZoneId zone = desks.zone(file.prefecture());
        List<JournalRow> rows = desks.cases().journal(visit.signedIn(), number).stream()
                .map(line -> row(visit.words(), line, zone))
                .toList();
        return Reply.page(
                visit.words().say("console.journal.title"), TEMPLATES.journal(visit.words(), number.value(), rows));
    }

    private Reply piece(Visit visit) {
        PieceType type = visit.variable("type", PieceType::new);
        return Reply.piece(desks.pieces().read(visit.signedIn(), number(visit), type, Optional.empty()));
    }

    private Reply earlier(Visit visit) {
        PieceType type = visit.variable("type", PieceType::new);
        int version = visit.variable("version", Integer::parseInt);
        return Reply.piece(desks.pieces().read(visit.signedIn(), number(visit), type, Optional.of(version)));
    }

    private CaseView view(Visit visit, CaseFile file) {
        Words words = visit.words();
        CatalogueWords labels = desks.labels(visit);
        ZoneId zone = desks.zone(file.prefecture());
        LocalDate today = visit.today(zone);
        PersonProfile person = desks.people().find(visit.signedIn(), file.person());
        CoverageLedger ledger = desks.coverage().of(visit.signedIn(), file.person());
        List<PieceVersion> versions = desks.pieces().versions(visit.signedIn(), file.number());
        QueuePages queue = new QueuePages(desks);
        return new CaseView(
                file.number().value(),
                file.version(),
                "/console/cases/" + file.number(),
                labels.permit(file.permit()),
                file.article().map(Article::reference),
                words.code("status", file.status()),
                words.code("status.about", file.status()),
                CaseWords.tone(file.status()),
                file.complete(),
                file.next()
                        .map(next -> new CaseView.Next(
                                CaseWords.next(words, next),
                                words.code("next.who", next.who()),
                                new Due(words, next.by(), today))),
                file.delay().map(delay -> Delay.of(words, delay)),
                person(words, person),
                filed(words, file, zone),
                file.held()
                        .map(held -> new CaseView.Held(
                                labels.permit(held.permit()), held.number(), held.validFrom(), held.validUntil())),
                words.code("fact", file.facts()),
                file.transfer()
                        .map(transfer -> words.say(
                                "console.case.transfer",
                                "to",
                                desks.prefecture(transfer.to()),
                                "day",
                                transfer.completesOn(),
                                "reason",
                                Desks.reason(words, transfer))),
                Optional.of(file.formerPrefectures())
                        .filter(former -> !former.isEmpty())
                        .map(former -> former.stream().map(desks::prefecture).collect(Collectors.joining(", "))),
                home(visit, file),
                ledger.intervals().stream()
                        .map(interval -> proof(visit, interval))
                        .toList(),
                desks.coverage()
                        .coming(visit.signedIn(), file.person())
                        .map(coming -> ComingLine.of(words, labels, coming, desks::prefecture)),
                file.pieces().stream()
                        .map(piece -> piece(words, labels, file, piece, versions, zone))
                        .toList(),
                file.clocks().stream().map(clock -> clock(words, clock, today)).toList(),
                file.tasks().stream()
                        .map(task -> queue.line(words, task, today))
                        .toList(),
                file.decision().map(decision -> decision(words, decision)),
                file.collection()
                        .map(card -> new CaseView.Card(
                                card.cardNumber(),
                                words.code("collection", card.mode()),
                                card.servicePoint().map(point -> point.name() + ", " + point.address()),
                                card.readyOn(),
                                card.handedOverOn(),
                                card.declared()
                                        .map(said -> words.say(
                                                "console.case.declared-receipt",
                                                "day",
                                                said.day(),
                                                "number",
                                                said.cardNumber())))),
                file.orders().stream()
                        .map(order -> words.say(
                                order.doneOn().isPresent() ? "console.case.order-done" : "console.case.order-owed",
                                "court",
                                order.court(),
                                "what",
                                words.code("ordered", order.what()),
                                "orderedOn",
                                order.orderedOn(),
                                "dueOn",
                                order.dueOn(),
                                "doneOn",
                                order.doneOn().orElse(order.dueOn())))
                        .toList(),
                file.related().stream()
                        .map(other -> CaseView.Related.of(words, other))
                        .toList(),
                CaseView.Linked.of(words, desks.cases().links(visit.signedIn(), file.number())),
                CaseView.acts(words, file),
                file.practice().rules().bundle() + " " + file.practice().rules().version());
    }

    private Optional<CaseView.Home> home(Visit visit, CaseFile file) {
        Residences.Moved moved = desks.residences().find(visit.signedIn(), file.person());
        return moved.residence()
                .map(it -> new CaseView.Home(
                        it.residence().address(),
                        moved.commune()
                                .map(place -> place.name() + " (" + place.code() + ")")
                                .orElse(it.residence().commune().value())));
    }

    private static CaseView.Person person(Words words, PersonProfile person) {
        return new CaseView.Person(
                PeopleSection.path(person.id()),
                person.civilStatus().familyName() + " " + person.civilStatus().givenNames(),
                person.civilStatus().birthDate(),
                new Locale("", person.civilStatus().nationality()).getDisplayCountry(words.locale()),
                words.code("fact", person.civilStatusLevel()),
                person.foreignerNumber().map(number -> number.value()),
                person.contact().email(),
                person.contact().phone(),
                person.representative()
                        .map(it -> Stream.of(
                                        Optional.of(words.say(
                                                "representative.of",
                                                "name",
                                                it.familyName() + " " + it.givenNames(),
                                                "quality",
                                                words.code("quality", it.quality()))),
                                        it.contact().email(),
                                        it.contact().phone())
                                .flatMap(Optional::stream)
                                .collect(Collectors.joining(", "))));
    }

    private CaseView.Filed filed(Words words, CaseFile file, ZoneId zone) {
        return new CaseView.Filed(
                words.moment(file.filedAt(), zone),
                words.code("channel", file.channel()),
                words.code("nature", file.assessment().nature()),
                file.assessment()
                        .timeliness()
                        .fold(
                                timeliness -> words.code("console.timeliness", timeliness),
                                open -> words.say("console.timeliness.undetermined")),
                file.assessment().warnings().stream()
                        .map(code -> words.code("warning", code))
                        .toList(),
                desks.prefecture(file.prefecture()),
                file.assessment().edition().name(),
                file.assessment().fees().ifSettled().map(FeeQuote::total));
    }

    private static CaseView.Proof proof(Visit visit, CoverageLedger.Interval interval) {
        return new CaseView.Proof(
                visit.words().code("paper", Words.kebab(interval.proof())),
                interval.validity().firstDay(),
                interval.validity().lastDay(),
                interval.covers(visit.now()),
                new RightLines(visit.words()).work(interval.work()));
    }

    private static CaseView.Piece piece(
            Words words,
            CatalogueWords labels,
            CaseFile file,
            PieceFile piece,
            List<PieceVersion> versions,
            ZoneId zone) {
        Optional<PieceRequirement> requirement = file.assessment().pieces().stream()
                .filter(it -> it.type().equals(piece.type()))
                .findFirst();
        boolean collection = piece.need() == PieceFile.Need.AT_HAND_OVER;
        return new CaseView.Piece(
                requirement.map(labels::piece).orElseGet(() -> labels.piece(piece.type())),
                piece.state() == PieceFile.State.MISSING && collection
                        ? words.say("piece.at-collection")
                        : words.say("console.piece." + Words.kebab(piece.state())),
                switch (piece.state()) {
                    case GIVEN -> "yes";
                    case REFUSED -> "no";
                    case WAIVED -> "plain";
                    case ASKED -> "open";
                    case MISSING -> collection ? "plain" : "open";
                },
                requirement.flatMap(it -> it.blocking().ifSettled()).orElse(false),
                requirement.flatMap(labels::when),
                piece.finding()
                        .map(said -> words.say(
                                "console.piece.finding",
                                "by",
                                said.by().value(),
                                "at",
                                words.moment(said.at(), zone),
                                "reason",
                                said.reason())),
                piece.given()
                        .map(PieceFile.Given::scan)
                        .filter(scan -> scan != ScanState.CLEAN)
                        .map(scan -> words.code("scan", scan)),
                piece.basis(),
                piece.givenAt().map(at -> words.moment(at, zone)),
                piece.size().map(size -> words.say("console.piece.size", "kilobytes", Math.max(1, size / 1024))),
                piece.given()
                        .filter(given -> given.scan() == ScanState.CLEAN || given.scan() == ScanState.NONE)
                        .map(given -> "/console/cases/" + file.number() + "/pieces/" + piece.type()),
                versions.stream()
                        .filter(version -> version.type().equals(piece.type()))
                        .filter(version -> version.end().isPresent())
                        .map(version -> new CaseView.Earlier(
                                words.say(
                                        "console.piece.earlier",
                                        "version",
                                        version.version(),
                                        "at",
                                        words.moment(version.givenAt(), zone)),
                                "/console/cases/" + file.number() + "/pieces/" + piece.type() + "/"
                                        + version.version()))
                        .toList());
    }

    private static CaseView.Clock clock(Words words, ClockFile clock, LocalDate today) {
        boolean running = clock.state() == ClockFile.State.RUNNING;
        return new CaseView.Clock(
                words.code("clock", clock.kind()),
                words.code("clock.state", clock.state()),
                clock.endsOn().filter(day -> running).map(day -> new Due(words, day, today)),
                clock.endsOn(),
                words.code("clock.meaning", clock.meaning()),
                clock.basis().stream().map(Article::reference).collect(Collectors.joining(", ")));
    }

    private static CaseView.Decision decision(Words words, DecisionFile decision) {
        return new CaseView.Decision(
                words.code("outcome", decision.outcome()),
                decision.decidedOn(),
                decision.reason(),
                decision.delegation(),
                decision.validFrom(),
                decision.validUntil(),
                decision.notification()
                        .map(notified -> words.say(
                                "console.case.notified",
                                "day",
                                notified.day(),
                                "means",
                                words.ifSaid("means." + notified.means()).orElse(notified.means()),
                                "proof",
                                notified.proof())),
                decision.edition());
    }

    /** One line of the journal as it is read. */
    private static JournalRow row(Words words, JournalLine line, ZoneId zone) {
        return new JournalRow(
                line.sequence(),
                words.moment(line.at(), zone),
                line.actor(),
                words.ifSaid("journal." + line.what())
                        .or(() -> words.ifSaid("act." + line.what()))
                        .orElse(line.what()),
                line.detail(),
                line.basis(),
                line.digest().substring(0, Math.min(12, line.digest().length())),
                line.statement());
    }

    private static CaseNumber number(Visit visit) {
        return visit.variable("number", CaseNumber::new);
    }
}
