package fr.sejour.lives;

/** A promise was not kept. */
final class Broken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What holds in every life. */
    enum Promise {
        NOTHING_FAULTS,
        /** An open case is in the queue of the préfecture that has it, and in no other. */
        ONE_QUEUE,
        NEXT_ACT_AND_DATE,
        /** It changes by an act of the receiver, or by its silence on the day set. */
        ONE_OWNER,
        SILENCE_COMPLETES,
        THE_EARLIEST_DATE_STAYS,
        CLOCKS_KEEP_THEIR_START,
        EVERYBODY_MAY_FILE,
        A_GROUND_TAKES_NOTHING,
        A_CORRECTION_TAKES_NOTHING,
        THE_STATE_THE_LAW_KNOWS,
        A_REFUSAL_CHANGES_NOTHING,
        ACKNOWLEDGED_IS_KEPT,
        ONCE,
        SCOPE,
        THE_JOURNAL_VERIFIES,
        FILES_AND_ROWS
    }

    final Promise promise;

    Broken(Promise promise, String how) {
        super(promise + ": " + how);
        this.promise = promise;
    }

    static void unless(boolean kept, Promise promise, String how) {
        if (!kept) {
            throw new Broken(promise, how);
        }
    }
}
