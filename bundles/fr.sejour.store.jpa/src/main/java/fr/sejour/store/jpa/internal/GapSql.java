package fr.sejour.store.jpa.internal;

import fr.sejour.api.attestation.CoverageGap.Closing;
import fr.sejour.api.attestation.GapCause;
import fr.sejour.api.cases.CaseNumber;
import fr.sejour.api.cases.Task;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.right.PaperKind;
import fr.sejour.core.port.GapRow;
import fr.sejour.core.port.PlannedGap;
import fr.sejour.core.port.UncoveredRecords.GapKey;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A page of gaps as one statement of SQL, like {@link QueueSql}: of each préfecture as many as the page has, in the order of the
 * index, then the first of all these. A case without a gap is not in the range that is read.
 */
final class GapSql {

    private static final String ROWS = """
            SELECT q.case_number, q.prefecture,
              (SELECT p.family_name FROM person p WHERE p.person_id = q.person_id),
              (SELECT p.given_names FROM person p WHERE p.person_id = q.person_id),
              q.gap_from, q.gap_cause, q.gap_paper, q.gap_closes_on,
              (SELECT COUNT(*) FROM uncovered_day u WHERE u.person_id = q.person_id AND u.legal_day >= q.gap_from)
            FROM (%s) q ORDER BY q.gap_key FETCH FIRST ?%d ROWS ONLY""";

    private static final String OF_ONE = """
            SELECT * FROM (SELECT case_number, prefecture, person_id, gap_from, gap_cause, gap_paper, gap_closes_on, gap_key
            FROM permit_case --DERBY-PROPERTIES index=%s
            WHERE %s ORDER BY gap_key FETCH FIRST ?%d ROWS ONLY) part%d""";

    private final List<Object> parameters = new ArrayList<>();
    private final String sql;

    /** @param prefectures empty for all of them */
    GapSql(List<String> prefectures, LocalDate until, boolean needingSomebody, Optional<GapKey> after, int limit) {
        List<String> conditions = new ArrayList<>();
        conditions.add("gap_key > ?" + place(after.map(GapPlace::of).orElse("")));
        conditions.add("gap_key < ?" + place(GapPlace.dayAfter(until)));
        if (needingSomebody) {
            conditions.add("gap_closes_on IS NULL");
        }
        int most = place(limit);
        List<String> ranges = prefectures.isEmpty()
                ? List.of("")
                : prefectures.stream().map(it -> "prefecture = ?" + place(it)).toList();
        List<String> parts = new ArrayList<>();
        for (String range : ranges) {
            String where = Stream.concat(Stream.of(range), conditions.stream())
                    .filter(it -> !it.isEmpty())
                    .collect(Collectors.joining(" AND "));
            parts.add(OF_ONE.formatted(
                    range.isEmpty() ? "permit_case_national_gaps" : "permit_case_gaps", where, most, parts.size()));
        }
        this.sql = ROWS.formatted(String.join(" UNION ALL ", parts), most);
    }

    private int place(Object parameter) {
        parameters.add(parameter);
        return parameters.size();
    }

    List<GapRow> read(OpenTransaction transaction) {
        List<@Nullable Object[]> rows = transaction.nativeRows(sql, parameters);
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<String, List<Task>> tasks = transaction
                .query(
                        TaskRow.class,
                        "SELECT t FROM TaskRow t WHERE t.caseNumber IN :numbers ORDER BY t.caseNumber, t.position",
                        Map.of("numbers", rows.stream().map(row -> row[0]).toList()))
                .getResultStream()
                .collect(Collectors.groupingBy(
                        row -> row.caseNumber, Collectors.mapping(TaskRow::value, Collectors.toList())));
        return rows.stream()
                .map(row -> row(row, tasks.getOrDefault((String) row[0], List.of())))
                .toList();
    }

    private static GapRow row(@Nullable Object[] row, List<Task> tasks) {
        return new GapRow(
                new CaseNumber((String) row[0]),
                new PrefectureCode((String) row[1]),
                (String) row[2],
                (String) row[3],
                new PlannedGap(((Date) row[4]).toLocalDate(), GapCause.valueOf((String) row[5]), closing(row)),
                tasks,
                ((Number) row[8]).intValue());
    }

    private static Optional<Closing> closing(@Nullable Object[] row) {
        return row[6] == null || row[7] == null
                ? Optional.empty()
                : Optional.of(new Closing(PaperKind.valueOf((String) row[6]), ((Date) row[7]).toLocalDate()));
    }
}
