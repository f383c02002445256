package fr.sejour.store.jpa.internal;

import fr.sejour.api.access.Caller;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.CaseStatus;
import fr.sejour.api.cases.NextAct;
import fr.sejour.api.cases.QueueFilter;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.core.port.QueueRow;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A page of the queue as one statement of SQL that both databases answer from an index: of each préfecture as many rows as the
 * page has, in the order of the queue, then the first of all these, then their names. One index range over several préfectures
 * would be sorted whole for each page, and a join with the people read whole by Derby.
 */
final class QueueSql {

    private static final String ROWS = """
            SELECT q.case_number, q.status, q.permit,
              (SELECT p.family_name FROM person p WHERE p.person_id = q.person_id),
              (SELECT p.given_names FROM person p WHERE p.person_id = q.person_id),
              q.prefecture, q.filed_on, q.complete_on, q.right_ends_on, q.employed, q.priority,
              q.next_who, q.next_what, q.next_by, q.next_owner
            FROM (%s) q ORDER BY q.queue_key FETCH FIRST ?%d ROWS ONLY""";

    private static final String OF_ONE = """
            SELECT * FROM (SELECT case_number, status, permit, person_id, prefecture, filed_on, complete_on, right_ends_on,
              employed, priority, next_who, next_what, next_by, next_owner, queue_key
            FROM %s
            WHERE %s ORDER BY %s FETCH FIRST ?%d ROWS ONLY) part%d""";

    /** To Derby the index to read, which takes a table of 100,000 rows for the faster way; to PostgreSQL a comment. */
    private static final String IN_ORDER = "permit_case --DERBY-PROPERTIES index=%s";

    /** The cases by what leads to them; to Derby also the way, which it would not go by itself. */
    private static final String LED_TO = """
            --DERBY-PROPERTIES joinOrder=FIXED
            (%s) t, permit_case --DERBY-PROPERTIES joinStrategy=NESTEDLOOP, %s""";

    private final List<Object> parameters = new ArrayList<>();
    private final List<String> conditions = new ArrayList<>();
    private final String sql;

    /**
     * @param caller in whose hands a case may be
     * @param prefectures empty for all of them
     */
    QueueSql(
            Caller caller,
            List<String> prefectures,
            QueueFilter filter,
            LocalDate today,
            QueueSearch search,
            String after,
            int limit) {
        narrow(filter, today);
        filter.held().ifPresent(it -> conditions.add(new HeldSql(caller, today, this::place).condition(it)));
        filter.assignee().ifPresent(it -> narrow("assignee = ?", it.value()));
        search.people().ifPresent(this::narrow);
        int most = place(limit);
        List<String> parts = search.text().isPresent()
                ? worded(search.text().get(), prefectures, filter.statuses(), after, most)
                : ranged(search, prefectures, filter, after, most);
        this.sql = ROWS.formatted(String.join(" UNION ALL ", parts), most);
    }

    private List<String> ranged(
            QueueSearch search, List<String> prefectures, QueueFilter filter, String after, int most) {
        conditions.add("queue_key > ?" + place(after));
        List<String> parts = new ArrayList<>();
        for (String range : ranges(prefectures, filter.statuses())) {
            Way way = way(search, prefectures, filter);
            String where = Stream.concat(way.joint().stream(), conditions.stream())
                    .collect(Collectors.joining(" AND ", range, ""));
            parts.add(OF_ONE.formatted(way.from(), where, "queue_key", most, parts.size()));
        }
        return parts;
    }

    /** @param joint what joins the cases to what leads to them */
    private record Way(String from, Optional<String> joint) {}

    private Way way(QueueSearch search, List<String> prefectures, QueueFilter filter) {
        if (filter.number().isPresent()) {
            return new Way("permit_case", Optional.empty());
        }
        Optional<FoundPeople> people = search.people().filter(FoundPeople::leadToCases);
        if (people.isPresent()) {
            return people.get()
                    .rows(this::place)
                    .map(rows -> new Way(
                            LED_TO.formatted(rows, "index=permit_case_of_person"),
                            Optional.of("permit_case.person_id = t.wanted")))
                    .orElse(new Way("permit_case", Optional.empty()));
        }
        return search.rareTask()
                .map(kind -> new Way(
                        LED_TO.formatted(
                                "SELECT DISTINCT k.case_number AS wanted FROM task k WHERE k.kind = '" + kind.name()
                                        + "'",
                                "constraint=permit_case_known"),
                        Optional.of("permit_case.case_number = t.wanted")))
                .orElseGet(() -> new Way(
                        IN_ORDER.formatted(prefectures.isEmpty() ? "permit_case_national_queue" : "permit_case_queue"),
                        Optional.empty()));
    }

    /** The same from the words of the cases, whose table knows the order of the queue too. */
    private List<String> worded(
            FoundText text, List<String> prefectures, Set<CaseStatus> statuses, String after, int most) {
        List<List<String>> reads = text.isInOrder() && !prefectures.isEmpty()
                ? prefectures.stream().map(List::of).toList()
                : List.of(prefectures);
        List<String> parts = new ArrayList<>();
        for (List<String> read : reads) {
            String from = "(" + text.rows(read, after, this::place) + ") t, permit_case";
            List<String> each = new ArrayList<>(List.of("permit_case.case_number = t.wanted"));
            each.addAll(conditions);
            each.add(read.isEmpty() ? "queue_key IS NOT NULL" : oneOf("prefecture", read));
            if (!statuses.isEmpty()) {
                each.add(oneOf(
                        "status",
                        statuses.stream().map(CaseStatus::name).sorted().toList()));
            }
            parts.add(OF_ONE.formatted(from, String.join(" AND ", each), "t.place", most, parts.size()));
        }
        return parts;
    }

    private String oneOf(String column, List<String> values) {
        return values.stream()
                .map(it -> "?" + place(it))
                .collect(Collectors.joining(", ", "permit_case." + column + " IN (", ")"));
    }

    /** What each part of the statement reads, as ranges of one index: by préfecture, by status, by both or whole. */
    private List<String> ranges(List<String> prefectures, Set<CaseStatus> statuses) {
        List<String> inStatuses = statuses.isEmpty()
                ? List.of("")
                : statuses.stream()
                        .sorted()
                        .map(it -> "status = ?" + place(it.name()) + " AND ")
                        .toList();
        return prefectures.isEmpty()
                ? inStatuses
                : prefectures.stream()
                        .map(it -> "prefecture = ?" + place(it) + " AND ")
                        .flatMap(at -> inStatuses.stream().map(in -> at + in))
                        .toList();
    }

    /** A condition for each thing that is asked for and none for the others: a condition that may be void keeps an index unused. */
    private void narrow(QueueFilter filter, LocalDate today) {
        filter.permit().ifPresent(it -> narrow("permit = ?", it.value()));
        filter.channel().ifPresent(it -> narrow("channel = ?", it.name()));
        filter.complete().ifPresent(it -> conditions.add(it ? "complete_on IS NOT NULL" : "complete_on IS NULL"));
        filter.facts().ifPresent(it -> narrow("facts = ?", it.name()));
        filter.employed().ifPresent(it -> narrow("employed = ?", it));
        filter.filedFrom().ifPresent(it -> narrow("filed_on >= ?", Date.valueOf(it)));
        filter.filedUntil().ifPresent(it -> narrow("filed_on <= ?", Date.valueOf(it)));
        filter.rightEndsUntil().ifPresent(it -> {
            narrow("right_ends_on <= ?", Date.valueOf(it));
            // the same in the words of the index, whose range ends there
            narrow("queue_key < ?", QueuePlace.dayAfter(it));
        });
        filter.nextAct().ifPresent(it -> narrow("next_what = ?", it));
        filter.overdue().ifPresent(it -> narrow(it ? "next_by < ?" : "next_by >= ?", Date.valueOf(today)));
        // by its name and no parameter: whether a database goes from the tasks to the cases depends on how rare the
        // kind is
        filter.task()
                .ifPresent(it -> conditions.add(
                        "EXISTS (SELECT 1 FROM task t WHERE t.case_number = permit_case.case_number AND t.kind = '"
                                + it.name() + "')"));
        filter.duplicate().ifPresent(it -> narrow("likely_duplicate = ?", it));
        filter.transfer().ifPresent(it -> conditions.add(it ? "transfer_to IS NOT NULL" : "transfer_to IS NULL"));
        filter.number().ifPresent(it -> narrow("case_number = ?", it.value()));
    }

    private void narrow(String condition, Object parameter) {
        conditions.add(condition + place(parameter));
    }

    private void narrow(FoundPeople found) {
        found.condition(this::place).ifPresent(conditions::add);
    }

    private int place(Object parameter) {
        parameters.add(parameter);
        return parameters.size();
    }

    List<QueueRow> read(OpenTransaction transaction) {
        return transaction.nativeRows(sql, parameters).stream()
                .map(QueueSql::row)
                .toList();
    }

    private static QueueRow row(@Nullable Object[] row) {
        return new QueueRow(
                new CaseNumber((String) row[0]),
                CaseStatus.valueOf((String) row[1]),
                new PermitCode((String) row[2]),
                (String) row[3],
                (String) row[4],
                new PrefectureCode((String) row[5]),
                day(row[6]),
                row[7] != null,
                Optional.ofNullable(row[8]).map(QueueSql::day),
                (Boolean) row[9],
                ((Number) row[10]).intValue(),
                new NextAct(
                        NextAct.Who.valueOf((String) row[11]),
                        (String) row[12],
                        day(row[13]),
                        Optional.ofNullable((String) row[14])));
    }

    private static LocalDate day(Object date) {
        return ((Date) date).toLocalDate();
    }
}
