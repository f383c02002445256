package fr.sejour.law;

/** Where a piece of a file stands. A piece nobody gave has no standing. */
public enum PieceStanding {
    GIVEN,
    /** Refused by a named agent with a reason: as if it were missing. */
    REFUSED,
    /** A named agent found, with a reason, that this person need not give it. */
    WAIVED
}
