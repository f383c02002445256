package fr.sejour.core.internal.cases;

import fr.sejour.api.cases.ClockFile;
import fr.sejour.api.cases.ClockFile.State;
import fr.sejour.core.port.CaseRecord;
import fr.sejour.law.LegalClock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The changes of the clocks of a case. */
public final class CaseClocks {

    /** The clock at whose end silence refuses. */
    public static final String SILENCE = "silence";

    /** The clock at whose end no court hears the person any more. */
    public static final String APPEAL = "appeal";

    /** The clock at whose end the reasons of a silent refusal are overdue. */
    public static final String REASONS = "reasons";

    private CaseClocks() {}

    /** The clock of that kind that runs, or empty. */
    public static Optional<ClockFile> running(CaseRecord record, String kind) {
        return record.clocks().stream()
                .filter(clock -> clock.kind().equals(kind) && clock.state() == State.RUNNING)
                .findFirst();
    }

    /** Whether a clock of that kind stands in that state. */
    public static boolean has(CaseRecord record, String kind, State state) {
        return record.clocks().stream().anyMatch(clock -> clock.kind().equals(kind) && clock.state() == state);
    }

    /** The last day of the silence that counts: the one that runs, or the one that has refused. */
    public static Optional<LocalDate> silenceEnd(CaseRecord record) {
        return record.clocks().stream()
                .filter(clock -> clock.kind().equals(SILENCE))
                .filter(clock -> clock.state() == State.RUNNING || clock.state() == State.EXPIRED)
                .flatMap(clock -> clock.endsOn().stream())
                .max(Comparator.naturalOrder());
    }

    /** Whether a clock of that kind counts from that day, over or not. */
    public static boolean counts(CaseRecord record, String kind, LocalDate from) {
        return record.clocks().stream()
                .anyMatch(clock -> clock.kind().equals(kind)
                        && clock.state() != State.STOPPED
                        && clock.startsOn().equals(from));
    }

    /** The case with one clock more. */
    public static CaseRecord start(CaseRecord record, ClockFile clock) {
        List<ClockFile> clocks = new ArrayList<>(record.clocks());
        clocks.add(clock);
        return record.withClocks(clocks);
    }

    /** The case with that clock in the place of the one of its kind that ran. */
    static CaseRecord replace(CaseRecord record, ClockFile clock) {
        return start(settle(record, clock.kind(), State.STOPPED), clock);
    }

    /** A clock of the law as a case carries it. */
    public static ClockFile running(LegalClock clock) {
        return new ClockFile(
                clock.kind().name().toLowerCase(Locale.ROOT),
                clock.startsOn(),
                clock.endsOn(),
                State.RUNNING,
                clock.meaning(),
                clock.basis(),
                Optional.empty());
    }

    /** The case with its running clock of that kind put into another state. */
    public static CaseRecord settle(CaseRecord record, String kind, State state) {
        return change(record, clock -> clock.kind().equals(kind), state);
    }

    /** The case with its running clock of that kind waiting: it has no last day any more, but days left. */
    public static CaseRecord suspend(CaseRecord record, String kind, LocalDate today) {
        return record.withClocks(record.clocks().stream()
                .map(clock ->
                        clock.kind().equals(kind) && clock.state() == State.RUNNING ? suspended(clock, today) : clock)
                .toList());
    }

    private static ClockFile suspended(ClockFile clock, LocalDate today) {
        return new ClockFile(
                clock.kind(),
                clock.startsOn(),
                Optional.empty(),
                State.SUSPENDED,
                clock.meaning(),
                clock.basis(),
                clock.endsOn().map(end -> Math.max(0, (int) ChronoUnit.DAYS.between(today, end))));
    }

    /** The case with its suspended clock of that kind running on from today. */
    public static CaseRecord resume(CaseRecord record, String kind, LocalDate today) {
        return record.withClocks(record.clocks().stream()
                .map(clock -> clock.kind().equals(kind) && clock.state() == State.SUSPENDED
                        ? new ClockFile(
                                clock.kind(),
                                clock.startsOn(),
                                clock.daysLeft().map(today::plusDays),
                                State.RUNNING,
                                clock.meaning(),
                                clock.basis(),
                                Optional.empty())
                        : clock)
                .toList());
    }

    /** The clock as it stands once what it waits for has come: an electronic filing is acknowledged at once. */
    public static ClockFile met(ClockFile clock) {
        return in(clock, State.MET);
    }

    static CaseRecord stopAll(CaseRecord record) {
        return change(record, clock -> true, State.STOPPED);
    }

    /** The case with no clock that runs; what silence refused, its reasons and the appeal against it count no more. */
    static CaseRecord startAnew(CaseRecord record) {
        return stopAll(without(record, Set.of(SILENCE, REASONS, APPEAL)));
    }

    /** The case with no silence that counts, not even one that has refused, and with no reasons that were given for it. */
    static CaseRecord withoutSilentRefusal(CaseRecord record) {
        CaseRecord unrefused = without(record, Set.of(SILENCE));
        return unrefused.withClocks(unrefused.clocks().stream()
                .map(clock ->
                        clock.kind().equals(REASONS) && clock.state() == State.MET ? in(clock, State.STOPPED) : clock)
                .toList());
    }

    private static CaseRecord without(CaseRecord record, Set<String> kinds) {
        return record.withClocks(record.clocks().stream()
                .map(clock -> kinds.contains(clock.kind()) ? in(clock, State.STOPPED) : clock)
                .toList());
    }

    private static CaseRecord change(CaseRecord record, Predicate<ClockFile> which, State state) {
        return record.withClocks(record.clocks().stream()
                .map(clock -> (clock.state() == State.RUNNING || clock.state() == State.SUSPENDED) && which.test(clock)
                        ? in(clock, state)
                        : clock)
                .toList());
    }

    private static ClockFile in(ClockFile clock, State state) {
        return new ClockFile(
                clock.kind(),
                clock.startsOn(),
                clock.endsOn(),
                state,
                clock.meaning(),
                clock.basis(),
                Optional.empty());
    }
}
