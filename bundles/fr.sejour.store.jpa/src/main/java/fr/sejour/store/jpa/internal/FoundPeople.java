package fr.sejour.store.jpa.internal;

import fr.sejour.core.port.NameWords;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The people with all the words of a name, as a condition on their cases. Either the cases are found by these people, or each case of
 * the queue is looked at, whichever is less: of many people the queue meets one soon enough. Derby takes people one by one only, so
 * that it goes from a few to their cases; PostgreSQL goes from thousands.
 */
final class FoundPeople {

    private static final int FEW = 200;

    /** The cases of fewer are found while somebody waits. */
    private static final int CROWD = 10_000;

    /** After every word that begins so, in the order of characters: no letter of a name stands behind it. */
    static final String LAST = new String(Character.toChars(Character.MAX_CODE_POINT));

    private static final String HAS_WORD =
            "EXISTS (SELECT 1 FROM person_name n%d WHERE n%d.person_id = %s AND n%d.word >= ?%d AND n%d.word < ?%d)";

    private final List<String> words;
    private final List<String> few;
    private final boolean caseByCase;

    private FoundPeople(List<String> words, List<String> few, boolean caseByCase) {
        this.words = words;
        this.few = few;
        this.caseByCase = caseByCase;
    }

    /** @param prefectures whose queue is read; empty for all of them */
    static FoundPeople by(OpenTransaction transaction, String name, List<String> prefectures) {
        List<String> words = new ArrayList<>(NameWords.typed(name));
        if (words.isEmpty()) {
            return new FoundPeople(words, List.of(), false);
        }
        // the longest word is most people's rarest
        words.sort(Comparator.comparing(String::length).reversed());
        if (transaction.database() == Database.POSTGRESQL) {
            return new FoundPeople(words, List.of(), isCrowd(transaction, words, prefectures));
        }
        List<String> people = first(FEW + 1, "%s", transaction, place -> people(words, place)).stream()
                .map(row -> (String) Objects.requireNonNull(row[0]))
                .toList();
        return people.size() > FEW
                ? new FoundPeople(words, List.of(), true)
                : new FoundPeople(List.of(), people.stream().distinct().toList(), false);
    }

    /** Whether they are too many, or more than there are cases in the queue. */
    private static boolean isCrowd(OpenTransaction transaction, List<String> words, List<String> prefectures) {
        int people = count(CROWD, transaction, place -> people(words, place));
        return people == CROWD
                || (people > FEW && count(people, transaction, place -> queue(prefectures, place)) < people);
    }

    private static int count(int most, OpenTransaction transaction, Function<ToIntFunction<Object>, String> sql) {
        Object counted =
                first(most, "SELECT COUNT(*) FROM (%s) those", transaction, sql).get(0)[0];
        return ((Number) Objects.requireNonNull(counted)).intValue();
    }

    private static List<@Nullable Object[]> first(
            int most, String around, OpenTransaction transaction, Function<ToIntFunction<Object>, String> sql) {
        List<Object> parameters = new ArrayList<>();
        ToIntFunction<Object> place = parameter -> {
            parameters.add(parameter);
            return parameters.size();
        };
        String limited = sql.apply(place) + " FETCH FIRST ?" + place.applyAsInt(most) + " ROWS ONLY";
        return transaction.nativeRows(around.formatted(limited), parameters);
    }

    private static String queue(List<String> prefectures, ToIntFunction<Object> place) {
        String all = "SELECT queue_key FROM permit_case WHERE queue_key > ''";
        return prefectures.isEmpty()
                ? all
                : prefectures.stream()
                        .map(it -> "?" + place.applyAsInt(it))
                        .collect(Collectors.joining(", ", all + " AND prefecture IN (", ")"));
    }

    /** Some of them twice: to have each once, a database would go through all names in the order of people. */
    private static String people(List<String> words, ToIntFunction<Object> place) {
        String first = words.get(0);
        String sql = "SELECT n.person_id FROM person_name n WHERE n.word >= ?" + place.applyAsInt(first)
                + " AND n.word < ?" + place.applyAsInt(first + LAST);
        return words.size() == 1 ? sql : sql + " AND " + having(words.subList(1, words.size()), "n.person_id", place);
    }

    /** Whether the cases are found by these people, and not the other way round. */
    boolean leadToCases() {
        return !caseByCase;
    }

    /** @param place keeps a parameter and tells its number */
    String condition(ToIntFunction<Object> place) {
        if (caseByCase) {
            return having(words, "permit_case.person_id", place);
        }
        if (!words.isEmpty()) {
            // PostgreSQL plans with few elements of an array that it has yet to read, and so begins with the people
            return "person_id = ANY (ARRAY(" + people(words, place) + "))";
        }
        return few.isEmpty()
                ? "1 = 0"
                : few.stream()
                        .map(it -> "?" + place.applyAsInt(it))
                        .collect(Collectors.joining(", ", "person_id IN (", ")"));
    }

    private static String having(List<String> words, String person, ToIntFunction<Object> place) {
        List<String> each = new ArrayList<>();
        for (String word : words) {
            int at = each.size() + 1;
            each.add(HAS_WORD.formatted(at, at, person, at, place.applyAsInt(word), at, place.applyAsInt(word + LAST)));
        }
        return String.join(" AND ", each);
    }
}
