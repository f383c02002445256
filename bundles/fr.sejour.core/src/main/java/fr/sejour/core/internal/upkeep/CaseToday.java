package fr.sejour.core.internal.upkeep;

import fr.sejour.api.attestation.Attestation;
import fr.sejour.api.attestation.CoverageLedger;
import fr.sejour.api.cases.DecisionFile;
import fr.sejour.api.catalogue.Reading;
import fr.sejour.api.edition.EditionEffect.Change;
import fr.sejour.api.filing.Timeliness;
import fr.sejour.api.person.FactLevel;
import fr.sejour.api.right.PaperKind;
import fr.sejour.api.right.Rights;
import fr.sejour.api.right.Validity;
import fr.sejour.core.internal.cases.CaseClocks;
import fr.sejour.core.internal.cases.Duplicates;
import fr.sejour.core.internal.paper.Ledger;
import fr.sejour.core.internal.paper.PaperDays;
import fr.sejour.core.internal.paper.RightsChange;
import fr.sejour.core.port.CaseRecord;
import fr.sejour.core.port.EarlierPaper;
import fr.sejour.core.port.PersonRecord;
import fr.sejour.law.Edition;
import fr.sejour.law.FilingFacts;
import fr.sejour.law.PaperGrant;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A case at an instant, and what its person holds: the questions on which it turns what is due. The law is asked; only who extends
 * this changes the case.
 */
class CaseToday {

    /** The papers that carry a right from one end to the next. */
    static final Set<PaperKind> CHAIN = EnumSet.of(PaperKind.ATTESTATION_DE_PROLONGATION, PaperKind.RECEPISSE);

    final CaseLaw law;
    final Lead lead;
    final PersonRecord person;
    final List<Attestation> papers;
    final Instant now;
    CaseRecord record;
    ZoneId zone;
    LocalDate today;
    Edition edition;
    FilingFacts facts;

    /** @param papers every paper of the person, those of other cases included */
    CaseToday(CaseLaw law, Lead lead, CaseRecord record, PersonRecord person, List<Attestation> papers, Instant now) {
        this.law = law;
        this.lead = lead;
        this.record = record;
        this.person = person;
        this.papers = new ArrayList<>(papers);
        this.now = now;
        this.edition = law.at(now);
        readPlace();
    }

    /** Reads what depends on the responsible préfecture, again once the case has moved. */
    final void readPlace() {
        zone = edition.prefecture(record.standing().prefecture()).orElseThrow().zone();
        today = now.atZone(zone).toLocalDate();
        edition = law.inForce(todayOfPapers());
        facts = law.facts(
                record.filed(),
                person.civilStatus().birthDate(),
                record.standing().prefecture());
    }

    /** Undecided, or decided against the person without their knowing it yet: until then their right goes on. */
    boolean undecided() {
        return switch (record.standing().status()) {
            case FILED, AWAITING_PIECES, UNDER_REVIEW, SILENTLY_REFUSED -> true;
            case REFUSED, REGISTRATION_REFUSED ->
                record.decision().flatMap(decision -> decision.notification()).isEmpty();
            default -> false;
        };
    }

    /** The last day that the case's chain of rights reaches: its last paper, else the held permit. */
    Optional<LocalDate> chainEnd() {
        Stream<LocalDate> issued = papers.stream()
                .filter(paper -> ofThisCase(paper) && paper.end().isEmpty() && CHAIN.contains(paper.kind()))
                .filter(paper -> paper.isUsual() || standsForTheUsual(paper.rights()))
                .flatMap(paper -> paper.validity().lastDay().stream());
        Stream<LocalDate> earlier = earlierPapers()
                .filter(paper -> paper.endedAt().isEmpty() && CHAIN.contains(paper.kind()))
                .flatMap(paper -> paper.validity().lastDay().stream());
        return Stream.concat(issued, earlier)
                .max(Comparator.naturalOrder())
                .or(() -> record.filed().held().map(held -> held.validUntil()));
    }

    /** The first day of the next paper of the chain; today when the chain has broken, or has nothing to follow. */
    LocalDate nextFirstDay() {
        LocalDate now = todayOfPapers();
        return chainEnd()
                .filter(end -> !end.isBefore(now))
                .map(end -> end.plusDays(1))
                .orElse(now);
    }

    /**
     * The day of papers: that of where the filing came to, or of where the case is now if the day ends later there. What begins on it has
     * begun in both, and what ended before it is over in both. The law too is that of this day.
     */
    LocalDate todayOfPapers() {
        return zones().dayAt(now);
    }

    LocalDate leadStart(LocalDate firstDay) {
        return firstDay.minusDays(lead.renewBefore());
    }

    /** The paper of R. 432-9, from the day on which the préfet seized the commission until he has ruled. */
    Optional<PaperGrant> commission(LocalDate firstDay) {
        return record.standing()
                .commissionOn()
                .filter(day -> undecided() && seen())
                .flatMap(day -> edition.papers().beforeTheCommission(facts, firstDay));
    }

    /** The first day of the next one: today for the first. */
    LocalDate nextDayOfTheCommission() {
        LocalDate now = todayOfPapers();
        return papers.stream()
                .filter(paper -> ofThisCase(paper) && paper.end().isEmpty() && paper.isOfTheCommission())
                .flatMap(paper -> paper.validity().lastDay().stream())
                .max(Comparator.naturalOrder())
                .filter(end -> !end.isBefore(now))
                .map(end -> end.plusDays(1))
                .orElse(now);
    }

    /** The day on which it is issued: at once for the first, a little ahead for those that follow. */
    LocalDate commissionComesOn() {
        LocalDate next = nextDayOfTheCommission();
        return next.equals(todayOfPapers()) ? next : leadStart(next);
    }

    /** Whether the usual paper waits while one of the commission stands in its place. */
    boolean heldBack() {
        return commission(todayOfPapers())
                .filter(one -> standsForTheUsual(one.rights()))
                .isPresent();
    }

    /**
     * Whether rights are as many as those of the paper that the law gives without the commission, or without a judge's order. Where they
     * are fewer both papers go on, for nobody loses a right because either looked at the case; what one of them leaves open the other
     * does not deny.
     */
    final boolean standsForTheUsual(Rights rights) {
        return usual(todayOfPapers())
                .map(grant -> RightsChange.between(grant.rights(), rights)
                        .map(change -> change == Change.MORE)
                        .orElse(true))
                .orElse(true);
    }

    private Optional<PaperGrant> usual(LocalDate firstDay) {
        return edition.papers()
                .continuing(facts, timeliness(), complete(), firstDay)
                .ifSettled()
                .flatMap(grant -> grant);
    }

    /** Whether the next paper comes without anybody's act. */
    boolean comesByItself() {
        return continuing().isPresent() || commission(nextDayOfTheCommission()).isPresent();
    }

    /** The next paper of the chain, when the law gives it without anybody's act. */
    Optional<PaperGrant> continuing() {
        return founded() ? continuingReading().ifSettled().flatMap(grant -> grant) : Optional.empty();
    }

    /**
     * The paper that the law of today gives in the place of one in the hand, from today or from the day on which that one begins; empty
     * when it gives none of its kind by itself.
     */
    Optional<PaperGrant> instead(Attestation paper) {
        LocalDate begins = paper.validity().firstDay();
        LocalDate first = begins.isBefore(todayOfPapers()) ? todayOfPapers() : begins;
        Optional<PaperGrant> given;
        if (paper.kind() == PaperKind.LEGAL_EXTENSION) {
            given = extension().map(grant -> grant.from(first));
        } else if (!CHAIN.contains(paper.kind())) {
            given = favourable();
        } else if (paper.isOfTheCommission()) {
            given = commission(first);
        } else {
            given = chainGoesOn() && founded() ? usual(first) : Optional.empty();
        }
        return given.filter(grant -> grant.kind() == paper.kind());
    }

    /** The statement of the legal extension of the card held (L. 433-3), as long as nobody has ruled and the law has one. */
    Optional<PaperGrant> extension() {
        return undecided() && seen()
                ? edition.papers().onFiling(facts, complete(), todayOfPapers()).stream()
                        .filter(grant -> grant.kind() == PaperKind.LEGAL_EXTENSION)
                        .findFirst()
                : Optional.empty();
    }

    /** When a paper of the case was taken back; empty when none was. From then on only an agent says what the case rests on. */
    Optional<Instant> revokedAt() {
        return papers.stream()
                .filter(paper -> ofThisCase(paper) && paper.isRevoked())
                .flatMap(paper -> paper.end().stream())
                .map(Attestation.End::at)
                .max(Comparator.naturalOrder());
    }

    /** The papers in the hand that were issued under another text than that of today, except for what a judge ordered. */
    List<Attestation> ofAnotherEdition() {
        return inTheHand()
                .filter(paper -> !paper.edition().equals(edition.stamp().name()))
                .toList();
    }

    /** Those, and the ones that were issued where the case was before: some rights are written for a territory. */
    List<Attestation> ofAnotherEditionOrPlace() {
        return inTheHand()
                .filter(paper -> !paper.edition().equals(edition.stamp().name())
                        || !paper.prefecture().equals(record.standing().prefecture()))
                .toList();
    }

    private Stream<Attestation> inTheHand() {
        return papers.stream()
                .filter(paper -> ofThisCase(paper)
                        && lasts(paper)
                        && paper.kind() != PaperKind.ATTESTATION_DE_DEPOT
                        && !ordered(paper));
    }

    boolean ordered(Attestation paper) {
        return record.orders().stream().anyMatch(order -> order.issued().equals(Optional.of(paper.number())));
    }

    Reading<Optional<PaperGrant>> continuingReading() {
        return edition.papers().continuing(facts, timeliness(), complete(), nextFirstDay());
    }

    /** The attestation de décision favorable, once the case is granted and where the law has one. */
    Optional<PaperGrant> favourable() {
        return record.standing().status().isOpen()
                ? record.decision()
                        .flatMap(decision -> edition.papers()
                                .onFavourableDecision(facts, earlier(decision.decidedOn(), todayOfPapers())))
                : Optional.empty();
    }

    /** Whether papers follow one another: until the decision, or the hand-over where no other paper leads there. */
    boolean chainGoesOn() {
        return undecided()
                || (record.standing().status().isOpen() && favourable().isEmpty() && !grantOver());
    }

    /** The last day of the permit granted, while its card is on its way. */
    Optional<LocalDate> granted() {
        return record.decision()
                .filter(decision -> record.standing().status().isOpen())
                .flatMap(DecisionFile::validUntil);
    }

    /** The instant at which the permit granted is over wherever the case has lived. */
    Optional<Instant> grantEnd() {
        return granted().map(last -> zones().begins(last.plusDays(1)));
    }

    /** Whether the permit granted has ended before its card was in the hand: no paper can stand in for it any more. */
    boolean grantOver() {
        return grantEnd().filter(end -> !now.isBefore(end)).isPresent();
    }

    Reading<Timeliness> timeliness() {
        return law.judging(facts.filedOn()).windows().judge(facts).timeliness();
    }

    /** Whether no blocking piece is missing; whoever was granted the permit was admitted with what they gave. */
    boolean complete() {
        return record.standing().completeOn().isPresent() || isGranted();
    }

    boolean seen() {
        return record.standing().facts() != FactLevel.DECLARED;
    }

    /** Whether papers may rest on what is known: somebody has seen it, or the préfet has granted the permit on it since. */
    boolean founded() {
        return seen() || (isGranted() && revokedAt().isEmpty());
    }

    /** Whether the permit was granted, its card on its way. */
    private boolean isGranted() {
        return record.standing().status().isOpen() && record.decision().isPresent();
    }

    Optional<LocalDate> silenceEnd() {
        return CaseClocks.silenceEnd(record);
    }

    /** What an earlier system issued for the case, or for one that it took over. */
    Stream<EarlierPaper> earlierPapers() {
        return person.earlierPapers().stream()
                .filter(paper -> Duplicates.numbers(record).contains(paper.caseNumber()));
    }

    boolean ofThisCase(Attestation paper) {
        return Duplicates.numbers(record).contains(paper.caseNumber());
    }

    /** Whether a paper is in its holder's hand, its first day come or not. */
    boolean lasts(Attestation paper) {
        return paper.end().isEmpty() && lasts(counted(paper).validity());
    }

    boolean lasts(EarlierPaper paper) {
        return paper.endedAt().isEmpty() && lasts(paper.validity().lastingIn(zone));
    }

    boolean lasts(Validity days) {
        return days.end().map(now::isBefore).orElse(true);
    }

    CoverageLedger ledger() {
        return ledger(papers, now);
    }

    /** What the person can show at an instant, of some papers. */
    final CoverageLedger ledger(List<Attestation> some, Instant at) {
        return Ledger.of(person, some.stream().map(this::counted).toList(), edition, lastToEnd(), at);
    }

    /** A paper with its days as they count. Every open case goes where its person lives, so that all are taken to be where this one is. */
    private Attestation counted(Attestation paper) {
        return PaperDays.of(paper, edition, zone);
    }

    CaseZones zones() {
        return new CaseZones(record.filed().zone(), zone);
    }

    /** When silence has taken the case, if it is offered. */
    Optional<Instant> takenBySilence() {
        return record.standing().transfer().map(offer -> zones().takenBySilence(offer, edition));
    }

    ZoneId lastToEnd() {
        return zones().lastToEnd();
    }

    boolean coveredWithoutEnd() {
        CoverageLedger ledger = ledger();
        return ledger.covered() && ledger.coveredUntil().isEmpty();
    }

    /**
     * The last day of the unbroken coverage from now on, or of the one that ended last; empty when it has no end or there
     * never was any.
     */
    Optional<LocalDate> rightEndsOn() {
        CoverageLedger ledger = ledger();
        return (ledger.covered() ? ledger.coveredUntil() : Ledger.endedLast(ledger)).map(this::lastDay);
    }

    LocalDate lastDay(Instant end) {
        return end.minusNanos(1).atZone(zone).toLocalDate();
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
