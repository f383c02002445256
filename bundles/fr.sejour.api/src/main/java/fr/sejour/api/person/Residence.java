package fr.sejour.api.person;

import fr.sejour.api.prefecture.CommuneCode;

/**
 * Where a person lives. The commune decides which préfecture is in charge (R. 431-20).
 *
 * @param address street and place, in one line
 */
public record Residence(String address, CommuneCode commune) {

    /** @throws IllegalArgumentException when the address is blank, longer than 300 characters or holds control characters */
    public Residence {
        address = address.strip();
        if (address.isEmpty() || address.length() > 300 || address.codePoints().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("An address has 1 to 300 characters on one line");
        }
    }
}
