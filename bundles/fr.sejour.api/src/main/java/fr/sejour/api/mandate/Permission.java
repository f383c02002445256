package fr.sejour.api.mandate;

/** What a mandate may allow. What is not here no mandate allows. */
public enum Permission {
    /** To file for the person, online, with the same receipt and the same rights. */
    FILE,
    /** To give or replace pieces and to answer a request for pieces. */
    COMPLETE,
    /** To read the person's cases. */
    READ
}
