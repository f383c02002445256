package fr.sejour.store.jpa.internal;

import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.CaseStatus;
import fr.sejour.api.cases.NextAct;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.core.port.QueueRow;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
              q.prefecture, q.filed_on, q.complete_on, q.right_ends_on, q.next_who, q.next_what, q.next_by, q.next_owner
            FROM (%s) q ORDER BY q.queue_key FETCH FIRST ?%d ROWS ONLY""";

    private static final String OF_ONE = """
            SELECT * FROM (SELECT case_number, status, permit, person_id, prefecture, filed_on, complete_on, right_ends_on,
              next_who, next_what, next_by, next_owner, queue_key
            FROM permit_case WHERE %s ORDER BY queue_key FETCH FIRST ?%d ROWS ONLY) part%d""";

    private final List<Object> parameters = new ArrayList<>();
    private final String sql;

    /** @param prefectures empty for all of them */
    QueueSql(List<String> prefectures, Optional<CaseStatus> status, String after, int limit) {
        String later = "queue_key > ?" + place(after);
        String filter = status.map(it -> "status = ?" + place(it.name()) + " AND " + later)
                .orElse(later);
        int most = place(limit);
        List<String> parts = new ArrayList<>();
        if (prefectures.isEmpty()) {
            parts.add(OF_ONE.formatted(filter, most, 0));
        }
        for (String prefecture : prefectures) {
            parts.add(OF_ONE.formatted("prefecture = ?" + place(prefecture) + " AND " + filter, most, parts.size()));
        }
        this.sql = ROWS.formatted(String.join(" UNION ALL ", parts), most);
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
                new NextAct(
                        NextAct.Who.valueOf((String) row[9]),
                        (String) row[10],
                        day(row[11]),
                        Optional.ofNullable((String) row[12])));
    }

    private static LocalDate day(Object date) {
        return ((Date) date).toLocalDate();
    }
}
