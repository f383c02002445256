package fr.sejour.api.filing;

/** Where a filing falls against its window. */
public enum Timeliness {
    IN_TIME,
    /** Before the window opens: accepted, outside the window. */
    EARLY,
    /** After the window closes: accepted, but gives no right to an attestation de prolongation. */
    LATE,
    /** More than six months after the held document ended: the entry conditions must be met again (R. 431-8). */
    AFTER_SIX_MONTHS
}
