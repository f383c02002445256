package fr.sejour.store.jpa.internal;

import fr.sejour.core.port.NameWords;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/**
 * The people with all the words of a name, as a condition on their cases. A few are named one by one, so that the cases are found
 * by their people; of many the queue meets one soon enough, and each of its cases is looked at.
 */
final class FoundPeople {

    private static final int FEW = 200;

    /** After every word that begins so, in the order of characters: no letter of a name stands behind it. */
    static final String LAST = new String(Character.toChars(Character.MAX_CODE_POINT));

    private static final String HAS_WORD =
            "EXISTS (SELECT 1 FROM person_name n%d WHERE n%d.person_id = %s AND n%d.word >= ?%d AND n%d.word < ?%d)";

    private final List<String> words;
    private final List<String> few;

    private FoundPeople(List<String> words, List<String> few) {
        this.words = words;
        this.few = few;
    }

    static FoundPeople by(OpenTransaction transaction, String name) {
        Set<String> typed = NameWords.typed(name);
        List<String> words = new ArrayList<>(typed);
        if (words.isEmpty()) {
            return new FoundPeople(words, List.of());
        }
        // the longest word is most people's rarest
        words.sort(Comparator.comparing(String::length).reversed());
        List<Object> parameters = new ArrayList<>();
        ToIntFunction<Object> place = parameter -> {
            parameters.add(parameter);
            return parameters.size();
        };
        String first = words.get(0);
        String sql = "SELECT DISTINCT n.person_id FROM person_name n WHERE n.word >= ?" + place.applyAsInt(first)
                + " AND n.word < ?" + place.applyAsInt(first + LAST);
        if (words.size() > 1) {
            sql += " AND " + having(words.subList(1, words.size()), "n.person_id", place);
        }
        List<String> people =
                transaction
                        .nativeRows(sql + " FETCH FIRST ?" + place.applyAsInt(FEW + 1) + " ROWS ONLY", parameters)
                        .stream()
                        .map(row -> (String) Objects.requireNonNull(row[0]))
                        .toList();
        return people.size() > FEW ? new FoundPeople(words, List.of()) : new FoundPeople(List.of(), people);
    }

    /** @param place keeps a parameter and tells its number */
    String condition(ToIntFunction<Object> place) {
        if (!words.isEmpty()) {
            return having(words, "permit_case.person_id", place);
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
