package fr.sejour.core.internal.upkeep;

import fr.sejour.api.attestation.Attestation;
import fr.sejour.api.attestation.CoverageLedger;
import fr.sejour.api.cases.CaseStatus;
import fr.sejour.api.cases.ClockFile;
import fr.sejour.api.cases.DecisionFile;
import fr.sejour.api.cases.Outcome;
import fr.sejour.api.cases.Task;
import fr.sejour.api.catalogue.Reading;
import fr.sejour.api.filing.Timeliness;
import fr.sejour.api.person.FactLevel;
import fr.sejour.api.right.PaperKind;
import fr.sejour.core.internal.cases.CaseClocks;
import fr.sejour.core.internal.cases.PermitCase;
import fr.sejour.core.internal.notice.NoticeWriter;
import fr.sejour.core.internal.notice.Told;
import fr.sejour.core.internal.paper.Ledger;
import fr.sejour.core.internal.paper.Numbers;
import fr.sejour.core.port.CaseRecord;
import fr.sejour.core.port.PersonRecord;
import fr.sejour.law.Edition;
import fr.sejour.law.FilingFacts;
import fr.sejour.law.LegalClock;
import fr.sejour.law.PaperGrant;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Works out what a case owes at an instant: pure but for the numbers it draws, so that a filing, an agent's act and the deadline
 * pass all end in the same place.
 */
final class Planner {

    /** The papers that carry a right from one end to the next. */
    private static final Set<PaperKind> CHAIN = EnumSet.of(PaperKind.ATTESTATION_DE_PROLONGATION, PaperKind.RECEPISSE);

    private final CaseLaw law;
    private final Numbers numbers;
    private final Lead lead;

    Planner(CaseLaw law, Numbers numbers, Lead lead) {
        this.law = law;
        this.numbers = numbers;
        this.lead = lead;
    }

    /**
     * What moves by itself: transfer, awaited pieces, facts, completeness, silence, appeal and papers. A case moves whatever the person's other cases
     * do, so that all can be moved one after the other.
     *
     * @param papers every paper of the person, those of other cases included
     */
    Plan move(CaseRecord record, PersonRecord person, List<Attestation> papers, Instant now) {
        Draft draft = new Draft(record, person, papers, now);
        draft.completeTransfer();
        draft.endAwaiting();
        draft.raiseFacts();
        draft.judgeCompleteness();
        draft.endSilence();
        draft.runAppeal();
        draft.issuePapers();
        draft.endPapers();
        return new Plan(draft.record, draft.issued, draft.ended, draft.lines, draft.told);
    }

    /**
     * The case with its tasks, its next act and its wake instant, once every case of the person has moved: these look at the
     * person's rights as a whole.
     *
     * @param papers every paper of the person as it now stands
     * @param continuedElsewhere whether another case of the person will give the next paper by itself
     */
    CaseRecord settle(
            CaseRecord moved, PersonRecord person, List<Attestation> papers, boolean continuedElsewhere, Instant now) {
        Draft draft = new Draft(moved, person, papers, now);
        draft.raiseTasks(continuedElsewhere);
        draft.lookAhead();
        return draft.record;
    }

    /** Whether the case will give the person's next paper without anybody's act. */
    boolean continuesByItself(CaseRecord record, PersonRecord person, List<Attestation> papers, Instant now) {
        Draft draft = new Draft(record, person, papers, now);
        return draft.chainGoesOn() && draft.continuing().isPresent();
    }

    private final class Draft {

        private final PersonRecord person;
        private final List<Attestation> papers;
        private final Instant now;
        private final Edition edition;
        private final List<Attestation> issued = new ArrayList<>();
        private final List<Attestation> ended = new ArrayList<>();
        private final List<Plan.Line> lines = new ArrayList<>();
        private final List<Told> told = new ArrayList<>();
        private CaseRecord record;
        private ZoneId zone;
        private LocalDate today;
        private FilingFacts facts;

        Draft(CaseRecord record, PersonRecord person, List<Attestation> papers, Instant now) {
            this.record = record;
            this.person = person;
            this.papers = new ArrayList<>(papers);
            this.now = now;
            this.zone = record.filed().zone();
            this.today = now.atZone(zone).toLocalDate();
            this.edition = law.inForce(today);
            this.facts = law.facts(
                    record.filed(),
                    person.civilStatus().birthDate(),
                    record.standing().prefecture());
            readPlace();
        }

        private void readPlace() {
            zone = edition.prefecture(record.standing().prefecture())
                    .orElseThrow()
                    .zone();
            today = now.atZone(zone).toLocalDate();
            facts = law.facts(
                    record.filed(),
                    person.civilStatus().birthDate(),
                    record.standing().prefecture());
        }

        /** A receiver that says nothing for five working days has the case (CRPA L. 114-2, R. 431-20). */
        void completeTransfer() {
            record.standing()
                    .transfer()
                    .filter(offer -> today.isAfter(offer.completesOn()))
                    .ifPresent(offer -> {
                        record = record.withStanding(record.standing().movedTo(offer.to()));
                        note("transfer-completed", offer.to().value(), "CRPA L. 114-2, R. 431-20");
                        readPlace();
                    });
        }

        /** Once the day to answer is over the préfecture may rule on what it has, or refuse to register it (R. 431-11). */
        void endAwaiting() {
            if (PermitCase.of(record) instanceof PermitCase.AwaitingPieces awaiting) {
                record.standing().answerBy().filter(today::isAfter).ifPresent(day -> {
                    record = awaiting.resume().record();
                    note("answer-day-passed", day.toString(), "R. 431-11");
                });
            }
        }

        /** What the register or an agent has come to know since the filing counts for every case that rests on it. */
        void raiseFacts() {
            if (seen() || !undecided()) {
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

        void judgeCompleteness() {
            if (!undecided()) {
                return;
            }
            boolean complete = law.completeness(facts, record.pieces()).complete();
            Optional<LocalDate> completeOn = record.standing().completeOn();
            if (complete && completeOn.isEmpty()) {
                record = record.withStanding(record.standing().withCompleteOn(Optional.of(today)));
            } else if (!complete && completeOn.isPresent()) {
                record = CaseClocks.settle(record, CaseClocks.SILENCE, ClockFile.State.STOPPED);
                record = record.withStanding(record.standing().withCompleteOn(Optional.empty()));
            }
            startSilence();
        }

        /** Silence counts from the complete file, and once: what it has refused stays refused until somebody rules. */
        private void startSilence() {
            if (!record.standing().status().isOpen() || silenceEnd().isPresent()) {
                return;
            }
            record.standing()
                    .completeOn()
                    .flatMap(day -> edition.clocks().silence(facts, day).ifSettled())
                    .filter(clock -> clock.endsOn().isPresent())
                    .ifPresent(clock -> record = CaseClocks.start(record, CaseLaw.running(clock)));
        }

        /** Silence refuses at the end of its clock (R.* 432-1); the papers go on and the préfet still owes an answer. */
        void endSilence() {
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
                                .ifPresent(clock -> record = CaseClocks.start(record, CaseLaw.running(clock)));
                        note("silently-refused", end.toString(), "R.* 432-1");
                        told.add(NoticeWriter.decided(Outcome.SILENTLY_REFUSED, "", end));
                    });
        }

        /** The time to go to court starts with the notification of what was decided against the person (CJA R. 421-1). */
        void runAppeal() {
            record.decision()
                    .filter(Planner::adverse)
                    .ifPresent(decision -> decision.notification()
                            .map(DecisionFile.NotificationFile::day)
                            .filter(day -> !CaseClocks.counts(record, CaseClocks.APPEAL, day))
                            .map(day -> appeal(decision.outcome(), day))
                            .ifPresent(clock -> record = CaseClocks.start(record, CaseLaw.running(clock))));
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

        void issuePapers() {
            if (undecided()) {
                edition.papers().onFiling(facts, complete(), todayOfPapers()).stream()
                        .filter(grant -> grant.kind() == PaperKind.ATTESTATION_DE_DEPOT || seen())
                        .forEach(this::issueOnce);
            }
            favourable().filter(grant -> !grantOver()).ifPresent(this::issueOnce);
            if (chainGoesOn() && !today.isBefore(leadStart(nextFirstDay()))) {
                continuing().ifPresent(this::issue);
            }
        }

        /**
         * A case that has ended ends its papers, for the card, the notified refusal or the withdrawal takes their place; so does
         * an open one whose granted permit is over.
         */
        void endPapers() {
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
            if (reason.isEmpty()) {
                return;
            }
            Instant at = firstInstantOfTheCard().filter(now::isBefore).orElse(now);
            for (Attestation paper : papers) {
                boolean carriesRight = paper.kind() != PaperKind.ATTESTATION_DE_DEPOT;
                if (ofThisCase(paper) && carriesRight && lasts(paper)) {
                    ended.add(paper.ended(new Attestation.End(at, reason)));
                    note(
                            "paper-ended",
                            paper.number().value() + " " + reason,
                            edition.stamp().name());
                }
            }
            granted()
                    .filter(last -> grantOver() && !ended.isEmpty())
                    .ifPresent(last -> told.add(NoticeWriter.permitOver(last)));
        }

        /** A card may be in the hand before its first day: the papers lead up to it. */
        private Optional<Instant> firstInstantOfTheCard() {
            return record.decision()
                    .filter(decision -> record.standing().status() == CaseStatus.HANDED_OVER)
                    .flatMap(DecisionFile::validFrom)
                    .map(first -> first.atStartOfDay(lastToEnd()).toInstant());
        }

        void raiseTasks(boolean continuedElsewhere) {
            List<Task> tasks = new ArrayList<>();
            if (record.standing().status().isOpen()) {
                factsToSee().ifPresent(tasks::add);
                gap(continuedElsewhere).ifPresent(tasks::add);
                questionOfLaw().ifPresent(tasks::add);
                decision().ifPresent(tasks::add);
            }
            outlook()
                    .overdue()
                    .map(act -> task(act.kind(), act.by(), overdue(act.by()), Optional.empty()))
                    .ifPresent(tasks::add);
            record = record.withTasks(tasks);
        }

        void lookAhead() {
            Outlook outlook = outlook();
            List<LocalDate> days = new ArrayList<>(outlook.wakeDays());
            if (chainGoesOn()) {
                days.add(leadStart(nextFirstDay()));
            }
            if (undecided()) {
                CaseClocks.running(record, CaseClocks.SILENCE)
                        .flatMap(ClockFile::endsOn)
                        .map(end -> end.minusDays(lead.decideBefore()))
                        .ifPresent(days::add);
            }
            if (record.standing().status().isOpen()) {
                gapAfter().ifPresent(end -> lead.gapWarnings().forEach(before -> days.add(end.minusDays(before))));
            }
            Stream<Instant> turns = record.standing().status().isOpen()
                    ? Stream.concat(Ledger.turns(ledger()), grantEnd().stream())
                    : Stream.empty();
            Optional<Instant> wakeAt = Stream.concat(
                            days.stream().map(day -> day.atStartOfDay(zone).toInstant()), turns)
                    .filter(now::isBefore)
                    .min(Comparator.naturalOrder());
            Optional<LocalDate> rightEndsOn =
                    coveredWithoutEnd() ? Optional.empty() : rightEndsOn().or(this::chainEnd);
            record = record.withStanding(record.standing().withOutlook(outlook.next(), wakeAt, rightEndsOn));
        }

        // -- papers ---------------------------------------------------------------------------------------------------

        /** Undecided, or decided against the person without their knowing it yet: until then their right goes on. */
        boolean undecided() {
            return switch (record.standing().status()) {
                case FILED, AWAITING_PIECES, UNDER_REVIEW, SILENTLY_REFUSED -> true;
                case REFUSED, REGISTRATION_REFUSED ->
                    record.decision()
                            .flatMap(decision -> decision.notification())
                            .isEmpty();
                default -> false;
            };
        }

        /** The last day that the case's chain of rights reaches: its last paper, else the held permit. */
        Optional<LocalDate> chainEnd() {
            return papers.stream()
                    .filter(paper -> ofThisCase(paper) && paper.end().isEmpty() && CHAIN.contains(paper.kind()))
                    .flatMap(paper -> paper.validity().lastDay().stream())
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

        /** Papers keep the zone of the préfecture the filing reached, wherever the case has moved since. */
        LocalDate todayOfPapers() {
            return now.atZone(facts.zone()).toLocalDate();
        }

        LocalDate leadStart(LocalDate firstDay) {
            return firstDay.minusDays(lead.renewBefore());
        }

        /** The next paper of the chain, when the law gives it without anybody's act. */
        Optional<PaperGrant> continuing() {
            return seen() ? continuingReading().ifSettled().flatMap(grant -> grant) : Optional.empty();
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
        private Optional<LocalDate> granted() {
            return record.decision()
                    .filter(decision -> record.standing().status().isOpen())
                    .flatMap(DecisionFile::validUntil);
        }

        /** The instant at which the permit granted is over wherever the case has lived. */
        private Optional<Instant> grantEnd() {
            return granted()
                    .map(last -> last.plusDays(1).atStartOfDay(lastToEnd()).toInstant());
        }

        /** Whether the permit granted has ended before its card was in the hand: no paper can stand in for it any more. */
        private boolean grantOver() {
            return grantEnd().filter(end -> !now.isBefore(end)).isPresent();
        }

        Reading<Timeliness> timeliness() {
            return law.inForce(facts.filedOn()).windows().judge(facts).timeliness();
        }

        /**
         * A paper that ended with the case comes back when the case does, from that day on and as far as its days have not
         * passed; the chain goes on by papers of its own.
         */
        private void issueOnce(PaperGrant grant) {
            boolean stands = papers.stream()
                    .filter(paper -> ofThisCase(paper) && paper.kind() == grant.kind())
                    .anyMatch(
                            paper -> CHAIN.contains(grant.kind()) || paper.end().isEmpty());
            boolean over =
                    grant.validity().end().filter(end -> !now.isBefore(end)).isPresent();
            if (!stands && !over) {
                boolean back = grant.validity().firstDay().isBefore(todayOfPapers()) && endedBefore(grant.kind());
                issue(back ? grant.from(todayOfPapers()) : grant);
            }
        }

        private boolean endedBefore(PaperKind kind) {
            return papers.stream()
                    .anyMatch(paper -> ofThisCase(paper)
                            && paper.kind() == kind
                            && paper.end().isPresent());
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

        boolean complete() {
            return record.standing().completeOn().isPresent();
        }

        boolean seen() {
            return record.standing().facts() != FactLevel.DECLARED;
        }

        boolean ofThisCase(Attestation paper) {
            return paper.caseNumber().equals(record.number());
        }

        /** Whether a paper is in its holder's hand, its first day come or not. */
        boolean lasts(Attestation paper) {
            return paper.end().isEmpty()
                    && paper.validity().end().map(now::isBefore).orElse(true);
        }

        // -- tasks ----------------------------------------------------------------------------------------------------

        Optional<Task> factsToSee() {
            if (seen()) {
                return Optional.empty();
            }
            LocalDate due =
                    edition.clocks().declaredFact(facts.filedOn()).endsOn().orElseThrow();
            return Optional.of(task(Task.Kind.SEE_FACTS, due, overdue(due), Optional.empty()));
        }

        /**
         * What may not be issued alone is somebody's task at T-15, the chief's at T-7, national at T-1, T being the end of what
         * the person can prove now.
         */
        Optional<Task> gap(boolean continuedElsewhere) {
            if (continuedElsewhere) {
                return Optional.empty();
            }
            return gapAfter()
                    .flatMap(end ->
                            escalation(end).map(level -> task(Task.Kind.PREVENT_GAP, end, level, Optional.empty())));
        }

        /** The last day of a right that nothing follows by itself; empty when something does, or there is none to lose. */
        private Optional<LocalDate> gapAfter() {
            if (granted().isPresent()
                    && (favourable().isPresent() || continuing().isPresent())) {
                return afterGrant();
            }
            if (!chainGoesOn() || coveredWithoutEnd()) {
                return Optional.empty();
            }
            return rightEndsOn()
                    .filter(end -> !end.isBefore(facts.filedOn()))
                    .or(this::chainEnd)
                    .filter(end -> continuing().isEmpty() || nextFirstDay().isAfter(end.plusDays(1)));
        }

        /** The last day of the permit granted, or of what else the person holds from then on; empty when that has no end. */
        private Optional<LocalDate> afterGrant() {
            List<Attestation> others =
                    papers.stream().filter(paper -> !ofThisCase(paper)).toList();
            CoverageLedger then =
                    Ledger.of(person, others, edition, lastToEnd(), grantEnd().orElseThrow());
            return then.covered() ? then.coveredUntil().map(this::lastDay) : granted();
        }

        /** Whether the next paper of the chain waits for somebody's act. */
        private boolean blocked() {
            return chainGoesOn() && continuing().isEmpty();
        }

        private Optional<Task.Escalation> escalation(LocalDate end) {
            if (!today.isBefore(end.minusDays(lead.warnNationalBefore()))) {
                return Optional.of(Task.Escalation.NATIONAL);
            }
            if (!today.isBefore(end.minusDays(lead.warnChiefBefore()))) {
                return Optional.of(Task.Escalation.CHIEF);
            }
            return today.isBefore(end.minusDays(lead.warnTeamBefore()))
                    ? Optional.empty()
                    : Optional.of(Task.Escalation.TEAM);
        }

        /** A question of law is asked once it stands between the person and a paper, or on a paper in their hand. */
        Optional<Task> questionOfLaw() {
            Optional<String> question =
                    (seen() && blocked() ? openPaper().or(this::openWork) : openWork()).or(this::openSilence);
            LocalDate due = edition.clocks().workingDaysAfter(facts.filedOn(), 10);
            return question.map(asked -> task(Task.Kind.SETTLE_LAW, due, overdue(due), Optional.of(asked)));
        }

        private Optional<String> openPaper() {
            return continuingReading()
                    .fold(
                            settled -> edition.papers().openQuestions(facts).stream()
                                    .findFirst()
                                    .map(open -> open.question()),
                            open -> Optional.of(open.question()));
        }

        Optional<String> openWork() {
            return papers.stream()
                    .filter(paper -> ofThisCase(paper) && lasts(paper))
                    .map(paper -> paper.rights().work().value())
                    .flatMap(work ->
                            work.fold(known -> Optional.<String>empty(), open -> Optional.of(open.question())).stream())
                    .findFirst();
        }

        /** Where our reading leaves the delay open no silence runs, and nobody would be asked to decide by a day. */
        private Optional<String> openSilence() {
            return record.standing()
                    .completeOn()
                    .filter(day -> undecided() && silenceEnd().isEmpty())
                    .flatMap(day -> edition.clocks()
                            .silence(facts, day)
                            .fold(settled -> Optional.<String>empty(), open -> Optional.of(open.question())));
        }

        Optional<Task> decision() {
            return silenceEnd()
                    .filter(end -> undecided() && !today.isBefore(end.minusDays(lead.decideBefore())))
                    .map(end -> task(Task.Kind.DECIDE, end, overdue(end), Optional.empty()));
        }

        private Outlook outlook() {
            return new Outlook(record, today, edition, law.mayComeAsACard(record));
        }

        Optional<LocalDate> silenceEnd() {
            return CaseClocks.silenceEnd(record);
        }

        Task.Escalation overdue(LocalDate due) {
            return today.isAfter(edition.clocks().workingDaysAfter(due, 2))
                    ? Task.Escalation.NATIONAL
                    : today.isAfter(due) ? Task.Escalation.CHIEF : Task.Escalation.TEAM;
        }

        Task task(Task.Kind kind, LocalDate due, Task.Escalation escalation, Optional<String> question) {
            boolean national = kind == Task.Kind.SETTLE_LAW;
            return new Task(
                    record.number().value() + "-"
                            + kind.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    record.number(),
                    kind,
                    national ? Optional.empty() : Optional.of(record.standing().prefecture()),
                    due,
                    escalation,
                    question);
        }

        // -- coverage -------------------------------------------------------------------------------------------------

        CoverageLedger ledger() {
            return Ledger.of(person, papers, edition, lastToEnd(), now);
        }

        private ZoneId lastToEnd() {
            return Ledger.lastToEnd(List.of(zone, facts.zone()), now);
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

        private LocalDate lastDay(Instant end) {
            return end.minusNanos(1).atZone(zone).toLocalDate();
        }

        void note(String what, String detail, String basis) {
            lines.add(new Plan.Line(what, detail, basis));
        }
    }

    private static boolean adverse(DecisionFile decision) {
        return decision.outcome() != Outcome.GRANTED;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
