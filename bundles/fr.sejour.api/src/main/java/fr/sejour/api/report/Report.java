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
        return new Report(
                number,
                at,
                topic,
                blocking,
                trace,
                account,
                person,
                caseNumber,
                contact,
                owner,
                dueOn,
                level,
                state,
                substitute,
                steps);
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
