package fr.sejour.api.cases;

/** In whose hands a case is on a day, as seen by who asks. An agent who is away or gone holds nothing. */
public enum Held {
    /** Theirs, or of somebody away for whom they stand in. */
    MINE,
    /** In the queue of a team of theirs, whoever of it has it. */
    MY_TEAM,
    /** Nobody's: whoever is in the team may take it. */
    NOBODY
}
