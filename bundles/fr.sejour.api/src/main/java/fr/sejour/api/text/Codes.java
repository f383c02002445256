package fr.sejour.api.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The codes of the platform's values, as they stand in addresses, in the contract, in text keys, in the journal and in the digests
 * made of it: lower case, words joined by hyphens, so that {@code CARD_READY} reads {@code card-ready}. Whoever writes or reads a
 * code calls this, so that there is one; pure.
 */
public final class Codes {

    private Codes() {}

    public static String of(Enum<?> value) {
        return of(value.name());
    }

    /** The code of a word that comes in capitals or with underscores. */
    public static String of(String word) {
        return word.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The value with that code; empty when there is none. */
    public static <E extends Enum<E>> Optional<E> read(Class<E> type, String code) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> of(value).equals(code))
                .findFirst();
    }
}
