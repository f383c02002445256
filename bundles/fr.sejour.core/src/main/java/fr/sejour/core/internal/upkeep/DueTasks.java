package fr.sejour.core.internal.upkeep;

import fr.sejour.api.attestation.Attestation;
import fr.sejour.api.attestation.ComingCoverage.ComingPaper;
import fr.sejour.api.attestation.CoverageGap.Closing;
import fr.sejour.api.attestation.CoverageLedger;
import fr.sejour.api.attestation.GapCause;
import fr.sejour.api.cases.CaseLinks;
import fr.sejour.api.cases.ClockFile;
import fr.sejour.api.cases.Task;
import fr.sejour.api.catalogue.PieceType;
import fr.sejour.api.correction.Correction;
import fr.sejour.api.edition.EditionEffect.Change;
import fr.sejour.api.text.Codes;
import fr.sejour.core.internal.cases.CaseClocks;
import fr.sejour.core.internal.cases.CasePieces;
import fr.sejour.core.internal.cases.Duplicates;
import fr.sejour.core.internal.paper.Ledger;
import fr.sejour.core.internal.paper.RightsChange;
import fr.sejour.core.port.CaseRecord;
import fr.sejour.core.port.NamedAttempt;
import fr.sejour.core.port.PersonRecord;
import fr.sejour.core.port.PieceRecord;
import fr.sejour.core.port.PlannedGap;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What teams owe on a case, whose turn it is, and when the clock has to look at it again, once every case of its person has
 * moved.
 */
final class DueTasks extends CaseToday {

    private static final int DUPLICATE_WORKING_DAYS = 5;
    private static final int LINK_WORKING_DAYS = 5;
    private static final int REPRESENTATIVE_WORKING_DAYS = 5;

    DueTasks(CaseLaw law, Lead lead, CaseRecord moved, PersonRecord person, List<Attestation> papers, Instant now) {
        super(law, lead, moved, person, papers, now);
    }

    /**
     * @param others the other cases of the person
     * @param elsewhere the next papers that these will give by themselves
     * @param correction what is proposed of the person and answered with this case
     */
    CaseRecord settled(List<CaseRecord> others, List<ComingPaper> elsewhere, Optional<Correction> correction) {
        raiseTasks(others, !elsewhere.isEmpty(), correction);
        lookAhead();
        record = record.withStanding(record.standing().withGap(openGap(elsewhere)));
        return record;
    }

    private void raiseTasks(List<CaseRecord> others, boolean continuedElsewhere, Optional<Correction> correction) {
        List<Task> tasks = new ArrayList<>();
        if (record.standing().status().isOpen()) {
            factsToSee().ifPresent(tasks::add);
            attemptToConfirm().ifPresent(tasks::add);
            gap(continuedElsewhere).ifPresent(tasks::add);
            questionOfLaw().ifPresent(tasks::add);
            decision().ifPresent(tasks::add);
            receiptToConfirm().ifPresent(tasks::add);
            reasonsToGive().ifPresent(tasks::add);
            courtToObey().ifPresent(tasks::add);
            duplicateToLookAt(others).ifPresent(tasks::add);
            linkToConfirm().ifPresent(tasks::add);
            caseToLookAtAgain().ifPresent(tasks::add);
            correction.map(this::correctionToAnswer).ifPresent(tasks::add);
            representativeToName().ifPresent(tasks::add);
            contactToAskFor().ifPresent(tasks::add);
            fewerRightsToCome().ifPresent(tasks::add);
        }
        outlook()
                .overdue()
                .filter(act -> tasks.stream().noneMatch(task -> task.kind() == act.kind()))
                .map(act -> task(act.kind(), act.by(), overdue(act.by()), Optional.empty()))
                .ifPresent(tasks::add);
        record = record.withTasks(tasks);
    }

    private void lookAhead() {
        Outlook outlook = outlook();
        List<LocalDate> days = new ArrayList<>(outlook.wakeDays());
        if (person.isMinorOn(today)) {
            days.addAll(ComingOfAge.days(person));
        }
        if (chainGoesOn()) {
            days.add(leadStart(nextFirstDay()));
            commission(nextDayOfTheCommission()).ifPresent(it -> days.add(commissionComesOn()));
        }
        if (undecided()) {
            CaseClocks.running(record, CaseClocks.SILENCE)
                    .flatMap(ClockFile::endsOn)
                    .map(end -> end.minusDays(lead.decideBefore()))
                    .ifPresent(days::add);
        }
        if (record.standing().status().isOpen()) {
            outlook().courtOrderToObey().ifPresent(days::add);
            gapAfter().ifPresent(end -> lead.gapWarnings().forEach(before -> days.add(end.minusDays(before))));
        }
        Stream<Instant> turns = undecided() || record.standing().status().isOpen()
                ? Stream.of(
                                Ledger.turns(ledger()),
                                grantEnd().stream(),
                                law.changesAfter(todayOfPapers()).map(zones()::begins).stream())
                        .flatMap(instants -> instants)
                : Stream.empty();
        Optional<Instant> wakeAt = Stream.of(
                        days.stream().map(day -> day.atStartOfDay(zone).toInstant()), turns, takenBySilence().stream())
                .flatMap(instants -> instants)
                .filter(now::isBefore)
                .min(Comparator.naturalOrder());
        Optional<LocalDate> rightEndsOn =
                coveredWithoutEnd() ? Optional.empty() : rightEndsOn().or(this::chainEnd);
        Optional<Instant> uncoveredAt = new Uncovered(law, lead, record, person, papers, now).next();
        record = record.withStanding(record.standing()
                .withOutlook(outlook.next(), wakeAt, rightEndsOn)
                .withUncoveredAt(uncoveredAt));
    }

    private Optional<Task> factsToSee() {
        if (seen()) {
            return Optional.empty();
        }
        LocalDate since = revokedAt().map(at -> at.atZone(zone).toLocalDate()).orElse(facts.filedOn());
        LocalDate due = edition.clocks().declaredFact(since).endsOn().orElseThrow();
        return Optional.of(task(Task.Kind.SEE_FACTS, due, overdue(due), Optional.empty()));
    }

    /** The later day stands until somebody has looked: the days of the law may hang on it. */
    private Optional<Task> attemptToConfirm() {
        LocalDate due = edition.clocks().attemptConfirmed(facts.filedOn());
        return record.filed()
                .attempt()
                .filter(it -> it.standing() == NamedAttempt.Standing.PROPOSED)
                .map(it -> task(
                        Task.Kind.CONFIRM_ATTEMPT,
                        due,
                        overdue(due),
                        Optional.of(it.number().value())));
    }

    /**
     * What may not be issued alone is somebody's task at T-15, the chief's at T-7, national at T-1, T being the end of what
     * the person can prove now.
     */
    private Optional<Task> gap(boolean continuedElsewhere) {
        if (continuedElsewhere) {
            return Optional.empty();
        }
        return gapAfter()
                .flatMap(
                        end -> escalation(end).map(level -> task(Task.Kind.PREVENT_GAP, end, level, Optional.empty())));
    }

    /** The gap in which the person is, or else the one they come to unless somebody acts; empty when no case is open any more. */
    private Optional<PlannedGap> openGap(List<ComingPaper> elsewhere) {
        if (!undecided() && !record.standing().status().isOpen()) {
            return Optional.empty();
        }
        Uncovered uncovered = new Uncovered(law, lead, record, person, papers, now);
        return uncovered
                .since()
                .map(from -> new PlannedGap(from, uncovered.cause(), closing(from, elsewhere)))
                .or(() -> gapAfter()
                        .map(end -> end.plusDays(1))
                        .filter(from -> elsewhere.stream()
                                .noneMatch(paper -> !paper.firstDay().isAfter(from)))
                        .map(from -> new PlannedGap(
                                from,
                                lastsUntilGrantEnds() ? GapCause.GRANT_OVER : uncovered.cause(),
                                closing(from, elsewhere))));
    }

    /** The first paper after the beginning of a gap: one that was issued and has not begun, or one that comes by itself. */
    private Optional<Closing> closing(LocalDate from, List<ComingPaper> elsewhere) {
        Stream<Closing> issued = papers.stream()
                .filter(paper -> paper.end().isEmpty() && Ledger.provesStay(paper))
                .map(paper -> new Closing(paper.kind(), paper.validity().firstDay()));
        Stream<Closing> coming = Stream.concat(
                        new NextProof(law, lead, record, person, papers, now).paper().stream(), elsewhere.stream())
                .map(paper -> new Closing(
                        paper.kind(),
                        paper.issuedOn().isAfter(paper.firstDay()) ? paper.issuedOn() : paper.firstDay()));
        return Stream.concat(issued, coming)
                .filter(closing -> !closing.on().isBefore(from) && !closing.on().isBefore(today))
                .min(Comparator.comparing(Closing::on).thenComparing(Closing::paper));
    }

    private boolean lastsUntilGrantEnds() {
        return granted().isPresent() && (favourable().isPresent() || comesByItself());
    }

    /** The last day of a right that nothing follows by itself; empty when something does, or there is none to lose. */
    private Optional<LocalDate> gapAfter() {
        if (lastsUntilGrantEnds()) {
            return afterGrant();
        }
        if (!chainGoesOn() || coveredWithoutEnd()) {
            return Optional.empty();
        }
        return rightEndsOn()
                .filter(end -> !end.isBefore(facts.filedOn()))
                .or(this::chainEnd)
                .filter(end -> !comesByItself() || nextFirstDay().isAfter(end.plusDays(1)));
    }

    /** The last day of the permit granted, or of what else the person holds from then on; empty when that has no end. */
    private Optional<LocalDate> afterGrant() {
        List<Attestation> others =
                papers.stream().filter(paper -> !ofThisCase(paper)).toList();
        CoverageLedger then = ledger(others, grantEnd().orElseThrow());
        return then.covered() ? then.coveredUntil().map(this::lastDay) : granted();
    }

    /** Whether the next paper of the chain waits for somebody's act. */
    private boolean blocked() {
        return chainGoesOn() && !comesByItself();
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
    private Optional<Task> questionOfLaw() {
        Optional<String> question = openAsking()
                .or(() -> seen() && blocked() ? openPaper().or(this::openWork) : openWork())
                .or(this::openSilence)
                .or(this::notIssued);
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

    private Optional<String> openWork() {
        return papers.stream()
                .filter(paper -> ofThisCase(paper) && lasts(paper))
                .map(paper -> paper.rights().work().value())
                .flatMap(work ->
                        work.fold(known -> Optional.<String>empty(), open -> Optional.of(open.question())).stream())
                .findFirst();
    }

    private Optional<String> notIssued() {
        return undecided()
                ? edition.papers().notIssued(facts, todayOfPapers()).stream().findFirst()
                : Optional.empty();
    }

    /** Where our reading leaves the delay open no silence runs, and nobody would be asked to decide by a day. */
    private Optional<String> openSilence() {
        return record.standing()
                .completeOn()
                .filter(day -> undecided() && silenceEnd().isEmpty())
                .flatMap(day -> law.silence(facts, day, today)
                        .fold(settled -> Optional.<String>empty(), open -> Optional.of(open.question())));
    }

    /** What was asked for made the file incomplete, and our reading leaves open what that does to the delay of silence. */
    private Optional<String> openAsking() {
        List<PieceType> asked = record.pieces().stream()
                .filter(piece ->
                        CasePieces.awaited(piece) && law.missing(record).contains(piece.type()))
                .map(PieceRecord::type)
                .toList();
        return undecided() && !asked.isEmpty()
                ? law.askingFor(record, asked, today)
                        .fold(settled -> Optional.<String>empty(), open -> Optional.of(open.question()))
                : Optional.empty();
    }

    private Optional<Task> decision() {
        return silenceEnd()
                .filter(end -> undecided() && !today.isBefore(end.minusDays(lead.decideBefore())))
                .map(end -> task(Task.Kind.DECIDE, end, overdue(end), Optional.empty()));
    }

    private Optional<Task> receiptToConfirm() {
        return outlook()
                .receiptToConfirm()
                .map(due -> task(Task.Kind.CONFIRM_RECEIPT, due, overdue(due), Optional.empty()));
    }

    private Optional<Task> reasonsToGive() {
        return CaseClocks.running(record, CaseClocks.REASONS)
                .flatMap(ClockFile::endsOn)
                .map(due -> task(Task.Kind.GIVE_REASONS, due, overdue(due), Optional.empty()));
    }

    /** A judge's order is the chief's from its first day, and national from its last. */
    private Optional<Task> courtToObey() {
        return outlook()
                .courtOrderToObey()
                .map(due -> task(
                        Task.Kind.OBEY_COURT,
                        due,
                        today.isBefore(due) ? Task.Escalation.CHIEF : Task.Escalation.NATIONAL,
                        Optional.empty()));
    }

    /** Whoever has the earlier of two cases that look like one says what they are to each other. */
    private Optional<Task> duplicateToLookAt(List<CaseRecord> others) {
        return Duplicates.laterOnes(record, others).stream()
                .map(later -> later.filed().filedOn())
                .min(Comparator.naturalOrder())
                .map(filedOn -> edition.clocks().workingDaysAfter(filedOn, DUPLICATE_WORKING_DAYS))
                .map(due -> task(Task.Kind.LOOK_AT_DUPLICATE, due, overdue(due), Optional.empty()));
    }

    private Optional<Task> linkToConfirm() {
        LocalDate due = edition.clocks().workingDaysAfter(facts.filedOn(), LINK_WORKING_DAYS);
        return record.follows()
                .filter(it -> it.standing() == CaseLinks.Standing.DECLARED)
                .map(it -> task(
                        Task.Kind.CONFIRM_LINK,
                        due,
                        overdue(due),
                        Optional.of(it.number().value())));
    }

    /** What ended the case of one never ends that of another: somebody looks. */
    private Optional<Task> caseToLookAtAgain() {
        return record.follows()
                .flatMap(it -> it.lookSince().map(since -> {
                    LocalDate due = edition.clocks().workingDaysAfter(since, LINK_WORKING_DAYS);
                    return task(
                            Task.Kind.LOOK_AGAIN,
                            due,
                            overdue(due),
                            Optional.of(it.number().value()));
                }));
    }

    private Task correctionToAnswer(Correction proposed) {
        return task(
                Task.Kind.ANSWER_CORRECTION,
                proposed.dueOn(),
                overdue(proposed.dueOn()),
                Optional.of(proposed.number().value()));
    }

    /** Nobody under eighteen is kept from filing at a counter or by post because they came alone. */
    private Optional<Task> representativeToName() {
        LocalDate due = edition.clocks().workingDaysAfter(facts.filedOn(), REPRESENTATIVE_WORKING_DAYS);
        return Optional.of(person)
                .filter(it -> it.isMinorOn(today) && it.represented().isEmpty())
                .map(it -> task(Task.Kind.NAME_REPRESENTATIVE, due, overdue(due), Optional.empty()));
    }

    private Optional<Task> contactToAskFor() {
        LocalDate due =
                edition.clocks().workingDaysAfter(person.civilStatus().comesOfAgeOn(), REPRESENTATIVE_WORKING_DAYS);
        return Optional.of(person)
                .filter(it -> !it.isMinorOn(today) && it.isReachedAsTheirRepresentative())
                .map(it -> task(Task.Kind.ASK_FOR_CONTACT, due, overdue(due), Optional.empty()));
    }

    /** The law has come to give less than the paper in the hand, which stands: somebody sees to what follows it. */
    private Optional<Task> fewerRightsToCome() {
        return ofAnotherEdition().stream()
                .filter(paper -> instead(paper)
                        .flatMap(grant -> RightsChange.between(paper.rights(), grant.rights()))
                        .filter(change -> change != Change.MORE)
                        .isPresent())
                .flatMap(paper -> paper.validity().lastDay().stream())
                .max(Comparator.naturalOrder())
                .map(end -> task(Task.Kind.SEE_FEWER_RIGHTS, end, overdue(end), Optional.empty()));
    }

    private Outlook outlook() {
        return new Outlook(record, today, edition, law.mayComeAsACard(record));
    }

    private Task.Escalation overdue(LocalDate due) {
        return today.isAfter(edition.clocks().workingDaysAfter(due, 2))
                ? Task.Escalation.NATIONAL
                : today.isAfter(due) ? Task.Escalation.CHIEF : Task.Escalation.TEAM;
    }

    private Task task(Task.Kind kind, LocalDate due, Task.Escalation escalation, Optional<String> question) {
        boolean national = kind == Task.Kind.SETTLE_LAW;
        return new Task(
                record.number().value() + "-" + Codes.of(kind),
                record.number(),
                kind,
                national ? Optional.empty() : Optional.of(record.standing().prefecture()),
                due,
                escalation,
                question);
    }
}
