package fr.sejour.api.person;

/** How sure the platform is of a fact. Automatic papers rest on verified or seen facts alone. */
public enum FactLevel {
    /** Read in the register. */
    VERIFIED,
    /** Seen by a named agent. */
    SEEN,
    /** Said by the person, to be seen within two working days. */
    DECLARED
}
