package fr.sejour.api.cases;

/** The acts that can be done on a case. */
public enum ActKind {
    TAKE_UP,
    ASK_FOR_PIECES,
    ANSWER,
    REFUSE_PIECE,
    SEE_FACTS,
    REFUSE_REGISTRATION,
    GRANT,
    REFUSE,
    NOTIFY,
    ORDER_CARD,
    CARD_READY,
    HAND_OVER,
    DECLARE_RECEIPT,
    CONFIRM_RECEIPT,
    REFUSE_RECEIPT,
    DELIVER,
    WITHDRAW,
    CLOSE_AS_MOOT,
    ABSORB,
    KEEP_APART,
    OFFER_TRANSFER,
    REAIM_TRANSFER,
    RECEIVE_TRANSFER,
    ASK_FOR_REASONS,
    GIVE_REASONS,
    RECORD_COURT_ORDER,
    REOPEN
}
