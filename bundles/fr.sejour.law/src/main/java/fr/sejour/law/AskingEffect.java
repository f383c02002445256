package fr.sejour.law;

/** What asking for a piece does to the clock of silence. */
public enum AskingEffect {
    /** The clock waits, and goes on with the days it had left once the piece has come (CRPA L. 114-5). */
    SUSPENDS,
    /** The clock goes on: the examination does not wait for this piece (CRPA L. 114-5-1). */
    NONE
}
