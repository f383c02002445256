package fr.sejour.core.port;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.access.Caller;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.CaseStatus;
import fr.sejour.api.cases.JournalLine;
import fr.sejour.api.cases.QueueFilter;
import fr.sejour.api.cases.Task;
import fr.sejour.api.cases.TaskQuery;
import fr.sejour.api.filing.FormSerial;
import fr.sejour.api.filing.IdempotencyKey;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.prefecture.PrefectureCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The cases. Scope: an applicant reads the cases of their person; an agent those whose responsible or former préfecture they
 * serve, or that a transfer offers to one they serve; national services read all.
 */
@ProviderType
public interface CaseRecords {

    /** Keeps a new case, at version 1. */
    void add(CaseRecord fresh);

    /**
     * Keeps a changed case under the next version.
     *
     * @param changed at the version that was read
     * @throws fr.sejour.api.fault.CaseException {@code CASE_CHANGED} when that version is no longer the present one
     */
    void change(CaseRecord changed);

    /**
     * Sets when the clock looks at a case again, and when it notes the next day that its person goes without a proof. No version is
     * counted: whoever reads the case sees nothing of it.
     */
    void rest(CaseNumber number, Optional<Instant> wakeAt, Optional<Instant> uncoveredAt);

    Optional<CaseRecord> find(Caller caller, CaseNumber number);

    /** Where a case within the caller's scope is, for whoever needs no more of it. */
    Optional<CasePlace> place(Caller caller, CaseNumber number);

    /** The case that was filed on that printed form, whoever may read it. */
    Optional<CaseNumber> ofForm(FormSerial form);

    /** The cases of a person within the caller's scope, newest filing first. */
    List<CaseRecord> ofPerson(Caller caller, PersonId person);

    /**
     * The cases on which somebody owes an act, in the order of the queue: the first end of right, then a job at stake before none,
     * then the highest priority, then filing date, then number.
     *
     * @param prefectures the responsible préfectures to read, all within the caller's scope; empty for every one of a national
     *     caller
     * @param filter which of these cases; its préfecture is one of those to read
     * @param today the day before which what is owed is overdue
     * @throws fr.sejour.api.fault.CaseException {@code FULL_TEXT_UNAVAILABLE} when words are asked for that these records do not search
     */
    List<QueueRow> queue(
            Caller caller,
            List<PrefectureCode> prefectures,
            QueueFilter filter,
            LocalDate today,
            Optional<QueueKey> after,
            int limit);

    /** Whether the queue can be asked for words of the cases. */
    boolean searchesText();

    /** Makes the clock look at those cases at that instant, unless it looks sooner. */
    void wake(List<CaseNumber> numbers, Instant at);

    /**
     * Looks at the next cases that follow another, in the order of what they follow, for those on which it is not noted yet that
     * it ended, or goes on again. A case on which nobody owes anything is left out.
     *
     * @param after the number of the followed case that was looked at last; empty to begin
     * @param followers how many to look at; all that follow one case are looked at together
     */
    Overtaken overtaken(Caller platform, Optional<CaseNumber> after, int followers);

    /** The cases within the caller's scope that somebody said follow that one, by number. */
    List<CaseRecord> following(Caller caller, CaseNumber followed);

    /** Every case in passing, by number, after that one. */
    List<CaseGlance> glance(Caller platform, Optional<CaseNumber> after, int limit);

    /** One case in passing. */
    Optional<CaseGlance> glance(Caller platform, CaseNumber number);

    /**
     * The open tasks owed by préfectures (and those of the national jurist for a national caller who names none), by due day,
     * then by identifier.
     *
     * @param prefectures whose tasks to read, all within the caller's scope; empty for every one of a national caller
     * @param today the day before which a task is late, and on which agents are away
     */
    List<Task> openTasks(
            Caller caller,
            List<PrefectureCode> prefectures,
            TaskQuery.Filter filter,
            LocalDate today,
            Optional<TaskKey> after,
            int limit);

    /** Several cases within the caller's scope, in no order; those out of it are left out. */
    List<CaseRecord> find(Caller caller, List<CaseNumber> numbers);

    /**
     * The cases offered to a préfecture that an agent serves, or to any for national services, the first to be done by silence
     * first; then by number.
     */
    List<OfferedRow> offered(Caller caller, int limit);

    /** Figures over every open case, for the metrics: how many stand in each status. */
    Map<CaseStatus, Long> countByStatus();

    /** How many open tasks are past that day. */
    long countTasksDueBefore(LocalDate day);

    /** Adds the next line of a case's journal; sequence and digest follow the last line of the case. */
    void write(CaseNumber number, JournalEntry entry);

    /** The journal of a case, oldest first; the caller has read the case before. */
    List<JournalLine> journal(CaseNumber number);

    /**
     * Remembers that a key of an account opened a case or did an act on it. Two requests under one key never both commit: the second one waits for
     * the first and is then told to read again.
     *
     * @param digest what was asked, so that the same key with other words is noticed
     */
    void remember(AccountId account, IdempotencyKey key, String digest, CaseNumber number);

    /** What that account's key did before; empty when it is new. */
    Optional<RememberedFiling> remembered(AccountId account, IdempotencyKey key);

    /**
     * The key a page of the queue ended at.
     *
     * @param rightEndsOn {@code LocalDate.MAX} when the right has no known end: such cases come last
     */
    record QueueKey(LocalDate rightEndsOn, boolean employed, int priority, LocalDate filedOn, CaseNumber number)
            implements Comparable<QueueKey> {

        private static final Comparator<QueueKey> ORDER = Comparator.comparing(QueueKey::rightEndsOn)
                .thenComparing(QueueKey::employed, Comparator.reverseOrder())
                .thenComparing(QueueKey::priority, Comparator.reverseOrder())
                .thenComparing(QueueKey::filedOn)
                .thenComparing(QueueKey::number);

        @Override
        public int compareTo(QueueKey other) {
            return ORDER.compare(this, other);
        }
    }

    /** The key a page of tasks ended at. */
    record TaskKey(LocalDate dueOn, String id) {}

    /**
     * What a look at some of the cases that follow another found.
     *
     * @param numbers of the cases to note it on
     * @param last where to go on; empty once all were looked at
     */
    record Overtaken(List<CaseNumber> numbers, Optional<CaseNumber> last) {

        public Overtaken {
            numbers = List.copyOf(numbers);
        }
    }

    /** @param digest what was asked under that key */
    record RememberedFiling(String digest, CaseNumber number) {}
}
