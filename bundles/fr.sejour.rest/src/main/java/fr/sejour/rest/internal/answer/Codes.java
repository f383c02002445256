package fr.sejour.rest.internal.answer;

import java.util.Optional;

/** The codes of the contract are the platform's own. */
public final class Codes {

    private Codes() {}

    public static String of(Enum<?> value) {
        return fr.sejour.api.text.Codes.of(value);
    }

    /** The code of a word that the platform writes in capitals or with underscores. */
    public static String of(String word) {
        return fr.sejour.api.text.Codes.of(word);
    }

    /** The value with that code; empty when there is none. */
    public static <E extends Enum<E>> Optional<E> read(Class<E> type, String code) {
        return fr.sejour.api.text.Codes.read(type, code);
    }
}
