package fr.sejour.api.right;

/** The interim papers of the CESEDA. French names stay French: English would blur them. */
public enum PaperKind {
    /** Proves the filing, no right (R. 431-15-1 al. 1). */
    ATTESTATION_DE_DEPOT,
    /** The instruction goes on beyond the held document (R. 431-15-1 al. 2 and 3, R. 431-15-3, R. 431-15-4, R. 432-9). */
    ATTESTATION_DE_PROLONGATION,
    /** A favourable decision, until the card is in the hand (R. 431-15-1 al. 4). */
    ATTESTATION_DE_DECISION_FAVORABLE,
    /** Admission to file outside the online service (R. 431-12). */
    RECEPISSE,
    /** A statement of the three months that the law adds to some cards (L. 433-3). */
    LEGAL_EXTENSION
}
