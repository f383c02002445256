package fr.sejour.api.person;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * Who a person is, in any script, with every diacritic kept.
 *
 * @param givenNames all of them, in the order of the document; one character at least, because some people have no more
 * @param nationality the State, ISO 3166-1 alpha-2; {@code XX} for a stateless person
 */
public record CivilStatus(String familyName, String givenNames, LocalDate birthDate, String nationality) {

    /** The longest name accepted, in characters. */
    public static final int LONGEST_NAME = 200;

    private static final Pattern STATE = Pattern.compile("[A-Z]{2}");

    /** @throws IllegalArgumentException when a name is empty, too long or holds control characters, the birth date is no day of
     *     a living person, or the State has no code */
    public CivilStatus {
        familyName = name(familyName);
        givenNames = name(givenNames);
        if (birthDate.getYear() < 1880 || birthDate.getYear() > 2199) {
            throw new IllegalArgumentException("A birth date is a day from 1880 on");
        }
        if (!STATE.matcher(nationality).matches()) {
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
        if (name.codePoints().anyMatch(Character::isISOControl)
                || name.codePoints().noneMatch(Character::isLetter)) {
            throw new IllegalArgumentException("A name holds letters of any script, and no control characters");
        }
        return name;
    }
}
