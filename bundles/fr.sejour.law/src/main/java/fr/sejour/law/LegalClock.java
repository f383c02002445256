package fr.sejour.law;

import fr.sejour.api.catalogue.Article;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A legal delay on a case.
 *
 * @param startsOn the day it is counted from
 * @param endsOn the last day to act, or the day on which its effect is born; empty when the law sets no delay
 *     or the platform does not know it
 * @param meaning what its end means: one of the constants of this type
 */
public record LegalClock(
        ClockKind kind, LocalDate startsOn, Optional<LocalDate> endsOn, List<Article> basis, String meaning) {

    public static final String RECEIPT_DUE = "receipt-due";
    public static final String ACKNOWLEDGEMENT_DUE = "acknowledgement-due";
    public static final String SILENCE_REFUSES = "silence-refuses";

    /** Silence has no effect: there is nothing to decide (the validation of a visa). */
    public static final String SILENCE_HAS_NO_EFFECT = "silence-has-no-effect";

    public static final String APPEAL_CLOSES = "appeal-closes";

    /** The decision says its own last day, which the platform does not know. */
    public static final String APPEAL_AS_DECIDED = "appeal-as-decided";

    /** The time to go to court begins once the reasons asked for have been given (CRPA L. 232-4). */
    public static final String APPEAL_AWAITS_REASONS = "appeal-awaits-reasons";

    public static final String REASONS_DUE = "reasons-due";

    public static final String CHECK_DUE = "check-due";

    public LegalClock {
        basis = List.copyOf(basis);
    }
}
