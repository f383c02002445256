package fr.sejour.api.cases;

/** How an examination ended. */
public enum Outcome {
    GRANTED,
    REFUSED,
    /** Born of silence (R.* 432-1): it is told, and nobody has signed it, so no {@link DecisionFile} carries it. */
    SILENTLY_REFUSED,
    /** The file stayed incomplete (CE avis 494718). */
    REGISTRATION_REFUSED
}
