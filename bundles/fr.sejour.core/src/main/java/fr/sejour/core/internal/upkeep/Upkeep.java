package fr.sejour.core.internal.upkeep;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.access.Caller;
import fr.sejour.api.attestation.Attestation;
import fr.sejour.api.attestation.ComingCoverage;
import fr.sejour.api.attestation.ComingCoverage.ComingPaper;
import fr.sejour.api.attestation.CoverageLedger;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.Task;
import fr.sejour.api.notice.Notice;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.text.Codes;
import fr.sejour.core.internal.notice.NoticeWriter;
import fr.sejour.core.internal.notice.Told;
import fr.sejour.core.internal.practice.Practices.Answers;
import fr.sejour.core.internal.secret.Numbers;
import fr.sejour.core.port.CaseRecord;
import fr.sejour.core.port.EarlierPaper;
import fr.sejour.core.port.JournalEntry;
import fr.sejour.core.port.PaperRecords;
import fr.sejour.core.port.PersonFile;
import fr.sejour.core.port.PersonRecord;
import fr.sejour.core.port.Records;
import fr.sejour.core.port.UncoveredDay;
import fr.sejour.law.Edition;
import fr.sejour.law.Editions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;

/**
 * Brings the cases of a person up to what the law makes due at an instant, inside the transaction of whoever calls: an act, a
 * filing or the deadline pass. The person's rights are the union over their cases, so every open case is looked at together.
 */
@Component(service = Upkeep.class, configurationPid = ClockDeadlinePass.PID)
public final class Upkeep {

    /** The actor of what the platform does by itself, and the caller it reads as. */
    public static final String PLATFORM = "platform";

    public static final Caller READS_ALL = Caller.national(new AccountId(PLATFORM));

    /** The order in which a look finds the cases, so that what follows does not depend on which of them was acted on. */
    private static final Comparator<CaseRecord> FILED_LAST_FIRST = Comparator.comparing(
                    (CaseRecord record) -> record.filed().filedAt())
            .thenComparing(CaseRecord::number)
            .reversed();

    private final CaseLaw law;
    private final NoticeWriter notices;
    private final Numbers numbers;

    /** Another one when the lead is changed: who works something out keeps to the one they began with. */
    private volatile Planner planner;

    @Activate
    public Upkeep(@Reference Editions editions, @Reference NoticeWriter notices, ClockDeadlinePass.Config config) {
        this(editions, notices, new Numbers(), Lead.issuing(config.renewBeforeDays()));
    }

    public Upkeep(Editions editions, NoticeWriter notices) {
        this(editions, notices, new Numbers());
    }

    /** @param numbers what the numbers of papers come from */
    public Upkeep(Editions editions, NoticeWriter notices, Numbers numbers) {
        this(editions, notices, numbers, Lead.USUAL);
    }

    Upkeep(Editions editions, NoticeWriter notices, Numbers numbers, Lead lead) {
        this.law = new CaseLaw(editions);
        this.notices = notices;
        this.numbers = numbers;
        this.planner = new Planner(law, numbers, lead);
    }

    /** Nobody who works with this is restarted for another lead, and a wrong one leaves things as they were. */
    @Modified
    void change(ClockDeadlinePass.Config config) {
        change(Lead.issuing(config.renewBeforeDays()));
    }

    void change(Lead lead) {
        planner = new Planner(law, numbers, lead);
    }

    /** The law as it is put to a case. */
    public CaseLaw law() {
        return law;
    }

    /** The words of what people are told. */
    public NoticeWriter notices() {
        return notices;
    }

    /** What an act did to a case, before the upkeep. */
    public record Deed(CaseRecord after, List<JournalEntry> lines, List<Told> told) {

        public Deed {
            lines = List.copyOf(lines);
            told = List.copyOf(told);
        }
    }

    /** What stands after a deed: the case, its person, and every paper of the person. */
    public record Kept(CaseRecord record, PersonRecord person, List<Attestation> papers) {

        public Kept {
            papers = List.copyOf(papers);
        }
    }

    /** Adds a fresh case and brings everything of its person up to date. */
    public Kept open(Records records, Deed filing, Answers answers, Instant now) {
        return run(records, filing, true, answers, now);
    }

    /** Keeps a changed case and brings everything of its person up to date. */
    public Kept keep(Records records, Deed act, Instant now) {
        return run(records, act, false, Answers.NONE, now);
    }

    /**
     * What follows what a person holds now; empty when that has no known end.
     *
     * @param cases those that the reader may know of
     */
    Optional<ComingCoverage> coming(
            PersonRecord person,
            List<CaseRecord> cases,
            List<Attestation> papers,
            CoverageLedger ledger,
            ZoneId zone,
            Instant now) {
        return planner.coming(person, cases, papers, ledger, zone, now);
    }

    /** Works a case out anew that has fallen out of sight, with everything of its person. */
    void mend(Records records, CaseRecord astray, JournalEntry line, Instant now) {
        keep(records, new Deed(astray, List.of(line), List.of()), now);
    }

    /** Does what the clock made due for a person. */
    public Tally tick(Records records, PersonId person, Instant now) {
        return tick(records, person, Answers.NONE, now);
    }

    /** @param answers what the rules of the préfectures said before the transaction, for cases that change theirs */
    public Tally tick(Records records, PersonId person, Answers answers, Instant now) {
        return tick(records, file(records, person), answers, now);
    }

    /** The same for a person whose file was read in this transaction. */
    Tally tick(Records records, PersonFile file, Answers answers, Instant now) {
        Tally tally = new Tally();
        keep(records, workOut(file, answers, now), now, tally);
        return tally;
    }

    /** The case as the clock alone would move it now; nothing of it is kept. */
    CaseRecord foreseen(Records records, CaseRecord found, Instant now) {
        return workOut(file(records, found.filed().person()), Answers.NONE, now).cases().stream()
                .map(it -> it.plan().after())
                .filter(after -> after.number().equals(found.number()))
                .findFirst()
                .orElse(found);
    }

    /** What the clock made due for a person; nothing of it is kept yet. */
    PersonPlan workOut(PersonFile file, Answers answers, Instant now) {
        return workOut(file, Optional.empty(), answers, now);
    }

    /** Keeps what was worked out from a file that was read in this transaction. */
    void keep(Records records, PersonPlan plan, Instant now, Tally tally) {
        keep(records, plan, Optional.empty(), false, now, tally);
    }

    /** What was written for the clock. */
    public static final class Tally {
        private int papers;
        private int silentRefusals;
        private int tasks;
        private int transfers;

        public int papers() {
            return papers;
        }

        public int silentRefusals() {
            return silentRefusals;
        }

        public int tasks() {
            return tasks;
        }

        public int transfers() {
            return transfers;
        }
    }

    private Kept run(Records records, Deed deed, boolean fresh, Answers answers, Instant now) {
        CaseRecord changed = deed.after();
        PersonFile before = file(records, changed.filed().person());
        List<CaseRecord> cases = Stream.concat(
                        Stream.of(changed),
                        before.cases().stream().filter(it -> !it.number().equals(changed.number())))
                .toList();
        PersonFile file = Following.lookedUp(records, before, changed).withCases(cases);
        PersonPlan plan = workOut(file, Optional.of(changed.number()), answers, now);
        return keep(records, plan, Optional.of(deed), fresh, now, new Tally()).orElseThrow();
    }

    private static PersonFile file(Records records, PersonId person) {
        return records.due().files(List.of(person)).stream().findFirst().orElseThrow();
    }

    private PersonPlan workOut(PersonFile file, Optional<CaseNumber> actedOn, Answers answers, Instant now) {
        Planner planner = this.planner;
        Home home = new Home(file.residence().map(said -> said.residence().commune()), answers);
        List<Attestation> papers = new ArrayList<>(file.papers());
        List<CaseRecord> cases = file.cases().stream()
                .filter(record -> !settled(record) || actedOn.equals(Optional.of(record.number())))
                .sorted(FILED_LAST_FIRST)
                .toList();
        List<Plan> plans = new ArrayList<>();
        for (CaseRecord record : cases) {
            Plan plan = planner.move(record, file.person(), home, papers, now);
            plans.add(plan);
            papers.addAll(plan.issued());
            plan.ended().forEach(paper -> papers.replaceAll(it -> it.number().equals(paper.number()) ? paper : it));
        }
        papers.sort(PaperRecords.ORDER);
        PersonRecord person = file.person().withEarlierPapers(stillHeld(file.person(), plans));
        List<ComingPaper> coming = plans.stream()
                .flatMap(plan -> planner.nextPaper(plan.after(), person, papers, now).stream())
                .toList();
        Optional<CaseNumber> answering = filedLast(plans);
        List<PersonPlan.OfCase> settled = new ArrayList<>();
        for (int at = 0; at < cases.size(); at++) {
            CaseRecord before = cases.get(at);
            List<ComingPaper> elsewhere = coming.stream()
                    .filter(paper -> !paper.caseNumber().equals(before.number()))
                    .toList();
            List<CaseRecord> others = plans.stream()
                    .map(Plan::after)
                    .filter(after -> !after.number().equals(before.number()))
                    .toList();
            CaseRecord moved = plans.get(at).after();
            CaseRecord noted = Following.noted(file.followed(), moved, others, today(moved, now));
            settled.add(new PersonPlan.OfCase(
                    before,
                    plans.get(at)
                            .withAfter(planner.settle(
                                    noted,
                                    person,
                                    papers,
                                    others,
                                    elsewhere,
                                    file.correction().filter(it -> answering.equals(Optional.of(before.number()))),
                                    now))));
        }
        List<UncoveredDay> uncovered = plans.stream()
                .map(Plan::after)
                .sorted(Comparator.comparing((CaseRecord after) -> after.filed().filedAt()))
                .flatMap(after -> planner.uncovered(after, person, papers, now).stream())
                .toList();
        return new PersonPlan(person, papers, settled, uncovered);
    }

    /** @return what stands after the deed; empty when the clock did it all */
    private Optional<Kept> keep(
            Records records, PersonPlan plan, Optional<Deed> deed, boolean fresh, Instant now, Tally tally) {
        Optional<CaseRecord> acted = Optional.empty();
        for (PersonPlan.OfCase each : plan.cases()) {
            boolean actedOn = actedOn(deed, each.before());
            CaseRecord kept = write(
                    records, plan.person(), each.before(), each.plan(), actedOn ? deed : Optional.empty(), fresh, now);
            count(tally, each.before(), each.plan());
            if (actedOn) {
                acted = Optional.of(kept);
            }
        }
        plan.cases().stream()
                .findFirst()
                .ifPresent(first ->
                        tellComingOfAge(records, plan.person(), first.plan().after(), now));
        if (!plan.uncovered().isEmpty()) {
            records.uncovered().keep(plan.person().id(), plan.uncovered());
        }
        return acted.map(record -> new Kept(record, plan.person(), plan.papers()));
    }

    /** The open case filed last: whoever has it answers for what concerns the person and none of their cases. */
    private static Optional<CaseNumber> filedLast(List<Plan> plans) {
        return plans.stream()
                .map(Plan::after)
                .filter(after -> after.standing().status().isOpen())
                .max(Comparator.<CaseRecord, Instant>comparing(
                                after -> after.filed().filedAt())
                        .thenComparing(after -> after.number().value()))
                .map(CaseRecord::number);
    }

    private static List<EarlierPaper> stillHeld(PersonRecord person, List<Plan> plans) {
        return person.earlierPapers().stream()
                .map(paper -> plans.stream()
                        .flatMap(plan -> plan.earlierEnded().stream())
                        .filter(paper::isSameAs)
                        .findFirst()
                        .orElse(paper))
                .toList();
    }

    private void owe(Records records, PersonRecord person, CaseRecord record, Told told, Edition edition, Instant now) {
        Notice notice = notices.write(told, person, record, edition, now);
        NoticeWriter.inTheirPlace(person, record, edition, now)
                .ifPresentOrElse(
                        to -> NoticeWriter.owe(records, person, record, notice, to, edition),
                        () -> records.notices().owe(person.id(), notice));
    }

    /** The young adult is told with the case that was filed last, and so is who still acts for them. */
    private void tellComingOfAge(Records records, PersonRecord person, CaseRecord record, Instant now) {
        if (ComingOfAge.isToBeTold(person, today(record, now))) {
            Edition edition = law.at(now);
            Told told = NoticeWriter.comingOfAge(person.civilStatus().comesOfAgeOn());
            owe(records, person, record, told, edition, now);
            records.people()
                    .change(person.withRepresented(
                            person.represented().orElseThrow().once()));
        }
    }

    /** The day where the case is; without one the national day. */
    public LocalDate today(Optional<CaseRecord> record, Instant now) {
        return law.dayAt(record.map(it -> it.standing().prefecture()), now);
    }

    private LocalDate today(CaseRecord record, Instant now) {
        return today(Optional.of(record), now);
    }

    private static boolean actedOn(Optional<Deed> deed, CaseRecord record) {
        return deed.filter(it -> it.after().number().equals(record.number())).isPresent();
    }

    /** Nobody owes anything on it, or should, and the clock has nothing to do there. */
    private static boolean settled(CaseRecord record) {
        return record.standing().next().isEmpty()
                && record.standing().wakeAt().isEmpty()
                && !CaseFaults.somebodyOwes(record);
    }

    private CaseRecord write(
            Records records,
            PersonRecord person,
            CaseRecord before,
            Plan plan,
            Optional<Deed> deed,
            boolean fresh,
            Instant now) {
        CaseRecord after = plan.after();
        if (deed.isPresent() && fresh) {
            records.cases().add(after);
        } else if (deed.isPresent()
                || !plan.lines().isEmpty()
                || !resting(after, before).equals(before)) {
            records.cases().change(after);
            after = after.atNextVersion();
        } else if (!after.equals(before)) {
            records.cases()
                    .rest(
                            after.number(),
                            after.standing().wakeAt(),
                            after.standing().uncoveredAt());
        }
        plan.ended()
                .forEach(paper ->
                        records.papers().end(paper.number(), paper.end().orElseThrow()));
        plan.earlierEnded().forEach(paper -> records.people().keep(person.id(), paper));
        plan.issued().forEach(records.papers()::add);
        deed.ifPresent(it ->
                it.lines().forEach(line -> records.cases().write(it.after().number(), line)));
        plan.lines()
                .forEach(line -> records.cases()
                        .write(
                                plan.after().number(),
                                new JournalEntry(
                                        now, PLATFORM, line.what(), line.detail(), Optional.of(line.basis()))));
        Edition edition = law.at(now);
        escalated(before, plan.after())
                .forEach(task -> records.cases().write(plan.after().number(), escalation(task, edition, now)));
        List<Told> told = new ArrayList<>(deed.map(Deed::told).orElse(List.of()));
        told.addAll(plan.told());
        for (Told each : told) {
            owe(records, person, after, each, edition, now);
        }
        return after;
    }

    private static CaseRecord resting(CaseRecord record, CaseRecord as) {
        return record.withStanding(record.standing()
                .with()
                .wakeAt(as.standing().wakeAt())
                .uncoveredAt(as.standing().uncoveredAt())
                .build());
    }

    /** The tasks that have gone further up than they were: each step is written once, for the level is kept with the task. */
    private static List<Task> escalated(CaseRecord before, CaseRecord after) {
        return after.tasks().stream()
                .filter(task -> task.escalation().compareTo(levelOf(task, before)) > 0)
                .toList();
    }

    private static Task.Escalation levelOf(Task task, CaseRecord before) {
        return before.tasks().stream()
                .filter(it -> it.id().equals(task.id()))
                .map(Task::escalation)
                .findFirst()
                .orElse(Task.Escalation.TEAM);
    }

    private static JournalEntry escalation(Task task, Edition edition, Instant now) {
        return new JournalEntry(
                now,
                PLATFORM,
                "escalated",
                Codes.of(task.kind()) + " to " + Codes.of(task.escalation()),
                Optional.of(edition.stamp().name()));
    }

    private static void count(Tally tally, CaseRecord before, Plan plan) {
        tally.papers += plan.issued().size();
        tally.tasks += (int) plan.after().tasks().stream()
                .filter(task -> before.tasks().stream().noneMatch(it -> it.kind() == task.kind()))
                .count();
        for (Plan.Line line : plan.lines()) {
            tally.silentRefusals += line.what().equals("silently-refused") ? 1 : 0;
            tally.transfers += line.what().equals("transfer-completed") ? 1 : 0;
        }
    }
}
