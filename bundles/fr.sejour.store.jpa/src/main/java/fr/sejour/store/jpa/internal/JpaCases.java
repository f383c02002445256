package fr.sejour.store.jpa.internal;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.access.Caller;
import fr.sejour.api.access.Role;
import fr.sejour.api.cases.CaseLinks;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.CaseStatus;
import fr.sejour.api.cases.JournalLine;
import fr.sejour.api.cases.QueueFilter;
import fr.sejour.api.cases.Task;
import fr.sejour.api.cases.TaskQuery;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.filing.FormSerial;
import fr.sejour.api.filing.IdempotencyKey;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.core.port.CaseGlance;
import fr.sejour.core.port.CasePlace;
import fr.sejour.core.port.CaseRecord;
import fr.sejour.core.port.CaseRecords;
import fr.sejour.core.port.JournalEntry;
import fr.sejour.core.port.OfferedRow;
import fr.sejour.core.port.QueueRow;
import jakarta.persistence.FlushModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The cases in their tables. */
final class JpaCases implements CaseRecords {

    /** A case that changes each time while it is read is not to be had at present. */
    private static final int MOST_READINGS = 1_000;

    private static final List<CaseStatus> OPEN =
            Arrays.stream(CaseStatus.values()).filter(CaseStatus::isOpen).toList();

    private static final List<CaseStatus> AGAINST_THE_PERSON = Arrays.stream(CaseStatus.values())
            .filter(CaseStatus::endsAgainstThePerson)
            .toList();

    private final OpenTransaction transaction;

    /** What this transaction, which writes, has read and not changed since. */
    private final Map<String, WholeCase> found = new HashMap<>();

    JpaCases(OpenTransaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public void add(CaseRecord fresh) {
        CaseRow row = CaseRow.of(fresh);
        transaction.writer().persist(row);
        transaction.lockFresh(row);
        WholeCase.fresh(row).keepParts(fresh, transaction.writer());
    }

    @Override
    public void change(CaseRecord changed) {
        CaseRow row = transaction.lock(changed.number());
        if (row.version != changed.version()) {
            throw new CaseException(ErrorCode.CASE_CHANGED);
        }
        WholeCase before = Optional.ofNullable(found.remove(row.number)).orElseGet(() -> withParts(row));
        row.version++;
        row.take(changed);
        before.keepParts(changed, transaction.writer());
    }

    @Override
    public void rest(CaseNumber number, Optional<Instant> wakeAt, Optional<Instant> uncoveredAt) {
        transaction.lock(number).rest(wakeAt, uncoveredAt);
    }

    @Override
    public Optional<CaseRecord> find(Caller caller, CaseNumber number) {
        return read(Condition.of("c.number = :number", "number", number.value()).and(Scope.ofCases(caller, "c")))
                .stream()
                .findFirst();
    }

    @Override
    public Optional<CasePlace> place(Caller caller, CaseNumber number) {
        Condition condition =
                Condition.of("c.number = :number", "number", number.value()).and(Scope.ofCases(caller, "c"));
        return transaction
                .query(CaseRow.class, "SELECT c FROM CaseRow c" + condition.where(), condition.parameters())
                .getResultStream()
                .findFirst()
                .map(CaseRow::place);
    }

    @Override
    public Optional<CaseNumber> ofForm(FormSerial form) {
        return transaction
                .query(
                        String.class,
                        "SELECT c.number FROM CaseRow c WHERE c.formSerial = :form",
                        Map.of("form", form.value()))
                .getResultStream()
                .findFirst()
                .map(CaseNumber::new);
    }

    @Override
    public List<CaseRecord> ofPerson(Caller caller, PersonId person) {
        return read(
                Condition.of("c.personId = :person", "person", person.value()).and(Scope.ofCases(caller, "c")));
    }

    /**
     * The cases of some people, each person's newest filing first.
     *
     * @param held whether this transaction has these people in its hand, and takes their cases too
     */
    List<CaseRecord> ofPeople(List<String> people, boolean held) {
        Condition theirs = Condition.of("c.personId IN :people", "people", people);
        if (!held) {
            return read(theirs);
        }
        return whole(transaction.lock(theirs)).stream().map(WholeCase::value).toList();
    }

    /** Where some cases stand. */
    Map<CaseNumber, CaseStatus> statuses(List<String> numbers) {
        return transaction
                .query(
                        Object[].class,
                        "SELECT c.number, c.status FROM CaseRow c WHERE c.number IN :numbers",
                        Map.of("numbers", numbers))
                .getResultStream()
                .collect(Collectors.toMap(row -> new CaseNumber((String) row[0]), row -> (CaseStatus) row[1]));
    }

    /** The parts of a case are read one after the other: somebody may change it meanwhile, then all is read again. */
    private List<CaseRecord> read(Condition condition) {
        for (int round = 0; round < MOST_READINGS; round++) {
            List<WholeCase> cases = wholeCases(condition);
            if (cases.isEmpty() || transaction.writes() || stillStand(cases)) {
                return cases.stream().map(WholeCase::value).toList();
            }
        }
        throw new CaseException(ErrorCode.STORE_UNAVAILABLE);
    }

    private boolean stillStand(List<WholeCase> cases) {
        Map<String, Long> present = transaction
                .query(
                        Object[].class,
                        "SELECT c.number, c.version FROM CaseRow c WHERE c.number IN :numbers",
                        Map.of("numbers", numbers(cases)))
                .getResultStream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (Long) row[1]));
        return cases.stream().allMatch(it -> Long.valueOf(it.row().version).equals(present.get(it.row().number)));
    }

    private List<WholeCase> wholeCases(Condition condition) {
        return whole(transaction
                .query(
                        CaseRow.class,
                        "SELECT c FROM CaseRow c" + condition.where() + " ORDER BY c.filedAt DESC, c.number DESC",
                        condition.parameters())
                .getResultList());
    }

    /** A case that this transaction has read at the same version is not read again: only whoever holds its person changes it. */
    private List<WholeCase> whole(List<CaseRow> rows) {
        List<CaseRow> unread = rows.stream().filter(row -> !isFound(row)).toList();
        Map<String, WholeCase> read =
                readParts(unread).stream().collect(Collectors.toMap(it -> it.row().number, Function.identity()));
        if (transaction.writes()) {
            found.putAll(read);
        }
        return rows.stream()
                .map(row -> Optional.ofNullable(read.get(row.number)).orElseGet(() -> of(found, row)))
                .toList();
    }

    private boolean isFound(CaseRow row) {
        WholeCase before = found.get(row.number);
        return before != null && before.version() == row.version;
    }

    private static WholeCase of(Map<String, WholeCase> cases, CaseRow row) {
        return Objects.requireNonNull(cases.get(row.number));
    }

    /**
     * Each table by itself: Derby joins by reading the joined table whole, and holds a row of one table while it waits for
     * another.
     */
    private List<WholeCase> readParts(List<CaseRow> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        List<String> numbers = rows.stream().map(row -> row.number).toList();
        Map<String, List<PieceRow>> pieces = lists(PieceRow.class, numbers, row -> row.caseNumber);
        Map<String, List<ClockRow>> clocks = lists(ClockRow.class, numbers, row -> row.caseNumber);
        Map<String, List<TaskRow>> tasks = lists(TaskRow.class, numbers, row -> row.caseNumber);
        Map<String, List<FormerPrefectureRow>> former =
                lists(FormerPrefectureRow.class, numbers, row -> row.caseNumber);
        Map<String, List<CourtOrderRow>> orders = lists(
                CourtOrderRow.class,
                rows.stream()
                        .filter(row -> row.courtOrders > 0)
                        .map(row -> row.number)
                        .toList(),
                row -> row.caseNumber);
        Map<String, List<DecisionRow>> decisions = parts(DecisionRow.class, "", numbers, row -> row.caseNumber);
        Map<String, List<CollectionRow>> collections = parts(CollectionRow.class, "", numbers, row -> row.caseNumber);
        return rows.stream()
                .map(row -> new WholeCase(
                        row,
                        row.version,
                        only(decisions.get(row.number)),
                        only(collections.get(row.number)),
                        pieces.getOrDefault(row.number, List.of()),
                        clocks.getOrDefault(row.number, List.of()),
                        tasks.getOrDefault(row.number, List.of()),
                        orders.getOrDefault(row.number, List.of()),
                        former.getOrDefault(row.number, List.of())))
                .toList();
    }

    private static <R> @Nullable R only(@Nullable List<R> rows) {
        return rows == null ? null : rows.get(0);
    }

    private WholeCase withParts(CaseRow row) {
        return wholeCases(Condition.of("c.number = :number", "number", row.number))
                .get(0);
    }

    private <R> Map<String, List<R>> lists(Class<R> type, List<String> numbers, Function<R, String> caseNumber) {
        return parts(type, " ORDER BY r.caseNumber, r.position", numbers, caseNumber);
    }

    private <R> Map<String, List<R>> parts(
            Class<R> type, String order, List<String> numbers, Function<R, String> caseNumber) {
        if (numbers.isEmpty()) {
            return Map.of();
        }
        return transaction
                .query(
                        type,
                        "SELECT r FROM " + type.getSimpleName() + " r WHERE r.caseNumber IN :numbers" + order,
                        Map.of("numbers", numbers))
                // the rows of the cases were read just before, and that looked for changes to write first
                .setFlushMode(FlushModeType.COMMIT)
                .getResultStream()
                .collect(Collectors.groupingBy(caseNumber));
    }

    private static List<String> numbers(List<WholeCase> cases) {
        return cases.stream().map(it -> it.row().number).toList();
    }

    @Override
    public List<QueueRow> queue(
            Caller caller,
            List<PrefectureCode> prefectures,
            QueueFilter filter,
            LocalDate today,
            Optional<QueueKey> after,
            int limit) {
        if (filter.text().isPresent() && !searchesText()) {
            throw new CaseException(ErrorCode.FULL_TEXT_UNAVAILABLE);
        }
        if (!caller.isStaff()) {
            return List.of();
        }
        List<String> read = Scope.read(caller, prefectures);
        if (read.isEmpty() && !(caller.role() == Role.NATIONAL && prefectures.isEmpty())) {
            return List.of();
        }
        String place = after.map(QueuePlace::of).orElse(QueuePlace.FRONT);
        QueueSearch search = QueueSearch.by(transaction, filter, read, place);
        return new QueueSql(caller, read, filter, today, search, place, limit).read(transaction);
    }

    @Override
    public Overtaken overtaken(Caller platform, Optional<CaseNumber> after, int followers) {
        // a number is longer than 0 and comes after it
        String from = after.map(CaseNumber::value).orElse("0");
        // the index on who follows holds all that this reads
        List<String> followed = transaction
                .query(
                        String.class,
                        "SELECT c.followsNumber FROM CaseRow c WHERE c.followsNumber > :after ORDER BY c.followsNumber",
                        Map.of("after", from))
                .setMaxResults(followers)
                .getResultList();
        if (followed.isEmpty()) {
            return new Overtaken(List.of(), Optional.empty());
        }
        String last = followed.get(followed.size() - 1);
        Condition condition = Condition.of("c.followsNumber > :after", "after", from)
                .and(Condition.of("c.followsNumber <= :last", "last", last))
                .and(Condition.of("c.followsStanding = :confirmed", "confirmed", CaseLinks.Standing.CONFIRMED))
                .and(Condition.of(
                        "f.number = c.followsNumber AND ((f.status IN :against AND"
                                + " (c.followsEnd IS NULL OR c.followsEnd <> f.status))"
                                + " OR (f.status NOT IN :against AND c.followsEnd IS NOT NULL))"
                                + " AND (c.nextWhat IS NOT NULL OR c.wakeAt IS NOT NULL)",
                        "against",
                        AGAINST_THE_PERSON))
                .and(Scope.ofCases(platform, "c"));
        List<CaseNumber> numbers = transaction
                .query(
                        String.class,
                        "SELECT c.number FROM CaseRow c, CaseRow f" + condition.where() + " ORDER BY c.number",
                        condition.parameters())
                .getResultStream()
                .map(CaseNumber::new)
                .toList();
        return new Overtaken(
                numbers, followed.size() < followers ? Optional.empty() : Optional.of(new CaseNumber(last)));
    }

    @Override
    public List<CaseRecord> following(Caller caller, CaseNumber followed) {
        return read(Condition.of("c.followsNumber = :followed", "followed", followed.value())
                        .and(Scope.ofCases(caller, "c")))
                .stream()
                .sorted(Comparator.comparing(CaseRecord::number))
                .toList();
    }

    @Override
    public void wake(List<CaseNumber> numbers, Instant at) {
        if (!numbers.isEmpty()) {
            transaction.update(
                    "UPDATE CaseRow c SET c.wakeAt = :at WHERE c.number IN :numbers AND (c.wakeAt IS NULL OR c.wakeAt > :at)",
                    Map.of(
                            "at",
                            UtcInstants.kept(at),
                            "numbers",
                            numbers.stream().map(CaseNumber::value).toList()));
        }
    }

    @Override
    public List<CaseGlance> glance(Caller platform, Optional<CaseNumber> after, int limit) {
        Condition later = after.map(number -> Condition.of("c.number > :after", "after", number.value()))
                .orElse(Condition.NONE);
        return glance(later.and(Scope.ofCases(platform, "c")), limit);
    }

    @Override
    public Optional<CaseGlance> glance(Caller platform, CaseNumber number) {
        Condition one = Condition.of("c.number = :number", "number", number.value());
        return glance(one.and(Scope.ofCases(platform, "c")), 1).stream().findFirst();
    }

    private List<CaseGlance> glance(Condition condition, int limit) {
        List<CaseRow> rows = transaction
                .query(
                        CaseRow.class,
                        "SELECT c FROM CaseRow c" + condition.where() + " ORDER BY c.number",
                        condition.parameters())
                .setMaxResults(limit)
                .getResultList();
        Set<String> notified = notified(
                rows.stream().filter(CaseRow::adverse).map(row -> row.number).toList());
        return rows.stream()
                .map(row -> row.glance(notified.contains(row.number)))
                .toList();
    }

    private Set<String> notified(List<String> numbers) {
        if (numbers.isEmpty()) {
            return Set.of();
        }
        return transaction
                .query(
                        String.class,
                        "SELECT d.caseNumber FROM DecisionRow d WHERE d.notifiedOn IS NOT NULL AND d.caseNumber IN :numbers",
                        Map.of("numbers", numbers))
                .getResultStream()
                .collect(Collectors.toSet());
    }

    @Override
    public List<Task> openTasks(
            Caller caller,
            List<PrefectureCode> prefectures,
            TaskQuery.Filter filter,
            LocalDate today,
            Optional<TaskKey> after,
            int limit) {
        if (!caller.isStaff()) {
            return List.of();
        }
        List<String> owners = Scope.read(caller, prefectures);
        if (owners.isEmpty() && caller.role() == Role.AGENT) {
            return List.of();
        }
        return new TaskSql(caller, owners, filter, today, after, limit).read(transaction);
    }

    @Override
    public List<CaseRecord> find(Caller caller, List<CaseNumber> numbers) {
        if (numbers.isEmpty()) {
            return List.of();
        }
        List<String> wanted = numbers.stream().map(CaseNumber::value).toList();
        return read(Condition.of("c.number IN :wanted", "wanted", wanted).and(Scope.ofCases(caller, "c")));
    }

    @Override
    public List<OfferedRow> offered(Caller caller, int limit) {
        if (!caller.isStaff()) {
            return List.of();
        }
        Condition condition = caller.role() == Role.AGENT
                ? Condition.of("c.transferTo IN :served", "served", Scope.served(caller))
                : new Condition("c.transferTo IS NOT NULL", Map.of());
        List<CaseRow> rows = transaction
                .query(
                        CaseRow.class,
                        "SELECT c FROM CaseRow c" + condition.where() + " ORDER BY c.transferCompletesOn, c.number",
                        condition.parameters())
                .setMaxResults(limit)
                .getResultList();
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<String, PersonRow> people = transaction
                .query(
                        PersonRow.class,
                        "SELECT p FROM PersonRow p WHERE p.id IN :people",
                        Map.of(
                                "people",
                                rows.stream()
                                        .map(row -> row.personId)
                                        .distinct()
                                        .toList()))
                .getResultStream()
                .collect(Collectors.toMap(row -> row.id, row -> row));
        return rows.stream()
                .map(row -> row.offered(Objects.requireNonNull(people.get(row.personId))
                        .civilStatus
                        .value()))
                .toList();
    }

    @Override
    public Map<CaseStatus, Long> countByStatus() {
        Map<CaseStatus, Long> counts = new EnumMap<>(CaseStatus.class);
        transaction
                .query(
                        Object[].class,
                        "SELECT c.status, COUNT(c.number) FROM CaseRow c WHERE c.status IN :open GROUP BY c.status",
                        Map.of("open", OPEN))
                .getResultStream()
                .forEach(row -> counts.put((CaseStatus) row[0], (Long) row[1]));
        return counts;
    }

    @Override
    public long countTasksDueBefore(LocalDate day) {
        return transaction
                .query(Long.class, "SELECT COUNT(t.id) FROM TaskRow t WHERE t.dueOn < :day", Map.of("day", day))
                .getSingleResult();
    }

    @Override
    public void write(CaseNumber number, JournalEntry entry) {
        CaseRow row = transaction.lock(number);
        JournalRow line = JournalRow.after(row, entry);
        row.journalLines = line.lineNumber;
        row.journalDigest = line.digest;
        transaction.writer().persist(line);
        entry.statement().ifPresent(said -> {
            transaction.writer().persist(StatementRow.of(row.number, line.lineNumber, said));
            if (searchesText()) {
                transaction.leave(() -> FoundText.keep(transaction, row.number, line.lineNumber, said.words()));
            }
        });
    }

    @Override
    public boolean searchesText() {
        return transaction.database() == Database.POSTGRESQL;
    }

    @Override
    public List<JournalLine> journal(CaseNumber number) {
        Map<Long, String> said = transaction
                .query(
                        StatementRow.class,
                        "SELECT s FROM StatementRow s WHERE s.caseNumber = :number",
                        Map.of("number", number.value()))
                .getResultStream()
                .collect(Collectors.toMap(row -> row.lineNumber, row -> row.words));
        return transaction
                .query(
                        JournalRow.class,
                        "SELECT j FROM JournalRow j WHERE j.caseNumber = :number ORDER BY j.lineNumber",
                        Map.of("number", number.value()))
                .getResultStream()
                .map(row -> row.value(Optional.ofNullable(said.get(row.lineNumber))))
                .toList();
    }

    @Override
    public void remember(AccountId account, IdempotencyKey key, String digest, CaseNumber number) {
        FilingKeyRow row = new FilingKeyRow();
        row.accountId = account.value();
        row.key = key.value();
        row.digest = digest;
        row.caseNumber = number.value();
        transaction.writer().persist(row);
        // At once: a second filing under this key waits here, not at its end.
        transaction.writer().flush();
    }

    @Override
    public Optional<RememberedFiling> remembered(AccountId account, IdempotencyKey key) {
        return transaction
                .query(
                        Object[].class,
                        "SELECT k.digest, k.caseNumber FROM FilingKeyRow k WHERE k.accountId = :account AND k.key = :key",
                        Map.of("account", account.value(), "key", key.value()))
                .getResultStream()
                .map(row -> new RememberedFiling((String) row[0], new CaseNumber((String) row[1])))
                .findFirst();
    }
}
