package fr.sejour.law;

/** The legal delays that run on a filing. */
public enum ClockKind {
    /** The electronic registration receipt (CRPA R. 112-11-2). */
    RECEIPT,
    /** The electronic acknowledgement (CRPA R. 112-11-2). */
    ACKNOWLEDGEMENT,
    /** At its end, silence means refusal (R.* 432-1, R. 432-2). */
    SILENCE,
    /** The time to ask a court for annulment (CJA R. 421-1, R. 421-2). */
    APPEAL,
    /** The reasons of a silent refusal that the person asked for (CRPA L. 232-4). */
    REASONS,
    /** The check of what a person declared: a duty the platform gives itself. */
    DECLARED_FACT
}
