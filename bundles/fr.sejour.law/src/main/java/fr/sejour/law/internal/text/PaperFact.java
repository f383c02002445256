package fr.sejour.law.internal.text;

/** A fact that a row of the papers' table asks for. */
public enum PaperFact {
    /** What is asked for is a titre de séjour, and no travel document and no visa. */
    RESIDENCE_PERMIT,
    /** Every blocking piece is there (R. 431-10, CE avis 494718). */
    COMPLETE_FILE,
    /** Filed in the window (R. 431-5). */
    FILED_IN_TIME,
    /** Filed before the window opens. */
    FILED_EARLY,
    /** Filed on the last day of the document held or before. */
    FILED_BEFORE_EXPIRY,
    FILED_AFTER_EXPIRY,
    /** One of the young adults of R. 431-5 2° and 3°. */
    YOUNG_ADULT,
    /** The card held is one that L. 433-3 al. 1 extends. */
    EXTENDED_CARD,
    /** It is one of those, and a carte de résident. */
    RESIDENT_CARD,
    /** The card held is one of the others, of L. 433-3 al. 2. */
    OTHER_CARD,
    DOCUMENT_HELD,
    /** The document held is a carte, as R. 431-15 and R. 431-15-2 say. */
    CARD_HELD,
    VISA_HELD,
    /** The visa held is one that R. 431-18 leaves out. */
    TRAINEE_VISA_HELD,
    /** The permit asked for has texts of its own on interim work. */
    OWN_REGIME,
    /** Those texts give the work of a renewal by themselves. */
    OWN_TEXTS_AT_RENEWAL,
    /** An authorisation of C. trav. L. 5221-2 was granted for the job. */
    WORK_AUTHORISATION,
    LONG_STAY_VISA,
    ONE_YEAR_OF_RESIDENCE
}
