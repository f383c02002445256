package fr.sejour.api.person;

import java.text.Normalizer;
import java.time.LocalDate;

/**
 * Who a person is, in any script, with every diacritic kept.
 *
 * @param givenNames all of them, in the order of the document; one character at least, because some people have no more
 * @param nationality the State, one of {@link Nationalities}; {@code XX} for a stateless person
 */
public record CivilStatus(String familyName, String givenNames, LocalDate birthDate, String nationality) {

    /** The longest name accepted, in characters. */
    public static final int LONGEST_NAME = 200;

    /** Between letters these two join or part them, as Persian and the scripts of India write. */
    private static final String JOINERS = "\u200C\u200D";

    /** @throws IllegalArgumentException when a name is empty, too long or holds signs that print nothing, the birth date is no day of
     *     a living person, or the State has no code */
    public CivilStatus {
        familyName = name(familyName);
        givenNames = name(givenNames);
        if (birthDate.getYear() < 1880 || birthDate.getYear() > 2199) {
            throw new IllegalArgumentException("A birth date is a day from 1880 on");
        }
        if (!Nationalities.has(nationality)) {
            throw new IllegalArgumentException("A nationality is a country code of two letters, such as MA");
        }
    }

    /** The first day on which the person acts for themselves: eighteen years are over (Code civil, art. 414). */
    public LocalDate comesOfAgeOn() {
        return birthDate.plusYears(18);
    }

    static String name(String written) {
        String name = Normalizer.normalize(written.strip(), Normalizer.Form.NFC);
        if (name.isEmpty() || name.codePointCount(0, name.length()) > LONGEST_NAME) {
            throw new IllegalArgumentException("A name has 1 to " + LONGEST_NAME + " characters");
        }
        if (name.codePoints().anyMatch(CivilStatus::isUnprintable)
                || name.codePoints().noneMatch(Character::isLetter)) {
            throw new IllegalArgumentException("A name holds letters of any script, and no control characters");
        }
        return name;
    }

    /** What turns over, hides or breaks the line that a paper prints, and what no two fonts print alike. */
    private static boolean isUnprintable(int sign) {
        return switch (Character.getType(sign)) {
            case Character.CONTROL,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.SURROGATE -> true;
            case Character.FORMAT -> JOINERS.indexOf(sign) < 0;
            default -> false;
        };
    }
}
