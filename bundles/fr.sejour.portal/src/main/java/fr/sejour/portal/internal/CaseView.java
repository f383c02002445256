package fr.sejour.portal.internal;

import fr.sejour.api.attestation.Attestation;
import fr.sejour.api.cases.ActKind;
import fr.sejour.api.cases.CaseFile;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.ClockFile;
import fr.sejour.api.cases.CollectionFile;
import fr.sejour.api.cases.CollectionFile.DeclaredReceipt;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.prefecture.ServicePoint;
import fr.sejour.web.page.CatalogueWords;
import fr.sejour.web.page.Delay;
import fr.sejour.web.page.Due;
import fr.sejour.web.page.Visit;
import fr.sejour.web.page.Words;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A case as its person sees it, or their helper. */
public record CaseView(
        Behalf behalf,
        CaseLine line,
        String about,
        String nature,
        String filedAt,
        String prefecture,
        Optional<String> movesTo,
        Optional<LocalDate> movesOn,
        String cameFrom,
        List<String> warnings,
        boolean complete,
        List<PieceView> pieces,
        List<ClockLine> clocks,
        List<PaperView> papers,
        Optional<DecisionView> decision,
        Optional<CollectionView> collection,
        Optional<CheckView.Fees> fees,
        Optional<LocalDate> declaredReceipt,
        List<String> related,
        Optional<String> follows,
        Optional<Delay> delay,
        boolean canAnswer,
        boolean canDeclareReceipt,
        boolean canAskForReasons,
        boolean canWithdraw) {

    public CaseView {
        warnings = List.copyOf(warnings);
        pieces = List.copyOf(pieces);
        clocks = List.copyOf(clocks);
        papers = List.copyOf(papers);
        related = List.copyOf(related);
    }

    /** What the person still has to give. */
    public List<PieceView> toGive() {
        return pieces.stream().filter(PieceView::toGive).toList();
    }

    /** The delays that still run to a known day. */
    public List<ClockLine> running() {
        return clocks.stream().filter(clock -> clock.due().isPresent()).toList();
    }

    /** What has come, or comes later. */
    public List<PieceView> given() {
        return pieces.stream().filter(piece -> !piece.toGive()).toList();
    }

    /** A legal delay with what its end means. */
    public record ClockLine(String name, String state, Optional<Due> due, String meaning, String basis) {}

    /** The decision, its reasons and when it was notified. */
    public record DecisionView(
            String outcome,
            LocalDate decidedOn,
            Optional<String> reason,
            Optional<LocalDate> validFrom,
            Optional<LocalDate> validUntil,
            Optional<LocalDate> notifiedOn) {}

    /** Where, when and how the card is collected. */
    public record CollectionView(
            String mode, Optional<String> place, List<String> hours, Optional<LocalDate> handedOverOn) {

        public CollectionView {
            hours = List.copyOf(hours);
        }
    }

    static CaseView of(
            Visit visit,
            CatalogueWords labels,
            CaseFile file,
            Behalf behalf,
            List<Attestation> papers,
            String prefecture,
            Function<PrefectureCode, String> name,
            Optional<CaseNumber> follows,
            ZoneId zone) {
        Words words = visit.words();
        return new CaseView(
                behalf,
                CaseLine.of(visit, labels, file, behalf, zone),
                words.code("status.about", file.status()),
                words.code("nature", file.assessment().nature()),
                words.moment(file.filedAt(), zone),
                prefecture,
                file.transfer().map(transfer -> name.apply(transfer.to())),
                file.transfer().map(transfer -> transfer.completesOn()),
                file.formerPrefectures().stream().map(name).collect(Collectors.joining(", ")),
                file.assessment().warnings().stream()
                        .map(code -> words.code("warning", code))
                        .toList(),
                file.complete(),
                file.pieces().stream()
                        .map(piece -> PieceView.of(words, labels, file, piece, behalf, zone))
                        .filter(piece -> piece.stillMatters(file.status().isOpen()))
                        .toList(),
                file.clocks().stream()
                        .map(clock -> clock(words, clock, visit.today(zone)))
                        .toList(),
                papers.stream().map(paper -> PaperView.of(visit, paper)).toList(),
                file.decision()
                        .map(decision -> new DecisionView(
                                words.code("outcome", decision.outcome()),
                                decision.decidedOn(),
                                decision.reason(),
                                decision.validFrom(),
                                decision.validUntil(),
                                decision.notification().map(it -> it.day()))),
                file.collection()
                        .filter(it -> it.readyOn().isPresent())
                        .map(card -> new CollectionView(
                                words.code("collection", card.mode()),
                                card.servicePoint().map(point -> point.name() + ", " + point.address()),
                                card.servicePoint()
                                        .map(ServicePoint::collectionHours)
                                        .orElse(List.of()),
                                card.handedOverOn())),
                file.assessment()
                        .fees()
                        .ifSettled()
                        .filter(quote -> file.status().isOpen())
                        .map(quote -> CheckView.Fees.of(words, quote)),
                file.collection().flatMap(CollectionFile::declared).map(DeclaredReceipt::day),
                file.related().stream()
                        .map(other -> words.say(
                                "portal.related." + Words.kebab(other.link()),
                                "other",
                                other.number().value()))
                        .toList(),
                follows.map(number -> words.say("portal.case.follows", "number", number.value())),
                file.delay().map(delay -> Delay.of(words, delay)),
                behalf.offers(file, ActKind.ANSWER),
                behalf.offers(file, ActKind.DECLARE_RECEIPT),
                behalf.offers(file, ActKind.ASK_FOR_REASONS),
                behalf.offers(file, ActKind.WITHDRAW));
    }

    private static ClockLine clock(Words words, ClockFile clock, LocalDate today) {
        boolean running = clock.state() == ClockFile.State.RUNNING;
        return new ClockLine(
                words.code("clock", clock.kind()),
                words.code("clock.state", clock.state()),
                clock.endsOn().filter(day -> running).map(day -> new Due(words, day, today)),
                words.code("clock.meaning", clock.meaning()),
                clock.basis().stream().map(article -> article.reference()).collect(Collectors.joining(", ")));
    }
}
