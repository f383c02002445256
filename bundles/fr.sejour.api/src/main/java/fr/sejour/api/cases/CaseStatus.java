package fr.sejour.api.cases;

/** Where a case stands. */
public enum CaseStatus {
    FILED(true),
    AWAITING_PIECES(true),
    UNDER_REVIEW(true),
    /**
     * The silence clock has run out: a refusal is born that can be challenged, but the préfecture still owes an express
     * decision and the papers go on.
     */
    SILENTLY_REFUSED(true),
    GRANTED(true),
    CARD_IN_PRODUCTION(true),
    CARD_READY(true),
    HANDED_OVER(false),
    /** Ended without a card to hand over: a visa validated, a travel title sent by post. */
    DELIVERED(false),
    REGISTRATION_REFUSED(false),
    REFUSED(false),
    WITHDRAWN(false),
    /** Without object: death, French nationality, a permit that is over, a case that another one took over. */
    MOOT(false);

    private final boolean open;

    CaseStatus(boolean open) {
        this.open = open;
    }

    /** Whether the person does not get, as it stands, what they asked for. */
    public boolean endsAgainstThePerson() {
        return switch (this) {
            case SILENTLY_REFUSED, REGISTRATION_REFUSED, REFUSED, WITHDRAWN, MOOT -> true;
            case FILED,
                    AWAITING_PIECES,
                    UNDER_REVIEW,
                    GRANTED,
                    CARD_IN_PRODUCTION,
                    CARD_READY,
                    HANDED_OVER,
                    DELIVERED -> false;
        };
    }

    /** Whether somebody still owes an act on it. */
    public boolean isOpen() {
        return open;
    }
}
