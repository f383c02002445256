package fr.sejour.api.person;

/**
 * Who acts for a person under eighteen, and is told in their place.
 *
 * @param contact how the representative is reached; neither address nor number is needed
 */
public record Representative(String familyName, String givenNames, Quality quality, Contact contact) {

    /** Why they may act for the person. */
    public enum Quality {
        PARENT,
        GUARDIAN,
        /** The child welfare service (aide sociale à l'enfance), named by whoever acts for it. */
        CHILD_WELFARE
    }

    /** @throws IllegalArgumentException when a name is empty, too long or holds control characters */
    public Representative {
        familyName = CivilStatus.name(familyName);
        givenNames = CivilStatus.name(givenNames);
    }
}
