package fr.sejour.core.internal.stock;

import fr.sejour.api.cases.CaseStatus;

/** How far the earlier system says that a case has come. */
enum StockState {
    FILED(CaseStatus.FILED),
    COMPLETE(CaseStatus.UNDER_REVIEW),
    AWAITING_PIECES(CaseStatus.AWAITING_PIECES),
    FAVOURABLE_DECISION(CaseStatus.GRANTED),
    CARD_READY(CaseStatus.CARD_READY);

    private final CaseStatus status;

    StockState(CaseStatus status) {
        this.status = status;
    }

    CaseStatus status() {
        return status;
    }

    /** Whether the préfet has decided, which nobody does on an incomplete file. */
    boolean decided() {
        return this == FAVOURABLE_DECISION || this == CARD_READY;
    }
}
