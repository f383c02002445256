package fr.sejour.api.report;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.attempt.AttemptNumber;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.Task;
import fr.sejour.api.person.Contact;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.prefecture.PrefectureCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A report and all that followed from it.
 *
 * @param account who reported, when they were signed in
 * @param person whom that account speaks for
 * @param contact how to reach somebody without an account
 * @param owner the préfecture that owes the answer; empty for the national services
 * @param dueOn the day by which it owes it
 * @param escalation who has been told that it is late
 * @param substitute the attempt that gives the right to the substitute channel
 * @param steps what happened on it, oldest first
 */
public record Report(
        ReportNumber number,
        Instant at,
        Topic topic,
        boolean blocking,
        Trace trace,
        Optional<AccountId> account,
        Optional<PersonId> person,
        Optional<CaseNumber> caseNumber,
        Optional<Contact> contact,
        Optional<PrefectureCode> owner,
        LocalDate dueOn,
        Task.Escalation escalation,
        State state,
        Optional<AttemptNumber> substitute,
        List<Step> steps) {

    private static final int LONGEST = 4000;

    public Report {
        steps = List.copyOf(steps);
    }

    /** The same report, as late as it is. */
    public Report escalated(Task.Escalation level) {
        return with(caseNumber, owner, dueOn, level, state, substitute, steps);
    }

    /** The same report when nobody owes an answer any more. */
    public Report answered() {
        return with(caseNumber, owner, dueOn, escalation, State.ANSWERED, substitute, steps);
    }

    /** The same report when an answer is owed anew. */
    public Report reopened(LocalDate answerBy) {
        return with(caseNumber, owner, answerBy, escalation, State.OPEN, substitute, steps);
    }

    /**
     * The same report when another team owes the answer, by the same day.
     *
     * @param team the préfecture; empty for the national services
     */
    public Report routedTo(Optional<PrefectureCode> team) {
        return with(caseNumber, team, dueOn, escalation, state, substitute, steps);
    }

    /** The same report, about that case. */
    public Report linkedTo(CaseNumber about) {
        return with(Optional.of(about), owner, dueOn, escalation, state, substitute, steps);
    }

    /** The same report once that attempt gives the right to the substitute channel. */
    public Report givingRightBy(AttemptNumber attempt) {
        return with(caseNumber, owner, dueOn, escalation, state, Optional.of(attempt), steps);
    }

    /** The same report after one thing more happened on it. */
    public Report step(
            Instant then,
            Side side,
            Optional<AccountId> by,
            What what,
            Optional<String> detail,
            Optional<String> words) {
        List<Step> longer = new ArrayList<>(steps);
        longer.add(new Step(steps.size() + 1L, then, side, by, what, detail, words));
        return with(caseNumber, owner, dueOn, escalation, state, substitute, longer);
    }

    private Report with(
            Optional<CaseNumber> about,
            Optional<PrefectureCode> team,
            LocalDate answerBy,
            Task.Escalation level,
            State now,
            Optional<AttemptNumber> right,
            List<Step> after) {
        return new Report(
                number, at, topic, blocking, trace, account, person, about, contact, team, answerBy, level, now, right,
                after);
    }

    /** What it is about. */
    public enum Topic {
        FILING,
        PIECES,
        ACCOUNT,
        CASE,
        PAPER,
        SITE
    }

    /** Whether somebody owes an answer. */
    public enum State {
        OPEN,
        ANSWERED
    }

    /**
     * One thing that happened on it.
     *
     * @param sequence 1 for the first
     * @param by the account that did it; empty for the platform and for whoever has none
     * @param detail codes and references
     * @param words what they said, as long as it is kept
     */
    public record Step(
            long sequence,
            Instant at,
            Side side,
            Optional<AccountId> by,
            What what,
            Optional<String> detail,
            Optional<String> words) {}

    /** Who did a step. */
    public enum Side {
        PERSON,
        STAFF,
        PLATFORM
    }

    /** What a step is. */
    public enum What {
        OPENED,
        ANSWERED,
        REPLIED,
        REOPENED,
        ROUTED,
        LINKED,
        SUBSTITUTE_OPENED
    }

    /** @throws IllegalArgumentException when the words are none, too long, or hold what no keyboard types */
    static String inWords(String words) {
        String said = words.strip().replace("\r\n", "\n");
        if (said.isEmpty()
                || said.length() > LONGEST
                || said.codePoints().anyMatch(sign -> Character.isISOControl(sign) && sign != '\n' && sign != '\t')) {
            throw new IllegalArgumentException("Words have 1 to 4,000 characters, on one line or several");
        }
        return said;
    }
}
