package fr.sejour.core.port;

import fr.sejour.api.person.Representative;

/**
 * Who acts for a person until they are of age.
 *
 * @param told whether the person was told what changes when they come of age
 */
public record Represented(Representative by, boolean told) {

    /** The same once the person was told. */
    public Represented once() {
        return new Represented(by, true);
    }
}
