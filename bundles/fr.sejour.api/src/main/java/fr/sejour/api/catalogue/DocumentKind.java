package fr.sejour.api.catalogue;

/** The kind of document that a permit is printed as. */
public enum DocumentKind {
    /** Carte de séjour temporaire. */
    CST,
    /** Carte de séjour pluriannuelle. */
    CSP,
    /** Carte de résident. */
    CR,
    /** A card that follows the resident card without being one (retired person). */
    CR_LIKE,
    /** Autorisation provisoire de séjour. */
    APS,
    /** A card of EU law. */
    EU,
    /** Certificat de résidence algérien. */
    CRA,
    /** A travel or circulation document. */
    TRAVEL_DOCUMENT,
    /** A long-stay visa. */
    VISA
}
