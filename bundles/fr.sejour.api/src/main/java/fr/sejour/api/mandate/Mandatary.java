package fr.sejour.api.mandate;

import fr.sejour.api.access.AccountId;

/**
 * An association or a lawyer whom people may name.
 *
 * @param account the login that acts
 * @param name as people know it, on one line
 */
public record Mandatary(AccountId account, MandataryCode code, String name, Kind kind) {

    /** Who it is. */
    public enum Kind {
        ASSOCIATION,
        LAWYER
    }

    /** @throws IllegalArgumentException when the name is blank, longer than 200 characters or holds control characters */
    public Mandatary {
        name = name(name);
    }

    /** @throws IllegalArgumentException as for the whole */
    public static String name(String said) {
        String name = said.strip();
        if (name.isEmpty() || name.length() > 200 || name.codePoints().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("A name has 1 to 200 characters on one line");
        }
        return name;
    }
}
