package fr.sejour.oracle;

import fr.sejour.oracle.CaseLife.Chain;
import fr.sejour.oracle.CaseLife.State;
import fr.sejour.oracle.Verdict.Fault;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Looks at what teams owe on an open case right after a pass: who has it, by when, and how far up it has gone. */
final class TaskJudge {

    private static final List<String> LEVELS = List.of("TEAM", "CHIEF", "NATIONAL");
    private static final int WORKING_DAYS_TO_TAKE_UP = 10;
    private static final int WORKING_DAYS_TO_LOOK = 2;
    private static final int WORKING_DAYS_TO_NOTIFY = 5;
    private static final int WORKING_DAYS_TO_GO_UP_AGAIN = 2;
    private static final int DAYS_TO_DECIDE = 30;

    private final PersonLife person;
    private final CaseLife life;
    private final Optional<Row> row;
    private final List<Task> tasks;
    private final Instant now;
    private final Verdict verdict;
    private final LocalDate today;

    /** What the tables say of a case. */
    record Row(
            String number,
            String status,
            String prefecture,
            Optional<String> nextWhat,
            Optional<String> nextBy,
            Optional<String> nextOwner,
            Optional<String> queueKey) {}

    /** A row of {@code task}. */
    record Task(String caseNumber, String kind, Optional<String> owner, LocalDate dueOn, String escalation) {}

    TaskJudge(PersonLife person, CaseLife life, Optional<Row> row, List<Task> tasks, Instant now, Verdict verdict) {
        this.person = person;
        this.life = life;
        this.row = row;
        this.tasks = tasks;
        this.now = now;
        this.verdict = verdict;
        this.today = now.atZone(Places.zone(life.prefecture(now))).toLocalDate();
    }

    void judge() {
        State state = life.at(now);
        boolean unnotified = life.refusedOn.isPresent() && state.undecided();
        if (!state.open() && !unnotified) {
            return;
        }
        owned();
        if (unnotified) {
            LocalDate due = WorkingDays.after(life.refusedOn.get(), WORKING_DAYS_TO_NOTIFY);
            if (today.isAfter(due)) {
                owes("NOTIFY", due, level(due));
            }
            return;
        }
        if (state.undecided()) {
            undecided(state);
        }
    }

    private void owned() {
        String prefecture = life.prefecture(now);
        boolean owned = row.filter(it -> it.prefecture().equals(prefecture))
                .filter(it -> it.nextOwner().equals(Optional.of(prefecture)))
                .filter(it -> it.nextWhat().isPresent()
                        && it.nextBy().isPresent()
                        && it.queueKey().isPresent())
                .isPresent();
        if (!owned) {
            find(Fault.OWNERLESS, "should be with " + prefecture + ", an act and a day, and stands as " + row);
        }
    }

    private void undecided(State state) {
        if (!state.seen()) {
            LocalDate due = WorkingDays.after(life.filed.on(), WORKING_DAYS_TO_LOOK);
            owes("SEE_FACTS", due, level(due));
        }
        if (life.takenUpAt.isEmpty() && !life.silenceDisturbed) {
            LocalDate due = WorkingDays.after(life.filed.on(), WORKING_DAYS_TO_TAKE_UP);
            boolean silent = silenceEnd(state).filter(today::isAfter).isPresent();
            if (today.isAfter(due) && !silent) {
                owes("TAKE_UP", due, level(due));
            }
        }
        silenceEnd(state)
                .filter(end -> !today.isBefore(end.minusDays(DAYS_TO_DECIDE)))
                .ifPresent(end -> owes("DECIDE", end, level(end)));
        gapAhead(state);
    }

    private Optional<LocalDate> silenceEnd(State state) {
        return state.complete() && !life.silenceDisturbed
                ? life.completeOn.flatMap(day -> SilenceLaw.endsOn(life.filed, day))
                : Optional.empty();
    }

    /** What nobody issues by itself is somebody's task before the permit ends: of who has this one case, and had no paper yet. */
    private void gapAhead(State state) {
        Optional<Held> held = life.filed.held().filter(Held::known);
        boolean alone = person.cases.size() == 1 && person.permits.size() == 1 && life.orders.isEmpty();
        boolean nothingFollows = life.filed.ofATitle()
                && !life.extended()
                && life.states.stream().noneMatch(State::heard)
                && life.states.stream().allMatch(it -> life.chain(it, it.since()) == Chain.NONE)
                && life.chain(state, now) == Chain.NONE;
        if (held.isEmpty()
                || !alone
                || !nothingFollows
                || life.filed.on().isAfter(held.get().until())) {
            return;
        }
        // the last day that the permit touches where the case is now: of two zones the later one counts
        ZoneId here = Places.zone(life.prefecture(now));
        LocalDate end = held.get()
                .ends(Places.laterToEnd(life.filed.zone(), here))
                .minusNanos(1)
                .atZone(here)
                .toLocalDate();
        String level =
                !today.isBefore(end.minusDays(1)) ? "NATIONAL" : !today.isBefore(end.minusDays(7)) ? "CHIEF" : "TEAM";
        if (!today.isBefore(end.minusDays(15))) {
            owes("PREVENT_GAP", end, level);
        }
    }

    private String level(LocalDate due) {
        if (today.isAfter(WorkingDays.after(due, WORKING_DAYS_TO_GO_UP_AGAIN))) {
            return "NATIONAL";
        }
        return today.isAfter(due) ? "CHIEF" : "TEAM";
    }

    private void owes(String kind, LocalDate due, String level) {
        verdict.tasks++;
        boolean there = tasks.stream()
                .filter(task -> task.kind().equals(kind) && task.dueOn().equals(due))
                .filter(task -> task.owner().equals(Optional.of(life.prefecture(now))))
                .anyMatch(task -> LEVELS.indexOf(task.escalation()) >= LEVELS.indexOf(level));
        if (!there) {
            find(
                    Fault.UNESCALATED_TASKS,
                    kind + " is owed by " + due + " and stands with " + level + ", but there is " + tasks);
        }
    }

    private void find(Fault fault, String how) {
        verdict.find(
                person.id,
                fault,
                1,
                "at " + now + " case " + life.filed.number() + " ("
                        + life.filed.permit().code()
                        + ", " + life.filed.channel() + ", " + life.filed.nature() + ", " + life.filed.prefecture()
                        + "): " + how);
    }
}
