package fr.sejour.store.jpa.internal;

import fr.sejour.core.port.NameWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/**
 * The cases in which all the words somebody typed stand, as what a page of the queue is read from. Of words that few cases have, the
 * cases are found by the words and put in order; of words that stand often in the front of the queue, or in very many cases, the
 * queue is gone through in its order, which meets a page of them soon. PostgreSQL only.
 */
final class FoundText {

    /** What is put in order while somebody waits. */
    private static final int CROWD = 5_000;

    /** The first cases of a queue: where words stand in a twentieth of them, a page is met soon. */
    private static final int FRONT = 500;

    private static final int OFTEN = FRONT / 20;

    private static final String QUEUED = "SELECT w.case_number AS wanted, w.queue_key AS place FROM case_text w WHERE ";

    private final List<String> words;
    private final boolean many;

    private FoundText(List<String> words, boolean many) {
        this.words = words;
        this.many = many;
    }

    /**
     * @param prefectures whose queue is read; empty for all of them
     * @param after the place behind which to read
     */
    static FoundText by(OpenTransaction transaction, String text, List<String> prefectures, String after) {
        List<String> words = List.copyOf(NameWords.typed(text));
        if (words.isEmpty()) {
            return new FoundText(words, false);
        }
        return new FoundText(
                words,
                isOftenInFront(transaction, words, prefectures, after) || isCrowd(transaction, words, prefectures));
    }

    private static boolean isOftenInFront(
            OpenTransaction transaction, List<String> words, List<String> prefectures, String after) {
        List<Object> parameters = new ArrayList<>(List.of(query(words, List.of()), after));
        List<String> fronts = new ArrayList<>();
        for (String prefecture : prefectures) {
            parameters.add(prefecture);
            fronts.add(front("w.prefecture = ?" + parameters.size() + " AND "));
        }
        String all = prefectures.isEmpty() ? front("") : String.join(" UNION ALL ", fronts);
        int met = count(
                transaction,
                "SELECT COUNT(*) FROM (" + all + ") front WHERE front.words @@ CAST(?1 AS TSQUERY)",
                parameters);
        return met >= OFTEN * Math.max(1, prefectures.size());
    }

    private static String front(String range) {
        return "(SELECT w.words FROM case_text w WHERE " + range + "w.queue_key > ?2 ORDER BY w.queue_key FETCH FIRST "
                + FRONT + " ROWS ONLY)";
    }

    private static boolean isCrowd(OpenTransaction transaction, List<String> words, List<String> prefectures) {
        int found = count(
                transaction,
                "SELECT COUNT(*) FROM (SELECT 1 FROM case_text w WHERE w.queue_key > ''"
                        + " AND w.words @@ CAST(?1 AS TSQUERY) FETCH FIRST ?2 ROWS ONLY) those",
                List.of(query(words, prefectures), CROWD));
        return found == CROWD;
    }

    private static int count(OpenTransaction transaction, String sql, List<Object> parameters) {
        Object counted = transaction.nativeRows(sql, parameters).get(0)[0];
        return ((Number) Objects.requireNonNull(counted)).intValue();
    }

    /** Keeps what a statement of the journal is found by. */
    static void keep(OpenTransaction transaction, String caseNumber, long line, String said) {
        transaction.nativeUpdate(
                "UPDATE journal_statement SET found_by = array_to_tsvector(string_to_array(?1, ' '))"
                        + " WHERE case_number = ?2 AND line_number = ?3",
                List.of(String.join(" ", NameWords.in(said)), caseNumber, line));
    }

    /** Whether the queue is gone through, each préfecture by itself. */
    boolean isInOrder() {
        return many;
    }

    /**
     * Rows of {@code wanted}, a case, and {@code place}, its place in the queue.
     *
     * @param prefectures the one that is gone through, or all that are read; empty for every one
     * @param after the place behind which to read
     * @param place keeps a parameter and tells its number
     */
    String rows(List<String> prefectures, String after, ToIntFunction<Object> place) {
        if (words.isEmpty()) {
            return QUEUED + "1 = 0";
        }
        String behind = QUEUED + "w.queue_key > ?" + place.applyAsInt(after);
        if (!many) {
            // OFFSET keeps PostgreSQL from going through the queue after all
            return behind + " AND w.words @@ CAST(?" + place.applyAsInt(query(words, prefectures))
                    + " AS TSQUERY) OFFSET 0";
        }
        List<String> conditions = new ArrayList<>(List.of(behind));
        prefectures.forEach(it -> conditions.add("w.prefecture = ?" + place.applyAsInt(it)));
        conditions.add("w.words @@ CAST(?" + place.applyAsInt(query(words, List.of())) + " AS TSQUERY)");
        return String.join(" AND ", conditions);
    }

    /** Words have letters, digits and marks only: none of them ends its quotes, and none is a préfecture. */
    private static String query(List<String> words, List<String> prefectures) {
        String all = words.stream().map(FoundText::quoted).collect(Collectors.joining(" & "));
        return prefectures.isEmpty()
                ? all
                : all
                        + prefectures.stream()
                                .map(it -> quoted("@" + it))
                                .collect(Collectors.joining(" | ", " & (", ")"));
    }

    private static String quoted(String word) {
        return "'" + word + "'";
    }
}
