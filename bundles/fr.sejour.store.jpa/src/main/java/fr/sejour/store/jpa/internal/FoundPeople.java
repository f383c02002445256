package fr.sejour.store.jpa.internal;

import fr.sejour.core.port.NameWords;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/**
 * The people with all the words of a name, as a condition on their cases. A few are read first and named. Of more, either the cases
 * are found by these people, or each case of the queue is looked at, whichever is less: of many people the queue meets one soon
 * enough.
 */
final class FoundPeople {

    /** So few are named one by one, unless the queue is short. */
    private static final int FEW = 200;

    /** A queue below is looked through sooner than the people of two common words are counted. */
    private static final int SHORT_QUEUE = 500;

    /** After every word that begins so, in the order of characters: no letter of a name stands behind it. */
    static final String LAST = new String(Character.toChars(Character.MAX_CODE_POINT));

    private static final String HAS_WORD =
            "EXISTS (SELECT 1 FROM person_name n%d WHERE n%d.person_id = %s AND n%d.word >= ?%d AND n%d.word < ?%d)";

    private final List<String> words;
    private final Database database;
    private final boolean caseByCase;
    private final Optional<List<String>> few;

    private FoundPeople(List<String> words, Database database, boolean caseByCase, Optional<List<String>> few) {
        this.words = words;
        this.database = database;
        this.caseByCase = caseByCase;
        this.few = few;
    }

    /** @param prefectures whose queue is read; empty for all of them */
    static FoundPeople by(OpenTransaction transaction, String name, List<String> prefectures) {
        List<String> words = new ArrayList<>(NameWords.typed(name));
        // the longest word is most people's rarest
        words.sort(Comparator.comparing(String::length).reversed());
        if (words.isEmpty()) {
            return new FoundPeople(words, transaction.database(), false, Optional.of(List.of()));
        }
        if (count(SHORT_QUEUE, transaction, place -> queue(prefectures, place)) < SHORT_QUEUE) {
            return new FoundPeople(words, transaction.database(), true, Optional.empty());
        }
        List<String> first = first(transaction, words);
        return first.size() <= FEW
                ? new FoundPeople(
                        words,
                        transaction.database(),
                        false,
                        Optional.of(first.stream().distinct().toList()))
                : new FoundPeople(
                        words, transaction.database(), areMore(transaction, words, prefectures), Optional.empty());
    }

    /** All of them when they are few, and one more than that otherwise; whoever has two such words is there twice. */
    private static List<String> first(OpenTransaction transaction, List<String> words) {
        List<Object> parameters = new ArrayList<>();
        ToIntFunction<Object> place = kept(parameters);
        String sql = people("n.person_id", words, place);
        return transaction
                .nativeRows(sql + " FETCH FIRST ?" + place.applyAsInt(FEW + 1) + " ROWS ONLY", parameters)
                .stream()
                .map(row -> String.valueOf(row[0]))
                .toList();
    }

    /** Whether they are too many, or more than there are cases in the queue. */
    private static boolean areMore(OpenTransaction transaction, List<String> words, List<String> prefectures) {
        int crowd = crowd(transaction.database());
        int people = count(crowd, transaction, place -> people("n.person_id", words, place));
        return people == crowd || count(people, transaction, place -> queue(prefectures, place)) < people;
    }

    /** The cases of fewer people are found while somebody waits. */
    private static int crowd(Database database) {
        return database == Database.POSTGRESQL ? 10_000 : 1_500;
    }

    private static int count(int most, OpenTransaction transaction, Function<ToIntFunction<Object>, String> sql) {
        List<Object> parameters = new ArrayList<>();
        ToIntFunction<Object> place = kept(parameters);
        String limited = sql.apply(place) + " FETCH FIRST ?" + place.applyAsInt(most) + " ROWS ONLY";
        Object counted = transaction.nativeRows("SELECT COUNT(*) FROM (" + limited + ") those", parameters)
                .get(0)[0];
        return ((Number) Objects.requireNonNull(counted)).intValue();
    }

    private static ToIntFunction<Object> kept(List<Object> parameters) {
        return parameter -> {
            parameters.add(parameter);
            return parameters.size();
        };
    }

    private static String queue(List<String> prefectures, ToIntFunction<Object> place) {
        String all = "SELECT queue_key FROM permit_case WHERE queue_key > ''";
        return prefectures.isEmpty()
                ? all
                : prefectures.stream()
                        .map(it -> "?" + place.applyAsInt(it))
                        .collect(Collectors.joining(", ", all + " AND prefecture IN (", ")"));
    }

    private static String people(String what, List<String> words, ToIntFunction<Object> place) {
        String first = words.get(0);
        String sql = "SELECT " + what + " FROM person_name n WHERE n.word >= ?" + place.applyAsInt(first)
                + " AND n.word < ?" + place.applyAsInt(first + LAST);
        return words.size() == 1 ? sql : sql + " AND " + having(words.subList(1, words.size()), "n.person_id", place);
    }

    /** Whether the cases are found by these people, and not the other way round. */
    boolean leadToCases() {
        return !caseByCase;
    }

    /**
     * The people as rows of {@code wanted}, of whom each is there once, to go from them to their cases; empty where a condition does
     * that.
     *
     * @param place keeps a parameter and tells its number
     */
    Optional<String> rows(ToIntFunction<Object> place) {
        if (database == Database.POSTGRESQL || areNone()) {
            return Optional.empty();
        }
        return Optional.of(
                few.map(they -> "SELECT p.person_id AS wanted FROM person p WHERE " + in("p.person_id", they, place))
                        .orElseGet(() -> people("DISTINCT n.person_id AS wanted", words, place)));
    }

    /**
     * What has to be true of a case; empty where rows lead to it.
     *
     * @param place keeps a parameter and tells its number
     */
    Optional<String> condition(ToIntFunction<Object> place) {
        if (areNone()) {
            return Optional.of("1 = 0");
        }
        if (caseByCase) {
            return Optional.of(having(words, "permit_case.person_id", place));
        }
        // PostgreSQL plans with few elements of an array that it has yet to read, and so begins with the people
        return database == Database.POSTGRESQL
                ? Optional.of(few.map(they -> in("person_id", they, place))
                        .orElseGet(() -> "person_id = ANY (ARRAY(" + people("n.person_id", words, place) + "))"))
                : Optional.empty();
    }

    private boolean areNone() {
        return few.filter(List::isEmpty).isPresent();
    }

    private static String in(String person, List<String> they, ToIntFunction<Object> place) {
        return they.stream()
                .map(it -> "?" + place.applyAsInt(it))
                .collect(Collectors.joining(", ", person + " IN (", ")"));
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
