package fr.sejour.api.attestation;

import java.util.regex.Pattern;

/**
 * What a person gives to whoever asks for their rights: the letter of a purpose and twelve letters or digits, 60 random bits. One
 * more than a {@link CheckCode}, so that nobody has to say which of the two they hold.
 */
public record ShareCode(String value) {

    private static final Pattern SHAPE = Pattern.compile("[THBS][0-9A-HJKMNP-TV-Z]{12}");

    /**
     * Reads a code as people type or paste it: groups, case, digits of any script, and the letters I, L and O taken for 1, 1 and 0.
     *
     * @throws IllegalArgumentException when it is not the letter of a purpose and twelve letters or digits
     */
    public ShareCode {
        value = TypedLetters.of(value);
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "A share code has the letter of its purpose and twelve letters or digits");
        }
    }

    /** What the person shares their rights for. */
    public Purpose purpose() {
        return Purpose.of(value.charAt(0));
    }

    /** As it is shown: the letter, then groups of four. */
    public String printed() {
        return value.charAt(0) + "-" + value.substring(1, 5) + "-" + value.substring(5, 9) + "-" + value.substring(9);
    }

    @Override
    public String toString() {
        return value;
    }

    /** What a code is for: whoever checks it learns what that purpose needs, and no more. */
    public enum Purpose {
        /** An employer: stay and work. */
        WORK('T'),
        /** A landlord: stay. */
        HOUSING('H'),
        /** A bank: stay. */
        BANK('B'),
        /** A social security body: stay and social rights. */
        SOCIAL('S');

        private final char letter;

        Purpose(char letter) {
            this.letter = letter;
        }

        /** The first letter of its codes. */
        public char letter() {
            return letter;
        }

        private static Purpose of(char letter) {
            for (Purpose purpose : values()) {
                if (purpose.letter == letter) {
                    return purpose;
                }
            }
            throw new IllegalArgumentException("No purpose has the letter " + letter);
        }
    }
}
