package fr.sejour.rest.internal.answer;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The codes of the contract: lower case, words joined by hyphens. */
public final class Codes {

    private Codes() {}

    public static String of(Enum<?> value) {
        return of(value.name());
    }

    /** The code of a word that the platform writes in capitals or with underscores. */
    public static String of(String word) {
        return word.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The value with that code; empty when there is none. */
    public static <E extends Enum<E>> Optional<E> read(Class<E> type, String code) {
        return Arrays.stream(type.getEnumConstants())
                .filter(it -> of(it).equals(code))
                .findFirst();
    }
}
