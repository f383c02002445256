package fr.sejour.core.internal.upkeep;

import fr.sejour.api.attestation.Attestation;
import fr.sejour.api.attestation.AttestationNumber;
import fr.sejour.api.cases.CaseFile.PendingTransfer;
import fr.sejour.api.cases.CaseStatus;
import fr.sejour.api.cases.ClockFile;
import fr.sejour.api.cases.CourtOrder;
import fr.sejour.api.cases.DecisionFile;
import fr.sejour.api.cases.Outcome;
import fr.sejour.api.cases.PieceFile;
import fr.sejour.api.catalogue.PieceType;
import fr.sejour.api.catalogue.Reading;
import fr.sejour.api.edition.EditionEffect.Change;
import fr.sejour.api.filing.Received;
import fr.sejour.api.person.FactLevel;
import fr.sejour.api.prefecture.CommuneCode;
import fr.sejour.api.prefecture.Practice;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.prefecture.ServicePoint;
import fr.sejour.api.right.PaperKind;
import fr.sejour.api.right.Validity;
import fr.sejour.core.internal.cases.CaseClocks;
import fr.sejour.core.internal.cases.CasePieces;
import fr.sejour.core.internal.cases.Duplicates;
import fr.sejour.core.internal.cases.Moves;
import fr.sejour.core.internal.cases.PermitCase;
import fr.sejour.core.internal.notice.NoticeWriter;
import fr.sejour.core.internal.notice.Told;
import fr.sejour.core.internal.paper.RightsChange;
import fr.sejour.core.internal.secret.Numbers;
import fr.sejour.core.port.CaseRecord;
import fr.sejour.core.port.EarlierPaper;
import fr.sejour.core.port.PersonRecord;
import fr.sejour.core.port.PieceRecord;
import fr.sejour.law.AskingEffect;
import fr.sejour.law.LegalClock;
import fr.sejour.law.PaperGrant;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Moves a case as far as the law and the clock make it move by themselves, and issues and ends its papers. */
final class DueMoves extends CaseToday {

    private static final String TRANSFER_BASIS = "CRPA L. 114-2, R. 431-20";

    private final Numbers numbers;
    private final Home home;
    private final List<Attestation> issued = new ArrayList<>();
    private final List<Attestation> ended = new ArrayList<>();
    private final List<EarlierPaper> earlierEnded = new ArrayList<>();
    private final List<Plan.Line> lines = new ArrayList<>();
    private final List<Told> told = new ArrayList<>();

    DueMoves(
            CaseLaw law,
            Lead lead,
            Numbers numbers,
            CaseRecord record,
            PersonRecord person,
            Home home,
            List<Attestation> papers,
            Instant now) {
        super(law, lead, record, person, papers, now);
        this.numbers = numbers;
        this.home = home;
    }

    Plan plan() {
        completeTransfer();
        followResidence();
        endAwaiting();
        raiseFacts();
        judgeCompleteness();
        endSilence();
        runAppeal();
        obeyCourt();
        followTheLaw();
        issuePapers();
        endPapers();
        return new Plan(record, issued, ended, earlierEnded, lines, told);
    }

    /** A receiver that says nothing for five working days has the case (CRPA L. 114-2, R. 431-20). */
    private void completeTransfer() {
        Optional<Instant> taken = takenBySilence().filter(at -> !now.isBefore(at));
        taken.flatMap(at -> record.standing().transfer()).ifPresent(offer -> {
            PrefectureCode sender = record.standing().prefecture();
            record = record.withStanding(record.standing().movedTo(offer.to()));
            askedThere(offer.to())
                    .ifPresent(
                            it -> record = record.withStanding(record.standing().withPractice(it)));
            note("transfer-completed", offer.to().value(), TRANSFER_BASIS);
            readPlace();
            told.add(NoticeWriter.transferCompleted(
                    edition, sender, offer.to(), record.standing().practice()));
        });
    }

    /** The case goes where the person lives: what was said last counts, whatever was offered before (R. 431-20). */
    private void followResidence() {
        if (PermitCase.of(record) instanceof PermitCase.Open) {
            home.commune()
                    .filter(commune -> !commune.equals(record.standing().commune()))
                    .ifPresent(this::follow);
        }
    }

    private void follow(CommuneCode commune) {
        record = record.withStanding(record.standing().livingIn(commune));
        note("residence-followed", commune.value(), "R. 431-20");
        PrefectureCode competent = commune.prefecture();
        Optional<PrefectureCode> offered = record.standing().transfer().map(PendingTransfer::to);
        if (competent.equals(record.standing().prefecture())) {
            stayHere(competent, offered);
        } else if (!offered.equals(Optional.of(competent))) {
            offer(competent, offered);
        }
    }

    /** The person lives where the préfecture in charge is: what was on offer stays, and another counter may serve them. */
    private void stayHere(PrefectureCode competent, Optional<PrefectureCode> offered) {
        Practice before = record.standing().practice();
        Practice after = askedThere(competent).orElse(before);
        record = record.withStanding(
                record.standing().withTransfer(Optional.empty()).withPractice(after));
        offered.ifPresent(to -> {
            note("transfer-recalled", to.value(), TRANSFER_BASIS);
            told.add(NoticeWriter.transferRecalled(edition, to, competent, after));
        });
        if (offered.isEmpty() && !after.servicePoint().equals(before.servicePoint())) {
            note("service-point", after.servicePoint().map(ServicePoint::id).orElse("none"), "R. 431-20");
            told.add(NoticeWriter.servicePointChanged(edition, competent, after));
        }
    }

    private void offer(PrefectureCode competent, Optional<PrefectureCode> offered) {
        LocalDate completesOn = edition.clocks().workingDaysAfter(today, Moves.TRANSFER_WORKING_DAYS);
        PermitCase.Open open = (PermitCase.Open) PermitCase.of(record);
        record = open.offerTransfer(competent, completesOn, PendingTransfer.MOVED)
                .record();
        note(
                offered.isPresent() ? "transfer-re-aimed" : "transfer-offered",
                competent + " by " + completesOn,
                TRANSFER_BASIS);
        told.add(NoticeWriter.transferOffered(
                edition, record.standing().prefecture(), competent, completesOn, askedThere(competent)));
    }

    private Optional<Practice> askedThere(PrefectureCode prefecture) {
        return home.answers()
                .to(prefecture, record.standing().commune(), record.filed().permit());
    }

    /** Once the day to answer is over the préfecture may rule on what it has, or refuse to register it (R. 431-11). */
    private void endAwaiting() {
        record = CasePieces.noticesOver(record, today);
        if (PermitCase.of(record) instanceof PermitCase.AwaitingPieces awaiting) {
            record.standing().answerBy().filter(today::isAfter).ifPresent(day -> {
                record = awaiting.resume().record();
                note("answer-day-passed", day.toString(), "R. 431-11");
            });
        }
    }

    /** What the register or an agent has come to know since the filing counts for every case that rests on it. */
    private void raiseFacts() {
        if (seen() || !undecided() || revokedAt().isPresent()) {
            return;
        }
        FactLevel known = law.footing(record.filed(), person);
        if (known != FactLevel.DECLARED) {
            record = record.withStanding(record.standing().withFacts(known));
            note(
                    "facts-known",
                    known.name().toLowerCase(Locale.ROOT),
                    edition.stamp().name());
        }
    }

    private void judgeCompleteness() {
        if (!undecided()) {
            return;
        }
        boolean complete = law.completeness(facts, record.pieces()).complete();
        Optional<LocalDate> completeOn = record.standing().completeOn();
        if (complete && completeOn.isEmpty()) {
            record = CaseClocks.resume(record, CaseClocks.SILENCE, today)
                    .withStanding(record.standing().withCompleteOn(Optional.of(cameOn())));
        } else if (!complete && completeOn.isPresent()) {
            record = law.askingFor(record, law.missing(record), today).equals(Reading.settled(AskingEffect.SUSPENDS))
                    ? CaseClocks.suspend(record, CaseClocks.SILENCE, today)
                    : CaseClocks.settle(record, CaseClocks.SILENCE, ClockFile.State.STOPPED);
            record = record.withStanding(record.standing().withCompleteOn(Optional.empty()));
        }
        startSilence();
    }

    /** The day of the last blocking piece: that of the reception when all of them came along with a filing on paper. */
    private LocalDate cameOn() {
        List<PieceType> blocking = law.completeness(facts, List.of()).missing();
        return record.filed()
                .received()
                .filter(came -> record.pieces().stream()
                        .filter(piece -> blocking.contains(piece.type()))
                        .filter(piece -> piece.state() == PieceFile.State.GIVEN)
                        .allMatch(piece -> came.pieces().contains(piece.type()) && isFirst(piece)))
                .map(Received::on)
                .orElse(today);
    }

    private static boolean isFirst(PieceRecord piece) {
        return piece.given().filter(given -> given.version() == 1).isPresent();
    }

    /** Silence counts from the complete file, and once: what it has refused stays refused until somebody rules. */
    private void startSilence() {
        if (!record.standing().status().isOpen() || silenceEnd().isPresent()) {
            return;
        }
        record.standing()
                .completeOn()
                .flatMap(day -> law.silence(facts, day, today).ifSettled())
                .filter(clock -> clock.endsOn().isPresent())
                .ifPresent(clock -> record = CaseClocks.start(record, CaseClocks.running(clock)));
    }

    /** Silence refuses at the end of its clock (R.* 432-1); the papers go on and the préfet still owes an answer. */
    private void endSilence() {
        CaseStatus status = record.standing().status();
        if (!status.isOpen() || !undecided() || status == CaseStatus.SILENTLY_REFUSED) {
            return;
        }
        boolean bornBefore = CaseClocks.has(record, CaseClocks.SILENCE, ClockFile.State.EXPIRED);
        if (bornBefore && status != CaseStatus.AWAITING_PIECES) {
            record = record.withStanding(record.standing().withStatus(CaseStatus.SILENTLY_REFUSED));
            return;
        }
        CaseClocks.running(record, CaseClocks.SILENCE)
                .flatMap(ClockFile::endsOn)
                .filter(today::isAfter)
                .ifPresent(end -> {
                    record = CaseClocks.settle(record, CaseClocks.SILENCE, ClockFile.State.EXPIRED)
                            .withStanding(record.standing()
                                    .withStatus(CaseStatus.SILENTLY_REFUSED)
                                    .withAnswerBy(Optional.empty()));
                    edition.clocks()
                            .appealAgainstSilence(facts, end)
                            .ifPresent(clock -> record = CaseClocks.start(record, CaseClocks.running(clock)));
                    note("silently-refused", end.toString(), "R.* 432-1");
                    told.add(NoticeWriter.decided(Outcome.SILENTLY_REFUSED, "", end));
                });
    }

    /** The time to go to court starts with the notification of what was decided against the person (CJA R. 421-1). */
    private void runAppeal() {
        record.decision()
                .filter(DueMoves::adverse)
                .ifPresent(decision -> decision.notification()
                        .map(DecisionFile.NotificationFile::day)
                        .filter(day -> !CaseClocks.counts(record, CaseClocks.APPEAL, day))
                        .map(day -> appeal(decision.outcome(), day))
                        .ifPresent(clock -> record = CaseClocks.start(record, CaseClocks.running(clock))));
        CaseClocks.running(record, CaseClocks.APPEAL)
                .flatMap(ClockFile::endsOn)
                .filter(today::isAfter)
                .ifPresent(end -> record = CaseClocks.settle(record, CaseClocks.APPEAL, ClockFile.State.EXPIRED));
    }

    /** A refusal of the permit may order the person to leave, and then says a shorter time of its own. */
    private LegalClock appeal(Outcome outcome, LocalDate notifiedOn) {
        return outcome == Outcome.REFUSED
                ? edition.clocks().appealAsDecided(notifiedOn)
                : edition.clocks()
                        .appeal(notifiedOn, false)
                        .ifSettled()
                        .orElseGet(() -> edition.clocks().appealAsDecided(notifiedOn));
    }

    /**
     * What the law has come to give more, or gives more where the case is now, applies at once; what it gives less never takes a paper away. A paper and the next one, which is
     * there ahead, keep their days to each other, and what two cases gave for the same days before they became one is followed by one.
     */
    private void followTheLaw() {
        ofAnotherEditionOrPlace().stream()
                .sorted(Comparator.comparing(DueMoves::runsUntil).reversed())
                .forEach(paper -> instead(paper)
                        .filter(grant -> givesMore(grant, paper))
                        .ifPresent(grant -> {
                            end(paper, now, "replaced");
                            if (papers.stream().noneMatch(other -> beginsWith(other, paper, grant))) {
                                issue(grant.until(
                                        followed(paper)
                                                ? paper.validity().lastDay()
                                                : later(paper.validity(), grant.validity())));
                            }
                        }));
    }

    /** More rights, or the same for longer where the days do not hang on the day of the issue. */
    private static boolean givesMore(PaperGrant grant, Attestation paper) {
        return RightsChange.between(paper.rights(), grant.rights())
                .map(change -> change == Change.MORE)
                .orElseGet(() -> !CHAIN.contains(paper.kind()) && runsLonger(grant, paper));
    }

    private static boolean runsLonger(PaperGrant grant, Attestation paper) {
        return grant.validity().lastDay().orElse(LocalDate.MAX).isAfter(runsUntil(paper));
    }

    private static LocalDate runsUntil(Attestation paper) {
        return paper.validity().lastDay().orElse(LocalDate.MAX);
    }

    /** Whether another one that stands begins where the one in the place of a paper would. */
    private boolean beginsWith(Attestation other, Attestation paper, PaperGrant grant) {
        return stands(other, paper)
                && other.validity().firstDay().equals(grant.validity().firstDay());
    }

    /** Whether the next one is there already. */
    private boolean followed(Attestation paper) {
        return papers.stream()
                .filter(other -> stands(other, paper))
                .anyMatch(other -> other.validity().firstDay().isAfter(runsUntil(paper)));
    }

    private boolean stands(Attestation other, Attestation ofTheKindOf) {
        return ofThisCase(other)
                && other.end().isEmpty()
                && other.kind() == ofTheKindOf.kind()
                && !other.isOrdered()
                && other.isOfTheCommission() == ofTheKindOf.isOfTheCommission();
    }

    /** The later of two last days; empty when one of them has none. */
    private static Optional<LocalDate> later(Validity one, Validity other) {
        return one.lastDay().flatMap(day -> other.lastDay().map(last -> last.isBefore(day) ? day : last));
    }

    private void issuePapers() {
        if (undecided()) {
            edition.papers().onFiling(facts, complete(), todayOfPapers()).stream()
                    .filter(grant -> grant.kind() == PaperKind.ATTESTATION_DE_DEPOT || seen())
                    .filter(grant -> !CHAIN.contains(grant.kind()) || !heldBack())
                    .forEach(this::issueOnce);
        }
        if (!today.isBefore(commissionComesOn())) {
            commission(nextDayOfTheCommission()).ifPresent(this::issue);
        }
        favourable().filter(grant -> !grantOver() && founded()).ifPresent(this::issueOnce);
        if (chainGoesOn() && !heldBack() && !today.isBefore(leadStart(nextFirstDay()))) {
            continuing().ifPresent(this::issue);
        }
    }

    /** The paper that a judge orders is issued at once; what else was ordered is done when somebody has ruled so. */
    private void obeyCourt() {
        List<CourtOrder> orders = new ArrayList<>();
        for (CourtOrder order : record.orders()) {
            CourtOrder served = order;
            if (order.paper().isPresent()
                    && order.issued().isEmpty()
                    && order.doneOn().isEmpty()) {
                served = order.issuedAs(issueAsOrdered(order.paper().get()));
            }
            orders.add(served.doneOn().isEmpty() && obeyed(served) ? served.doneOn(today) : served);
        }
        record = record.withOrders(orders);
    }

    private AttestationNumber issueAsOrdered(CourtOrder.OrderedPaper ordered) {
        LocalDate first = todayOfPapers();
        LocalDate last = ordered.lastDay().isBefore(first) ? first : ordered.lastDay();
        papers.stream()
                .filter(paper -> ofThisCase(paper) && paper.kind() == ordered.kind() && lasts(paper))
                .filter(paper ->
                        paper.isOrdered() && paper.validity().firstDay().equals(first))
                .toList()
                .forEach(paper -> end(paper, now, "replaced"));
        issue(edition.papers()
                .ordered(facts, ordered.kind(), Validity.between(first, last, facts.zone()), ordered.work()));
        return issued.get(issued.size() - 1).number();
    }

    private boolean obeyed(CourtOrder order) {
        Optional<Outcome> ruled = record.decision()
                .filter(decision -> !decision.decidedOn().isBefore(order.orderedOn()))
                .map(DecisionFile::outcome);
        return switch (order.what()) {
            case ISSUE_PAPER -> order.issued().isPresent();
            case EXAMINE_AGAIN -> ruled.isPresent();
            case GRANT -> ruled.equals(Optional.of(Outcome.GRANTED));
        };
    }

    /**
     * A paper that ended with the case comes back when the case does, from that day on and as far as its days have not
     * passed, and so does one that was over before the law gave it more days; the chain goes on by papers of its own.
     */
    private void issueOnce(PaperGrant grant) {
        boolean stands = papers.stream()
                .filter(paper -> ofThisCase(paper) && paper.kind() == grant.kind())
                .filter(paper -> paper.isUsual() || (paper.isOrdered() && standsForTheUsual(paper.rights())))
                .anyMatch(paper -> CHAIN.contains(grant.kind())
                        || (paper.end().isEmpty() && (lasts(paper) || !runsLonger(grant, paper))));
        boolean stoodBefore =
                CHAIN.contains(grant.kind()) && earlierPapers().anyMatch(paper -> paper.kind() == grant.kind());
        if (!stands && !stoodBefore && lasts(grant.validity().lastingIn(zone))) {
            boolean back = grant.validity().firstDay().isBefore(todayOfPapers()) && overBefore(grant.kind());
            issue(back ? grant.from(todayOfPapers()) : grant);
        }
    }

    private boolean overBefore(PaperKind kind) {
        return papers.stream()
                .anyMatch(paper -> ofThisCase(paper)
                        && paper.kind() == kind
                        && (paper.end().isPresent() || !lasts(paper)));
    }

    private void issue(PaperGrant grant) {
        Attestation paper = new Attestation(
                numbers.attestationNumber(),
                grant.kind(),
                person.id(),
                record.number(),
                record.standing().prefecture(),
                grant.validity(),
                grant.rights(),
                grant.basis(),
                grant.because(),
                edition.stamp().name(),
                now,
                numbers.checkCode(),
                Optional.empty());
        issued.add(paper);
        papers.add(paper);
        note(
                "paper-issued",
                paper.number().value() + " " + paper.kind(),
                edition.stamp().name());
        if (paper.kind() != PaperKind.ATTESTATION_DE_DEPOT) {
            told.add(NoticeWriter.paperIssued(paper));
        }
    }

    /**
     * A case that has ended ends its papers, for the card, the notified refusal or the withdrawal takes their place; so does
     * an open one whose granted permit is over, except for what a judge ordered: that lasts as long as the judge said.
     */
    private void endPapers() {
        String reason = grantOver()
                ? "permit-over"
                : switch (record.standing().status()) {
                    case HANDED_OVER -> "card-handed-over";
                    case DELIVERED -> "delivered";
                    case WITHDRAWN -> "withdrawn";
                    case MOOT -> "moot";
                    case REFUSED, REGISTRATION_REFUSED -> undecided() ? "" : "refused";
                    default -> "";
                };
        if (reason.isEmpty() || Duplicates.absorbed(record)) {
            return;
        }
        Instant at = firstInstantOfTheCard().filter(now::isBefore).orElse(now);
        for (Attestation paper : List.copyOf(papers)) {
            boolean carriesRight = paper.kind() != PaperKind.ATTESTATION_DE_DEPOT;
            if (ofThisCase(paper) && carriesRight && lasts(paper) && !(grantOver() && ordered(paper))) {
                end(paper, at, reason);
            }
        }
        earlierPapers()
                .filter(paper -> paper.kind() != PaperKind.ATTESTATION_DE_DEPOT && lasts(paper))
                .forEach(paper -> {
                    earlierEnded.add(paper.ended(at));
                    note("earlier-paper-ended", reason, edition.stamp().name());
                });
        granted()
                .filter(last -> grantOver() && !ended.isEmpty())
                .ifPresent(last -> told.add(NoticeWriter.permitOver(last)));
    }

    private void end(Attestation paper, Instant at, String reason) {
        Attestation stopped = paper.ended(new Attestation.End(at, reason));
        ended.add(stopped);
        papers.replaceAll(it -> it.number().equals(paper.number()) ? stopped : it);
        note(
                "paper-ended",
                paper.number().value() + " " + reason,
                edition.stamp().name());
    }

    /** A card may be in the hand before its first day: the papers lead up to it. */
    private Optional<Instant> firstInstantOfTheCard() {
        return record.decision()
                .filter(decision -> record.standing().status() == CaseStatus.HANDED_OVER)
                .flatMap(DecisionFile::validFrom)
                .map(zones()::begins);
    }

    private void note(String what, String detail, String basis) {
        lines.add(new Plan.Line(what, detail, basis));
    }

    private static boolean adverse(DecisionFile decision) {
        return decision.outcome() != Outcome.GRANTED;
    }
}
